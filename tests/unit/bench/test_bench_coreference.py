"""The scores of coreference on the worked example of Luo (2005), figure 1."""

import pytest

pytest.importorskip("scipy")

from bench.coreference import b_cubed, ceaf, clusters_of, conll, muc

KEY = [frozenset([1, 2, 3, 4, 5]), frozenset([6, 7]), frozenset([8, 9, 10, 11, 12])]
GIVEN = [frozenset([1, 2, 3, 4, 5]), frozenset([6, 7, 8, 9, 10, 11, 12])]


def test_the_worked_example():
    assert muc(KEY, GIVEN) == pytest.approx(0.947, abs=0.001)
    assert b_cubed(KEY, GIVEN) == pytest.approx(0.865, abs=0.001)
    assert ceaf(KEY, GIVEN) == pytest.approx(0.733, abs=0.001)


def test_the_key_itself_is_without_fault():
    assert set(conll(KEY, KEY).values()) == {100.0}


def test_labels_make_clusters():
    assert set(clusters_of({1: "a", 2: "a", 3: "b"})) == {frozenset([1, 2]), frozenset([3])}

from hypothesis import given
from hypothesis import strategies as st

from dragoman.linking.grouping.averaging import averaged
from dragoman.linking.grouping.clusters import Groups
from dragoman.linking.grouping.weighing import NEVER, likelihood

PAIRS = [(0, 1), (1, 2), (0, 2), (2, 3)]


def grouped(odds, size=4, pairs=PAIRS, start=None):
    alone = start or [[i] for i in range(size)]
    groups = Groups(alone, [[] for _ in alone])
    made = averaged(groups, pairs, lambda i, j: odds.get((i, j), -1.0), lambda i, j: f"{i}-{j}")
    return made.members


def test_pairs_likelier_one_than_not_are_joined():
    assert grouped({(0, 1): 2.0}) == [[0, 1], [2], [3]]


def test_one_pair_does_not_join_groups_that_do_not_fit():
    assert grouped({(0, 1): 3.0, (1, 2): 1.0, (0, 2): -2.0}) == [[0, 1], [2], [3]]


def test_what_never_is_one_stays_apart_whatever_else_fits():
    odds = {(0, 1): 9.0, (1, 2): 9.0, (0, 2): NEVER}
    assert [2] in grouped(odds) or [0] in grouped(odds)


def test_groups_made_before_are_joined_as_wholes():
    assert grouped({(0, 2): 2.0, (1, 2): 1.0}, start=[[0, 1], [2], [3]]) == [[0, 1, 2], [3]]


@given(st.permutations(PAIRS), st.lists(st.floats(-3, 3), min_size=4, max_size=4))
def test_the_order_of_pairs_changes_nothing(pairs, odds):
    told = dict(zip(PAIRS, odds, strict=True))
    assert grouped(told, pairs=pairs) == grouped(told)


def test_likelihood_lies_between_none_and_one():
    assert likelihood(0.0) == 0.5
    assert 0 <= likelihood(NEVER) < 0.001

"""Copies: found in any order, alike from both sides, and untouched by what shares nothing."""

import random

from hypothesis import given
from hypothesis import strategies as st

from dragoman.linking.copies import copies
from dragoman.linking.retold import in_one_order

TEXTS = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 120)).map(
        lambda span: frozenset(range(span[0], span[0] + span[1]))
    ),
    max_size=12,
)


def found(rows, names):
    return {(frozenset((names[a], names[b])), part) for a, b, part in copies(rows)}


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_same_pairs_with_the_same_part_shared_in_any_order(rows, chance: random.Random):
    order = chance.sample(range(len(rows)), len(rows))
    assert found(rows, range(len(rows))) == found([rows[at] for at in order], order)


@given(TEXTS)
def test_a_text_that_shares_nothing_changes_nothing(rows):
    names = range(len(rows) + 1)
    alone = frozenset(range(1000, 1100))
    assert found([*rows, alone], names) == found(rows, names)


@given(TEXTS, st.integers(0, 400), st.integers(20, 120))
def test_a_report_more_touches_only_the_pairs_it_is_in(rows, first, length):
    names = range(len(rows) + 1)
    more = frozenset(range(first, first + length))
    after = found([*rows, more], names)
    assert {one for one in after if len(rows) not in one[0]} == found(rows, names)


WORDINGS = st.lists(st.permutations(list("abcdefghijkl")).map(tuple), min_size=2, max_size=2)


@given(WORDINGS)
def test_what_stands_in_one_order_does_not_depend_on_which_text_is_first(wordings):
    one, other = wordings
    count = in_one_order(one, other)
    assert count == in_one_order(other, one) <= len(one)
    assert in_one_order(one, one) == len(one)

"""Copies: found in any order, alike from both sides, and untouched by what shares nothing."""

import random

from hypothesis import given
from hypothesis import strategies as st

from dragoman.linking.origins.copies import copies
from dragoman.linking.origins.retold import in_one_order

LENGTHS = 121


def stretch(number: int) -> frozenset[int]:
    """Return a text of up to 120 shingles; one number drawn makes both its start and length."""
    first, length = divmod(number, LENGTHS)
    return frozenset(range(first, first + length))


TEXTS = st.lists(st.integers(0, 401 * LENGTHS - 1).map(stretch), max_size=8)
SEEDS = st.integers(0, 2**16)


def found(rows, names):
    return {(frozenset((names[a], names[b])), part) for a, b, part in copies(rows)}


@given(TEXTS, SEEDS)
def test_the_same_pairs_with_the_same_part_shared_in_any_order(rows, seed):
    order = random.Random(seed).sample(range(len(rows)), len(rows))
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


WORDS = tuple("abcdefghijkl")


# What the words are called is all one, so that one wording can be held still.
@given(SEEDS)
def test_what_stands_in_one_order_does_not_depend_on_which_text_is_first(seed):
    other = tuple(random.Random(seed).sample(WORDS, len(WORDS)))
    count = in_one_order(WORDS, other)
    assert count == in_one_order(other, WORDS) <= len(WORDS)
    assert in_one_order(other, other) == len(WORDS)

"""Numbers in digits, words and scales."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.readers.english.figures.money import find_money
from dragoman.readers.english.figures.nouns import singular
from dragoman.readers.english.figures.numbers import parse_number
from dragoman.readers.english.figures.numerals import numerals
from dragoman.readers.english.figures.percentages import find_percentages


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,500", 1500), ("12,34,567", 1234567), ("2.4", 2.4), ("seven", 7), ("forty-two", 42),
        ("a dozen", 12), ("two dozen", 24), ("one hundred and ten", 110),
        ("half a million", 500000),
        ("two million three hundred thousand", 2300000), ("tank", None),
    ],
)  # fmt: skip
def test_parse_number(written: str, value: float | None) -> None:
    assert parse_number(written) == value


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("tanks", "tank"), ("fishermen", "fisherman"), ("countries", "country"), ("MoUs", "MoU"),
        ("aircraft", "aircraft"), ("people", "person"), ("batteries", "battery"),
        ("glass", "glass"),
        ("branches", "branch"), ("chassis", "chassis"), ("visas", "visa"), ("houses", "house"),
    ],
)  # fmt: skip
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@given(st.integers(min_value=1, max_value=10**9))
def test_a_number_with_commas_is_read_back(value: int) -> None:
    assert [n.value for n in numerals(f"about {value:,} tents")] == [value]


@pytest.mark.parametrize("piece", ["a hundred ", "9", "five trillion ", "9,999,", "9 lakh crore "])
def test_numbers_without_end_are_finite(piece: str) -> None:
    for numeral in numerals(piece * 500):
        assert numeral.value < 1e200
    for amount in find_money(f"${piece * 500} dollars"):
        assert amount.value < 1e200


@given(st.text(max_size=80))
def test_amounts_lie_in_any_text(text: str) -> None:
    for amount in (*find_money(text), *find_percentages(text)):
        assert 0 <= amount.start < amount.end <= len(text)

"""Shares in words and times of day among the figures."""

import pytest


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Half of Chad's imports pass through Douala.", 50),
        ("Receipts grew by a quarter last year.", 25),
        ("Nine tenths of the crop went to Lima.", 90),
    ],
)
def test_a_share_in_words_is_a_percentage(read, text, share):
    assert [(f.value, f.unit) for f in read(text)._.figures] == [(share, "%")]


@pytest.mark.parametrize(
    "text",
    [
        "Trade fell in the second half of the year.",
        "The talks took a quarter of an hour.",
        "The ship came around 9 in the morning.",
    ],
)
def test_stretches_of_time_are_no_figures(read, text):
    assert not read(text)._.figures


def test_those_on_board_are_persons(read):
    found = read("The ferry turned back and nine of those on board fell ill.")._.figures
    assert [(f.value, f.unit) for f in found] == [(9, "person")]

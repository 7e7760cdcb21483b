"""Dates as header lines write them."""

import pytest

from dragoman.documents.dates import find_dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Updated : 2026.07.28 18:02", "2026-07-28"),
        ("English service, 28 February, 1800 GMT", "--02-28"),
        ("March 3, 2024, 1430 hrs", "2024-03-03"),
        ("06.12.2026 14:10", "2026-12-06"),
        ("06-12-2026", "2026-12-06"),
        ("date 2026-07-09", "2026-07-09"),
        ("2026-07-09T10:20:00+03:00", "2026-07-09"),
        ("Posted: 19 January 2026 · 4 min read", "2026-01-19"),
        ("Wednesday, April 8, 2026", "2026-04-08"),
        ("Sat, 22 March 2026", "2026-03-22"),
        ("January 31st, 2026", "2026-01-31"),
        ("3rd of June 2026", "2026-06-03"),
        ("06-Mar-2026", "2026-03-06"),
        ("Sept. 3, 2026 at 5 pm", "2026-09-03"),
        ("May 5 2026, 10:30 a.m. EST", "2026-05-05"),
        ("10 May ,2026: 02:30 PM GST", "2026-05-10"),
        ("25/06/2026", "2026-06-25"),
        ("06/25/2026", "2026-06-25"),
        ("05/05/2026", "2026-05-05"),
        ("SUVA, July 28 (AA)", "--07-28"),
        ("29 February", "--02-29"),
    ],
)
def test_a_date_is_read(text, iso):
    assert [dated.iso for dated in find_dates(text)] == [iso]


@pytest.mark.parametrize("text", ["06/12/2026", "31 February 2026", "2026-13-45"])
def test_a_date_that_cannot_be_told_is_none(text):
    assert [dated.iso for dated in find_dates(text)] == [None]


@pytest.mark.parametrize(
    "text", ["May be signed", "March on the capital", "in 2026", "1.2.3.2026", "Section 5", "A-320"]
)
def test_what_is_no_date(text):
    assert find_dates(text) == []

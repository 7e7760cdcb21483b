"""A report in a monthly or quarterly carries the month or year of its issue."""

import pytest

from dragoman.documents.reports import report_from_bytes

BODY = (
    "Chile and Norway signed a pact on salmon, the fisheries ministry said. It gives boats of both "
    "states access to two fjords, and sets up a panel of scientists.\n\nThe panel meets twice a "
    "year. Nobody else was asked, a spokesman said, and nobody complained about it.\n"
)


def published(header: str) -> str | None:
    return report_from_bytes(f"{header}\n\n{BODY}".encode(), "a.txt", None).published


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Two fjords change hands\n\nCoastal Review, June 2025", "2025-06"),
        ("FJORD MONTHLY\nOctober 2025 issue\n\nTwo fjords change hands at last", "2025-10"),
        ("Two fjords change hands\nFrom our Nordic correspondent\nJune 2019", "2019-06"),
        ("FJORD LETTER, Feb. 2023 — Deals\n\nTwo fjords change hands at last", "2023-02"),
        ("THE FJORD REVIEW\nSpring 2021\n\nTwo fjords change hands at last", "2021"),
        ("FJORD MONTHLY\nIssue 4/2023 (December)\n\nTwo fjords change hands at last", "2023-12"),
        ("FJORD MONTHLY\nNo. 118, July 2021\n\nTwo fjords change hands at last", "2021-07"),
    ],
)
def test_the_month_or_year_of_an_issue_is_the_reports(header: str, told: str) -> None:
    assert published(header) == told


def test_a_day_goes_before_the_month_of_an_issue() -> None:
    header = "Coastal Review, June 2025\n\nTwo fjords change hands\n\n3 June 2025"
    assert published(header) == "2025-06-03"


@pytest.mark.parametrize(
    "header",
    [
        "Two fjords to change hands by March 2025",
        "Norway votes, June 2025: what is at stake\n\nBy Ane Lie",
        "Two fjords change hands\n\nWinter 2025/26",
    ],
)
def test_a_month_in_a_headline_is_none(header: str) -> None:
    assert published(header) is None

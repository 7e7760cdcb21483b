"""Times of reports without a full date keep what they say of the day that is not known."""

from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dragoman.readers.english.times import find_times
from dragoman.readers.english.times.of_any_day import times_of_any_day
from dragoman.record.relative import is_relative, resolve


def dates(text: str, published: str | None = None) -> list[str | None]:
    return [time.date for time in times_of_any_day(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoys met on Wednesday.", "W3-6"),
        ("They will meet on Friday.", "W5+0"),
        ("They left yesterday evening.", "D-1"),
        ("It sank two days ago.", "D-2"),
        ("It fell last week.", "W1-13/W7-7"),
        ("It fell last month.", "M-1"),
        ("They pay by the end of the month.", "M+0-31"),
        ("It fell in September last year.", "Y-1-09"),
        ("It fell in March.", "Y+0-03<03-01"),
        ("It will rise in March.", "Y+1-03<04-01"),
        ("They pay by the end of next year.", "Y+1-12-31"),
        ("They pay by the end of the quarter.", "Q+0.3-31"),
        ("It fell last quarter.", "Q-1.1/Q-1.3"),
        ("It fell last summer.", "Y+0-06<08-01/Y+0-08<08-01"),
        ("It sank a decade ago.", "Y-10"),
        ("They must pay within 30 days.", "D+30"),
    ],
)
def test_a_time_keeps_how_it_is_counted(text: str, value: str) -> None:
    (told,) = dates(text)
    assert told == value


def test_what_is_counted_from_another_time_is_counted_from_the_day() -> None:
    assert dates("On Wednesday he left. Two days earlier he came.") == ["W3-6", "W1-8"]


def test_written_dates_need_no_day() -> None:
    assert dates("Signed on 3 May 2024.") == ["2024-05-03"]


def test_a_day_that_some_years_lack_stays_open() -> None:
    assert dates("It sank on 29 February.") == [None]


def test_the_month_a_report_came_out_fixes_what_it_can() -> None:
    told = dates("It fell last year. It rose in March. It fell last week.", "2024-05")
    assert told == ["2023", "2024-03", "W1-13/W7-7"]


def test_the_reason_names_no_day_that_was_only_tried() -> None:
    (time,) = times_of_any_day("The envoys met on Wednesday.", None)
    assert "report's own day" in time.reason
    assert not any(sign.isdigit() for sign in time.reason)


TEXTS = [
    "The envoys met on Wednesday.",
    "They will meet next Monday.",
    "They left yesterday, and came two days earlier.",
    "It fell last week and last month.",
    "It rose this year; last year it fell.",
    "Earlier this month it sank.",
    "They pay by the end of next year, or by the end of this month.",
    "In the past six months it rose.",
    "It opens next quarter.",
    "Three weeks ago it sank.",
    "It rose in September last year.",
]


@settings(deadline=None)  # the patterns are compiled in the first call
@given(st.sampled_from(TEXTS), st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_counted_from_a_day_it_is_what_a_report_of_that_day_says(text: str, day: date) -> None:
    assume(day.day > 1)  # on the first, "earlier this month" is no stretch of days
    for open_, known in zip(times_of_any_day(text, None), find_times(text, day), strict=True):
        assert open_.date is None or is_relative(open_.date)
        assert known.date == (resolve(open_.date, day) if open_.date else None)

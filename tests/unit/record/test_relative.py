"""Dates counted from a day that is told later come out as they would have been told on that day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.relative import is_relative, resolve

WEDNESDAY = date(2024, 10, 16)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("D-1", "2024-10-15"),
        ("W3-6", "2024-10-16"),
        ("W3-7", "2024-10-09"),
        ("W4-6", "2024-10-10"),
        ("W4+0", "2024-10-17"),
        ("W1-13/W7-7", "2024-10-07/2024-10-13"),
        ("M-1", "2024-09"),
        ("M+3", "2025-01"),
        ("M+4-31", "2025-02-28"),
        ("M+0-01/D+0", "2024-10-01/2024-10-16"),
        ("Q-1.1/Q-1.3", "2024-07/2024-09"),
        ("Q+1.2", "2025-02"),
        ("Q+0.3-31", "2024-12-31"),
        ("Y-1", "2023"),
        ("Y-1-09", "2023-09"),
        ("Y+1-12-31", "2025-12-31"),
        ("Y+0-03-17<03-17", "2024-03-17"),
        ("Y+0-12-17<12-17", "2023-12-17"),
        ("2000/Y+0", "2000/2024"),
        ("2024/Y+0", "2024"),
    ],
)
def test_a_value_is_worked_out_once_the_day_is_known(value: str, told: str) -> None:
    assert resolve(value, WEDNESDAY) == told


@pytest.mark.parametrize("value", ["Y-1-02-29", "D+9999999", "Y+9999", "", "soon", "D-1/D+0/D+1"])
def test_what_names_no_day_of_the_calendar_gives_none(value: str) -> None:
    assert resolve(value, WEDNESDAY) is None


def test_written_dates_do_not_wait() -> None:
    assert not is_relative("2024-10-16")
    assert not is_relative("2000/2024")
    assert is_relative("2000/Y+0")


@settings(deadline=None)
@given(DAYS, st.integers(-40, 40), st.integers(1, 60))
def test_a_later_day_moves_the_date_by_as_much(day: date, count: int, step: int) -> None:
    first, later = (resolve(f"D{count:+}", d) for d in (day, day + timedelta(days=step)))
    assert first is not None
    assert later is not None
    assert date.fromisoformat(later) - date.fromisoformat(first) == timedelta(days=step)


@settings(deadline=None)
@given(DAYS, st.integers(1, 7), st.integers(-14, 7))
def test_a_weekday_lies_in_its_seven_days_and_moves_by_weeks(
    day: date, weekday: int, first: int
) -> None:
    value = f"W{weekday}{first:+}"
    told = date.fromisoformat(resolve(value, day) or "")
    assert told.isoweekday() == weekday
    assert 0 <= (told - day).days - first <= 6
    assert resolve(value, day + timedelta(days=7)) == (told + timedelta(days=7)).isoformat()

"""Whatever the text, times lie in it, in order, apart from each other, with dates that hold."""

import re
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.readers.english.times import find_times
from dragoman.readers.english.times.calendar import span

PIECES = [
    "on 3 May",
    "Friday",
    "in 2019",
    " \u200f",
    "last week",
    "1950s",
    "\n\n",
    "٣ مايو",
    "—",
    "31 June",
    "two days later",
    "9999",
    "the end of",
    "since ",
    "Q4",
    "99/99/9999",
    "24:61",
    "30 February 2021",
]
ISO = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?")
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=12).map(" ".join)


@settings(deadline=None)  # the patterns are compiled in the first call
@given(texts, st.none() | st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 1)))
def test_times_of_any_text(text: str, published: date | None) -> None:
    times = find_times(text, published)
    for time in times:
        assert 0 <= time.start < time.end <= len(text)
        assert time.date is None or ISO.fullmatch(time.date)
    assert all(a.end <= b.start for a, b in pairwise(times))


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_written_out_comes_back(day: date) -> None:
    written = f"on {day.day} {day:%B} {day.year}."
    if 1000 <= day.year < 2100:
        assert [t.date for t in find_times(written, None)] == [day.isoformat()]


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9999, 12, 1)))
def test_the_week_of_a_day_holds_it(day: date) -> None:
    year, week, _ = day.isocalendar()
    days = span(f"{year:04}-W{week:02}")
    assert days is not None
    assert days[0] <= day <= days[1]

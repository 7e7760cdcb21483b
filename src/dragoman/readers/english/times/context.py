"""What times are counted from: the report's date, or the date told before."""

import re
from collections.abc import Callable
from datetime import date

from dragoman.readers.english.drafts import Time
from dragoman.readers.english.times.calendar import span, without_clock
from dragoman.readers.english.times.tense import (
    Tense,
    guess_tense,
    near_tense,
    sentence_start,
)

# Characters a value needs to be counted from in a unit: a year, a month or week, a day.
_PRECISION = {"Y": 4, "10Y": 2, "100Y": 2, "M": 7, "Q": 7, "W": 7, "2W": 7, "WE": 7}
_MEMORY = 3
_LEAP = 2
TenseOf = Callable[[int, int], str | None]


class Context:
    """The state of reading times through one text, in text order.

    `narrative` is set where the text tells of years far from its own date: then a month without
    a year belongs to the dates around it, not to the report's.
    """

    def __init__(
        self, text: str, published: date | None, *, narrative: bool, tense: TenseOf | None
    ) -> None:
        self.text = text
        self.published = published
        self.narrative = narrative
        self._tense = tense
        self._told: list[Time] = []
        self._place: Time | None = None
        self._aside: Time | None = None

    def tense(self, start: int, end: int) -> Tense | None:
        """Return the tense around [start, end).

        A cue right before it counts most ("told parliament on Friday"), then the caller's word,
        then a cue further off.
        """
        near = near_tense(self.text, start)
        if near is not None:
            return near
        told = self._tense(start, end) if self._tense else None
        if told == "past":
            return "past"
        return "future" if told == "future" else guess_tense(self.text, start, end)

    def remember(self, time: Time) -> None:
        """Note a time that later ones may be counted from."""
        if time.type in ("DATE", "TIME") and time.value and span(time.value):
            self._told.append(time)
            self._move(time)

    def told(self) -> tuple[str, date] | None:
        """Return the value told last and its first day, None where no date was told yet."""
        return _value_and_day(self._told[-1]) if self._told else None

    def told_in_sentence(self, start: int) -> tuple[str, date] | None:
        """Return `told()` where it lies in the same sentence as `start`, else None."""
        if not self._told or self._told[-1].end <= sentence_start(self.text, start):
            return None
        return self.told()

    def told_part(self) -> str | None:
        """Return the quarter, half or month among the few values told last, None without."""
        for time in reversed(self._told[-_MEMORY:]):
            if time.value and re.fullmatch(r"\d{4}-(?:[QH]\d|\d\d)", time.value):
                return time.value
        return None

    def place(self) -> tuple[str, date] | None:
        """Return where a narrative stands, None where no date was told yet.

        That is the value told last, but for a lone year more than two years off: a look back or
        ahead, until a second one near it says that the story has moved.
        """
        return _value_and_day(self._place) if self._place else None

    def _move(self, time: Time) -> None:
        here, there = self.place(), _value_and_day(time)
        if there and self.published and there[1] > self.published:
            return
        back = time.reason.startswith("counted from") and here and there and there[1] < here[1]
        if back:  # "the previous year" looks back, the story stays
            return
        if here and there and len(there[0]) <= 4 and abs(here[1].year - there[1].year) > _LEAP:
            aside = _value_and_day(self._aside) if self._aside else None
            if aside is None or abs(aside[1].year - there[1].year) > _LEAP:
                self._aside = time
                return
        self._place, self._aside = time, None

    def before(self, unit: str = "Y") -> tuple[date, str] | None:
        """Return the day that "later" or "the next one" counts from, and what it is.

        That is the last date that is as precise as the `unit` counted in, of the few told last;
        else the report's date; None where neither is there.
        """
        for time in reversed(self._told[-_MEMORY:]):
            told = _value_and_day(time)
            if told is not None and len(told[0]) >= _PRECISION.get(unit, 10):
                return told[1], f"{told[0]}, told before"
        if self.published is not None and not self.narrative:
            return self.published, f"the report's date, {self.published}"
        return None


def _value_and_day(time: Time) -> tuple[str, date] | None:
    days = span(time.value) if time.value else None
    return (without_clock(time.value), days[0]) if time.value and days else None

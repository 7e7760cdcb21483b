"""Reports of the corpus varied into as many as are asked for, each with its reading.

A variation tells other stories in the same clauses: names are spelled anew every EPOCH variations,
so that persons and bodies recur; states change places every DYADS variations; three of five longer
words become others of their length; all dates move on by a month. So the record grows as coverage
does, at a steady rate, and offsets stay as they are.
"""

import datetime as dt
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

import msgspec

from dragoman.record.ids import report_id
from dragoman.record.nouns import Reading, Report

EPOCH, DYADS = 4, 8
SWAPPED = 0.6
LONG = 4
COMMON = 12
"""A capitalized word of so many reports is no name."""
_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"\b(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\b")
_VOWELS, _OTHERS = "aeiou", "bcdfghjklmnpqrstvwxyz"

S = TypeVar("S", bound=msgspec.Struct)


class Read(NamedTuple):
    """A report and its reading."""

    report: Report
    reading: Reading


class Varying:
    """The variations of some read reports, number 0 being these reports themselves."""

    def __init__(self, read: Sequence[Read]) -> None:
        self._read = read
        held = Counter(w for one in read for w in set(_WORD.findall(one.report.text)))
        self._kept = {w for w, n in held.items() if w[0].isupper() and n >= COMMON}
        self._kept |= {w for one in read for name in _states(one) for w in _WORD.findall(name)}
        by_length = defaultdict(list)
        for word in sorted(held):
            if word.islower() and len(word) >= LONG:
                by_length[len(word)].append(word)
        self._by_length = dict(by_length)
        codes = {e.country for one in read for e in one.reading.entities if e.country}
        self._codes = sorted(codes)

    def endless(self) -> Iterator[Read]:
        """Yield the reports, then their variations, one after the other."""
        number = 0
        while True:
            spell = cache(lambda word, number=number: self._word(word, number))
            yield from (self._varied(one, number, spell) for one in self._read)
            number += 1

    def _varied(self, one: Read, number: int, spell: Any) -> Read:
        if number == 0:
            return one

        def told(text: str) -> str:
            return _WORD.sub(lambda found: spell(found.group()), text)

        text = told(one.report.text)
        report = msgspec.structs.replace(
            one.report,
            id=report_id(f"{number} {text}".encode()),
            file=f"{number}-{one.report.file}",
            text=text,
            title=told(one.report.title) if one.report.title else None,
            published=later(one.report.published, number),
            url=None,
        )
        raw = msgspec.to_builtins(one.reading)
        return Read(report, msgspec.convert(self._moved(raw, report, number, told), Reading))

    def _moved(self, value: Any, report: Report, number: int, told: Any) -> Any:
        """Return a part of a reading, in plain types, as the varied report would give it."""
        if isinstance(value, list | tuple):
            return [self._moved(one, report, number, told) for one in value]
        if not isinstance(value, dict):
            return value
        made = {key: self._moved(own, report, number, told) for key, own in value.items()}
        for key in ("date", "due"):
            if isinstance(made.get(key), str):
                made[key] = later(made[key], number)
        for key in ("name", "subject", "measure"):
            if isinstance(made.get(key), str):
                made[key] = told(made[key])
        if "names" in made:
            made["names"] = [told(name) for name in made["names"]]
        if isinstance(made.get("country"), str):
            at = self._codes.index(made["country"]) if made["country"] in self._codes else 0
            made["country"] = self._codes[(at + number // DYADS) % len(self._codes)]
        if "report" in made:
            made["report"] = report.id
        if "quote" in made and "start" in made:
            made["quote"] = report.text[made["start"] : made["end"]]
        return made

    def _word(self, word: str, number: int) -> str:
        if word in self._kept or len(word) < LONG:
            return word
        if word[0].isupper():
            return _spelled(word, _chance("name", number // EPOCH))
        same = self._by_length.get(len(word), ())
        if not same or _chance(word, number) % 100 >= 100 * SWAPPED:
            return word
        return same[_chance(word, number, "other") % len(same)]


def _spelled(word: str, by: int) -> str:
    """Return a name with its vowels and its other letters moved on in the alphabet."""
    return "".join(_letter(letter, by) for letter in word)


def _letter(letter: str, by: int) -> str:
    for row in (_VOWELS, _OTHERS):
        at = row.find(letter.lower())
        if at >= 0:
            moved = row[(at + 1 + by % (len(row) - 1)) % len(row)]
            return moved.upper() if letter.isupper() else moved
    return letter


def _states(one: Read) -> Iterator[str]:
    for entity in one.reading.entities:
        if entity.type == "state":
            yield from (entity.name, *entity.names)


def later(date: str | None, months: int) -> str | None:
    """Return a date of the record so many months on; None of none."""
    return date and _DATE.sub(lambda found: _moved_on(found, months), date)


def _moved_on(found: re.Match[str], months: int) -> str:
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        return f"{year + months // 12:04}"
    count = year * 12 + month - 1 + months
    written = f"{count // 12:04}-{count % 12 + 1:02}"
    if day is None:
        return written
    last = (
        dt.date(count // 12 + (count % 12 == 11), (count + 1) % 12 + 1, 1) - dt.timedelta(1)
    ).day
    return f"{written}-{min(day, last):02}"


def _chance(*parts: object) -> int:
    return int.from_bytes(hashlib.blake2b(repr(parts).encode(), digest_size=6).digest(), "big")

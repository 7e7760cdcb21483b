"""Datelines: the place, and often the date and agency, at the head of a first paragraph."""

import re
from functools import cache
from typing import NamedTuple

from dragoman.documents.dates import Dated, find_dates
from dragoman.documents.words import alternatives, ends_sentence, is_name_like, words_of

_LONGEST = 120
_MOST_PLACE_WORDS = 5
_MARK = re.compile(r"\s*(?:\.\s?[—–-]+(?=\s)|—|―|–|--|(?<=[\s)])-(?=\s)|:(?=\s))\s*")
_WIRE = re.compile(r"\(\s*([^()]{2,40}?)\s*\)|/\s*([^/()]{2,30}?)\s*/")
_COUNTRY = re.compile(r"\[[^\[\]]{2,40}\]")
_NO_MARK = re.compile(
    r"[^.:]{3,80}?(?:\(\s*[^()]{2,40}\s*\)|\.?\s+/[^/()]{2,30}/\.?)\s+(?=[A-Z“\"])"
)


class Dateline(NamedTuple):
    """A dateline that ends before offset `end`; `wire` is the agency's code or name."""

    end: int
    date: Dated | None
    wire: str | None


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline at the head of a paragraph, its closing dash or colon included."""
    head = text[:_LONGEST]
    for mark in _MARK.finditer(head):
        found = _read(head[: mark.start()], mark.group().strip())
        rest = text[mark.end() :]
        if found and _opens_sentence(rest):
            # “EXCLUSIVE: Ministers meet” is a headline: a bare place needs prose after it.
            sure = found.date or found.wire or (ends_sentence(rest) and not rest.isupper())
            return found._replace(end=mark.end()) if sure else None
    unmarked = _NO_MARK.match(head)
    if unmarked:
        found = _read(unmarked.group().rstrip(" ."), "")
        if found and found.date and found.wire:
            return found._replace(end=unmarked.end())
    return _closed_by_a_stop(text)


def _closed_by_a_stop(text: str) -> Dateline | None:
    """Return a dateline that is a sentence of its own: “Oslo, 3 May 2024. The ministry said …”."""
    for dated in find_dates(text[:_LONGEST])[:1]:
        rest = text[dated.end :]
        place = text[: dated.start].rstrip(" ,")
        told = dated.whole and place and text[dated.start - 2 : dated.start] == ", "
        if told and rest.startswith(". ") and _is_place(place) and _opens_sentence(rest[2:]):
            return Dateline(len(text) - len(rest[1:].lstrip()), dated, None)
    return None


def _read(head: str, mark: str) -> Dateline | None:
    wires = [match for match in _WIRE.finditer(head) if _is_wire(match[1] or match[2])]
    dates = find_dates(head)
    if len(wires) > 1 or len(dates) > 1:
        return None
    place = _COUNTRY.sub("", _WIRE.sub("", head) if wires else head)
    for dated in dates:
        place = place.replace(head[dated.start : dated.end], "")
    place = _weekday().sub("", place).strip(" ,./-–—")
    wire = wires[0][1] or wires[0][2] if wires else None
    if not place and not (wires and head.startswith(("(", "/"))):
        return None
    if place and not _is_place(place):
        return None
    if not (wires or dates or _stands_alone(place, mark)):
        return None
    return Dateline(len(head), dates[0] if dates else None, wire)


def _is_place(place: str) -> bool:
    return len(place.split(",")) <= 4 and is_name_like(place.replace("/", " "), _MOST_PLACE_WORDS)


def _stands_alone(place: str, mark: str) -> bool:
    """Whether a place needs no date or agency: in capitals, or before a long dash."""
    town = place.partition(",")[0]
    if town.isupper() and len(town) > 2:
        return True
    return mark in ("—", "–", "--", "―") and len(place.split()) <= 3


def _is_wire(name: str) -> bool:
    # “Nordpress, English service”: the desk stands behind the agency's name.
    return is_name_like(name.split(",", maxsplit=1)[0], 4) and not find_dates(name)


def _opens_sentence(rest: str) -> bool:
    opening = rest.lstrip("“\"'‘«(")[:1]
    return len(rest.split()) >= 5 and (opening.isupper() or opening.isdigit() or opening > "\u024f")


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words_of('dates')['weekdays'])})\b\.?", re.IGNORECASE)

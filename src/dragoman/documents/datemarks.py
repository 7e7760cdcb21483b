"""Header and footer lines that say when and by whom a report came out."""

import re
from functools import cache
from typing import NamedTuple

from dragoman.documents.dates import Dated, find_dates
from dragoman.documents.mastheads import is_agency, is_outlet, is_section, outlet_name
from dragoman.documents.rules import Place, segments, why_furniture
from dragoman.documents.words import alternatives, ends_sentence, is_name_like, words_of

_MOST_WORDS = 24
_MOST_NAME_WORDS = 6
_SOURCE = re.compile(r"(?:source|sources|agency|via|from)\s*:\s*(.+)", re.IGNORECASE)
_PUBLISHED_IN = re.compile(
    r"(?:first |originally )?(?:published|appeared|posted)"
    r" (?:in|by|on|at)(?: (?-i:the))? (.{2,80}?)",
    re.IGNORECASE,
)


class DateMark(NamedTuple):
    """What such a line gives: dates, those of updates, the outlet, and its unknown names."""

    published: tuple[Dated, ...]
    updated: tuple[Dated, ...]
    outlet: str | None
    unknown: tuple[str, ...]


def read_date_mark(text: str) -> DateMark | None:
    """Return what a line gives if it is made of a date and the like, None if it is prose."""
    if len(text.split()) > _MOST_WORDS or not find_dates(text):
        return None
    published: list[Dated] = []
    updated: list[Dated] = []
    outlet: str | None = None
    unknown: list[str] = []
    for part in segments(text):
        dates = find_dates(part)
        rest = _rest(part, dates)
        late = bool(_updated().search(part)) and not _published().search(part)
        (updated if late else published).extend(dates)
        if not rest or is_section(rest):
            continue
        named = _named(rest)
        if named is not None:
            outlet = outlet or named
        elif why_furniture(rest, Place(first=False, edge=True)) is None:
            unknown.append(rest)
    # “Done in Muscat on 12 February.” is a sentence of the text.
    prose = unknown and ends_sentence(text)
    if prose or not all(is_name_like(name, _MOST_NAME_WORDS) for name in unknown):
        return None
    return DateMark(tuple(published), tuple(updated), outlet, tuple(unknown))


def _named(rest: str) -> str | None:
    """Return the outlet that the words beside a date name, if they do."""
    for pattern in (_SOURCE, _PUBLISHED_IN):
        match = pattern.fullmatch(rest)
        if match and is_name_like(match[1], _MOST_NAME_WORDS):
            return outlet_name(match[1])
    if is_outlet(rest, beside=True) or is_agency(rest):
        return outlet_name(rest)
    return None


def _rest(part: str, dates: list[Dated]) -> str:
    """Return what is left of a part beside its dates, their labels, days and time zones."""
    for dated in reversed(dates):
        part = part[: dated.start] + " \x00 " + part[dated.end :]
    published_in = re.match(_PUBLISHED_IN.pattern + r"[\s,]*\x00", part, re.IGNORECASE)
    if published_in:
        return part.split("\x00")[0].strip(" ,")
    part = _spare().sub(" ", part.replace("\x00", " "))
    return part.strip(" \t,.:;()[]|/–—-")


@cache
def _spare() -> re.Pattern[str]:
    lists = words_of("dates")
    labels = [*lists["labels"]["published"], *lists["labels"]["updated"]]
    words = alternatives([*labels, *lists["zones"], *lists["weekdays"], *lists["posters"]])
    time = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?"
    return re.compile(rf"(?<!\w)(?:{words}|{time})(?!\w)[\s:.]*", re.IGNORECASE)


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{alternatives(words_of('dates')['labels']['updated'])})(?!\w)", re.IGNORECASE
    )


@cache
def _published() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{alternatives(words_of('dates')['labels']['published'])})(?!\w)",
        re.IGNORECASE,
    )

"""The likeliest day of a report that does not tell it, worked out before its dates are.

Such a report still says "on Wednesday", or which day of which month it is. Other reports tell the
same story with full dates, and came out on days that are known. Each possible day is weighed by how
many happenings it puts on the days that others put them on.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.linking.days.dates import Days, days
from dragoman.linking.events.happening import Happening
from dragoman.linking.events.likeness import words_alike
from dragoman.linking.origins.rewording import Details
from dragoman.linking.origins.sisters import sisters_of
from dragoman.linking.readings import Source
from dragoman.linking.told import Told
from dragoman.linking.who.parties import Parties
from dragoman.linking.wording.words import Rarity, RarityAtLarge
from dragoman.record.nouns import Entity, Event, Origin
from dragoman.record.relative import resolve
from dragoman.record.vocabulary import MAIN_DAY

DAY = len("2025-07-09")
WEEK = 7
NEWS = "D-2/D+0"
"""When the main happening of a report was that tells no time of it."""
CLASH, GUESSED = -0.25, 0.5
COPY, SISTER, TOO_EARLY = 1.0, 0.5, -1.0
HEAD_DAY, HEAD_WEEKDAY = 3.0, 1.0
LEAST = 1.2
"""What the likeliest day must weigh."""
SEASON = 60
"""How far from its sisters, in days, the day may lie that the head of a report names."""


class OwnDay(NamedTuple):
    """The likeliest day of a report, and why in words."""

    day: dt.date
    why: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A happening that waits for its report's day.

    `likes` are the days that others put its like on, each with how like it is; `share` is how much
    it proves that the day fits.
    """

    value: str
    share: float
    likes: tuple[tuple[Days, float], ...]


@dataclass(slots=True)
class Clues:
    """What bears on the day of one report without a full date."""

    published: str | None
    head: tuple[str, ...]
    waiting: list[Waiting] = field(default_factory=list)
    own: set[dt.date] = field(default_factory=set)
    sisters: set[dt.date] = field(default_factory=set)
    copies: set[dt.date] = field(default_factory=set)


def likely_days(
    sources: Sequence[Source],
    told: Sequence[Told[Event]],
    entities: Mapping[str, Entity],
    details: Mapping[str, Details],
    origins: Iterable[Origin],
) -> dict[str, OwnDay]:
    """Return the likeliest day of each report without a full date, where something tells it.

    `told` are the events of all readings, `details` the names and figures of each report.
    """
    published = {s.report.id: d for s in sources if (d := _day(s.report.published))}
    open_ = {s.report.id: s for s in sources if s.report.id not in published}
    if not open_ or not published:
        return {}
    kin = sisters_of(open_, details, published)
    copies = {
        r: {published[o] for o in origin.reports if o in published}
        for origin in origins
        for r in origin.reports
        if r in open_
    }
    rows = _happenings(told, entities, {*open_, *(k for own in kin.values() for k in own)})
    rarity = RarityAtLarge()
    found = {}
    for report, source in sorted(open_.items()):
        clues = Clues(source.report.published, source.reading.own_day)
        clues.copies = copies[report]
        clues.sisters = {published[k] for k in kin[report]}
        clues.own = {d for e in source.reading.events if (d := _day(e.date))}
        others = [h for k in kin[report] for h in rows.get(k, ())]
        clues.waiting = list(_waiting(source, rows.get(report, ()), others, rarity))
        likeliest = _likeliest(clues)
        if likeliest:
            found[report] = likeliest
    return found


def _happenings(
    told: Sequence[Told[Event]], entities: Mapping[str, Entity], reports: set[str]
) -> dict[str, list[Happening]]:
    parties = Parties(entities)
    rows: dict[str, list[Happening]] = {report: [] for report in reports}
    for t in told:
        if t.report.id in reports:
            rows[t.report.id].append(Happening(t, parties))
    return rows


def _waiting(
    source: Source, own: Sequence[Happening], others: Sequence[Happening], rarity: Rarity
) -> Iterator[Waiting]:
    """Yield the happenings of a report that wait for its day, with their like elsewhere."""
    values = {r.item: r.value for r in source.reading.relative if r.part == "date"}
    for one in own:
        guessed = one.event.date_reason == MAIN_DAY
        value = values.get(one.event.id, NEWS if guessed and one.event.date is None else None)
        if value is None:
            continue
        likes = [
            (other.days, _alike(one, other, rarity))
            for other in others
            if other.days and other.days.length == 1 and not other.is_guessed
        ]
        told = tuple((d, round(w, 4)) for d, w in likes if d and w)
        if told:
            yield Waiting(value, GUESSED if guessed else 1.0, told)


def _alike(one: Happening, other: Happening, rarity: Rarity) -> float:
    """Return how like two happenings are, leaving their dates aside; 0 where they are not."""
    if one.event.type != other.event.type or not one.sides & other.sides:
        return 0.0
    if one.event.mode and other.event.mode and one.event.mode != other.event.mode:
        return 0.0
    return 0.4 * one.parties.likeness(one.all, other.all) + 0.6 * words_alike(one, other, rarity)


def _likeliest(clues: Clues) -> OwnDay | None:
    near = clues.copies or clues.sisters
    ranked = [
        (_weight(day, clues), -min((abs((day - n).days) for n in near), default=0), day)
        for day in set(_possible(clues))
    ]
    if not ranked:
        return None
    weight, _, day = max(ranked, key=lambda r: (r[0], r[1], -r[2].toordinal()))
    return OwnDay(day, _why(day, clues)) if weight >= LEAST else None


def _possible(clues: Clues) -> Iterator[dt.date]:
    """Yield the days worth weighing; a day, month or year that the report gives bounds them."""
    bounds = days(clues.published)
    seeds = set(_seeds(clues))
    either = {d for head in clues.head if (d := _day(head))}
    seeds = either or seeds
    for head in clues.head:
        if head.startswith("--"):
            years = {day.year + step for day in clues.sisters | clues.copies for step in (-1, 0, 1)}
            named = {d for year in years if (d := _calendar_day(f"{year:04}{head[1:]}"))}
            seeds = {d for d in named if _near(d, clues.sisters | clues.copies)}
    for day in seeds:
        if bounds is None or bounds.first <= day <= bounds.last:
            yield day


def _near(day: dt.date, others: Iterable[dt.date]) -> bool:
    return any(abs((day - other).days) <= SEASON for other in others)


def _seeds(clues: Clues) -> Iterator[dt.date]:
    for happened in {d.first for w in clues.waiting for d, _ in w.likes}:
        yield from _moved(happened, range(WEEK + 1))
    for day in clues.sisters | clues.copies:
        yield from _moved(day, range(-2, 3))
    for day in clues.own:
        yield from _moved(day, range(WEEK + 1))


def _moved(day: dt.date, steps: Iterable[int]) -> Iterator[dt.date]:
    for step in steps:
        moved = day.toordinal() + step
        if 1 <= moved <= dt.date.max.toordinal():
            yield dt.date.fromordinal(moved)


def _weight(day: dt.date, clues: Clues) -> float:
    total = sum(_borne_out(one, day) for one in clues.waiting)
    total += COPY * _nearness(day, clues.copies) + SISTER * _nearness(day, clues.sisters)
    total += sum(TOO_EARLY for own in clues.own if own > day)
    total += HEAD_DAY * (_names(day, clues.head))
    total += HEAD_WEEKDAY * (f"-W-{day.isoweekday()}" in clues.head)
    return round(total, 6)


def _names(day: dt.date, head: Iterable[str]) -> bool:
    return any(written in (f"--{day:%m-%d}", day.isoformat()) for written in head)


def _borne_out(one: Waiting, day: dt.date) -> float:
    """Return how like the likest happening is that others put where this day would put this one."""
    told = days(resolve(one.value, day))
    if told is None or told.length > WEEK:
        return 0.0
    fitting = max((w for d, w in one.likes if told.meets(d)), default=CLASH)
    return one.share * fitting


def _nearness(day: dt.date, others: set[dt.date]) -> float:
    return max((1 / (1 + abs((day - other).days)) for other in others), default=0.0)


def _why(day: dt.date, clues: Clues) -> str:
    reasons = []
    if _names(day, clues.head) or f"-W-{day.isoweekday()}" in clues.head:
        reasons.append("its head names such a day")
    if any(_borne_out(one, day) > 0 for one in clues.waiting):
        reasons.append("other reports date what it tells so")
    if day in clues.copies:
        reasons.append("a copy of its text came out then")
    elif day in clues.sisters:
        reasons.append("another report of the story came out then")
    return ", ".join(reasons) or "other reports of the story came out near it"


def _day(date: str | None) -> dt.date | None:
    return _calendar_day(date) if date and len(date) == DAY else None


def _calendar_day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return None

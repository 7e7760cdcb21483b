"""Items in words, for tables, pages and briefs."""

import calendar
import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from dragoman.record.days import days
from dragoman.record.nouns import Commitment, Event, Mention, Role, Series, Statement, Target
from dragoman.store.countries import country_name
from dragoman.store.views.listing import Listed, Names
from dragoman.store.views.phrases import phrase

_MUTUAL = ("AGREE", "CONSULT", "COOPERATE")
_LONG = 220
_UNNAMED = "someone unnamed"
MONTHS = tuple(calendar.month_name)


def event_words(event: Event, names: Names) -> str:
    """Return an event in words: who did what to whom, and where."""
    place = f" ({names[event.place]})" if event.place and event.place in names else ""
    if not event.actors and event.type in _MUTUAL:
        # What both sides do needs no first one: "A, B agreed".
        alone = msgspec.structs.replace(event, recipients=())
        return f"{joined(event.recipients, names) or _UNNAMED} {phrase(alone)}{place}"
    whom = joined(event.recipients, names)
    who = joined(event.actors, names) or _UNNAMED
    return f"{who} {phrase(event)}{f' {whom}' if whom else ''}{place}"


def commitment_words(made: Commitment, names: Names) -> str:
    """Return a commitment in words: who, to whom, what."""
    who = joined(made.by, names)
    whom = joined(made.to, names)
    parties = " to ".join(part for part in (who, whom) if part) if who else f"to {whom}"
    return f"{parties}: {made.subject}" if who or whom else made.subject


def target_words(target: Target) -> str:
    """Return a target in words: the amount, its unit and when it is due."""
    amount = ""
    if target.amount is not None:
        amount = f"{number(target.amount)} {_counted(target.unit or '', target.amount)}".strip()
    due = f"by {date_words(target.due)}" if target.due else ""
    return " ".join(part for part in (amount, due) if part)


def due_words(state: str) -> str:
    """Return in words how an open commitment stands as far as the reports reach."""
    since = state.removeprefix("no report found since ")
    if since != state:
        return f"no report since {date_words(since)} tells what came of it"
    return "no later report to check it by" if state == "not checked" else state


def standing_words(made: Commitment) -> str:
    """Return the status of a commitment, whether it is due, and how its firmness changed."""
    due = f", {due_words(made.due_state)}" if made.due_state else ""
    drift = f"; {made.drift}" if made.drift else ""
    return f"{made.status}{due}{drift}"


def _counted(unit: str, amount: float) -> str:
    """Return a unit as it stands behind an amount: codes and "%" as they are, nouns in number."""
    if amount == 1 or not unit.islower() or unit.endswith(("s", "craft", "people", "personnel")):
        return unit
    if unit.endswith(("sh", "ch", "x")):
        return f"{unit}es"
    return f"{unit[:-1]}ies" if re.search(r"[^aeiou]y$", unit) else f"{unit}s"


def number(value: float) -> str:
    """Return a number as people write it: 1,200 or 1.2 billion."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.4g} {word}"
    return f"{value:,.10g}"


def speakers(made: Statement, names: Names) -> str:
    """Return who says it: the speaker's name, several, or the report's words for one unnamed."""
    keys = dict.fromkeys(key for key in (made.speaker, *made.speakers) if key)
    return joined(keys, names) or made.source or "(not named)"


def joined(keys: Iterable[str], names: Names) -> str:
    """Return the names of entities in order; people behind their state where both are named."""
    ordered = list(keys)
    states = {names.countries.get(key): key for key in ordered if key in names.states}
    behind: dict[str, list[str]] = {key: [] for key in states.values()}
    alone: list[str] = []
    for key in ordered:
        state = states.get(names.countries.get(key, ""))
        if state is None:
            alone.append(key)
        elif state != key:
            behind[state].append(names.get(key, key))
        if key in behind:
            alone.append(key)
    return ", ".join(
        names.get(key, key) + (f" ({', '.join(behind[key])})" if behind.get(key) else "")
        for key in dict.fromkeys(alone)
    )


def telling(mentions: Sequence[Mention]) -> Mention:
    """Return the mention whose quote tells most, of those that are not too long."""
    short = [mention for mention in mentions if len(mention.quote) <= _LONG]
    if not short:
        return min(mentions, key=lambda mention: len(mention.quote))
    return max(short, key=lambda mention: len(mention.quote))


def quote(mentions: Sequence[Mention]) -> str:
    """Return the most telling quote on one line."""
    return " ".join(telling(mentions).quote.split()) if mentions else ""


def points_told(row: Listed[Series]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the points of a series in words, each with its citations: "2022: 3 billion USD"."""
    left = iter(row.citations)
    return [
        (
            f"{date_words(p.date)}: {number(p.value)} {_counted(row.item.unit, p.value)}"
            f" ({p.kind})",
            tuple(next(left) for _ in p.mentions),
        )
        for p in row.item.points
    ]


def role_words(role: Role, names: Names) -> str:
    """Return an office in words: its title, and of what."""
    of = names.get(role.organization or "") or (country_name(role.country) if role.country else "")
    return f"{role.title}, {of}" if of else role.title


def seen_words(role: Role) -> str:
    """Return from when to when the record saw an office held, as people write it."""
    if role.first_seen is None:
        return "seen on no known day"
    if role.first_seen == role.last_seen:
        return f"seen {date_words(role.first_seen)}"
    return f"seen {date_words(role.first_seen)} to {date_words(role.last_seen)}"


def cited(row: Listed[Any]) -> tuple[str, ...]:
    """Return one citation for each report that tells the item, that of the quote first."""
    mentions = row.item.mentions
    by_mention = dict(zip(mentions, row.citations, strict=True))
    seen: dict[str, str] = {}
    for mention in (*([telling(mentions)] if mentions else ()), *mentions):
        seen.setdefault(mention.report, by_mention[mention])
    return tuple(seen.values())


def date_words(date: str | None) -> str:
    """Return a date of the record as people write it: 9 July 2025, July 2025, 1950 to 1959."""
    if date is None or days(date) is None:
        return date or "date not given"
    begin, _, end = date.partition("/")
    if len(begin) == len(end) == 10 and begin[:7] == end[:7]:
        return f"{begin[8:].lstrip('0')} to {_date_words(end)}"
    return f"{_date_words(begin)} to {_date_words(end)}" if end else _date_words(begin)


def _date_words(date: str) -> str:
    year, month, day = (*date.split("-"), "", "")[:3]
    name = MONTHS[int(month)] if month else ""
    return " ".join(part for part in (day.lstrip("0"), name, year) if part)

"""Offices as lines of a page: title, of what, held by whom, from when to when that was seen."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from dragoman.record.nouns import Mention
from dragoman.store.countries import country_name
from dragoman.store.tables import evidence
from dragoman.store.views.entity_offices import held_in, offices
from dragoman.store.views.entity_pages import Named
from dragoman.store.views.words import date_words
from dragoman.web.cites import Cite, Citing

_MOST = 40


class Office(NamedTuple):
    """One office that one person holds."""

    id: str
    title: str
    of: str
    person: str
    name: str
    first_seen: str | None
    last_seen: str | None
    seen: str
    cite: Cite | None


class Offices(NamedTuple):
    """Some offices, and how many more there are."""

    offices: list[Office]
    more: int


def holding(connection: Connection, one: Named) -> Offices:
    """Return the offices that a person holds."""
    return _offices(connection, *offices(connection, one.id, _MOST))


def held(connection: Connection, one: Named) -> Offices:
    """Return the offices that others hold in an organization, a body or a state."""
    if one.type == "state" and one.country is None:
        return Offices([], 0)
    country = one.country if one.type == "state" else None
    return _offices(connection, *held_in(connection, one.id, country, _MOST))


def _offices(connection: Connection, found: list[Any], number: int) -> Offices:
    keys = [row.evidence for row in found if row.evidence]
    fields = (evidence.c.report, evidence.c.start, evidence.c.end, evidence.c.quote)
    query = select(evidence.c.id, *fields).where(evidence.c.id.in_(keys))
    mentions = {
        row.id: Mention(report=row.report, start=row.start, end=row.end, quote=row.quote)
        for row in connection.execute(query)
    }
    citing = Citing(connection, mentions.values())
    made = [_office(row, mentions.get(row.evidence), citing) for row in found]
    return Offices(made, number - len(made))


def _office(row: Any, mention: Mention | None, citing: Citing) -> Office:
    first, last = row.first_seen, row.last_seen
    words = "on no known day" if not first else date_words(first)
    if first and first != last:
        words = f"{date_words(first)} to {date_words(last)}"
    return Office(
        id=row.id,
        title=row.title,
        of=row.body or (country_name(row.country) if row.country else ""),
        person=row.person,
        name=row.name,
        first_seen=first,
        last_seen=last,
        seen=words,
        cite=citing.cite(mention) if mention else None,
    )

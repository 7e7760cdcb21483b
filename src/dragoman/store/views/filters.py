"""Filters that read the same on every listing, and the items they let through.

`between` two states: both stand behind the item as a party or in its context (the paragraph of
its evidence, or the headline of that report), and where an item has parties with a country at
all, at least one of the two is among them. An entity passes if it belongs to one of the two, or
to no state and has both in its context.
`modes`: an event has one of them, beside its kind; `states`, `outlets`, `years`: one of the states
takes part, one of the outlets tells it, it begins in one of the years; `who`: the entity with this
id takes part in it.
`since` and `until`: the item's own date, else the dates of the reports that tell it; an item whose
date covers more than a day passes if any of its days does. Items without any date do not.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, get_args

import msgspec
from sqlalchemy import Column, ColumnElement, Connection, Select, and_, exists, func, or_, select

from dragoman.record.days import days
from dragoman.record.errors import ItemNotFound, QueryInvalid
from dragoman.record.nouns import (
    CommitmentKind,
    DisagreementKind,
    EntityType,
    FigureKind,
    Hedge,
    Status,
    Why,
)
from dragoman.store.countries import country_code
from dragoman.store.tables import (
    LISTED,
    entity,
    event,
    evidence,
    explained_side,
    item,
    party,
    point,
    report,
    side,
    side_report,
    statement,
)
from dragoman.store.views.phrases import event_modes, event_types

KINDS: dict[str, tuple[str, ...]] = {
    "entity": get_args(EntityType),
    "commitment": get_args(CommitmentKind),
    "statement": get_args(Hedge),
    "figure": get_args(FigureKind),
    "disagreement": get_args(DisagreementKind),
    "explained": get_args(DisagreementKind) + get_args(Why),
}
STATUSES: dict[str, tuple[str, ...]] = {
    "event": get_args(Hedge),
    "commitment": get_args(Status),
    "statement": get_args(Hedge),
}


# From so many items on an entity is asked of each item rather than its items listed.
_FREQUENT = 2000


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What to let through, in the user's words; what is None or empty lets all through.

    `only` are ids: what has changed since a day.
    """

    between: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    report: str | None = None
    only: frozenset[str] | None = None
    modes: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    who: str | None = None


def matching(connection: Connection, filters: Filters, *nouns: str) -> Select[Any]:
    """Return the query for the ids of the items of `nouns` that pass.

    Raises QueryInvalid for a filter that cannot be understood and ItemNotFound for a report that
    the record does not hold.
    """
    return select(item.c.id).where(item.c.noun.in_(nouns), *passing(connection, filters, nouns))


def passing(
    connection: Connection, filters: Filters, nouns: Sequence[str]
) -> Iterator[ColumnElement[bool]]:
    """Yield what a row of `item` must meet. Raises as `matching`."""
    if filters.kinds:
        allowed = [kind for noun in nouns for kind in kinds_of(noun)]
        kinds = [known(word, allowed, "--kind") for word in filters.kinds]
        yield or_(item.c.kind.in_(kinds), item.c.mode.in_(kinds))
    if filters.statuses:
        allowed = [status for noun in nouns for status in STATUSES.get(noun, ())]
        statuses = [known(word, allowed, "--status") for word in filters.statuses]
        yield item.c.status.in_(statuses)
    if filters.since:
        yield item.c.last_day >= day(filters.since, "--since")[0]
    if filters.until:
        yield item.c.first_day <= day(filters.until, "--until")[1]
    if filters.between:
        one, other = pair(connection, filters.between)
        yield _between(one, other, nouns)
    if filters.only is not None:
        yield item.c.id.in_(filters.only)
    if filters.report:
        yield _in_reports(report_ids(connection, filters.report))
    if filters.modes:
        # Readers may give modes that no phrase has words for, so any is looked for as it is.
        yield item.c.mode.in_(filters.modes)
    if filters.states:
        codes = [country_code(connection, name) for name in filters.states]
        yield or_(*(listing(item.c.parties, code) for code in codes))
    if filters.outlets:
        yield or_(*(listing(item.c.outlets, name) for name in filters.outlets))
    if filters.years:
        yield func.substr(item.c.day, 1, 4).in_(filters.years)
    if filters.who:
        yield _concerning(connection, filters.who)


def pair(connection: Connection, between: tuple[str, str]) -> tuple[str, str]:
    """Return the alpha-3 codes of the two states. Raises QueryInvalid."""
    one, other = (country_code(connection, name) for name in between)
    if one == other:
        raise QueryInvalid(f"--between needs two states, and both were {one}")
    return one, other


def day(date: str, option: str) -> tuple[str, str]:
    """Return the first and last day of a date the user gave. Raises QueryInvalid."""
    covered = days(date)
    if covered is None:
        raise QueryInvalid(f"{option} {date} is no date: write 2026, 2026-03 or 2026-03-31")
    return covered


def kinds_of(noun: str) -> tuple[str, ...]:
    """Return the kinds items of a noun may have; of events the types and modes."""
    return event_types() + event_modes() if noun == "event" else KINDS.get(noun, ())


def known(word: str, words: Iterable[str], option: str) -> str:
    """Return `word` as the vocabulary spells it. Raises QueryInvalid."""
    allowed = list(dict.fromkeys(words))
    for one in allowed:
        if one.lower() == word.lower():
            return one
    raise QueryInvalid(f"{option} {word} is none of {', '.join(allowed)}")


def report_ids(connection: Connection, name: str) -> list[str]:
    """Return the ids of the reports with this file name, its stem, or the start of an id.

    Raises ItemNotFound where there is none.
    """
    exact = select(report.c.id).where(report.c.id == name)
    if connection.execute(exact).first() is not None:
        return [name]
    rows = list(connection.execute(select(report.c.id, report.c.file)))
    found = [row.id for row in rows if name in (row.file, row.file.rpartition(".")[0])]
    found = found or [row.id for row in rows if len(name) > 2 and row.id.startswith(name)]
    if not found:
        raise ItemNotFound(f"no report is called {name!r}: give its file name or its id")
    return found


def listing(column: Column[str], value: str) -> ColumnElement[bool]:
    """Return the condition that a column of several values (see `tables.LISTED`) has this one."""
    return func.instr(column, f"{LISTED}{value}{LISTED}") > 0


def _between(one: str, other: str, nouns: Sequence[str]) -> ColumnElement[bool]:
    both = and_(listing(item.c.states, one), listing(item.c.states, other))
    nobody = item.c.parties == ""
    takes_part = or_(nobody, listing(item.c.parties, one), listing(item.c.parties, other))
    # Asked of each row of the record: what no noun here can meet is left out of the question.
    if "entity" not in nouns:
        return and_(both, takes_part)
    own = exists().where(entity.c.id == item.c.id, entity.c.country.in_((one, other)))
    return or_(
        and_(item.c.noun != "entity", both, takes_part),
        and_(item.c.noun == "entity", or_(own, and_(both, nobody))),
    )


def _concerning(connection: Connection, who: str) -> ColumnElement[bool]:
    """Return the condition that an entity takes part in an item, says or passes it on, or is there.

    Of a rare entity the items are listed first; of a frequent one each item is asked, since a page
    needs few of them.
    """
    taking_part = party.c.entity == who
    some = select(party.c.item).where(taking_part).limit(_FREQUENT)
    number = connection.execute(select(func.count()).select_from(some.subquery())).scalar_one()
    place = select(event.c.id).where(event.c.place == who)
    spoken = select(statement.c.id).where(or_(statement.c.speaker == who, statement.c.via == who))
    if number < _FREQUENT:
        taking = select(party.c.item).where(taking_part)
        return or_(item.c.id.in_(taking), item.c.id.in_(place), item.c.id.in_(spoken))
    return or_(
        exists().where(party.c.item == item.c.id, taking_part),
        exists(place.where(event.c.id == item.c.id)),
        exists(spoken.where(statement.c.id == item.c.id)),
    )


def _in_reports(ids: list[str]) -> ColumnElement[bool]:
    shown = select(evidence.c.item).where(evidence.c.report.in_(ids))
    sides = (
        select(side.c.disagreement)
        .join(side_report, side_report.c.side == side.c.id)
        .where(side_report.c.report.in_(ids))
    )
    held = (
        select(owner)
        .join(evidence, evidence.c.item == table.c.id)
        .where(evidence.c.report.in_(ids))
        for table, owner in (
            (explained_side, explained_side.c.explained),
            (point, point.c.series),
        )
    )
    return or_(item.c.id.in_(shown), item.c.id.in_(sides), *(item.c.id.in_(one) for one in held))

"""Listings: the items of a noun that pass the filters, in a reader's order, with citations."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar, get_args

import msgspec
from sqlalchemy import Connection, select

from dragoman.record.days import days
from dragoman.record.nouns import (
    Commitment,
    CommitmentKind,
    Disagreement,
    Entity,
    Event,
    Explained,
    Figure,
    Mention,
    Series,
    Statement,
)
from dragoman.store.linked import loading
from dragoman.store.tables import entity
from dragoman.store.views.citations import Citer
from dragoman.store.views.filters import Filters, matching

Item = TypeVar("Item", bound=msgspec.Struct)
FIRMNESS: tuple[str, ...] = get_args(CommitmentKind)
_UNDATED = "9999"
# Beyond this all names are fetched: SQLite takes a limited number of values in one statement.
_MANY = 1000


class Names(dict[str, str]):
    """The names of entities by id; `countries` by id, and which of them are `states`."""

    def __init__(
        self,
        names: Mapping[str, str] | None = None,
        *,
        countries: Mapping[str, str] | None = None,
        states: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(names or {})
        self.countries = dict(countries or {})
        self.states = states


class Listed(msgspec.Struct, Generic[Item], frozen=True):
    """One item with a citation for each of its mentions, in their order."""

    item: Item
    citations: tuple[str, ...]


class Listing(msgspec.Struct, Generic[Item], frozen=True):
    """Items in order, and the name of every entity they speak of, by id."""

    rows: tuple[Listed[Item], ...]
    names: Names


def entities(connection: Connection, filters: Filters) -> Listing[Entity]:
    """Return entities by type, the most mentioned first."""
    return _listing(connection, filters, "entity")


def events(connection: Connection, filters: Filters) -> Listing[Event]:
    """Return events by date, those without one last."""
    return _listing(connection, filters, "event")


def commitments(connection: Connection, filters: Filters) -> Listing[Commitment]:
    """Return commitments, the firmest first, then by date."""
    return _listing(connection, filters, "commitment")


def statements(connection: Connection, filters: Filters) -> Listing[Statement]:
    """Return statements by report and place in it."""
    return _listing(connection, filters, "statement")


def unnamed_statements(connection: Connection, filters: Filters) -> Listing[Statement]:
    """Return the statements of speakers that the reports do not name."""
    found = statements(connection, filters)
    rows = tuple(r for r in found.rows if r.item.speaker is None and not r.item.speakers)
    return Listing(rows, found.names)


def figures(connection: Connection, filters: Filters) -> Listing[Figure]:
    """Return figures by what they measure."""
    return _listing(connection, filters, "figure")


def disagreements(connection: Connection, filters: Filters) -> Listing[Disagreement]:
    """Return disagreements by kind; `names` also tells what event or commitment one is about."""
    found: Listing[Disagreement] = _listing(connection, filters, "disagreement")
    _name_subjects(connection, found)
    return found


def explained(connection: Connection, filters: Filters) -> Listing[Explained]:
    """Return differences that are explained, by kind; `names` as those of disagreements."""
    found: Listing[Explained] = _listing(connection, filters, "explained")
    _name_subjects(connection, found)
    return found


def series(connection: Connection, filters: Filters) -> Listing[Series]:
    """Return series by measure; their points come by date."""
    return _listing(connection, filters, "series")


def _name_subjects(connection: Connection, found: Listing[Any]) -> None:
    about = [row.item.about for row in found.rows if row.item.about]
    found.names.update(subjects(connection, about))


def timeline(connection: Connection, filters: Filters) -> Listing[Event | Commitment]:
    """Return events and commitments together by date, those without one last.

    The parts of a whole come right behind it.
    """
    ids = _ids(connection, filters, "event", "commitment")
    found: list[Event | Commitment] = [
        *loading.load_events(connection, ids),
        *loading.load_commitments(connection, ids),
    ]
    return listed(connection, behind_wholes(sorted(found, key=by_date)))


def behind_wholes(items: Sequence[Event | Commitment]) -> list[Event | Commitment]:
    """Return items in their order, but the parts of a whole among them right behind it."""
    held = {item.id for item in items}
    parts: dict[str | None, list[Event | Commitment]] = defaultdict(list)
    for item in items:
        whole = item.part_of if isinstance(item, Event) else None
        parts[whole if whole in held else None].append(item)
    ordered: list[Event | Commitment] = []
    waiting = parts[None][::-1]
    while waiting:
        ordered.append(waiting.pop())
        waiting += parts.pop(ordered[-1].id, [])[::-1]
    return ordered


def listed(connection: Connection, items: Sequence[Item]) -> Listing[Item]:
    """Return `items` in the order given, with their citations and names."""
    citer = Citer(connection)
    rows = tuple(Listed(item, citer.cite_all(evidence_of(item))) for item in items)
    return Listing(rows, names_of(connection, {key for item in items for key in mentioned(item)}))


def evidence_of(item: Any) -> tuple[Mention, ...]:
    """Return the evidence of any item; of what has sides or points that of these."""
    parts = getattr(item, "sides", None) or getattr(item, "points", None)
    if parts is not None:
        return tuple(mention for part in parts for mention in part.mentions)
    mentions: tuple[Mention, ...] = item.mentions
    return mentions


def mentioned(item: Any) -> Iterator[str]:
    """Yield the ids of the entities an item speaks of."""
    for field in ("person", "organization", "place", "speaker", "via", "within", "about", "body"):
        if key := getattr(item, field, None):
            yield key
    for field in ("actors", "recipients", "by", "to", "speakers", "parties"):
        yield from getattr(item, field, ())


def names_of(connection: Connection, ids: set[str]) -> Names:
    """Return the names of entities by id, with what tells whose state they are of."""
    query = select(entity.c.id, entity.c.name, entity.c.type, entity.c.country)
    if len(ids) < _MANY:
        query = query.where(entity.c.id.in_(ids))
    rows = [row for row in connection.execute(query) if row.id in ids]
    return Names(
        {row.id: row.name for row in rows},
        countries={row.id: row.country for row in rows if row.country},
        states=frozenset(row.id for row in rows if row.type == "state"),
    )


def subjects(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return the words that tell events, commitments, statements and figures, by id."""
    told: dict[str, str] = {}
    for way in (_WAYS["event"], _WAYS["statement"], _WAYS["figure"]):
        for one in way.load(connection, ids):
            told[one.id] = " ".join(one.mentions[0].quote.split())
    for made in loading.load_commitments(connection, ids):
        told[made.id] = made.subject
    return told


def by_date(item: Event | Commitment) -> tuple[str, str, str]:
    """Order by the first day, those of a day by type, those without a date last."""
    covered = days(item.date)
    kind = item.type if isinstance(item, Event) else item.kind
    return (covered[0] if covered else _UNDATED, kind, item.id)


def by_firmness(item: Commitment) -> tuple[int, str, str]:
    """Order from signed to expected, and by date."""
    return (-FIRMNESS.index(item.kind), item.date or _UNDATED, item.id)


def _by_type(item: Entity) -> tuple[str, int, str, str]:
    return (item.type, -len(item.mentions), item.name, item.id)


def _by_place(item: Statement) -> tuple[str, int, str]:
    first = item.mentions[0]
    return (first.report, first.start, item.id)


def _by_measure(item: Figure) -> tuple[str, str, float, str]:
    return (item.measure.casefold(), item.unit, item.value, item.id)


def _by_kind(item: Disagreement | Explained) -> tuple[str, str]:
    return (item.kind, item.id)


def _by_thing(item: Series) -> tuple[str, str, str]:
    return (item.measure, item.unit, item.id)


class _Way(NamedTuple):
    load: Callable[[Connection, Sequence[str]], list[Any]]
    order: Callable[[Any], Any]


_WAYS = {
    "entity": _Way(loading.load_entities, _by_type),
    "event": _Way(loading.load_events, by_date),
    "commitment": _Way(loading.load_commitments, by_firmness),
    "statement": _Way(loading.load_statements, _by_place),
    "figure": _Way(loading.load_figures, _by_measure),
    "disagreement": _Way(loading.load_disagreements, _by_kind),
    "explained": _Way(loading.load_explained, _by_kind),
    "series": _Way(loading.load_series, _by_thing),
}


def _listing(connection: Connection, filters: Filters, noun: str) -> Listing[Any]:
    way = _WAYS[noun]
    found = way.load(connection, _ids(connection, filters, noun))
    return listed(connection, sorted(found, key=way.order))


def _ids(connection: Connection, filters: Filters, *nouns: str) -> list[str]:
    return [row.id for row in connection.execute(matching(connection, filters, *nouns))]

"""What rests on one report: its spans with the items they are evidence of, and its kin."""

from typing import Literal, NamedTuple, get_args

from sqlalchemy import Connection, select

from dragoman.store.linked.loading import load_roles
from dragoman.store.tables import entity, evidence, item, origin, origin_report, report
from dragoman.store.views.listing import names_of
from dragoman.store.views.told import told_of
from dragoman.store.views.words import role_words

Layer = Literal[
    "entity", "role", "event", "commitment", "statement", "figure", "disagreement", "explained"
]
_LAYERS = frozenset(get_args(Layer))


class Mark(NamedTuple):
    """A span of a report and the item that rests on it; an office is found by who holds it."""

    start: int
    end: int
    layer: Layer
    item: str


class Kin(NamedTuple):
    """A report that tells the same text again, or another version of the same page."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    file: str


class Copies(NamedTuple):
    """The reports that tell one original: why they are held to, and the first of them."""

    reason: str
    first: str
    reports: tuple[Kin, ...]


def marks(connection: Connection, key: str, start: int, end: int) -> list[Mark]:
    """Return what rests on a report between two places of its text, by place."""
    query = (
        select(evidence.c.start, evidence.c.end, evidence.c.item, item.c.noun)
        .join(item, item.c.id == evidence.c.item)
        .where(evidence.c.report == key, evidence.c.start < end, evidence.c.end > start)
        .order_by(evidence.c.start, evidence.c.end.desc(), evidence.c.id)
    )
    rows = connection.execute(query).all()
    # A side stands in the tables as an item of its own, but is looked at as part of another.
    wholes = {row.item.partition("/")[0] for row in rows if row.noun == "side"}
    whole = select(item.c.id, item.c.noun).where(item.c.id.in_(wholes))
    nouns = {row.id: row.noun for row in connection.execute(whole)}
    found = []
    for row in rows:
        key = row.item.partition("/")[0]
        layer = nouns.get(key, row.noun)
        # The points of a series are the spans of its figures again.
        if layer in _LAYERS:
            found.append(Mark(row.start, row.end, layer, key))
    return list(dict.fromkeys(found))


def words_of_marks(connection: Connection, found: list[Mark]) -> dict[tuple[Layer, str], str]:
    """Return the items of marks in words, by layer and id."""
    keys = {(mark.layer, mark.item) for mark in found}
    named = [key for layer, key in keys if layer in ("entity", "role")]
    told = told_of(connection, [key for layer, key in keys if layer not in ("entity", "role")])
    words: dict[tuple[Layer, str], str] = {}
    # Not with their mentions: a state is named in thousands of reports.
    called = select(entity.c.id, entity.c.name, entity.c.type).where(entity.c.id.in_(named))
    for one in connection.execute(called):
        words["entity", one.id] = f"{one.name} ({one.type})"
    roles = load_roles(connection, [key for layer, key in keys if layer == "role"])
    names = names_of(connection, {k for r in roles for k in (r.person, r.organization) if k})
    for role in roles:
        before = words.get(("role", role.person), names.get(role.person, role.person))
        lead = ": " if before == names.get(role.person, role.person) else "; "
        words["role", role.person] = f"{before}{lead}{role_words(role, names)}"
    return words | {key: told.get(key[1], key[1]) for key in keys if key not in words}


def copies(connection: Connection, key: str) -> Copies | None:
    """Return the reports that tell one original with this one, or None where it stands alone."""
    own = select(origin_report.c.origin).where(origin_report.c.report == key).scalar_subquery()
    query = (
        select(report, origin.c.reason, origin.c.id.label("first"))
        .join(origin_report, origin_report.c.report == report.c.id)
        .join(origin, origin.c.id == origin_report.c.origin)
        .where(origin_report.c.origin == own)
        .order_by(origin_report.c.position)
    )
    rows = connection.execute(query).all()
    if len(rows) < 2:
        return None
    kin = tuple(_kin(row) for row in rows if row.id != key)
    return Copies(reason=rows[0].reason, first=rows[0].first, reports=kin)


def versions(connection: Connection, key: str, url: str | None) -> list[Kin]:
    """Return the other reports got from the same address."""
    if not url:
        return []
    query = (
        select(report)
        .where(report.c.url == url, report.c.id != key)
        .order_by(report.c.published.is_(None), report.c.published, report.c.file, report.c.id)
    )
    return [_kin(row) for row in connection.execute(query)]


def _kin(row: object) -> Kin:
    return Kin(*(getattr(row, field) for field in Kin._fields))

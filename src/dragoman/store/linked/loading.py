"""The record's nouns out of the tables: all of a kind, or those with given ids; by id."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Row, Select, Table, select

from dragoman.record.nouns import (
    Commitment,
    Disagreement,
    Entity,
    Event,
    Explained,
    Figure,
    FollowUp,
    Ground,
    Mention,
    Origin,
    Point,
    Record,
    Role,
    Series,
    Side,
    Statement,
    Target,
)
from dragoman.record.workings import Working
from dragoman.store import tables
from dragoman.store.linked.rows import follow_up_key
from dragoman.store.linked_tables import working

Ids = Sequence[str] | None
# SQLite takes a limited number of values in one statement.
_BATCH = 5000


def load_record(connection: Connection) -> Record:
    """Return the whole record, every noun by id."""
    return Record(
        entities=tuple(load_entities(connection)),
        roles=tuple(load_roles(connection)),
        events=tuple(load_events(connection)),
        commitments=tuple(load_commitments(connection)),
        statements=tuple(load_statements(connection)),
        figures=tuple(load_figures(connection)),
        disagreements=tuple(load_disagreements(connection)),
        explained=tuple(load_explained(connection)),
        series=tuple(load_series(connection)),
        workings=tuple(load_workings(connection)),
        origins=tuple(load_origins(connection)),
    )


def load_entities(connection: Connection, ids: Ids = None) -> list[Entity]:
    """Return entities with their names and mentions."""
    mentions = _evidence(connection, "entity", ids)
    names = _grouped(connection, tables.entity_name, "entity", ids)
    return [
        Entity(
            **row._mapping,
            names=tuple(name.name for name in names.get(row.id, ())),
            mentions=mentions.get(row.id, ()),
        )
        for row in _rows(connection, tables.entity, ids)
    ]


def load_roles(connection: Connection, persons: Ids = None) -> list[Role]:
    """Return roles, of all or of the given persons."""
    rows = _rows(connection, tables.role, persons, tables.role.c.person)
    mentions = _evidence(connection, "role", None if persons is None else [row.id for row in rows])
    return [
        Role(
            person=row.person,
            title=row.title,
            country=row.country,
            organization=row.organization,
            first_seen=row.first_seen,
            last_seen=row.last_seen,
            mentions=mentions.get(row.id, ()),
        )
        for row in rows
    ]


def load_events(connection: Connection, ids: Ids = None) -> list[Event]:
    """Return events with their parties and evidence."""
    mentions = _evidence(connection, "event", ids)
    parties = _parties(connection, ids)
    return [
        Event(
            **row._mapping,
            actors=parties[row.id, "actor"],
            recipients=parties[row.id, "recipient"],
            mentions=mentions.get(row.id, ()),
        )
        for row in _rows(connection, tables.event, ids)
    ]


def load_commitments(connection: Connection, ids: Ids = None) -> list[Commitment]:
    """Return commitments with their parties, follow-ups and evidence."""
    mentions = _evidence(connection, "commitment", ids)
    parties = _parties(connection, ids)
    later = _grouped(connection, tables.follow_up, "commitment", ids)
    keys = [follow_up_key(f.commitment, f.position) for own in later.values() for f in own]
    shown = _evidence(connection, "follow_up", keys)
    return [
        Commitment(
            id=row.id,
            kind=row.kind,
            subject=row.subject,
            by=parties[row.id, "by"],
            to=parties[row.id, "to"],
            target=Target(amount=row.amount, unit=row.unit, due=row.due),
            status=row.status,
            due_state=row.due_state,
            drift=row.drift,
            date=row.date,
            mentions=mentions.get(row.id, ()),
            follow_ups=tuple(
                FollowUp(
                    event=follow.by_event,
                    commitment=follow.by_commitment,
                    statement=follow.by_statement,
                    how=follow.how,
                    mentions=shown.get(follow_up_key(row.id, follow.position), ()),
                )
                for follow in later.get(row.id, ())
            ),
        )
        for row in _rows(connection, tables.commitment, ids)
    ]


def load_statements(connection: Connection, ids: Ids = None) -> list[Statement]:
    """Return statements with their speakers and evidence."""
    mentions = _evidence(connection, "statement", ids)
    parties = _parties(connection, ids)
    return [
        Statement(
            **row._mapping,
            speakers=parties[row.id, "speaker"],
            mentions=mentions.get(row.id, ()),
        )
        for row in _rows(connection, tables.statement, ids)
    ]


def load_figures(connection: Connection, ids: Ids = None) -> list[Figure]:
    """Return figures with their evidence."""
    mentions = _evidence(connection, "figure", ids)
    return [
        Figure(**row._mapping, mentions=mentions.get(row.id, ()))
        for row in _rows(connection, tables.figure, ids)
    ]


def load_workings(connection: Connection, bodies: Ids = None) -> list[Working]:
    """Return how bodies work, of all or of the given ones."""
    rows = _rows(connection, working, bodies, working.c.body)
    keys = None if bodies is None else [row.id for row in rows]
    mentions = _evidence(connection, "working", keys)
    parties = _parties(connection, keys)
    return [
        Working(
            **row._mapping,
            parties=parties[row.id, "party"],
            mentions=mentions.get(row.id, ()),
        )
        for row in rows
    ]


def load_disagreements(connection: Connection, ids: Ids = None) -> list[Disagreement]:
    """Return disagreements with their sides, each with its reports and evidence."""
    sides = _grouped(connection, tables.side, "disagreement", ids)
    keys = [side.id for group in sides.values() for side in group]
    mentions = _evidence(connection, "side", keys)
    reports = _grouped(connection, tables.side_report, "side", keys)
    return [
        Disagreement(
            **row._mapping,
            sides=tuple(
                Side(
                    value=side.value,
                    reports=tuple(entry.report for entry in reports.get(side.id, ())),
                    mentions=mentions.get(side.id, ()),
                )
                for side in sides.get(row.id, ())
            ),
        )
        for row in _rows(connection, tables.disagreement, ids)
    ]


def load_explained(connection: Connection, ids: Ids = None) -> list[Explained]:
    """Return explained differences with their sides."""
    sides = _grouped(connection, tables.explained_side, "explained", ids)
    keys = [side.id for group in sides.values() for side in group]
    mentions = _evidence(connection, "side", keys)
    return [
        Explained(
            **row._mapping,
            sides=tuple(
                Side(
                    value=side.value,
                    reports=tuple(sorted({m.report for m in mentions.get(side.id, ())})),
                    mentions=mentions.get(side.id, ()),
                )
                for side in sides.get(row.id, ())
            ),
        )
        for row in _rows(connection, tables.explained, ids)
    ]


def load_series(connection: Connection, ids: Ids = None) -> list[Series]:
    """Return series with their points in order."""
    points = _grouped(connection, tables.point, "series", ids)
    keys = [point.id for group in points.values() for point in group]
    mentions = _evidence(connection, "point", keys)
    return [
        Series(
            id=row.id,
            measure=row.measure,
            unit=row.unit,
            between=tuple(row.between.split()),
            points=tuple(
                Point(
                    date=point.date,
                    value=point.value,
                    kind=point.kind,
                    figure=point.figure,
                    mentions=mentions.get(point.id, ()),
                )
                for point in points.get(row.id, ())
            ),
        )
        for row in _rows(connection, tables.series, ids)
    ]


def load_origins(connection: Connection, reports: Ids = None) -> list[Origin]:
    """Return origins with the reports that tell them; those of some reports, or all."""
    entry = tables.origin_report
    keys: Ids = None
    if reports is not None:
        told = _fetched(connection, select(entry.c.origin), entry.c.report, reports)
        keys = [row.origin for row in told]
    telling = _grouped(connection, entry, "origin", keys)
    decoder = msgspec.json.Decoder(Ground)
    return [
        Origin(
            id=row.id,
            reports=tuple(one.report for one in telling.get(row.id, ())),
            reason=row.reason,
            ground=decoder.decode(row.ground) if row.ground else None,
        )
        for row in _rows(connection, tables.origin, keys)
    ]


def _rows(
    connection: Connection, table: Table, ids: Ids, column: Column[Any] | None = None
) -> list[Row[Any]]:
    key = table.c.id if column is None else column
    return _fetched(connection, select(table).order_by(table.c.id), key, ids)


def _fetched(
    connection: Connection, query: Select[Any], key: Column[Any], ids: Ids
) -> list[Row[Any]]:
    if ids is None:
        return list(connection.execute(query))
    ordered = sorted(set(ids))
    return [
        row
        for start in range(0, len(ordered), _BATCH)
        for row in connection.execute(query.where(key.in_(ordered[start : start + _BATCH])))
    ]


def _grouped(
    connection: Connection, table: Table, column: str, ids: Ids
) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    key = table.c[column]
    for row in _fetched(connection, select(table).order_by(key, table.c.position), key, ids):
        found[getattr(row, column)].append(row)
    return found


def _parties(connection: Connection, ids: Ids) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    table = tables.party
    query = select(table).order_by(table.c.item, table.c.part, table.c.position)
    for row in _fetched(connection, query, table.c.item, ids):
        found[row.item, row.part] += (row.entity,)
    return found


def _evidence(connection: Connection, noun: str, ids: Ids) -> dict[str, tuple[Mention, ...]]:
    table = tables.evidence
    query = select(table).order_by(table.c.id)
    if ids is None:
        query = query.join(tables.item, tables.item.c.id == table.c.item)
        query = query.where(tables.item.c.noun == noun)
    return _by_item(_fetched(connection, query, table.c.item, ids))


def _by_item(rows: Iterable[Row[Any]]) -> dict[str, tuple[Mention, ...]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for row in rows:
        found[row.item].append(
            Mention(report=row.report, start=row.start, end=row.end, quote=row.quote, form=row.form)
        )
    return {item: tuple(mentions) for item, mentions in found.items()}

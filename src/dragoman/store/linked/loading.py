"""The record's nouns out of the tables: all of a kind, or those with given ids; by id."""

import msgspec
from sqlalchemy import Connection, select

from dragoman.record.nouns import (
    Commitment,
    Disagreement,
    Entity,
    Event,
    Explained,
    Figure,
    FollowUp,
    Ground,
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
from dragoman.store.linked.fetching import (
    Ids,
    evidence_of,
    fetched,
    grouped,
    parties_of,
    rows_of,
)
from dragoman.store.linked.rows import follow_up_key
from dragoman.store.linked_tables import working


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
    mentions = evidence_of(connection, "entity", ids)
    names = grouped(connection, tables.entity_name, "entity", ids)
    return [
        Entity(
            **row._mapping,
            names=tuple(name.name for name in names.get(row.id, ())),
            mentions=mentions.get(row.id, ()),
        )
        for row in rows_of(connection, tables.entity, ids)
    ]


def load_roles(connection: Connection, persons: Ids = None) -> list[Role]:
    """Return roles, of all or of the given persons."""
    rows = rows_of(connection, tables.role, persons, tables.role.c.person)
    mentions = evidence_of(
        connection, "role", None if persons is None else [row.id for row in rows]
    )
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
    mentions = evidence_of(connection, "event", ids)
    parties = parties_of(connection, ids)
    return [
        Event(
            **row._mapping,
            actors=parties[row.id, "actor"],
            recipients=parties[row.id, "recipient"],
            mentions=mentions.get(row.id, ()),
        )
        for row in rows_of(connection, tables.event, ids)
    ]


def load_commitments(connection: Connection, ids: Ids = None) -> list[Commitment]:
    """Return commitments with their parties, follow-ups and evidence."""
    mentions = evidence_of(connection, "commitment", ids)
    parties = parties_of(connection, ids)
    later = grouped(connection, tables.follow_up, "commitment", ids)
    keys = [follow_up_key(f.commitment, f.position) for own in later.values() for f in own]
    shown = evidence_of(connection, "follow_up", keys)
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
        for row in rows_of(connection, tables.commitment, ids)
    ]


def load_statements(connection: Connection, ids: Ids = None) -> list[Statement]:
    """Return statements with their speakers and evidence."""
    mentions = evidence_of(connection, "statement", ids)
    parties = parties_of(connection, ids)
    return [
        Statement(
            **row._mapping,
            speakers=parties[row.id, "speaker"],
            mentions=mentions.get(row.id, ()),
        )
        for row in rows_of(connection, tables.statement, ids)
    ]


def load_figures(connection: Connection, ids: Ids = None) -> list[Figure]:
    """Return figures with their evidence."""
    mentions = evidence_of(connection, "figure", ids)
    return [
        Figure(**row._mapping, mentions=mentions.get(row.id, ()))
        for row in rows_of(connection, tables.figure, ids)
    ]


def load_workings(connection: Connection, bodies: Ids = None) -> list[Working]:
    """Return how bodies work, of all or of the given ones."""
    rows = rows_of(connection, working, bodies, working.c.body)
    keys = None if bodies is None else [row.id for row in rows]
    mentions = evidence_of(connection, "working", keys)
    parties = parties_of(connection, keys)
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
    sides = grouped(connection, tables.side, "disagreement", ids)
    keys = [side.id for group in sides.values() for side in group]
    mentions = evidence_of(connection, "side", keys)
    reports = grouped(connection, tables.side_report, "side", keys)
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
        for row in rows_of(connection, tables.disagreement, ids)
    ]


def load_explained(connection: Connection, ids: Ids = None) -> list[Explained]:
    """Return explained differences with their sides."""
    sides = grouped(connection, tables.explained_side, "explained", ids)
    keys = [side.id for group in sides.values() for side in group]
    mentions = evidence_of(connection, "side", keys)
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
        for row in rows_of(connection, tables.explained, ids)
    ]


def load_series(connection: Connection, ids: Ids = None) -> list[Series]:
    """Return series with their points in order."""
    points = grouped(connection, tables.point, "series", ids)
    keys = [point.id for group in points.values() for point in group]
    mentions = evidence_of(connection, "point", keys)
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
        for row in rows_of(connection, tables.series, ids)
    ]


def load_origins(connection: Connection, reports: Ids = None) -> list[Origin]:
    """Return origins with the reports that tell them; those of some reports, or all."""
    entry = tables.origin_report
    keys: Ids = None
    if reports is not None:
        told = fetched(connection, select(entry.c.origin), entry.c.report, reports)
        keys = [row.origin for row in told]
    telling = grouped(connection, entry, "origin", keys)
    decoder = msgspec.json.Decoder(Ground)
    return [
        Origin(
            id=row.id,
            reports=tuple(one.report for one in telling.get(row.id, ())),
            reason=row.reason,
            ground=decoder.decode(row.ground) if row.ground else None,
        )
        for row in rows_of(connection, tables.origin, keys)
    ]

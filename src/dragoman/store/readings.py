"""Readings in and out of a record: one by report, reader and version, none ever overwritten.

A report may have several; the one that was asked for last is current and counts in the record.
"""

import hashlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, insert, select, update

from dragoman.record.nouns import Reading
from dragoman.store.decisions.tables import decision
from dragoman.store.tables import linked, reading


def save_reading(connection: Connection, made: Reading) -> None:
    """Keep a reading of a report that is kept already, and make it the current one."""
    connection.execute(
        insert(reading).values(
            report=made.report,
            reader=made.reader,
            version=made.version,
            current=False,
            body=msgspec.json.encode(made),
        )
    )
    make_current(connection, made.report, made.reader, made.version)


def holds_reading(connection: Connection, report: str, reader: str, version: str) -> bool:
    """Say whether this version of the reader has read the report."""
    found = select(reading.c.report).where(
        reading.c.report == report, reading.c.reader == reader, reading.c.version == version
    )
    return connection.execute(found).first() is not None


def make_current(connection: Connection, report: str, reader: str, version: str) -> None:
    """Let the reading by this reader and version be the one that counts for the report."""
    chosen = (reading.c.reader == reader) & (reading.c.version == version)
    of_report = update(reading).where(reading.c.report == report)
    connection.execute(of_report.where(~chosen, reading.c.current).values(current=False))
    connection.execute(of_report.where(chosen, ~reading.c.current).values(current=True))


def current_readings(connection: Connection) -> Iterator[Reading]:
    """Yield the current reading of every report, by report id."""
    bodies = select(reading.c.body).where(reading.c.current).order_by(reading.c.report)
    decoder = msgspec.json.Decoder(Reading)
    for row in connection.execute(bodies):
        yield decoder.decode(row.body)


def readings_digest(connection: Connection, linker: str) -> str:
    """Return a digest of the current readings, the decisions, and the version that links them."""
    keys = (
        select(reading.c.report, reading.c.reader, reading.c.version)
        .where(reading.c.current)
        .order_by(reading.c.report)
    )
    listed = [list(row) for row in connection.execute(keys)]
    made = select(decision.c.id).order_by(decision.c.id)
    decided = [row.id for row in connection.execute(made)]
    return hashlib.sha256(msgspec.json.encode([linker, listed, decided])).hexdigest()


def needs_linking(connection: Connection, linker: str) -> bool:
    """Say whether the record was linked from other readings than are current, or not at all."""
    digest = connection.execute(select(linked.c.digest)).scalar_one_or_none()
    return digest != readings_digest(connection, linker)

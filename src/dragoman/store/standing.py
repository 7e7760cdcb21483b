"""A record as it stood on a day: what the reports published up to then tell, and no other.

The tables that views look at are laid over by temporary ones of the same name, so that every view
shows that day without knowing of it. They live as long as the connection.
"""

import hashlib
import zlib

import msgspec
from sqlalchemy import (
    Column,
    Connection,
    Index,
    MetaData,
    Table,
    delete,
    insert,
    select,
)

from dragoman.record.days import days
from dragoman.store import run_tables, tables
from dragoman.store.decisions.tables import LINKAGE_TABLES
from dragoman.store.linked_tables import LINKED_TABLES

_MOST_KEPT = 24
# Each with the column that names its report.
_NARROWED = (("report", "id"), ("raw", "report"), ("block", "report"), ("reading", "report"))


def published_by(connection: Connection, day: str) -> list[str]:
    """Return the ids of the reports that were there by the end of `day` (YYYY-MM-DD).

    A report without a date counts from the latest happening it tells of; one without any dated
    happening is on no day.
    """
    report, event, evidence = tables.report, tables.event, tables.evidence
    since: dict[str, str] = {}
    for row in connection.execute(select(report.c.id, report.c.published)):
        known = days(row.published)
        if known is not None:
            since[row.id] = known[1]
    told = (
        select(evidence.c.report, event.c.date)
        .join(event, event.c.id == evidence.c.item)
        .join(report, report.c.id == evidence.c.report)
        .where(event.c.date.is_not(None))
    )
    undated: dict[str, str] = {}
    for row in connection.execute(told):
        happened = days(row.date)
        if row.report not in since and happened is not None:
            undated[row.report] = max(undated.get(row.report, ""), happened[0])
    return sorted(key for key, known_on in (since | undated).items() if known_on <= day)


def lay_over(connection: Connection, reports: list[str]) -> None:
    """Hide all other reports from this connection; what linking makes of these is empty as yet."""
    connection.exec_driver_sql("CREATE TEMP TABLE visible (report VARCHAR PRIMARY KEY)")
    if reports:
        connection.exec_driver_sql(
            "INSERT INTO temp.visible VALUES (?)", [(report,) for report in reports]
        )
    for name, column in _NARROWED:
        connection.exec_driver_sql(
            f"CREATE TEMP VIEW {name} AS SELECT * FROM main.{name} "  # noqa: S608 (our own names)
            f"WHERE {column} IN (SELECT report FROM temp.visible)"
        )
    for table in (*LINKED_TABLES, *LINKAGE_TABLES):
        _emptied(table).create(connection)


def laid_over(connection: Connection) -> bool:
    """Say whether this connection sees the record of a day."""
    found = "SELECT count(*) FROM temp.sqlite_master WHERE name = 'visible'"
    return bool(connection.exec_driver_sql(found).scalar_one())


def standing_digest(linked: str, reports: list[str]) -> str:
    """Return the digest of a record linked from these reports; `linked` tells all the rest."""
    return hashlib.sha256(msgspec.json.encode([linked, reports])).hexdigest()


def load_standing(connection: Connection, digest: str) -> bytes | None:
    """Return what was kept under a digest."""
    query = select(run_tables.standing.c.body).where(run_tables.standing.c.digest == digest)
    body: bytes | None = connection.execute(query).scalar_one_or_none()
    return zlib.decompress(body) if body is not None else None


def keep_standing(connection: Connection, digest: str, body: bytes) -> None:
    """Keep what linking made of a day's reports; the oldest ones make room."""
    table = run_tables.standing
    if load_standing(connection, digest) is not None:
        return
    connection.execute(insert(table).values(digest=digest, body=zlib.compress(body)))
    newest = select(table.c.number).order_by(table.c.number.desc()).limit(_MOST_KEPT)
    connection.execute(delete(table).where(table.c.number.not_in(newest)))


def _emptied(table: Table) -> Table:
    """Return a temporary table of the same columns, without ties to what is laid over."""
    made = Table(
        table.name,
        MetaData(),
        *(Column(c.name, c.type, primary_key=c.primary_key) for c in table.columns),
        prefixes=["TEMPORARY"],
    )
    for index in sorted(table.indexes, key=lambda one: str(one.name)):
        Index(index.name, *(made.c[column.name] for column in index.columns))
    return made

"""What each linking changed: the runs of a record and the changes of every run, only added to."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Column, Connection, Row, Select, bindparam, func, insert, select

from dragoman.store import run_tables, tables

_NOUNS = ("entity", "event", "commitment", "statement", "figure", "disagreement")


class Standing(NamedTuple):
    """How an item stands: its noun and status, the reports that tell it, a quote."""

    noun: str
    status: str | None
    reports: frozenset[str]
    quote: str | None


class Run(NamedTuple):
    """One linking: its number and when it was, UTC."""

    number: int
    at: str


def state_of(connection: Connection, items: Sequence[str] | None = None) -> dict[str, Standing]:
    """Return how items stand now, by id; these, or all. Reports stand under their origins."""
    item, evidence, told = tables.item, tables.evidence, tables.origin_report
    reports: dict[str, set[str]] = {}
    quotes: dict[str, str] = {}
    cited = select(evidence.c.item, evidence.c.report, evidence.c.quote).order_by(evidence.c.id)
    for row in _narrowed(connection, cited, evidence.c.item, items, parts=True):
        # The sides of a disagreement are items under its id.
        key = row.item.partition("/")[0]
        reports.setdefault(key, set()).add(row.report)
        quotes.setdefault(key, row.quote)
    rows = select(item.c.id, item.c.noun, item.c.status).where(item.c.noun.in_(_NOUNS))
    found = {
        row.id: Standing(
            row.noun, row.status, frozenset(reports.get(row.id, ())), quotes.get(row.id)
        )
        for row in _narrowed(connection, rows, item.c.id, items)
    }
    read = _narrowed(connection, select(told.c.report), told.c.origin, items)
    return found | {row.report: Standing("report", None, frozenset(), None) for row in read}


def _narrowed(
    connection: Connection,
    query: Select[Any],
    column: Column[Any],
    items: Sequence[str] | None,
    *,
    parts: bool = False,
) -> Iterator[Row[Any]]:
    """Yield the rows of these items, and of what lies under their ids; all where None are given."""
    if items is None:
        yield from connection.execute(query)
        return
    own = column == bindparam("own")
    which = own | ((column > bindparam("first")) & (column < bindparam("past"))) if parts else own
    narrow = query.where(which)
    for key in items:
        yield from connection.execute(narrow, {"own": key, "first": f"{key}/", "past": f"{key}0"})


def record_run(
    connection: Connection, before: Mapping[str, Standing], after: Mapping[str, Standing]
) -> None:
    """Note a linking and what it changed of the items that stood or stand so.

    The caller owns the transaction.
    """
    last = connection.execute(select(func.max(run_tables.run.c.at))).scalar_one_or_none()
    # A clock set back must not put a later run before an earlier one.
    at = max(datetime.now(UTC).isoformat(timespec="seconds"), last or "")
    digest = hashlib.sha256(msgspec.json.encode(_all_ids(connection))).hexdigest()
    made = connection.execute(insert(run_tables.run).values(at=at, digest=digest))
    assert made.inserted_primary_key is not None
    number = made.inserted_primary_key[0]
    rows = [row | {"run": number} for row in _changes(before, after)]
    if rows:
        connection.execute(insert(run_tables.change), rows)


def _all_ids(connection: Connection) -> list[str]:
    item, told = tables.item, tables.origin_report
    rows = select(item.c.id).where(item.c.noun.in_(_NOUNS)).union_all(select(told.c.report))
    return sorted(row.id for row in connection.execute(rows))


def load_runs(connection: Connection) -> list[Run]:
    """Return all runs, the first one first."""
    query = select(run_tables.run.c.number, run_tables.run.c.at).order_by(run_tables.run.c.number)
    return [Run(row.number, row.at) for row in connection.execute(query)]


def changes_after(connection: Connection, number: int) -> Sequence[Any]:
    """Return the rows of all changes after the run with this number, in their order."""
    table = run_tables.change
    query = select(table).where(table.c.run > number).order_by(table.c.id)
    return connection.execute(query).all()


def _changes(before: Mapping[str, Standing], after: Mapping[str, Standing]) -> list[dict[str, Any]]:
    rows = []
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        one = new or old
        assert one is not None
        row = {"item": key, "noun": one.noun, "before": None, "after": None, "quote": None}
        if old is None:
            rows.append(row | {"what": "new"})
        elif new is None:
            rows.append(row | {"what": "gone", "quote": old.quote})
        else:
            rows += _altered(row, old, new)
    return rows


def _altered(row: dict[str, Any], old: Standing, new: Standing) -> list[dict[str, Any]]:
    rows = []
    if old.status != new.status:
        rows.append(row | {"what": "status", "before": old.status, "after": new.status})
    lost = sorted(old.reports - new.reports)
    if lost:
        rows.append(row | {"what": "evidence", "before": " ".join(lost), "quote": old.quote})
    return rows

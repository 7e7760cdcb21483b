"""What each linking changed: the runs of a record and the changes of every run, only added to."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, func, insert, select

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


def state_of(connection: Connection) -> dict[str, Standing]:
    """Return how every item stands now, by id; reports stand there too."""
    item, evidence = tables.item, tables.evidence
    reports: dict[str, set[str]] = {}
    quotes: dict[str, str] = {}
    cited = select(evidence.c.item, evidence.c.report, evidence.c.quote).order_by(evidence.c.id)
    for row in connection.execute(cited):
        # The sides of a disagreement are items under its id.
        key = row.item.partition("/")[0]
        reports.setdefault(key, set()).add(row.report)
        quotes.setdefault(key, row.quote)
    rows = select(item.c.id, item.c.noun, item.c.status).where(item.c.noun.in_(_NOUNS))
    found = {
        row.id: Standing(
            row.noun, row.status, frozenset(reports.get(row.id, ())), quotes.get(row.id)
        )
        for row in connection.execute(rows)
    }
    read = select(tables.origin_report.c.report)
    told = {
        row.report: Standing("report", None, frozenset(), None) for row in connection.execute(read)
    }
    return found | told


def record_run(
    connection: Connection, before: Mapping[str, Standing], after: Mapping[str, Standing]
) -> None:
    """Note a linking and what it changed. The caller owns the transaction."""
    last = connection.execute(select(func.max(run_tables.run.c.at))).scalar_one_or_none()
    # A clock set back must not put a later run before an earlier one.
    at = max(datetime.now(UTC).isoformat(timespec="seconds"), last or "")
    digest = hashlib.sha256(msgspec.json.encode(sorted(after))).hexdigest()
    made = connection.execute(insert(run_tables.run).values(at=at, digest=digest))
    assert made.inserted_primary_key is not None
    number = made.inserted_primary_key[0]
    rows = [row | {"run": number} for row in _changes(before, after)]
    if rows:
        connection.execute(insert(run_tables.change), rows)


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

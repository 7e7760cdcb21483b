"""A linked record made many times as large: its reports and items again, as other stories.

Linking tens of thousands of reports takes longer than a bench of pages may. So a record that was
linked is repeated: each time its reports, persons, bodies and happenings get ids of their own and
dates some months on, while states stay the same. What stands in the tables is what linking would
write of so much coverage, in kind and in amount.
"""

import hashlib
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec
from bench.varying import later
from sqlalchemy import Connection, Table, insert, select, update

import dragoman
from dragoman.store import tables
from dragoman.store.linked_tables import LINKED_TABLES
from dragoman.store.readings import readings_digest
from dragoman.store.reports import load_reports, save_report

_ID = re.compile(r"\b[a-z][0-9a-f]{12}\b")
_DATES = ("date", "due", "first_day", "last_day", "day", "first_seen", "last_seen", "start", "end")
_AT_ONCE = 5000


def repeat(connection: Connection, times: int) -> None:
    """Have the record `times` as many reports. The caller owns the transaction."""
    states = select(tables.entity.c.id).where(tables.entity.c.type == "state")
    shared = {row.id for row in connection.execute(states)}
    first = load_reports(connection)
    before = {table: _rows(connection, table) for table in LINKED_TABLES}
    for number in range(1, times):
        renamed = _renaming(number, shared)
        for report in first:
            made = {
                "id": renamed(report.id),
                "file": f"{number}-{report.file}",
                "published": later(report.published, number),
                "url": None,
            }
            save_report(connection, msgspec.structs.replace(report, **made), b"")
        for table in reversed(LINKED_TABLES):
            rows = [_moved(row, number, renamed) for row in before[table]]
            fresh = [row for row in rows if not _there(table, row, shared)]
            for at in range(0, len(fresh), _AT_ONCE):
                connection.execute(insert(table), fresh[at : at + _AT_ONCE])
    # What was repeated has no readings; it must not be linked anew for that.
    stands = readings_digest(connection, dragoman.__version__)
    connection.execute(update(tables.linked).values(digest=stands))


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    # Rows that only number themselves are numbered anew.
    own = [c.name for c in table.primary_key if c.type.python_type is int and not c.foreign_keys]
    left = own if len(list(table.primary_key)) == 1 else []
    rows = connection.execute(select(table)).mappings()
    return [{k: v for k, v in row.items() if k not in left} for row in rows]


def _renaming(number: int, shared: set[str]) -> Callable[[str], str]:
    @cache
    def renamed(key: str) -> str:
        if key in shared:
            return key
        return key[0] + hashlib.sha256(f"{number} {key}".encode()).hexdigest()[:12]

    return renamed


def _moved(row: dict[str, Any], number: int, renamed: Callable[[str], str]) -> dict[str, Any]:
    def moved(name: str, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        told = _ID.sub(lambda found: renamed(found[0]), value)
        return later(told, number) if name in _DATES else told

    return {name: moved(name, value) for name, value in row.items()}


def _there(table: Table, row: dict[str, Any], shared: set[str]) -> bool:
    """Say whether a row is one of a state, which stands once, or the record's own."""
    if table is tables.linked:
        return True
    if table is tables.evidence:
        return False
    keys = [row.get(column.name) for column in table.primary_key]
    return bool(keys) and keys[0] in shared

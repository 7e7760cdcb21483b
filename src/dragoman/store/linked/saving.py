"""A record put in the place of the one before."""

from collections import defaultdict

from sqlalchemy import Connection, delete, insert, select

from dragoman.record.nouns import Block, Record
from dragoman.store import tables
from dragoman.store.linked.countries import named_countries
from dragoman.store.linked.rows import Rows
from dragoman.store.linked_tables import LINKED_TABLES


def replace_record(connection: Connection, record: Record, digest: str) -> None:
    """Replace what linking made before. `digest` tells the readings it was made from.

    The caller owns the transaction. Raises sqlalchemy's IntegrityError where an item names an
    entity, item or report that is not there.
    """
    for table in LINKED_TABLES:
        connection.execute(delete(table))
    known = select(tables.report.c.id, tables.report.c.published, tables.report.c.outlet)
    told = connection.execute(known).all()
    rows = Rows({row.id: row.published for row in told}, {row.id: row.outlet for row in told})
    rows.add_record(record)
    rows.add_countries(sorted(named_countries(record, _blocks(connection))))
    rows.by_table[tables.linked] = [{"id": 1, "digest": digest}]
    for table in reversed(LINKED_TABLES):
        if rows.by_table[table]:
            connection.execute(insert(table), rows.by_table[table])


def _blocks(connection: Connection) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = defaultdict(list)
    table = tables.block
    for row in connection.execute(select(table).order_by(table.c.report, table.c.start)):
        block = Block(start=row.start, end=row.end, kind=row.kind, why=row.why)
        found[row.report].append(block)
    return found

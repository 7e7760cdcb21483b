"""A record put in the place of the one before: what is the same is left as it stands."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, Table, bindparam, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from dragoman.record.nouns import Block, Record
from dragoman.store import tables
from dragoman.store.linked.countries import named_countries
from dragoman.store.linked.differing import Differing, differing
from dragoman.store.linked.rows import Row, Rows
from dragoman.store.linked_tables import LINKED_TABLES, item_digest

# The column that tells whose rows these are; elsewhere it is the key of the item itself. It holds
# an item's id, or for its roles, sides and points one that begins with it and "/".
_OWNED = {
    "origin_report": "origin",
    "point": "series",
    "explained_side": "explained",
    "side_report": "side",
    "side": "disagreement",
    "follow_up": "commitment",
    "party": "item",
    "role": "person",
    "entity_name": "entity",
    "evidence": "item",
    "item_country": "item",
    "item_digest": "item",
}


class Replacement:
    """A record about to take the place of the one that the tables hold."""

    def __init__(self, connection: Connection, record: Record) -> None:
        """Tell what of the record differs. Nothing is written yet."""
        self._connection = connection
        self._record = record
        self._named = named_countries(record, _blocks(connection))
        self._differing: Differing = differing(connection, record, self._named)

    @property
    def touched(self) -> list[str]:
        """Return the ids of the items that are new, changed or gone."""
        return self._differing.touched()

    def carry_out(self, digest: str) -> None:
        """Write what differs. `digest` tells the readings the record was made from.

        The caller owns the transaction. Raises sqlalchemy's IntegrityError where an item names an
        entity, item or report that is not there.
        """
        made = LINKED_TABLES[:-1]
        for table in made:
            self._clear(table, self.touched)
        rows = self._rows()
        for table in reversed(made):
            _write(self._connection, table, rows.by_table[table])
        for table in made:
            if table.name not in _OWNED:
                self._drop(table)
        self._connection.execute(delete(tables.linked))
        self._connection.execute(insert(tables.linked).values(id=1, digest=digest))

    def _rows(self) -> Rows:
        written = self._differing.written
        known = select(tables.report.c.id, tables.report.c.published, tables.report.c.outlet)
        told = self._connection.execute(known).all()
        rows = Rows({row.id: row.published for row in told}, {row.id: row.outlet for row in told})
        rows.add_record(self._differing.of(self._record))
        rows.add_countries(sorted(one for one in self._named if one[0] in written))
        rows.by_table[item_digest] = [
            {"item": own, "digest": digest} for own, digest in sorted(written.items())
        ]
        return rows

    def _clear(self, table: Table, items: Sequence[str]) -> None:
        """Take out the rows that hang on items; those of the items themselves stay."""
        if table.name not in _OWNED and table is not tables.item:
            return
        column = table.c[_OWNED.get(table.name, "id")]
        which = (column > bindparam("first")) & (column < bindparam("past"))
        if table.name in _OWNED:
            which |= column == bindparam("own")
        # "0" follows "/", so between the two lie all keys that begin with the item's.
        keys = [{"own": own, "first": f"{own}/", "past": f"{own}0"} for own in items]
        if keys:
            self._connection.execute(delete(table).where(which), keys)

    def _drop(self, table: Table) -> None:
        keys = [{"own": own} for own in sorted(self._differing.gone)]
        if keys:
            self._connection.execute(delete(table).where(table.c.id == bindparam("own")), keys)


def replace_record(connection: Connection, record: Record, digest: str) -> None:
    """Let a record take the place of the one in the tables; see `Replacement.carry_out`."""
    Replacement(connection, record).carry_out(digest)


def _write(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add rows; those of items that stand already are set anew, since others may hang on them."""
    if not rows:
        return
    if table.name in _OWNED:
        connection.execute(insert(table), rows)
        return
    new = upsert(table)
    own = {column.name: new.excluded[column.name] for column in table.c if column.name != "id"}
    connection.execute(new.on_conflict_do_update(index_elements=["id"], set_=own), rows)


def _blocks(connection: Connection) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = defaultdict(list)
    table = tables.block
    for row in connection.execute(select(table).order_by(table.c.report, table.c.start)):
        block = Block(start=row.start, end=row.end, kind=row.kind, why=row.why)
        found[row.report].append(block)
    return found

"""A folder of Parquet files (see `dragoman.exporters._tables`), with a descriptor beside them.

Lists stay lists, numbers numbers; texts stand as they came. Files are made in groups of rows.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from dragoman.exporters._package import write_descriptor
from dragoman.exporters._tables import Table, tables
from dragoman.record.extras import needing
from dragoman.record.nouns import Record, Report

_GROUP = 20_000


def exporter() -> "ParquetExporter":
    """Return the exporter."""
    return ParquetExporter()


class ParquetExporter:
    """Writes `reports.parquet` and so on, one file a table; needs the extra `exports`."""

    name = "parquet"
    form: Literal["folder"] = "folder"

    def write(self, record: Record, reports: Sequence[Report], target: Path) -> None:
        """Write into the folder `target`."""
        with needing("exports"):
            import pyarrow as pa
            import pyarrow.parquet as pq

        kinds = {
            "string": pa.string(),
            "number": pa.float64(),
            "integer": pa.int64(),
            "boolean": pa.bool_(),
            "list": pa.list_(pa.string()),
        }
        made = tables(record, reports)
        for table in made:
            schema = pa.schema([(column.name, kinds[column.kind]) for column in table.columns])
            path = target / f"{table.name}.parquet"
            with pq.ParquetWriter(path, schema, compression="zstd") as writer:
                for columns in _groups(table):
                    writer.write_table(pa.table(columns, schema=schema))
        write_descriptor(target, made, extension="parquet")


def _groups(table: Table) -> Iterator[dict[str, list[Any]]]:
    rows = table.rows()
    while group := list(islice(rows, _GROUP)):
        names = [column.name for column in table.columns]
        yield {
            name: list(cells) for name, cells in zip(names, zip(*group, strict=True), strict=True)
        }

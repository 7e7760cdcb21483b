"""A folder of CSV tables (see `dragoman.exporters._tables`) with a Frictionless descriptor.

Several ids or names in one cell are parted by " | ". Cells are safe to open in a spreadsheet:
see `dragoman.exporters._cells`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from dragoman.exporters._cells import Cell, write_table
from dragoman.exporters._package import write_descriptor
from dragoman.exporters._tables import Value, tables
from dragoman.record.nouns import Record, Report


def exporter() -> "CsvExporter":
    """Return the exporter."""
    return CsvExporter()


class CsvExporter:
    """Writes `reports.csv`, `entities.csv` and so on, in UTF-8, and `datapackage.json`."""

    name = "csv"
    form: Literal["folder"] = "folder"

    def write(self, record: Record, reports: Sequence[Report], target: Path) -> None:
        """Write into the folder `target`, row by row."""
        made = tables(record, reports)
        for table in made:
            with (target / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as stream:
                head = [column.name for column in table.columns]
                write_table(stream, head, ([_cell(value) for value in row] for row in table.rows()))
        write_descriptor(target, made, extension="csv", mediatype="text/csv", encoding="utf-8")


def _cell(value: Value) -> Cell:
    if isinstance(value, bool):
        return "true" if value else "false"
    return " | ".join(value) if isinstance(value, list) else value

"""Cells of CSV files that a spreadsheet opens without running anything.

A text that begins with one of = + - @ or a control character is taken for a formula by common
spreadsheets; an apostrophe before it makes it text (OWASP, "CSV Injection").
"""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import IO

Cell = str | float | int | None
_FORMULA = re.compile(r"[=+\-@\t\n]")


def safe(cell: Cell) -> Cell:
    """Return `cell`, a text that reads as a formula with an apostrophe before it.

    Carriage returns become line feeds: the csv module would not quote them.
    """
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if _FORMULA.match(text) else text


def write_table(stream: IO[str], head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a table with its heading to `stream`."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([safe(cell) for cell in row] for row in rows)

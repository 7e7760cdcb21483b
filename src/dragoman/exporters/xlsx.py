"""A workbook for Excel and its kin: one sheet a noun, with names in place of ids, and citations.

Nothing in it runs or leads anywhere: all text is written as text, what reads as a formula is
marked as quoted (the apostrophe of spreadsheets), links stay plain, control characters go.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import IO, Any, Literal

from dragoman.exporters._cells import safe
from dragoman.exporters._known import Known
from dragoman.exporters._tables import Column, Table, Value, tables
from dragoman.exporters._walk import nouns_of
from dragoman.record.extras import needing
from dragoman.record.nouns import Record, Report
from dragoman.record.plain import harmless

# What a cell and a sheet hold at most (Excel specifications and limits).
LONGEST = 32_767
MOST_ROWS = 1_048_576
_CUT = " … (cut: the formats json and csv have all of it)"
# A workbook tells when it was made; the record does not, and the same record is written the same.
_NO_DAY = datetime(1980, 1, 1)
_IDS = ("id", "item")
_WIDE = {"told", "quote", "citations", "subject", "reason", "title", "measure", "value", "drift"}

Write = Callable[[Any, int, int, Value], None]


def exporter() -> "XlsxExporter":
    """Return the exporter."""
    return XlsxExporter()


class XlsxExporter:
    """Writes one workbook, row by row; needs the extra `exports`."""

    name = "xlsx"
    form: Literal["bytes"] = "bytes"

    def write(self, record: Record, reports: Sequence[Report], target: IO[bytes]) -> None:
        """Write to `target`."""
        with needing("exports"):
            from xlsxwriter import Workbook

        known = Known(record, reports)
        items = {"reports": tuple(reports), **nouns_of(record)}
        with Workbook(target, {"constant_memory": True}) as workbook:
            workbook.set_properties({"title": "A record of Dragoman", "created": _NO_DAY})
            head = workbook.add_format({"bold": True, "bottom": 1})
            write = _writer(workbook)
            for table in tables(record, reports):
                columns, rows = _readable(table, items.get(table.name, ()), known)
                for number, part in enumerate(_in_sheets(rows)):
                    name = table.name if number == 0 else f"{table.name} {number + 1}"
                    sheet = workbook.add_worksheet(name)
                    sheet.freeze_panes(1, 1)
                    for place, column in enumerate(columns):
                        sheet.set_column(place, place, _width(column))
                        sheet.write_string(0, place, column, head)
                    for row, values in enumerate(part, start=1):
                        for place, value in enumerate(values):
                            write(sheet, row, place, value)


def _readable(
    table: Table, items: Sequence[Any], known: Known
) -> tuple[list[str], Iterator[list[Value]]]:
    """Return the columns and rows of a table with names for ids, and citations where it has told.

    The quotes of `told` stand in the citations.
    """
    kept = [place for place, column in enumerate(table.columns) if column.name != "told"]
    columns = [table.columns[place] for place in kept]
    names = [column.name for column in columns]
    cited = table.name != "reports" and len(items) > 0

    def rows() -> Iterator[list[Value]]:
        for number, row in enumerate(table.rows()):
            values = [_named(table.columns[place], row[place], known) for place in kept]
            yield [*values, known.footnotes(items[number])] if cited else values

    return names + ["citations"] * cited, rows()


def _named(column: Column, value: Value, known: Known) -> Value:
    if column.name in _IDS:
        return value
    if isinstance(value, list):
        return [known.name(one) or _report(one, known) for one in value]
    return (known.name(value) or value) if isinstance(value, str) else value


def _report(key: str, known: Known) -> str:
    return known.source(key) if key in known.reports else key


def _in_sheets(rows: Iterator[list[Value]]) -> Iterator[Iterator[list[Value]]]:
    """Yield rows in parts that fit a sheet; at least one, which may be empty."""
    first = next(rows, None)
    if first is None:
        yield iter(())
    while first is not None:
        yield _part(first, rows)
        first = next(rows, None)


def _part(first: list[Value], rows: Iterator[list[Value]]) -> Iterator[list[Value]]:
    yield first
    for _, row in zip(range(MOST_ROWS - 2), rows, strict=False):
        yield row


def _writer(workbook: Any) -> Write:
    quoted = workbook.add_format({"quote_prefix": True})

    def write(sheet: Any, row: int, place: int, value: Value) -> None:
        if value is None or value in ([], ""):
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, place, value)
        elif isinstance(value, int | float):
            sheet.write_number(row, place, value)
        else:
            text = _cell(value)
            sheet.write_string(row, place, text, quoted if safe(text) != text else None)

    return write


def _cell(value: str | list[str]) -> str:
    text = "\n".join(map(harmless, value)) if isinstance(value, list) else harmless(value)
    # A cell's length is counted in the units of UTF-16.
    raw = text.encode("utf-16-le")
    if len(raw) <= 2 * LONGEST:
        return text
    return raw[: 2 * (LONGEST - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _width(column: str) -> int:
    return 60 if column in _WIDE else 18

"""A listing shown: as a table, as JSON in the record's form, or as CSV."""

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import click
import msgspec
from sqlalchemy import Connection

from dragoman.cli.options import Asked
from dragoman.cli.tables import on_terminal, rendered, table
from dragoman.cli.writing import write_data, write_out
from dragoman.exporters._cells import Cell, write_table
from dragoman.runs.cells import json_row
from dragoman.runs.standing import opened
from dragoman.store.reports import count_reports
from dragoman.store.views.filters import Filters
from dragoman.store.views.listing import Listed, Listing, Names

Find = Callable[[Connection, Filters], Listing[Any]]


class Looks(NamedTuple):
    """How a noun is listed.

    `cells` gives the CSV row of an item by column; `columns` are those a table shows, and `wide`
    is the one with the main text.
    """

    noun: str
    cells: Callable[[Listed[Any], Names], dict[str, Cell]]
    columns: tuple[str, ...]
    wide: str


def show(asked: Asked, find: Find, looks: Looks) -> None:
    """Find the items that were asked for and write them in the form that was asked for."""
    with opened(asked.record, asked.as_of) as connection:
        found = find(connection, filters(asked))
        reports = count_reports(connection)
    if asked.form == "json":
        write_data(json_text([json_row(row, found.names) for row in found.rows]), asked.output)
        return
    cells = [looks.cells(row, found.names) for row in found.rows]
    if asked.form == "csv":
        write_data(csv_text(cells, looks.columns), asked.output)
    elif not cells:
        click.echo(nothing(asked, looks.noun, reports))
    else:
        shown = [[_text(_nested(row, looks)[c]) for c in looks.columns] for row in cells]
        made = table([column.replace("_", " ") for column in looks.columns], looks.wide, shown)
        write_out(rendered(made, styled=on_terminal() and asked.output is None), asked.output)


def _nested(row: dict[str, Cell], looks: Looks) -> dict[str, Cell]:
    """Return a row with its main text drawn as a branch where it is a part of a whole."""
    return row | {looks.wide: f"└ {row[looks.wide]}"} if row.get("part_of") else row


def filters(asked: Asked) -> Filters:
    """Return the filters that were asked for."""
    return Filters(
        between=asked.between,
        since=asked.since,
        until=asked.until,
        kinds=asked.kinds,
        statuses=asked.statuses,
        report=asked.report,
    )


def json_text(rows: Any) -> str:
    """Return JSON, indented."""
    return msgspec.json.format(msgspec.json.encode(rows), indent=1).decode() + "\n"


def csv_text(rows: Sequence[Mapping[str, Cell]], columns: Sequence[str]) -> str:
    """Return CSV with a heading, also where there are no rows."""
    stream = io.StringIO()
    head = list(rows[0]) if rows else list(columns)
    write_table(stream, head, [list(row.values()) for row in rows])
    return stream.getvalue()


def nothing(asked: Asked, noun: str, reports: int) -> str:
    """Return what to say and to do where a listing is empty."""
    asks = (asked.between, asked.since, asked.until, asked.kinds, asked.statuses, asked.report)
    if asked.as_of and any(asks):
        return f"Reports up to {asked.as_of} tell no {noun} that pass: try a later day"
    if asked.as_of:
        return f"Reports up to {asked.as_of} tell no {noun}: try a later day"
    if reports == 0:
        return f"The record {asked.record} is empty: read reports into it with `dragoman read PATH`"
    if any(asks):
        return f"No {noun} pass these filters: try fewer of them"
    return f"The record {asked.record} has no {noun} (reports: {reports})"


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)

"""What a search found shown, with the words marked."""

from collections.abc import Mapping

import click
import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from dragoman.cli.listing import csv_text, json_text, nothing
from dragoman.cli.marking import marked
from dragoman.cli.options import Asked
from dragoman.cli.tables import on_terminal, rendered
from dragoman.cli.writing import write_data, write_out
from dragoman.exporters._cells import Cell
from dragoman.record.plain import plain
from dragoman.runs.standing import opened
from dragoman.store.reports import count_reports
from dragoman.store.search import Found, search
from dragoman.store.views.told import told_of

# The best ones; all of them are for --json and --csv.
_MOST = 50


def show(asked: Asked, query: str) -> None:
    """Write the paragraphs that answer `query` in the form that was asked for."""
    with opened(asked.record, asked.as_of) as connection:
        found = search(connection, query)
        reports = count_reports(connection)
        told = told_of(connection, {key for one in found for key in one.items})
    styled = on_terminal() and asked.output is None
    if asked.form == "json":
        rows = [
            msgspec.to_builtins(one)
            | {"told": {key: told[key] for key in one.items if key in told}}
            for one in found
        ]
        write_data(json_text(rows), asked.output)
    elif asked.form == "csv":
        columns = ("cited", "file", "outlet", "published", "text", "items")
        write_data(csv_text([_cells(one) for one in found], columns), asked.output)
    elif not found:
        empty = (
            nothing(asked, "words", reports) if not reports else "No paragraph answers this search"
        )
        click.echo(empty)
    else:
        parts = [part for one in found[:_MOST] for part in _parts(one, told, styled=styled)]
        parts.append(Text(_count(len(found))))
        write_out(rendered(Group(*parts), styled=styled), asked.output)


def _parts(one: Found, told: Mapping[str, str], *, styled: bool) -> list[RenderableType]:
    source = ", ".join(part for part in (one.outlet or one.file, one.published) if part)
    lines = [Text(f"- {plain(told[key])} {key}", style="dim") for key in one.items if key in told]
    return [
        Text(plain(f"{one.citation} {source}"), style="bold"),
        Padding(marked(one.text, one.marks, styled=styled), (0, 0, 0, 2)),
        Padding(Group(*lines), (0, 0, 1, 2)),
    ]


def _cells(one: Found) -> dict[str, Cell]:
    return {
        "cited": one.citation,
        "file": one.file,
        "outlet": one.outlet,
        "published": one.published,
        "text": one.text,
        "items": " ".join(one.items),
    }


def _count(number: int) -> str:
    if number > _MOST:
        return f"The best {_MOST} of {number} paragraphs; --json and --csv give all"
    return f"{number} paragraph{'' if number == 1 else 's'}"

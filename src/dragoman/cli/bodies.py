"""The machinery between states shown."""

from collections.abc import Iterator
from typing import Any

import click

from dragoman.cli.listing import csv_text, filters, json_text, nothing
from dragoman.cli.options import Asked
from dragoman.cli.pages import page
from dragoman.cli.tables import on_terminal, rendered
from dragoman.cli.writing import write_data, write_out
from dragoman.exporters._cells import Cell
from dragoman.runs.cells import json_row
from dragoman.runs.standing import opened
from dragoman.store.countries import country_name
from dragoman.store.reports import count_reports
from dragoman.store.views.bodies import Machinery, machinery
from dragoman.store.views.body_words import body_lines, working_words
from dragoman.store.views.citations import Citer
from dragoman.store.views.filters import pair
from dragoman.store.views.pages import Page, Section

_COLUMNS = ("body", "under", "depth", "kind", "told", "number", "state", "date", "cited", "id")


def show(asked: Asked) -> None:
    """Write the bodies in the form that was asked for."""
    with opened(asked.record, asked.as_of) as connection:
        found = machinery(connection, filters(asked))
        states = pair(connection, asked.between) if asked.between else ()
        lines = body_lines(found, Citer(connection))
        reports = count_reports(connection)
    if asked.form == "json":
        write_data(json_text([_row(found, at) for at in range(len(found.nodes))]), asked.output)
    elif asked.form == "csv":
        write_data(csv_text(list(_cells(found)), _COLUMNS), asked.output)
    elif not lines:
        click.echo(nothing(asked, "bodies", reports))
    else:
        names = " and ".join(country_name(code) for code in states)
        title = f"Bodies between {names}" if names else "Bodies"
        sections = (Section(heading="The machinery", lines=lines),)
        made = page(Page(title=title, intro="", sections=sections))
        write_out(rendered(made, styled=on_terminal() and asked.output is None), asked.output)


def _row(found: Machinery, at: int) -> dict[str, Any]:
    """Return a body in the record's form, with what is told of it."""
    node = found.nodes[at]
    told = [json_row(row, found.names) for row in (*node.workings, *node.above)]
    return json_row(node.body, found.names) | {"depth": node.depth, "workings": told}


def _cells(found: Machinery) -> Iterator[dict[str, Cell]]:
    """Yield a row for each thing told, and one for a body that nothing is told of."""
    for node in found.nodes:
        body = node.body.item
        own: dict[str, Cell] = {
            "body": body.name,
            "under": found.names.get(body.within or ""),
            "depth": node.depth,
        }
        for row in (*node.workings, *node.above):
            told = row.item
            yield own | {
                "kind": told.kind,
                "told": working_words(told, found.names),
                "number": told.number,
                "state": told.state,
                "date": told.date,
                "cited": " ".join(row.citations),
                "id": told.id,
            }
        if not node.workings and not node.above:
            empty: dict[str, Cell] = dict.fromkeys(_COLUMNS[3:8])
            yield own | empty | {"cited": " ".join(node.body.citations[:3]), "id": body.id}

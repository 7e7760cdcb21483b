"""The brief shown, or written to hand on."""

import sys

import click
import msgspec
from sqlalchemy import Connection

from dragoman.cli.listing import csv_text, filters, json_text, nothing
from dragoman.cli.options import Asked
from dragoman.cli.pages import page, page_cells
from dragoman.cli.tables import on_terminal, rendered
from dragoman.cli.writing import write_bytes, write_data, write_out
from dragoman.record.errors import UsageError
from dragoman.runs.briefing import Format, written
from dragoman.runs.standing import opened
from dragoman.store.reports import count_reports
from dragoman.store.views.brief import brief
from dragoman.store.views.brief.paper import paper
from dragoman.store.views.difference import changed_items
from dragoman.store.views.filters import Filters


def show(asked: Asked, changes_since: str | None = None) -> None:
    """Write the brief in the form that was asked for."""
    with opened(asked.record, asked.as_of) as connection:
        found = brief(connection, _filters(connection, asked, changes_since))
        reports = count_reports(connection)
    if asked.form == "json":
        write_data(json_text(msgspec.to_builtins(found)), asked.output)
    elif asked.form == "csv":
        write_data(csv_text(page_cells(found), ("section", "line", "cited", "id")), asked.output)
    elif not found.sections:
        click.echo(_nothing(asked, changes_since, reports))
    else:
        styled = on_terminal() and asked.output is None
        write_out(rendered(page(found), styled=styled), asked.output)


def write(asked: Asked, form: Format, changes_since: str | None) -> None:
    """Write the brief on two pages. Raises UsageError where a format needs a file."""
    if asked.output is None and form in ("docx", "pdf") and sys.stdout.isatty():
        raise UsageError(f"{form} is no text: name a file with -o brief.{form}")
    with opened(asked.record, asked.as_of) as connection:
        made = paper(connection, _filters(connection, asked, changes_since))
        reports = count_reports(connection)
    if made.parts:
        write_bytes(written(made, form), asked.output)
    else:
        click.echo(_nothing(asked, changes_since, reports), err=True)


def _filters(connection: Connection, asked: Asked, changes_since: str | None) -> Filters:
    if changes_since is None:
        return filters(asked)
    return msgspec.structs.replace(filters(asked), only=changed_items(connection, changes_since))


def _nothing(asked: Asked, changes_since: str | None, reports: int) -> str:
    if changes_since and reports:
        return f"Nothing to brief on has changed since {changes_since}"
    return nothing(asked, "items to brief on", reports)

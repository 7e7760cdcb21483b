"""The brief shown."""

import click
import msgspec

from dragoman.cli.listing import csv_text, filters, json_text, nothing
from dragoman.cli.options import Asked
from dragoman.cli.pages import page, page_cells
from dragoman.cli.tables import on_terminal, rendered
from dragoman.cli.writing import write_data, write_out
from dragoman.runs.standing import opened
from dragoman.store.reports import count_reports
from dragoman.store.views.brief import brief


def show(asked: Asked) -> None:
    """Write the brief in the form that was asked for."""
    with opened(asked.record, asked.as_of) as connection:
        found = brief(connection, filters(asked))
        reports = count_reports(connection)
    if asked.form == "json":
        write_data(json_text(msgspec.to_builtins(found)), asked.output)
    elif asked.form == "csv":
        write_data(csv_text(page_cells(found), ("section", "line", "cited", "id")), asked.output)
    elif not found.sections:
        click.echo(nothing(asked, "items to brief on", reports))
    else:
        styled = on_terminal() and asked.output is None
        write_out(rendered(page(found), styled=styled), asked.output)

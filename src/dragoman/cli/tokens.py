"""Tokens listed."""

import click
import msgspec

from dragoman.cli.listing import csv_text, json_text
from dragoman.cli.options import Asked
from dragoman.cli.tables import on_terminal, rendered, table
from dragoman.cli.writing import write_data, write_out
from dragoman.record.plain import plain
from dragoman.runs.opening import open_record
from dragoman.store.tokens import load_tokens

COLUMNS = ("name", "scope", "made", "expires", "used")


def show_tokens(asked: Asked) -> None:
    """Write all tokens in the form that was asked for."""
    with open_record(asked.record).reading() as connection:
        found = load_tokens(connection)
    rows = [msgspec.structs.asdict(one) for one in found]
    if asked.form == "json":
        write_data(json_text(rows), asked.output)
    elif asked.form == "csv":
        write_data(csv_text(rows, COLUMNS), asked.output)
    elif not rows:
        click.echo(f"The record {plain(str(asked.record))} has no tokens")
    else:
        shown = [[str(row[column] or "never") for column in COLUMNS] for row in rows]
        made = table(COLUMNS, "name", shown)
        write_out(rendered(made, styled=on_terminal() and asked.output is None), asked.output)

"""The users of a record in a table or as JSON."""

from pathlib import Path

import click
import msgspec

from dragoman.cli.listing import json_text
from dragoman.cli.tables import on_terminal, rendered, table
from dragoman.cli.writing import write_data, write_out
from dragoman.runs.opening import open_record
from dragoman.store.users import load_users


def show_users(record: Path, *, as_json: bool) -> None:
    """Write who may sign in."""
    with open_record(record).reading() as connection:
        users = load_users(connection)
    if as_json:
        write_data(json_text(msgspec.to_builtins(users)), None)
    elif not users:
        click.echo("Nobody may sign in yet: `dragoman user add NAME`")
    else:
        rows = [[one.name, one.role, one.made[:10]] for one in users]
        made = table(("name", "role", "made"), "name", rows)
        write_out(rendered(made, styled=on_terminal()), None)

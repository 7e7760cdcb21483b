"""`dragoman reject`."""

import click

from dragoman.cli import options
from dragoman.cli.deciding import Signed, decide, deciding, of_follow_up


@click.command(
    "reject",
    short_help="Decide that an item is wrong.",
    epilog=options.example(
        "dragoman reject v5b0fb0ae349b",
        "dragoman reject c9c4d12aa0137 --follow-up v5b0fb0ae349b",
    ),
)
@click.argument("key", metavar="ID")
@of_follow_up
@deciding
def command(signed: Signed, key: str, follow_up: str | None) -> None:
    """Decide that the item with this ID is wrong, and take it out of the record."""
    from dragoman.runs.review import making

    decide(signed, lambda connection: making.judge(connection, "reject", key, follow_up))

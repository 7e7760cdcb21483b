"""`dragoman undo`."""

import click

from dragoman.cli import options
from dragoman.cli.deciding import Signed, decide, deciding


@click.command(
    "undo",
    short_help="Take a decision back.",
    epilog=options.example("dragoman undo k5b0fb0ae349b"),
)
@click.argument("key", metavar="DECISION")
@deciding
def command(signed: Signed, key: str) -> None:
    """Take back a DECISION, by its id as `dragoman log` lists it. An undo can be undone too."""
    from dragoman.runs.review.deciding import undoing

    decide(signed, lambda connection: undoing(connection, key))

"""`dragoman merge`."""

import click

from dragoman.cli import options
from dragoman.cli.deciding import Signed, decide, deciding


@click.command(
    "merge",
    short_help="Decide that items are one.",
    epilog=options.example(
        'dragoman merge e5b0fb0ae349b e9c4d12aa0137 --why "one minister, two spellings"'
    ),
)
@click.argument("keep", metavar="KEEP")
@click.argument("others", nargs=-1, required=True, metavar="ID...")
@deciding
def command(signed: Signed, keep: str, others: tuple[str, ...]) -> None:
    """Decide that the items with these IDs are one; KEEP gives it its name and type.

    Entities, events, commitments, statements and figures can be merged. The ids that are given up
    lead to the one that stays.
    """
    from dragoman.runs.review import making

    decide(signed, lambda connection: making.merge(connection, (keep, *others)))

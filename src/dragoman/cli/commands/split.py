"""`dragoman split`."""

import click

from dragoman.cli import options
from dragoman.cli.deciding import Signed, decide, deciding


@click.command(
    "split",
    short_help="Decide that an item is two.",
    epilog=options.example(
        "dragoman split e5b0fb0ae349b '[r5a10:395-415]' '[r5a10:460-467]'",
        'dragoman split e5b0fb0ae349b wire.txt --why "another man of that name"',
    ),
)
@click.argument("key", metavar="ID")
@click.argument("off", nargs=-1, required=True, metavar="WHERE...")
@deciding
def command(signed: Signed, key: str, off: tuple[str, ...]) -> None:
    """Decide that the item with this ID is two, and set one of them apart.

    WHERE is what the other one rests on: citations as `dragoman show ID` lists them, or reports
    (all that they say of it). The id stays with the first words of the item; the other part gets
    one of its own.
    """
    from dragoman.runs.review import making

    decide(signed, lambda connection: making.split(connection, key, off))

"""`dragoman show`."""

import click

from dragoman.cli import options


@click.command(
    "show",
    short_help="One item or citation with its evidence.",
    epilog=options.example("dragoman show v5b0fb0ae349b", "dragoman show '[r3fa9:120-188]'"),
)
@click.argument("key", metavar="ID")
@options.forms
def command(asked: options.Asked, key: str) -> None:
    """Show an item with all its fields, and every quote it rests on marked in its paragraph.

    ID is the id of an item or report, the start of one, or a citation.
    """
    from dragoman.cli.evidence import show

    show(asked, key)

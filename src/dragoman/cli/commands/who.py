"""`dragoman who`."""

import click

from dragoman.cli import options


@click.command(
    "who",
    short_help="All the record has on a person, body or state.",
    epilog=options.example("dragoman who Kamikawa", 'dragoman who "joint commission" --json'),
)
@click.argument("name", nargs=-1, required=True)
@options.forms
def command(asked: options.Asked, name: tuple[str, ...]) -> None:
    """Show who or what NAME is: written forms, offices, events, commitments, statements.

    NAME may be a part of a name; capitals and diacritics do not count.
    """
    from dragoman.cli.dossiers import show

    show(asked, " ".join(name))

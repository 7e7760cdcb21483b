"""`dragoman who`."""

import click

from dragoman.cli import options


@click.command(
    "who",
    short_help="All the record has on a person, body or state.",
    epilog=options.example("dragoman who Kamikawa --why", 'dragoman who "joint commission" --json'),
)
@click.argument("name", nargs=-1, required=True)
@click.option("--why", is_flag=True, help="Tell too why what reports say was taken for one.")
@options.forms
def command(asked: options.Asked, name: tuple[str, ...], why: bool) -> None:
    """Show who or what NAME is: written forms, offices, events, commitments, statements.

    An office comes with the first and the last day on which a report shows it held; a state or
    body with who held its offices, one after the other.

    NAME may be a part of a name; capitals and diacritics do not count.
    """
    from dragoman.cli.dossiers import show

    show(asked, " ".join(name), why=why)

"""`dragoman statements`."""

import click

from dragoman.cli import options


@click.command(
    "statements",
    short_help="Who said what, and through whom.",
    epilog=options.example(
        "dragoman statements --kind alleged --between JPN PHL",
    ),
)
@options.listing(kind="stated, alleged, unconfirmed or denied.", status="The same as --kind.")
def command(asked: options.Asked) -> None:
    """Show statements in the order of the reports."""
    from dragoman.cli.cells import statement_cells
    from dragoman.cli.listing import Looks, show
    from dragoman.store.views.listing import statements

    columns = ("said_by", "told_as", "content", "cited")
    show(asked, statements, Looks("statements", statement_cells, columns, wide="content"))

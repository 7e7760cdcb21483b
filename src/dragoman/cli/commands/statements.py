"""`dragoman statements`."""

import click

from dragoman.cli import options


@click.command(
    "statements",
    short_help="Who said what, and through whom.",
    epilog=options.example(
        "dragoman statements --kind alleged --between JPN PHL",
        "dragoman statements --unnamed",
    ),
)
@options.listing(kind="stated, alleged, unconfirmed or denied.", status="The same as --kind.")
@click.option("--unnamed", is_flag=True, help="Only those whose speaker is not named.")
def command(asked: options.Asked, unnamed: bool) -> None:
    """Show statements in the order of the reports."""
    from dragoman.cli.listing import Looks, show
    from dragoman.runs.cells import statement_cells
    from dragoman.store.views.listing import statements, unnamed_statements

    columns = ("said_by", "told_as", "content", "cited")
    found = unnamed_statements if unnamed else statements
    show(asked, found, Looks("statements", statement_cells, columns, wide="content"))

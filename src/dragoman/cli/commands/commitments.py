"""`dragoman commitments`."""

import click

from dragoman.cli import options


@click.command(
    "commitments",
    short_help="Who is bound to what, the firmest first.",
    epilog=options.example(
        "dragoman commitments --status open --kind signed --kind agreed",
    ),
)
@options.listing(
    kind="From expected to signed.",
    status="open, progressing, fulfilled, lapsed or denied.",
)
def command(asked: options.Asked) -> None:
    """Show commitments from signed to expected, with target, due date, status and drift.

    The steps by which one came to stand as it does are told by `dragoman show ID`.
    """
    from dragoman.cli.listing import Looks, show
    from dragoman.runs.cells import commitment_cells
    from dragoman.store.views.listing import commitments

    columns = ("kind", "date", "what", "target", "stands", "cited")
    show(asked, commitments, Looks("commitments", commitment_cells, columns, wide="what"))

"""`dragoman disagreements`."""

import click

from dragoman.cli import options


@click.command(
    "disagreements",
    short_help="Where reports cannot both be right.",
    epilog=options.example(
        "dragoman disagreements --kind date",
    ),
)
@options.listing(
    kind="figure, date, place, name, title, attribution, participants, status, cause.",
)
def command(asked: options.Asked) -> None:
    """Show disagreements, each side with its reports."""
    from dragoman.cli.listing import Looks, show
    from dragoman.runs.cells import disagreement_cells
    from dragoman.store.views.listing import disagreements

    columns = ("kind", "about", "sides", "id")
    show(asked, disagreements, Looks("disagreements", disagreement_cells, columns, wide="sides"))

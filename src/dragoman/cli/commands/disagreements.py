"""`dragoman disagreements`."""

import click

from dragoman.cli import options


@click.command(
    "disagreements",
    short_help="Where reports cannot both be right.",
    epilog=options.example(
        "dragoman disagreements --kind date",
        "dragoman disagreements --explained --kind rounding",
    ),
)
@click.option(
    "--explained",
    "cleared",
    is_flag=True,
    help="Instead those that are explained: scope, update, rounding, currency, renaming.",
)
@options.listing(
    kind="figure, date, place, name, title, attribution, participants, status, cause; "
    "of the explained also why.",
)
def command(asked: options.Asked, cleared: bool) -> None:
    """Show disagreements, each side with its reports, or differences and what explains them."""
    from dragoman.cli.listing import Looks, show
    from dragoman.runs.cells import disagreement_cells, explained_cells
    from dragoman.store.views.listing import disagreements, explained

    if cleared:
        columns = ("why", "reason", "sides", "id")
        show(asked, explained, Looks("differences", explained_cells, columns, wide="reason"))
        return
    columns = ("kind", "about", "sides", "id")
    show(asked, disagreements, Looks("disagreements", disagreement_cells, columns, wide="sides"))

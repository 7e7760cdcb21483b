"""`dragoman figures`."""

import click

from dragoman.cli import options


@click.command(
    "figures",
    short_help="The numbers, by what they measure.",
    epilog=options.example(
        "dragoman figures --kind target --json",
    ),
)
@options.listing(kind="actual, target, estimate or limit.")
def command(asked: options.Asked) -> None:
    """Show figures by what they measure."""
    from dragoman.cli.listing import Looks, show
    from dragoman.runs.cells import figure_cells
    from dragoman.store.views.listing import figures

    columns = ("measure", "figure", "kind", "cited")
    show(asked, figures, Looks("figures", figure_cells, columns, wide="measure"))

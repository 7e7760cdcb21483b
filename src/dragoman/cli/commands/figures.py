"""`dragoman figures`."""

import click

from dragoman.cli import options


@click.command(
    "figures",
    short_help="The numbers, by what they measure.",
    epilog=options.example(
        "dragoman figures --kind target --json",
        "dragoman figures --series --between KEN UGA",
    ),
)
@click.option("--series", "by_date", is_flag=True, help="Measures that move, value by value.")
@options.listing(kind="actual, target, estimate or limit; not with --series.")
def command(asked: options.Asked, by_date: bool) -> None:
    """Show figures by what they measure, or the measures with several values by date."""
    from dragoman.cli.listing import Looks, show
    from dragoman.runs.cells import figure_cells, series_cells
    from dragoman.store.views.listing import figures, series

    if by_date and asked.kinds:
        raise click.UsageError("--series shows values of every kind: leave --kind out")
    if by_date:
        columns = ("measure", "between", "values", "id")
        show(asked, series, Looks("series", series_cells, columns, wide="values"))
        return
    columns = ("measure", "figure", "kind", "cited")
    show(asked, figures, Looks("figures", figure_cells, columns, wide="measure"))

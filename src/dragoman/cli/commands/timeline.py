"""`dragoman timeline`."""

import click

from dragoman.cli import options


@click.command(
    "timeline",
    short_help="What happened and what was undertaken, by date.",
    epilog=options.example(
        "dragoman timeline --between JPN PHL --since 2025-01",
        "dragoman timeline --kind visit --csv -o visits.csv",
    ),
)
@options.listing(
    kind="Event type or mode, or commitment kind.",
    status="How it is told (alleged …), or how it stands (open …).",
)
def command(asked: options.Asked) -> None:
    """Show events and commitments together by date; those without a date come last."""
    from dragoman.cli.listing import Looks, show
    from dragoman.runs.cells import timeline_cells
    from dragoman.store.views.listing import timeline

    columns = ("date", "type", "what", "status", "cited")
    show(asked, timeline, Looks("events or commitments", timeline_cells, columns, wide="what"))

"""`dragoman events`."""

from typing import Any

import click

from dragoman.cli import options


@click.command(
    "events",
    short_help="What happened, by date.",
    epilog=options.example(
        "dragoman events --kind AGREE --since 2024",
    ),
)
@options.listing(
    kind="PLOVER type or mode: AGREE, visit …",
    status="How it is told: stated, alleged, unconfirmed, denied.",
)
def command(asked: options.Asked) -> None:
    """Show events by date, parts of a whole as branches; those without a date come last."""
    from dragoman.cli.listing import Looks, show
    from dragoman.runs.cells import event_cells
    from dragoman.store.views.listing import events

    columns = ("date", "type", "what", "told_as", "cited")

    def cells(row: Any, names: Any) -> dict[str, Any]:
        made = event_cells(row, names)
        own = made.pop("id")
        return made | {"part_of": row.item.part_of, "id": own}

    show(asked, events, Looks("events", cells, columns, wide="what"))

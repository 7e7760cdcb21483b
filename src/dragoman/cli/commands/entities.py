"""`dragoman entities`."""

import click

from dragoman.cli import options


@click.command(
    "entities",
    short_help="People, organizations, bodies, states, places.",
    epilog=options.example(
        "dragoman entities --kind body --between JPN PHL",
    ),
)
@options.listing(kind="person, organization, body, state, place, programme, agreement.")
def command(asked: options.Asked) -> None:
    """Show entities by type, the most mentioned first."""
    from dragoman.cli.listing import Looks, show
    from dragoman.runs.cells import entity_cells
    from dragoman.store.views.listing import entities

    columns = ("type", "name", "country", "also_written", "mentions", "cited")
    show(asked, entities, Looks("entities", entity_cells, columns, wide="also_written"))

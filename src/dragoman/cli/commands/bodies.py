"""`dragoman bodies`."""

import click

from dragoman.cli import options


@click.command(
    "bodies",
    short_help="The machinery between states: bodies, chairs, sessions.",
    epilog=options.example("dragoman bodies --between KEN UGA", "dragoman bodies --csv"),
)
@options.listing()
def command(asked: options.Asked) -> None:
    """Show councils, commissions and working groups as a tree, each under what it stands under.

    With each who chairs it, how often it is to meet, the sessions that reports tell of by date,
    held, planned, put off or missed, and how it came to be. --since and --until bear on these.
    """
    from dragoman.cli.bodies import show

    show(asked)

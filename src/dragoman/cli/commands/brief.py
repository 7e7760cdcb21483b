"""`dragoman brief`."""

import click

from dragoman.cli import options


@click.command(
    "brief",
    short_help="One cited page on the relationship of two states.",
    epilog=options.example("dragoman brief --between JPN PHL", "dragoman brief -o brief.txt"),
)
@options.listing()
def command(asked: options.Asked) -> None:
    """Print a brief: who is who, the machinery, what happened, commitments, figures, disagreements.

    Every line ends with its citations, which `dragoman show` opens. Without --between it covers
    the whole record.
    """
    from dragoman.cli.briefs import show

    show(asked)

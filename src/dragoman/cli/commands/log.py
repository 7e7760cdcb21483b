"""`dragoman log`."""

import click

from dragoman.cli import options


@click.command(
    "log",
    short_help="What was decided, by whom, when, why, and what became of it.",
    epilog=options.example("dragoman log", "dragoman log e5b0fb0ae349b", "dragoman log --lost"),
)
@click.argument("key", required=False, metavar="[ID]")
@click.option("--lost", is_flag=True, help="Only decisions whose ground is gone, and why.")
@options.forms
def command(asked: options.Asked, key: str | None, lost: bool) -> None:
    """List the decisions in the order they were made; of one item or decision with its ID."""
    from dragoman.cli.decisions import show_log

    show_log(asked, key, lost=lost)

"""`dragoman diff`."""

import click

from dragoman.cli import options


@click.command(
    "diff",
    short_help="What has changed since a day or a run.",
    epilog=options.example("dragoman diff --since 2026-11-01", "dragoman diff --since 12 --json"),
)
@click.option(
    "--since",
    required=True,
    metavar="DATE|RUN",
    help="A day, month or year, its own runs included; or the number of the run to compare with.",
)
@options.record
@options.output
def command(asked: options.Asked) -> None:
    """Show new items, changed statuses, new disagreements, lost evidence, and what is gone.

    Evidence is lost where the same address gives another text that has not the quote any more:
    both versions stay in the record. --json and --csv are for scripts.
    """
    from dragoman.cli.differences import show

    show(asked)

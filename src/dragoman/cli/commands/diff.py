"""`dragoman diff`."""

import click

from dragoman.cli import options


@click.command(
    "diff",
    short_help="What has changed since a day or a run.",
    epilog=options.example("dragoman diff --since 2026-11-01", "dragoman diff --as-of 2025-12-31"),
)
@click.option(
    "--since",
    metavar="DATE|RUN",
    help="A day, month or year, its own runs included; or the number of the run to compare with.",
)
@click.option(
    "--as-of",
    metavar="DATE",
    help="Instead: what reports published after this day add to what those up to it tell.",
)
@options.record
@options.output
def command(asked: options.Asked) -> None:
    """Show new items, changed statuses, new disagreements, lost evidence, and what is gone.

    One of --since and --as-of is needed: the runs of this machine, or the days of the reports.

    Evidence is lost where the same address gives another text that has not the quote any more:
    both versions stay in the record. --json and --csv are for scripts.
    """
    from dragoman.cli.differences import show

    if (asked.since is None) == (asked.as_of is None):
        raise click.UsageError("give one of --since and --as-of")
    show(asked)

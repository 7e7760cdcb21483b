"""`dragoman demo`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli import options
from dragoman.cli.outcomes import exit_code, tell_failures

if TYPE_CHECKING:
    from dragoman.runs.reading import Pick


@click.command(
    "demo",
    short_help="Read the sample coverage and print its brief.",
    epilog=options.example("dragoman demo", "dragoman demo --record sample.db"),
)
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The record; by default one in your cache folder.",
)
@options.reader
def command(record: Path | None, pick: "Pick") -> None:
    """Read the eight reports that come with Dragoman and print the brief of what they cover."""
    from dragoman.cli.briefs import show
    from dragoman.cli.progress import Bar
    from dragoman.record.plain import plain
    from dragoman.runs.opening import open_record
    from dragoman.runs.sample import read_sample, sample_record
    from dragoman.store.views.relations import leading_pair

    place = record or sample_record()
    with Bar() as bar:
        outcome = read_sample(place, bar, pick)
    if exit_code(outcome):
        tell_failures(outcome)
        sys.exit(exit_code(outcome))
    with open_record(place).reading() as connection:
        states = leading_pair(connection)
    show(options.Asked(record=place, form="table", output=None, between=states))
    click.echo(f"\nThe record is {plain(str(place))}. Look further, for instance:")
    for line in ("timeline", "commitments --status open", "search agreement"):
        click.echo(f"  dragoman {line} --record {plain(str(place))}")

"""What came of a run of reading, told on the terminal and by the exit code."""

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from dragoman.cli.plain import plain

if TYPE_CHECKING:
    from dragoman.runs.outcome import Outcome

SOME_NOT_READ = 3
INTERRUPTED = 130


def exit_code(outcome: "Outcome") -> int:
    """Return 0 where all was read, 3 where some reports were not, 130 where the user stopped it."""
    if outcome.interrupted:
        return INTERRUPTED
    return SOME_NOT_READ if outcome.count("not read") else 0


def tell(outcome: "Outcome", record: Path) -> None:
    """Print what was read, skipped and not read, and why."""
    for taken in outcome.taken:
        if taken.state == "would read":
            click.echo(f"would read: {plain(str(taken.path))}")
        elif taken.state == "skipped":
            click.echo(f"skipped: {plain(str(taken.path))}: {plain(taken.why or '')}", err=True)
    tell_failures(outcome)
    click.echo(_summary(outcome, record))


def tell_failures(outcome: "Outcome") -> None:
    """Print why reports were not read, a line each."""
    for taken in outcome.taken:
        if taken.state == "not read":
            click.echo(f"not read: {plain(taken.why or '')}", err=True)


def _summary(outcome: "Outcome", record: Path) -> str:
    from dragoman.runs.outcome import State

    counts = [f"{n} {state}" for state in get_args(State) if (n := outcome.count(state))]
    line = f"{', '.join(counts) or '0 read'} ({plain(str(record))})"
    if outcome.interrupted:
        return f"Stopped: {line}, {outcome.left} left; run the same command again to go on"
    return line

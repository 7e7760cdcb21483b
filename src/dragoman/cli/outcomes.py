"""What came of a run of reading, told on the terminal and by the exit code."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from dragoman.record.plain import plain

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
            click.echo(f"would read: {plain(taken.shown)}")
        elif taken.state == "skipped":
            click.echo(f"skipped: {plain(taken.shown)}: {plain(taken.why or '')}", err=True)
    tell_failures(outcome)
    tell_sent(outcome)
    for line in outcome.lost:
        click.echo(f"decision lost: {plain(line)}", err=True)
    click.echo(_summary(outcome, record))


def as_json(outcome: "Outcome", record: Path) -> str:
    """Return all that came of a run as one JSON object."""
    import msgspec

    told = msgspec.to_builtins(outcome, enc_hook=str)
    return msgspec.json.format(msgspec.json.encode({"record": str(record), **told})).decode()


def tell_failures(outcome: "Outcome") -> None:
    """Print why reports were not read, a line each."""
    for taken in outcome.taken:
        if taken.state == "not read":
            click.echo(f"not read: {plain(taken.why or '')}", err=True)


def tell_sent(outcome: "Outcome", *, err: bool = False) -> None:
    """Print what was sent to a server, or would be, and what was kept of its answers."""
    for line in _sent(outcome):
        click.echo(line, err=err)


def _sent(outcome: "Outcome") -> Iterator[str]:
    plan, usage, host = outcome.plan, outcome.usage, plain(outcome.host or "")
    if plan is not None:
        yield (
            f"would send to {host}: {plan.reports} reports in {plan.chunks} chunks, "
            f"{plan.cached} of them answered before, about {plan.tokens} tokens"
        )
    if usage is not None:
        about = "about " if usage.estimated else ""
        cost = "" if usage.cost is None else f", cost {usage.cost:.4f}"
        yield (
            f"sent to {host}: {usage.calls} calls, {usage.cached} answered before, "
            f"{about}{usage.tokens_in} tokens in, {usage.tokens_out} out{cost}"
        )
    if outcome.quarantined:
        reasons = "; ".join(f"{n} {plain(reason)}" for reason, n in outcome.quarantined.items())
        yield (
            f"kept {outcome.rows} rows, quarantined {sum(outcome.quarantined.values())}: {reasons}"
        )


def _summary(outcome: "Outcome", record: Path) -> str:
    from dragoman.runs.outcome import State

    counts = [f"{n} {state}" for state in get_args(State) if (n := outcome.count(state))]
    line = f"{', '.join(counts) or '0 read'} ({plain(str(record))})"
    if outcome.interrupted:
        return f"Stopped: {line}, {outcome.left} left; run the same command again to go on"
    return line

"""Rounds of watching told as they go."""

from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from dragoman.cli.outcomes import INTERRUPTED, SOME_NOT_READ
from dragoman.record.errors import OutputNotWritten
from dragoman.record.plain import plain
from dragoman.runs.reading import Pick
from dragoman.runs.watching.filtering import Sieve
from dragoman.runs.watching.plan import Watch, load_watch
from dragoman.runs.watching.rounds import Round, Rounds
from dragoman.runs.watching.telling import last_run, tell
from dragoman.store.database import create


def plan_lines(path: Path) -> Iterator[str]:
    """Yield a line for each source of a plan. Raises WatchInvalid."""
    plan = load_watch(path)
    for source in plan.sources:
        Sieve(source.words, source.states)
        narrowed = [
            f"with {', '.join(source.words)}" if source.words else "",
            f"naming {', '.join(source.states)}" if source.states else "",
        ]
        told = "; ".join(part for part in narrowed if part)
        every = source.every or plan.every
        yield plain(f"every {every}: {source.kind} {source.place}{f' ({told})' if told else ''}")


def watch(path: Path, record: Path, pick: Pick, *, once: bool, as_json: bool) -> int:
    """Go round until stopped, or once; return the exit code. Raises WatchInvalid, RecordError."""
    plan = load_watch(path)
    rounds = Rounds(path, plan, record, pick)
    database = create(record)
    while True:
        try:
            since = last_run(database)
            done = rounds.go()
            for line in tell(database, since, done.at, plan.digest, path.parent):
                click.echo(plain(line), err=True)
            _show(done, as_json=as_json)
            _log(done, plan, path)
            if once:
                return SOME_NOT_READ if done.count("not read") else 0
            rounds.wait()
        except KeyboardInterrupt:
            click.echo("Stopped; the same command goes on where it stood", err=True)
            return INTERRUPTED


def _show(done: Round, *, as_json: bool) -> None:
    if as_json:
        click.echo(msgspec.json.encode(done).decode())
        return
    for step in done.steps:
        why = f": {plain(step.why)}" if step.why else ""
        click.echo(f"{step.state}: {plain(step.place)}{why}")
    counts = ", ".join(
        f"{done.count(state)} {state}" for state in ("read", "unchanged", "skipped", "not read")
    )
    click.echo(f"{done.at}: {counts}")


def _log(done: Round, plan: Watch, path: Path) -> None:
    if plan.log is None:
        return
    place = path.parent / plan.log
    try:
        with place.open("ab") as log:
            log.write(msgspec.json.encode(done) + b"\n")
    except OSError as error:
        raise OutputNotWritten(f"{place} cannot be written: {error.strerror or error}") from error

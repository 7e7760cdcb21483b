"""The queue of what is doubtful, gone through by keys on any terminal, or by a script."""

import sys
from collections.abc import Sequence
from typing import Any

import click
import msgspec

from dragoman.cli.deciding import Signed, fields, tell
from dragoman.cli.listing import json_text
from dragoman.cli.writing import write_data
from dragoman.record.decisions import Decision
from dragoman.record.errors import DecisionError, ItemNotFound
from dragoman.record.plain import plain
from dragoman.runs.opening import open_record
from dragoman.runs.review import deciding, making
from dragoman.runs.review.queue import KINDS, Doubt, queue

KEYS = {"a": "accept", "r": "reject", "c": "correct", "s": "skip", "q": "quit"}


def list_queue(signed: Signed, kinds: Sequence[Any], limit: int | None) -> None:
    """Write the queue as JSON."""
    write_data(json_text(msgspec.to_builtins(_queue(signed, kinds, limit))), None)


def go_through(signed: Signed, kinds: Sequence[Any], limit: int | None) -> None:
    """Show each doubt, ask what to do with it, and do it at once."""
    doubts = _queue(signed, kinds, limit)
    if not doubts:
        click.echo("Nothing is waiting to be looked at")
        return
    by = deciding.signature(signed.by, signed.why)
    for number, doubt in enumerate(doubts, start=1):
        _show(doubt, number, len(doubts))
        if not _settle(doubt, signed, by):
            break
    left = len(_queue(signed, kinds, None))
    click.echo(f"{left} still to be looked at" if left else "Nothing more to look at")


def _settle(doubt: Doubt, signed: Signed, by: deciding.Signature) -> bool:
    """Ask until the doubt is settled or passed over; False where the user wants no more."""
    while True:
        answer = _ask(f"{_offer(doubt)} > ")
        answer = answer and answer.lower()
        if answer is None or answer == "q":
            return False
        if answer in ("s", ""):
            return True
        try:
            if _done(doubt, answer, signed, by):
                return True
        except (DecisionError, ItemNotFound) as error:
            # Refused: said, and asked again.
            click.echo(f"  not done: {plain(str(error))}")


def _done(doubt: Doubt, answer: str, signed: Signed, by: deciding.Signature) -> bool:
    ready = {"a": doubt.accept, "r": doubt.reject}.get(answer)
    if ready is not None:
        _decide(ready, signed, by)
        return True
    if answer == "c" and doubt.kind != "draft":
        given = _ask("  FIELD=VALUE, several with ; between > ")
        words = [word for word in (given or "").split(";") if word.strip()]
        if not words:
            return False
        made = deciding.decide(
            signed.record,
            lambda connection: [making.correct(connection, doubt.item, fields(words))],
            by,
            dry_run=signed.dry_run,
        )
        tell(made, signed)
        return True
    click.echo(f"  {plain(answer)!r} is no use here: {_offer(doubt)}")
    return False


def _decide(ready: Decision, signed: Signed, by: deciding.Signature) -> None:
    tell(deciding.decide(signed.record, lambda _: [ready], by, dry_run=signed.dry_run), signed)


def _show(doubt: Doubt, number: int, total: int) -> None:
    score = "" if doubt.score is None else f", score {doubt.score:.2f}"
    click.echo(f"\n{number}/{total} {doubt.kind} {doubt.item}: {plain(doubt.what)}")
    click.echo(f"  {plain(doubt.why)}{score}")
    for citation, quote in doubt.quotes:
        click.echo(f"  {citation} {plain(quote)}")


def _offer(doubt: Doubt) -> str:
    can = {"a": doubt.accept is not None, "r": doubt.reject is not None, "c": doubt.kind != "draft"}
    return " ".join(f"[{key}]{word[1:]}" for key, word in KEYS.items() if can.get(key, True))


def _ask(prompt: str) -> str | None:
    """Return a line of the user's, or None at the end of input."""
    click.echo(prompt, nl=False)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo()
    return line.strip() if line else None


def _queue(signed: Signed, kinds: Sequence[Any], limit: int | None) -> list[Doubt]:
    with open_record(signed.record).reading() as connection:
        return queue(connection, tuple(kinds) or KINDS)[:limit]

"""Options that every decision takes, and what became of decisions in words."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from dragoman.cli import options
from dragoman.record.plain import plain

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.record.decisions import Decision
    from dragoman.runs.review.deciding import Made

Command = Callable[..., Any]
_GIVEN = [
    options.record,
    click.option(
        "--by",
        envvar="DRAGOMAN_BY",
        show_envvar=True,
        metavar="NAME",
        help="Who decides; by default your name on this machine.",
    ),
    click.option("--why", metavar="TEXT", help="Why, for whoever reads it later."),
    click.option("--dry-run", is_flag=True, help="Say what would become of it; keep nothing."),
    click.option("--json", "as_json", is_flag=True, help="As JSON."),
]

of_follow_up = click.option(
    "--follow-up",
    metavar="ID",
    help="Not the commitment itself, but that this event or commitment follows it up.",
)


class Signed(NamedTuple):
    """How a decision is to be made, in the user's words."""

    record: Path
    by: str | None
    why: str | None
    dry_run: bool
    as_json: bool


def deciding(command: Command) -> Command:
    """Give a command the options of a decision; it is called with one `Signed`."""

    @wraps(command)
    def called(**rest: Any) -> Any:
        own = {field: rest.pop(field) for field in Signed._fields}
        return command(Signed(**own), **rest)

    decorated: Command = called
    for option in reversed(_GIVEN):
        decorated = option(decorated)
    return decorated


def decide(signed: Signed, build: "Callable[[Connection], Decision]") -> None:
    """Make one decision and say what became of it."""
    from dragoman.runs.review import deciding as runs

    made = runs.decide(
        signed.record,
        lambda connection: [build(connection)],
        runs.signature(signed.by, signed.why),
        dry_run=signed.dry_run,
    )
    tell(made, signed)


def tell(made: "Made", signed: Signed) -> None:
    """Print what became of decisions."""
    import msgspec

    from dragoman.cli.listing import json_text
    from dragoman.cli.writing import write_data
    from dragoman.runs.review.telling import change_words, lines

    if signed.as_json:
        write_data(json_text({"dry_run": signed.dry_run, **msgspec.to_builtins(made)}), None)
        return
    for line in lines(made.decisions, made.effects):
        click.echo(plain(("would " if signed.dry_run else "") + line))
    if signed.dry_run:
        for line in change_words(made.changed):
            click.echo(f"  {line}")
        click.echo("Nothing was kept.")


def fields(given: Sequence[str]) -> Mapping[str, str]:
    """Return field=value words as a mapping. Raises CorrectionInvalid."""
    from dragoman.record.errors import CorrectionInvalid

    found: dict[str, str] = {}
    for word in given:
        field, sign, value = word.partition("=")
        if not sign:
            raise CorrectionInvalid(f"{word!r}: write field=value, as in date=2026-03-31")
        found[field.strip()] = value.strip()
    return found

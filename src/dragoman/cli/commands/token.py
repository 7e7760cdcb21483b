"""`dragoman token`."""

import re
from pathlib import Path

import click

from dragoman.cli import options

_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@click.group(
    "token",
    short_help="Make and take back tokens for the API.",
    epilog=options.example(
        "dragoman token create dashboard --expires 90d",
        "dragoman token create ada --write",
        "dragoman token revoke dashboard",
    ),
)
def command() -> None:
    """Make, list and take back the tokens with which programs ask for the record at /api."""


@command.command(
    "create",
    short_help="Make a token.",
    epilog=options.example("dragoman token create ada --write --expires 90d"),
)
@click.argument("name")
@options.record
@click.option("--write", is_flag=True, help="It may make decisions too, signed with its NAME.")
@click.option("--expires", metavar="TIME", help="It ends after this time: 30d, 8w, 6m, 1y.")
def create(name: str, record: Path, write: bool, expires: str | None) -> None:
    """Make a token called NAME and print it. It is shown this once: the record keeps its digest."""
    from dragoman.runs.opening import open_record
    from dragoman.store.tokens import make_token

    days = None if expires is None else _days(expires)
    with open_record(record).writing() as connection:
        made, secret = make_token(connection, name, "write" if write else "read", days)
    until = f", until {made.expires[:10]}" if made.expires else ""
    click.echo(f"{made.name}: {made.scope}{until}; it is not shown again", err=True)
    click.echo(secret)


@command.command(
    "list",
    short_help="List the tokens.",
    epilog=options.example("dragoman token list --csv"),
)
@options.record
@options.output
def show(asked: options.Asked) -> None:
    """List all tokens with what they may do and when they were used last, never their secrets."""
    from dragoman.cli.tokens import show_tokens

    show_tokens(asked)


@command.command(
    "revoke",
    short_help="Take a token back.",
    epilog=options.example("dragoman token revoke dashboard"),
)
@click.argument("name")
@options.record
def revoke(name: str, record: Path) -> None:
    """Take back the token called NAME: it opens nothing from now on."""
    from dragoman.runs.opening import open_record
    from dragoman.store.tokens import revoke_token

    with open_record(record).writing() as connection:
        revoke_token(connection, name)
    click.echo(f"{name} opens nothing any more")


def _days(given: str) -> int:
    from dragoman.record.errors import TokenInvalid

    found = re.fullmatch(r"([1-9]\d{0,4})([dwmy])", given.strip().lower(), re.ASCII)
    if found is None:
        raise TokenInvalid(f"--expires {given} is no time: write 30d, 8w, 6m or 1y")
    return int(found[1]) * _DAYS[found[2]]

"""`dragoman user`."""

import sys
from pathlib import Path
from typing import Any

import click

from dragoman.cli import options

_ROLES = ("reader", "editor")


@click.group(
    "user",
    short_help="Say who may sign in to the pages.",
    epilog=options.example(
        "dragoman user add ada --role editor",
        "dragoman user list",
        "dragoman user remove ada",
    ),
)
def command() -> None:
    """Add, list and remove those who may sign in where the pages are served to other machines.

    Readers look; editors decide as well, and sign with their name.
    """


@command.command(
    "add",
    short_help="Add a user.",
    epilog=options.example("dragoman user add ada --role editor"),
)
@click.argument("name")
@options.record
@click.option("--role", type=click.Choice(_ROLES), default="reader", show_default=True)
def add(name: str, record: Path, role: Any) -> None:
    """Add the user NAME. The password, of 12 characters or more, is asked for, or read from stdin.

    The record keeps what scrypt makes of it, never the password.
    """
    from dragoman.runs.opening import open_record
    from dragoman.store.users import add_user

    password = _password()
    with open_record(record).writing() as connection:
        made = add_user(connection, name, role, password)
    click.echo(f"{made.name} may sign in as {made.role}")


@command.command("list", short_help="List the users.", epilog=options.example("dragoman user list"))
@options.record
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def show(record: Path, as_json: bool) -> None:
    """List those who may sign in, with what they may do."""
    from dragoman.cli.users import show_users

    show_users(record, as_json=as_json)


@command.command(
    "remove",
    short_help="Remove a user.",
    epilog=options.example("dragoman user remove ada --dry-run"),
)
@click.argument("name")
@options.record
@click.option("--dry-run", is_flag=True, help="Say what would be done; keep all.")
def remove(name: str, record: Path, dry_run: bool) -> None:
    """Remove the user NAME and end their sessions; what they decided stays."""
    from dragoman.runs.opening import open_record
    from dragoman.store.users import remove_user

    with open_record(record).writing() as connection:
        remove_user(connection, name)
        if dry_run:
            connection.rollback()
    click.echo(f"{name} {'would sign' if dry_run else 'signs'} in no more")


@command.command(
    "password",
    short_help="Give a user another password.",
    epilog=options.example("dragoman user password ada"),
)
@click.argument("name")
@options.record
def password(name: str, record: Path) -> None:
    """Give the user NAME another password, asked for or read from stdin; sessions of theirs end."""
    from dragoman.runs.opening import open_record
    from dragoman.store.users import set_password

    given = _password()
    with open_record(record).writing() as connection:
        set_password(connection, name, given)
    click.echo(f"{name} has another password")


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    asked: str = click.prompt("Password", hide_input=True, confirmation_prompt="Once more")
    return asked

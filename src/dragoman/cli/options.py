"""Options that read the same on every command."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Command = Callable[..., Any]

record = click.option(
    "--record",
    type=click.Path(path_type=Path),
    default="dragoman.db",
    envvar="DRAGOMAN_RECORD",
    show_envvar=True,
    show_default=True,
    metavar="FILE",
    help="The record.",
)


def example(*lines: str) -> str:
    """Return the epilog that shows how a command is called."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)

"""The program: commands imported when they are asked for, failures told in one line."""

import errno
import io
import os
import sys
from importlib import import_module
from typing import IO, NoReturn

import click

import dragoman
from dragoman.record.errors import DragomanError
from dragoman.record.plain import plain

# In the order a newcomer needs them; each is a module of `dragoman.cli.commands`.
COMMANDS = (
    "read",
    "serve",
    "watch",
    "brief",
    "timeline",
    "commitments",
    "events",
    "statements",
    "figures",
    "entities",
    "bodies",
    "who",
    "disagreements",
    "diff",
    "search",
    "show",
    "review",
    "merge",
    "split",
    "correct",
    "confirm",
    "reject",
    "add",
    "undo",
    "log",
    "decisions",
    "export",
    "token",
    "user",
    "evaluate",
    "demo",
    "completion",
)
INTERRUPTED = 130
NOT_WRITTEN = 1
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG)


class Program(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Return the names of the commands, in the order a newcomer needs them."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 (click's signature)
        cmd_name: str,
    ) -> click.Command | None:
        """Return a command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"dragoman.cli.commands.{cmd_name}").command
        return command


@click.group(
    cls=Program,
    epilog="Start with: dragoman demo",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(dragoman.__version__, prog_name="dragoman")
def program() -> None:
    """Read coverage of relations between states and keep a cited record of them."""


def run() -> NoReturn:
    """Run the program; a failure is one line on standard error and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that lacks a letter gets its code rather than a failure.
            stream.reconfigure(errors="backslashreplace")
    try:
        code = program.main(prog_name="dragoman", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as left:
        sys.exit(left.exit_code)
    except click.ClickException as error:
        fail(_usage(error), error.exit_code)
    except DragomanError as error:
        fail(str(error), error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        fail("stopped; the record holds all that was whole", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has enough; Python must not try to flush the rest on its way out.
        _nowhere(sys.stdout)
        sys.exit(0)
    except OSError as error:
        if error.filename is not None or error.errno not in _FULL:
            raise
        _nowhere(sys.stdout)
        fail(f"the output cannot be written: {error.strerror}", NOT_WRITTEN)
    sys.exit(code if isinstance(code, int) else 0)


def _nowhere(stream: IO[str]) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def fail(line: str, code: int) -> NoReturn:
    """Print one line on standard error and leave with `code`."""
    click.echo(f"dragoman: {plain(line)}", err=True)
    sys.exit(code)


def _usage(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    where = f" (see `{context.command_path} --help`)" if context is not None else ""
    return f"{error.format_message()}{where}"

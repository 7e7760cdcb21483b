"""Text to standard output, or to a file that is either whole or not there."""

import os
from pathlib import Path

import click

from dragoman.record.errors import OutputNotWritten


def write_out(text: str, output: Path | None) -> None:
    """Write `text` to the file `output`, or to standard output. Raises OutputNotWritten."""
    if output is None:
        click.echo(text, nl=False)
        return
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="")
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputNotWritten(f"{output} cannot be written: {error.strerror or error}") from error

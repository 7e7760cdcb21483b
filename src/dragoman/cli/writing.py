"""Text to standard output, or to a file that is either whole or not there."""

import os
import sys
from pathlib import Path

from dragoman.record.errors import OutputNotWritten
from dragoman.record.plain import harmless


def write_data(text: str, output: Path | None) -> None:
    """Write JSON or CSV as `write_out` does; a terminal gets it without control characters."""
    write_out(text if output is not None or not sys.stdout.isatty() else harmless(text), output)


def write_out(text: str, output: Path | None) -> None:
    """Write `text` to the file `output`, or to standard output. Raises OutputNotWritten."""
    if output is None:
        # Not click.echo, which takes escape sequences out of what a pipe gets verbatim.
        sys.stdout.write(text)
    else:
        write_bytes(text.encode(), output)


def write_bytes(data: bytes, output: Path | None) -> None:
    """Write `data` to the file `output`, or to standard output. Raises OutputNotWritten."""
    if output is None:
        sys.stdout.buffer.write(data)
        return
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        if output.exists() and not output.is_file():
            output.write_bytes(data)  # a device or pipe stays what it is
            return
        part.write_bytes(data)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputNotWritten(f"{output} cannot be written: {error.strerror or error}") from error

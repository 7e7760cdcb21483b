"""Text to standard output, or to a file that is either whole or not there."""

import sys
from pathlib import Path

from dragoman.record.plain import harmless
from dragoman.runs.whole import whole_file


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
    with whole_file(output, binary=True) as stream:
        stream.write(data)

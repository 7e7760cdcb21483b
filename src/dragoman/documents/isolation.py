"""Formats that hostile files can make slow or huge are read in a process of their own.

The parent hands the bytes over on standard input and gets an `Extract`, or an error of the tree,
back on standard output. Processor time and memory of the process are bounded.
"""

import subprocess
import sys
from importlib import import_module
from typing import IO

import msgspec

from dragoman.documents.extract import Extract
from dragoman.record import errors

PROCESSOR_SECONDS = 60
WALL_SECONDS = 600
MEMORY_BYTES = 3 * 1024**3


class Failure(msgspec.Struct, frozen=True):
    """An error of the tree on its way between processes: its class and its message."""

    error: str
    message: str


class Answer(msgspec.Struct, frozen=True):
    """What the process hands back: one of the two."""

    extract: Extract | None = None
    failure: Failure | None = None


def extract_apart(raw: bytes, name: str, module: str) -> Extract:
    """Return what `extract_here(raw, name)` of the `module` of this room returns.

    Raises what it raises, and ReportDamaged if it takes too long, too much memory, or crashes.
    """
    command = [sys.executable, "-m", "dragoman.documents.isolation", module, name]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=raw, capture_output=True, timeout=WALL_SECONDS, check=False
        )
        answer = msgspec.msgpack.decode(done.stdout, type=Answer)
    except (subprocess.TimeoutExpired, msgspec.DecodeError) as error:
        raise errors.ReportDamaged(
            f"{name} cannot be taken apart within {PROCESSOR_SECONDS} seconds and "
            f"{MEMORY_BYTES // 1024**3} GB of memory; save it again, or its text as .txt."
        ) from error
    if answer.failure is not None:
        raise getattr(errors, answer.failure.error)(answer.failure.message)
    if answer.extract is None:
        raise errors.ReportDamaged(f"{name} cannot be taken apart; save it again.")
    return answer.extract


def serve(module: str, name: str, source: IO[bytes], target: IO[bytes]) -> None:
    """Read one file from `source` and write the answer to `target`, within the limits."""
    _limit()
    try:
        found = import_module(f"dragoman.documents.{module}").extract_here(source.read(), name)
        answer = Answer(extract=found)
    except errors.ReportError as error:
        answer = Answer(failure=Failure(type(error).__name__, str(error)))
    target.write(msgspec.msgpack.encode(answer))


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return  # not a POSIX system: the parent's clock alone bounds the process
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2], sys.stdin.buffer, sys.stdout.buffer)

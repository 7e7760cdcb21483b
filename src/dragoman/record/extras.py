"""What pyproject.toml calls extras: packages that weigh much and serve one purpose."""

from collections.abc import Iterator
from contextlib import contextmanager

from dragoman.record.errors import ExtraMissing


@contextmanager
def needing(extra: str) -> Iterator[None]:
    """Let the imports of this block tell which extra brings them, where one is not installed.

    Raises ExtraMissing.
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        raise ExtraMissing(extra, missing.name or extra) from missing

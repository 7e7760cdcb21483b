"""The word lists of this room, read once when they are first needed."""

from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[str]:
    text = (files("dragoman.linking") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def lines_of(name: str) -> list[str]:
    """Return the lines of `data/NAME.txt`."""
    return _lines(f"{name}.txt")


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of `data/NAME.txt`."""
    return frozenset(" ".join(_lines(f"{name}.txt")).split())


@cache
def table_of(name: str) -> dict[str, str]:
    """Return `data/NAME.tsv` as a table from the first column to the second."""
    return dict(pairs_of(name))


@cache
def pairs_of(name: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs (as found, as compared) of `data/NAME.tsv`, in the order of the file."""
    return tuple((a, b) for a, b in (line.split("\t") for line in _lines(f"{name}.tsv")))

"""Ids for the rows of a record."""

from collections import Counter
from collections.abc import Sequence

from dragoman.record.ids import stable_id

Base = tuple[str | int | float | None, ...]


def numbered(noun: str, bases: Sequence[Base]) -> list[str]:
    """Return one id for each base.

    Where several rows share a base (three visits told in one clause), the second and later ones
    count on in the order given.
    """
    seen: Counter[Base] = Counter()
    ids: list[str] = []
    for base in bases:
        again = seen[base]
        seen[base] += 1
        ids.append(stable_id(noun, *base, again) if again else stable_id(noun, *base))
    return ids

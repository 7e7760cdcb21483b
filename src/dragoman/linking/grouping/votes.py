"""One value out of several that reports give."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from dragoman.linking.days.dates import days

V = TypeVar("V", bound=str)


def most_common(values: Sequence[V]) -> V | None:
    """Return the value most rows give, ties by letter; None of none."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v), default=None)


def best_date(dates: Sequence[str | None]) -> str | None:
    """Return the date most rows bear out, of those the most precise.

    A date bears out another that holds it: "2025-07" bears out "2025-07-09".
    """
    given = [d for d in dates if d and days(d)]
    spans = {d: s for d in given if (s := days(d))}
    if not spans:
        return None

    def support(date: str) -> int:
        return sum(spans[other].holds(spans[date]) for other in given)

    return min(spans, key=lambda d: (-support(d), spans[d].length, d))


def supported(rows: Sequence[Sequence[str]], share: float) -> tuple[str, ...]:
    """Return the values that at least `share` of the rows with any give, most common first."""
    giving = [set(row) for row in rows if row]
    counts = Counter(value for row in giving for value in row)
    return tuple(
        v for v in sorted(counts, key=lambda v: (-counts[v], v)) if counts[v] >= share * len(giving)
    )

"""What one report tells apart stays apart; what it tells twice is one."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.linking.clusters import Link
from dragoman.linking.told import T, Told


def told_apart(a: Mapping[str, int], b: Mapping[str, int]) -> bool:
    """Tell whether a report holds one thing in each of two groups (report id to number)."""
    return any(a[report] != b[report] for report in a.keys() & b.keys())


def own_numbers(told: Sequence[Told[T]], links: Iterable[Link]) -> list[int]:
    """Return for each row a number that rows of one report share where a link makes them one."""
    number = list(range(len(told)))

    def root(i: int) -> int:
        while number[i] != i:
            i = number[i]
        return i

    for link in links:
        if told[link.left].report.id == told[link.right].report.id:
            low, high = sorted((root(link.left), root(link.right)))
            number[high] = low
    return [root(i) for i in range(len(told))]

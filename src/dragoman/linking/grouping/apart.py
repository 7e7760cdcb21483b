"""What one report tells apart stays apart; what it tells twice is one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from dragoman.linking.grouping.clusters import Link
from dragoman.linking.told import T, Told


def told_apart(a: Mapping[str, int], b: Mapping[str, int]) -> bool:
    """Tell whether a report holds one thing in each of two groups (report id to number)."""
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    return any(many.get(report, number) != number for report, number in few.items())


@dataclass(frozen=True, slots=True)
class Apart:
    """The profile of rows that nothing but one report can keep apart."""

    numbers: Mapping[str, int]

    def bears(self, other: Self) -> bool:
        """Refuse what one report tells apart."""
        return not told_apart(self.numbers, other.numbers)

    def joined(self, other: Self) -> Self:
        """Return both together."""
        return type(self)({**self.numbers, **other.numbers})


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

"""Where rows stand among their report's: the first of their sort, the only one."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """How many rows of a sort its report tells before this one, and in all."""

    before: int
    among: int

    @property
    def leads(self) -> bool:
        """Tell whether it is the first of its sort."""
        return self.before == 0

    @property
    def is_sole(self) -> bool:
        """Tell whether it is the only one of its sort."""
        return self.among == 1


def standings(sorts: Sequence[Hashable], places: Sequence[int]) -> list[Standing]:
    """Return the standing of each row; `sorts` holds its report and sort, `places` where it is."""
    held: dict[Hashable, list[int]] = defaultdict(list)
    for sort, place in zip(sorts, places, strict=True):
        held[sort].append(place)
    for own in held.values():
        own.sort()
    return [
        Standing(held[sort].index(place), len(held[sort]))
        for sort, place in zip(sorts, places, strict=True)
    ]

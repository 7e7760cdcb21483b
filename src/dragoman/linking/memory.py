"""What linking made last, for when much of the same is linked again."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from dragoman.linking.grouping.merging import Joined
from dragoman.linking.hearing import Heard
from dragoman.linking.readings import Source
from dragoman.linking.who.entities import WhoIsWho
from dragoman.record.nouns import Commitment

V = TypeVar("V")


class Last(Generic[V]):
    """The last value of a pure function, and what it was made from."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[Any, ...], V] | None = None

    def of(self, make: Callable[..., V], *given: Any) -> V:
        """Return what `make` makes of `given`: the last value where that was made from the like."""
        kept = self._kept
        if kept is None or kept[0] != given:
            kept = (given, make(*given))
            self._kept = kept
        return kept[1]


class Memory:
    """The last readings that were linked, and what their stages came to.

    A decision changes no reading, and mostly nothing but rows of one noun: stages that it does not
    reach are then not worked out again. A value serves only where all that it hangs on is equal.
    """

    def __init__(self) -> None:
        self.sources: Last[list[Source]] = Last()
        self.found: Last[WhoIsWho] = Last()
        self.heard: Last[Heard] = Last()
        self.bound: Last[Joined[Commitment]] = Last()
        self.followed: Last[tuple[Commitment, ...]] = Last()

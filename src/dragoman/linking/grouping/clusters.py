"""From scored pairs to groups: the surest link first, and none that a group cannot bear."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar


@dataclass(frozen=True, slots=True)
class Link:
    """Two items (positions in the sorted list of items) that may be one; `score` in 0 to 1."""

    left: int
    right: int
    score: float
    why: str


class Profile(Protocol):
    """What is known of a group as a whole."""

    def bears(self, other: Self) -> bool:
        """Tell whether the two groups can be one."""
        ...

    def joined(self, other: Self) -> Self:
        """Return the profile of both together."""
        ...


class Free:
    """The profile of what never clashes."""

    def bears(self, _: Self) -> bool:
        """Refuse nothing."""
        return True

    def joined(self, _: Self) -> Self:
        """Return the same: there is nothing to add."""
        return self


P = TypeVar("P", bound=Profile)


@dataclass(frozen=True, slots=True)
class Groups(Generic[P]):
    """The groups (lists of positions, in order) and the links that made each."""

    members: list[list[int]]
    links: list[list[Link]]


def _best_first(links: Iterable[Link]) -> list[Link]:
    return sorted(set(links), key=lambda k: (-k.score, k.left, k.right, k.why))


def grouped(profiles: Sequence[P], *rounds: Iterable[Link]) -> Groups[P]:
    """Join items by their links, best first; a link whose groups do not bear it is left out.

    Links of an earlier round come before those of a later one, whatever their scores. The result
    depends on the items and links alone, not on the order within a round.
    """
    parent = list(range(len(profiles)))
    profile = list(profiles)

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    used: list[Link] = []
    for link in (k for links in rounds for k in _best_first(links)):
        a, b = sorted((root(link.left), root(link.right)))
        if a == b or not profile[a].bears(profile[b]):
            continue
        parent[b] = a
        profile[a] = profile[a].joined(profile[b])
        used.append(link)
    members: dict[int, list[int]] = {}
    for i in range(len(profile)):
        members.setdefault(root(i), []).append(i)
    made: dict[int, list[Link]] = {r: [] for r in members}
    for link in used:
        made[root(link.left)].append(link)
    return Groups(list(members.values()), [made[r] for r in members])

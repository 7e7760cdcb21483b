"""The rows of one noun, found by evidence, joined and set apart.

Each row of the record has members: the rows of readings that stand behind it. What decisions do
is regroup members; which row a decision means is told by the spans it stands on.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.record.decisions import Ground
from dragoman.record.nouns import Mention

M = TypeVar("M")
Telling = Mapping[str, str]
# From this share of the longer span on, two spans tell the same.
LEAST = 0.4


@dataclass(frozen=True, slots=True)
class Member(Generic[M]):
    """A row of a reading: its evidence, and what must not differ (`kin`) from a ground's."""

    row: M
    mentions: tuple[Mention, ...]
    kin: str | None = None


class Cast(Generic[M]):
    """Rows by id with their members; `tell` says of a row what grounds tell of theirs."""

    def __init__(
        self, rows: Mapping[str, Sequence[Member[M]]], tell: Callable[[str], Telling]
    ) -> None:
        self.members: list[Member[M]] = []
        self.holder: list[str | None] = []
        self._tell = tell
        # Made when first asked for: most records are linked without decisions.
        self._spans: dict[str, list[tuple[int, int, int]]] | None = None
        self._longest: dict[str, int] = defaultdict(int)
        for own in rows:
            for member in rows[own]:
                self.add(own, member)

    def add(self, own: str, member: Member[M]) -> None:
        """Add a member to the row `own`, which may be new."""
        number = len(self.members)
        self.members.append(member)
        self.holder.append(own)
        if self._spans is not None:
            self._place(number)

    def rows(self) -> dict[str, list[int]]:
        """Return the members (numbers) of every row."""
        found: dict[str, list[int]] = {}
        for number, own in enumerate(self.holder):
            if own is not None:
                found.setdefault(own, []).append(number)
        return found

    def resting(self, ground: Ground, kin: str | None = None) -> dict[int, float]:
        """Return the members that rest on a ground's evidence, each with how much of it."""
        found: dict[int, float] = defaultdict(float)
        for mention in ground.mentions:
            for number, weight in self._on(mention, kin):
                found[number] += weight
        return dict(found)

    def meant(self, ground: Ground, kin: str | None = None) -> dict[int, float]:
        """Return the members resting on a ground that it means, each with how much of it.

        Words may tell of several ("the two ministers"): they then count for the one that most of
        the ground tells of.
        """
        weights = self.resting(ground, kin)
        found: dict[int, float] = {}
        for mention in ground.mentions:
            on = {number for number, _ in self._on(mention, kin)}
            most = max((weights[number] for number in on), default=0.0)
            found |= {number: most for number in on if weights[number] == most}
        return found

    def find(self, ground: Ground, kin: str | None = None) -> str | None:
        """Return the row that a ground means: most evidence, then most of what was told of it."""
        weights: dict[str, float] = defaultdict(float)
        for number, weight in self.resting(ground, kin).items():
            own = self.holder[number]
            if own is not None:
                weights[own] += weight
        if not weights:
            return None
        most = max(weights.values())
        best = [own for own, weight in weights.items() if weight >= 0.9 * most]
        if len(best) == 1:
            return best[0]
        return min(best, key=lambda own: (-_alike(self._tell(own), ground.told), own))

    def move(self, numbers: Iterable[int], own: str | None) -> None:
        """Let members stand behind the row `own`; behind none where it is None."""
        for number in numbers:
            self.holder[number] = own

    def _on(self, mention: Mention, kin: str | None) -> Iterator[tuple[int, float]]:
        """Yield the members that rest on a mention, each with how much of it."""
        for start, end, number in self._near(mention):
            if self.holder[number] is None:
                continue
            shared = min(end, mention.end) - max(start, mention.start)
            share = shared / max(end - start, mention.end - mention.start)
            own = self.members[number].kin
            alike = kin is None or own is None or own == kin
            if share == 1 or (share >= LEAST and alike):
                # Of two on the very same words the one of the right kind is meant.
                yield number, share if alike else share / 2

    def _place(self, number: int) -> None:
        assert self._spans is not None
        for mention in self.members[number].mentions:
            insort(self._spans[mention.report], (mention.start, mention.end, number))
            longest = max(self._longest[mention.report], mention.end - mention.start)
            self._longest[mention.report] = longest

    def _near(self, mention: Mention) -> Iterable[tuple[int, int, int]]:
        if self._spans is None:
            self._spans = defaultdict(list)
            for number in range(len(self.members)):
                self._place(number)
        spans = self._spans.get(mention.report, [])
        at = bisect_left(spans, (mention.start - self._longest[mention.report], -1, -1))
        while at < len(spans) and spans[at][0] < mention.end:
            if spans[at][1] > mention.start:
                yield spans[at]
            at += 1


def _alike(one: Telling, other: Telling) -> float:
    found = 0.0
    for field in one.keys() & other.keys():
        if field == "parties":
            mine, theirs = set(one[field].split("|")), set(other[field].split("|"))
            found += len(mine & theirs) / len(mine | theirs)
        else:
            found += one[field] == other[field]
    return found

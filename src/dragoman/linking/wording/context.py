"""What stands around the tellings of events and commitments: their sentences, their reports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.linking.told import T, Told
from dragoman.linking.wording.families import families_in
from dragoman.linking.wording.surroundings import sentence_of
from dragoman.linking.wording.words import Rarity, Words, content_words

HEAD = 600
"""How many characters of a report tell which story it is on."""


@dataclass(frozen=True)
class Context:
    """For each telling the words of its sentence and of the head of its report, and how rare."""

    around: Sequence[Words]
    deeds: Sequence[Words]
    story: Sequence[Words]
    rarity: Rarity
    stories: Rarity

    @classmethod
    def of(
        cls,
        told: Sequence[Told[T]],
        named: Sequence[Words],
        rarity: Callable[[Sequence[Words]], Rarity],
    ) -> "Context":
        """Return the context of tellings; `named` are the words that name the parties of each.

        `rarity` tells of such words how rare they are.
        """
        around = [_around(t) - own for t, own in zip(told, named, strict=True)]
        deeds = [frozenset().union(*(families_in(m.quote) for m in t.item.mentions)) for t in told]
        heads = {t.report.id: content_words((t.report.text or "")[:HEAD]) for t in told}
        return cls(
            around,
            deeds,
            [heads[t.report.id] for t in told],
            rarity(around),
            rarity([heads[r] for r in sorted(heads)]),
        )

    def marks(self, i: int, j: int) -> dict[str, float]:
        """Return how far two tellings (positions) stand among the same words."""
        a, b = self.around[i], self.around[j]
        one, other = self.story[i], self.story[j]
        return {
            "sentences alike": self.rarity.likeness(a, b),
            "sentences share": self.rarity.shared(a, b),
            "deeds in common": min(len(self.deeds[i] & self.deeds[j]), 2) / 2,
            "reports alike": self.stories.likeness(one, other) if one is not other else 0.0,
        }


def _around(told: Told[T]) -> Words:
    said = (content_words(sentence_of(told.report, m)) for m in told.item.mentions)
    return frozenset().union(*said)

"""Numbers of two reports that are of one thing."""

from collections.abc import Iterator

from dragoman.linking.disagreements.amounts import Amount
from dragoman.linking.disagreements.sides import Linkage
from dragoman.linking.figures.measured import Measured, Things
from dragoman.linking.figures.numbers import is_money, ratio
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.wording.words import Rarity
from dragoman.record.nouns import Mention

SAME_MEASURE = 0.6
ALIKE = 0.1
SHARED = 2


class Pairs:
    """The amounts of a record, and which pairs of them are of one thing."""

    def __init__(self, linkage: Linkage) -> None:
        """Take the figures of a record."""
        self.book = linkage.amounts
        self._things = Things(linkage.entities)
        self._measures = Rarity([a.measure for a in self.book.all])
        self._measured: dict[tuple[str, Mention], Measured | None] = {}

    def measured(self, amount: Amount) -> Measured | None:
        """Return what an amount measures, worked out once."""
        own = (amount.figure.id, amount.mention)
        if own not in self._measured:
            self._measured[own] = self._things.measured(amount)
        return self._measured[own]

    def of_one_thing(self, farthest: float) -> Iterator[tuple[Amount, Amount]]:
        """Yield pairs of differing numbers in one unit, no farther apart than a share of either.

        They must be told in like words or measure the same thing of the same states. A report that
        gives both numbers speaks of two things.
        """
        amounts = self.book.all
        for i, j in candidate_pairs([{(a.unit, w) for w in a.words} for a in amounts]):
            a, b = amounts[i], amounts[j]
            if a.report.id == b.report.id or a.value == b.value or a.unit != b.unit:
                continue
            near = ratio(a.value, b.value) >= 1 - farthest
            if near and not self.book.both_told(a, b) and self.alike(a, b):
                yield a, b

    def across_currencies(self) -> Iterator[tuple[Amount, Amount]]:
        """Yield pairs of sums of two reports in two currencies that may be of one thing."""
        sums = [a for a in self.book.all if is_money(a.unit)]
        for i, j in candidate_pairs([a.words for a in sums]):
            a, b = sums[i], sums[j]
            if a.report.id != b.report.id and a.unit != b.unit and self.alike(a, b):
                yield a, b

    def alike(self, a: Amount, b: Amount) -> bool:
        """Tell whether two numbers are of one thing, as far as the words around them tell."""
        one, other = self.measured(a), self.measured(b)
        shared = len(a.words & b.words)
        if one and other and one.thing != other.thing:
            return False
        if one and other and one.states and one.states == other.states and shared:
            return True
        if self._measures.likeness(a.measure, b.measure) >= SAME_MEASURE:
            return True
        return shared >= SHARED and self.book.rarity.likeness(a.words, b.words) >= ALIKE

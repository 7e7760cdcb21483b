"""Amounts as they stand in the reports, with what tells whether two can be one thing's."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from dragoman.linking.disagreements.sides import Linkage
from dragoman.linking.facts import ReportFacts
from dragoman.linking.figures.linking import measure_words
from dragoman.linking.figures.numbers import counted, is_money
from dragoman.linking.lexicon import words_of
from dragoman.linking.wording.surroundings import sentence_of, sentence_span
from dragoman.linking.wording.words import Rarity, Words, content_words, stem, tokens
from dragoman.record.nouns import Figure, Mention

Counted = frozenset[tuple[str, float]]
SENTENCES_BACK = 2


@dataclass(frozen=True)
class Amount:
    """One figure where it stands."""

    figure: Figure
    mention: Mention
    report: ReportFacts

    @cached_property
    def value(self) -> float:
        """Return the number."""
        return self.figure.value

    @cached_property
    def unit(self) -> str:
        """Return what it counts, or the currency, as it is compared."""
        return counted(self.figure.unit)

    @cached_property
    def measure(self) -> Words:
        """Return what its reader says that it measures."""
        return measure_words(self.figure)

    @cached_property
    def words(self) -> Words:
        """Return what its sentence is on, numbers and the unit left out."""
        said = content_words(sentence_of(self.report, self.mention)) | self.measure
        empty = {stem(w) for w in words_of("number_words")} | {self.unit}
        return frozenset(w for w in said - empty if not w[0].isdigit())

    @cached_property
    def tells_result(self) -> bool:
        """Tell whether its sentence has it delivered, arrived or spent."""
        said = set(tokens(sentence_of(self.report, self.mention)))
        return bool(said & words_of("achieved_words"))


class Amounts:
    """All amounts of a record, and what each report counts."""

    def __init__(self, linkage: Linkage) -> None:
        """Take the figures of a record as they stand in its reports."""
        self.all = [
            Amount(f.row, m, linkage.reports[m.report])
            for f in linkage.figures
            for m in f.row.mentions
        ]
        self.of_report: dict[str, list[Amount]] = defaultdict(list)
        self._values: dict[tuple[str, str], set[float]] = defaultdict(set)
        for amount in self.all:
            self.of_report[amount.report.id].append(amount)
            self._values[amount.report.id, amount.unit].add(amount.value)
        self.rarity = Rarity([a.words for a in self.all])

    def both_told(self, a: Amount, b: Amount) -> bool:
        """Tell whether one of the two reports gives both values: then they are two things."""
        mine, theirs = self._values[a.report.id, a.unit], self._values[b.report.id, b.unit]
        return b.value in mine or a.value in theirs

    def counted_once(self, amount: Amount) -> bool:
        """Tell whether its report gives its unit but one value."""
        return len(self._values[amount.report.id, amount.unit]) == 1

    def inside(self, mention: Mention) -> list[Amount]:
        """Return the amounts that stand in a mention."""
        return self._between(mention.report, mention.start, mention.end)

    def counted_near(self, amount: Amount) -> Counted:
        """Return what is counted in the sentence of an amount, else in those just before it."""
        for back in (0, SENTENCES_BACK):
            start, end = sentence_span(amount.report, amount.mention, back)
            around = self._between(amount.report.id, start, end)
            found = frozenset((a.unit, a.value) for a in around if not is_money(a.unit))
            if found:
                return found
        return frozenset()

    def _between(self, report: str, start: int, end: int) -> list[Amount]:
        return [
            a for a in self.of_report[report] if start <= a.mention.start and a.mention.end <= end
        ]

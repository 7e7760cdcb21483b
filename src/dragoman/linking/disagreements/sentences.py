"""The sentences of the reports, found again by the rare words that they share."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dragoman.linking.disagreements.kindred import kindred_reports
from dragoman.linking.disagreements.sides import Linkage
from dragoman.linking.facts import ReportFacts
from dragoman.linking.wording.words import Rarity, Words, content_words, courtesies
from dragoman.record.nouns import Mention

CROWDED = 64
RARE_WORDS = 8
LONGEST = 600
KEPT = 1 << 15
"""Of so many sentences what follows from their text alone is kept for the next linking."""
_SENTENCE = re.compile(r"[^\s][^\n]*?(?:[.!?][\"”’)]*(?=\s+[\"“‘(]?[A-Z0-9])|(?=\n)|$)")


@dataclass(frozen=True)
class Sentence:
    """One sentence of one report; `words` are those that tell what it is on."""

    mention: Mention
    words: Words

    @property
    def report(self) -> str:
        """Return the id of its report."""
        return self.mention.report

    @property
    def text(self) -> str:
        """Return the sentence."""
        return self.mention.quote


class Sentences:
    """All sentences of a record."""

    def __init__(self, linkage: Linkage) -> None:
        """Take the texts of a record; a report without its text has no sentences."""
        parties = linkage.parties
        self._states = parties.words(i for i, e in linkage.entities.items() if e.type == "state")
        self._reports = linkage.reports
        self.kin = kindred_reports(linkage)
        self.of_report = {
            own: [self.sentence(report, *span) for span in _spans(report.text)]
            for own, report in sorted(linkage.reports.items())
        }
        self.all = [s for own in self.of_report.values() for s in own]

    def published(self, report: str) -> str | None:
        """Return the date on which a report came out."""
        return self._reports[report].published

    def sentence(self, report: ReportFacts, start: int, end: int) -> Sentence:
        """Return a stretch of a report as a sentence; names of states are left out of its words."""
        quote = report.text[start:end]
        mention = Mention(report=report.id, start=start, end=end, quote=quote)
        return Sentence(mention, _words(quote) - self._states)

    @cached_property
    def rarity(self) -> Rarity:
        """Return how rare each word is over all sentences."""
        return Rarity([s.words for s in self.all])

    @cached_property
    def _holders(self) -> dict[str, list[Sentence]]:
        found: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in self.all:
            for word in sentence.words:
                found[word].append(sentence)
        return found

    def near(self, one: Sentence, words: Words) -> Iterator[Sentence]:
        """Yield other sentences of its report and of kindred ones that share a rare word."""
        kin = self.kin.get(one.report, frozenset()) | {one.report}
        seen: set[Mention] = {one.mention}
        for word in self.rarity.rarest(words, RARE_WORDS):
            holders = self._holders.get(word, [])
            for other in holders if len(holders) <= CROWDED else ():
                if other.report in kin and other.mention not in seen:
                    seen.add(other.mention)
                    yield other

    def before(self, one: Sentence) -> Sentence | None:
        """Return the sentence before one; what is no sentence ("Q.") is passed over."""
        own = self.of_report[one.report]
        ahead = own[: own.index(one)]
        return next((s for s in reversed(ahead) if len(s.text.split()) > 2), None)


@lru_cache(KEPT)
def _words(text: str) -> Words:
    return frozenset(w for w in content_words(text) - courtesies() if not w[0].isdigit())


@lru_cache(KEPT >> 4)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    found = _SENTENCE.finditer(text)
    return tuple(m.span() for m in found if 0 < len(m.group().strip()) <= LONGEST)

"""What two gold mentions of ECB+ have in common and what sets them apart."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bench.ecb_mentions import Mention

from dragoman.linking.wording.families import family_of
from dragoman.linking.wording.words import Rarity

CLOSE = 4
SAYING = family_of("say")


class Company:
    """The mentions of some documents, and how rare what they tell is among them."""

    def __init__(self, mentions: Sequence[Mention], alike: Mapping[tuple[str, str], float]) -> None:
        """Count words and families; `alike` tells how alike two documents (by name) are."""
        self.mentions = mentions
        self.alike = alike
        self.rarity = Rarity([m.words for m in mentions])
        self.stories = Rarity(
            [d.words for d in {m.document.name: m.document for m in mentions}.values()]
        )
        self.told = Counter(m.family for m in mentions)
        self.told_here = Counter((m.document.name, m.family) for m in mentions)

    def pairs(self, within: Mapping[str, int]) -> Iterator[tuple[int, int]]:
        """Yield pairs in one cluster of documents whose words have something in common."""
        held: dict[int, list[int]] = defaultdict(list)
        for i, mention in enumerate(self.mentions):
            held[within[mention.document.name]].append(i)
        for own in held.values():
            for k, i in enumerate(own):
                for j in own[k + 1 :]:
                    a, b = self.mentions[i], self.mentions[j]
                    if _case(a, b) != "other heads" or len(a.near & b.near) > 1:
                        yield i, j

    def marks(self, i: int, j: int) -> dict[str, float]:
        """Return what speaks for and against two mentions (positions) being of one event."""
        a, b = self.mentions[i], self.mentions[j]
        case = _case(a, b)
        told = {"any": 1.0} | self._sentences(a, b) | self._documents(a, b)
        here = "here" if a.document.name == b.document.name else "there"
        marks = {f"{case}: {name}": value for name, value in told.items() if value}
        marks |= {name: value for name, value in told.items() if value}
        return marks | {f"{here}, {case}": 1.0}

    def _sentences(self, a: Mention, b: Mention) -> dict[str, float]:
        shared, alike = self.rarity.shared, self.rarity.likeness
        crossed = max(alike(a.before, b.behind), alike(a.behind, b.before))
        return {
            "words shared": shared(a.words, b.words),
            "words alike": alike(a.words, b.words),
            "near words shared": shared(a.near, b.near),
            "near words alike": alike(a.near, b.near),
            "words before alike": alike(a.before, b.before),
            "words behind alike": alike(a.behind, b.behind),
            "words before one and behind the other": crossed,
            "words around alike": alike(a.wide, b.wide),
            "own words alike": alike(a.own, b.own),
            "names in common": min(len(a.names & b.names), 3) / 3,
            "names alike": alike(a.names, b.names),
            "other names": float(bool(a.names and b.names and not a.names & b.names)),
            "deeds in common": min(len(a.deeds & b.deeds), 3) / 3,
            "a number in common": float(bool(a.numbers & b.numbers)),
            "other numbers": float(bool(a.numbers and b.numbers and not a.numbers & b.numbers)),
            "several words": float(len(a.at) > 1 and len(b.at) > 1),
        }

    def _documents(self, a: Mention, b: Mention) -> dict[str, float]:
        one, other = a.document, b.document
        often = self.told_here[one.name, a.family] * self.told_here[other.name, b.family]
        rare = math.log(1 + len(self.mentions) / self.told[a.family]) / 5
        return {
            "documents shared": self.stories.shared(one.words, other.words),
            "documents alike": self.alike[one.name, other.name],
            "in one document": float(one.name == other.name),
            "both lead": float(a.leads and b.leads),
            "told often": math.log(often),
            "a rare family": rare if a.family == b.family else 0.0,
        }


def _case(a: Mention, b: Mention) -> str:
    if a.family == b.family == SAYING:
        return "both say"
    if a.head == b.head:
        return "one head"
    if a.family == b.family:
        return "one family"
    if a.head[:CLOSE] == b.head[:CLOSE]:
        return "heads begin alike"
    return "a word in common" if a.own & b.own else "other heads"

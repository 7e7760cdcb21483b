"""Documents and gold mentions of events of ECB+ (Cybulska and Vossen, 2014)."""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from dragoman.linking.lexicon import words_of
from dragoman.linking.wording.families import families_in, family_of
from dragoman.linking.wording.words import Words, content_words, stem

WINDOW = 8
SIDE = 6
_PARTICLES = frozenset(["up", "down", "out", "off", "over", "in", "on", "away", "back", "to", "of"])
_STOPS = frozenset([".", "``", '"', "!", "?"])


@dataclass(frozen=True)
class Document:
    """A document's tokens, and which of its sentences count."""

    name: str
    topic: int
    part: str
    tokens: Sequence[str]
    sentences: Sequence[int]

    @cached_property
    def words(self) -> Words:
        """Return what the document is on."""
        return content_words(" ".join(self.tokens))

    @cached_property
    def twos(self) -> frozenset[str]:
        """Return the pairs of words that stand side by side."""
        words = [next(iter(sorted(content_words(t))), "") for t in self.tokens]
        return frozenset(f"{a} {b}" for a, b in pairwise(words) if a and b)

    @cached_property
    def names(self) -> Words:
        """Return the words that are names or numbers, as far as capitals and digits tell."""
        told = pairwise(self.tokens)
        names = [t for before, t in told if t[:1].isupper() and before not in _STOPS]
        return content_words(" ".join((*names, *(t for t in self.tokens if t[:1].isdigit()))))


@dataclass(frozen=True)
class Mention:
    """A gold mention of an event, with the cluster the key puts it in."""

    document: Document
    at: tuple[int, ...]
    key: str

    @cached_property
    def head(self) -> str:
        """Return the stem of its head: the last word that tells something."""
        words = [self.document.tokens[i].lower() for i in self.at]
        told = [w for w in words if w not in _PARTICLES and w not in words_of("stop_words")]
        return stem((told or words)[-1])

    @cached_property
    def family(self) -> str:
        """Return the family of its head; a verb that is no more than a stop word has one too."""
        words = [self.document.tokens[i].lower() for i in self.at]
        told = [w for w in words if w not in _PARTICLES and _tells(w)]
        return family_of((told or words)[-1])

    @cached_property
    def own(self) -> Words:
        """Return its words."""
        return content_words(" ".join(self.document.tokens[i] for i in self.at))

    @cached_property
    def words(self) -> Words:
        """Return what its sentence is on besides."""
        return content_words(" ".join(self.document.tokens[i] for i in self._around(0)))

    @cached_property
    def wide(self) -> Words:
        """Return what its sentence and those before and after it are on besides."""
        return content_words(" ".join(self.document.tokens[i] for i in self._around(1)))

    @cached_property
    def near(self) -> Words:
        """Return what stands close by."""
        first, last = self.at[0], self.at[-1]
        around = self.document.tokens[max(0, first - WINDOW) : last + WINDOW + 1]
        return content_words(" ".join(around)) - {self.head, self.family}

    @cached_property
    def before(self) -> Words:
        """Return what stands right before it in its sentence: mostly who does it."""
        return self._side([i for i in self._around(0) if i < self.at[0]][-SIDE:])

    @cached_property
    def behind(self) -> Words:
        """Return what stands right after it in its sentence: mostly to whom."""
        return self._side([i for i in self._around(0) if i > self.at[-1]][:SIDE])

    @cached_property
    def names(self) -> Words:
        """Return the words with a capital in its sentence."""
        tokens = self.document.tokens
        return self._side([i for i in self._around(0) if tokens[i][:1].isupper()])

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Return the numbers in its sentence."""
        tokens = self.document.tokens
        return frozenset(tokens[i] for i in self._around(0) if tokens[i][:1].isdigit())

    @cached_property
    def deeds(self) -> Words:
        """Return the families of words that its sentence holds besides its own."""
        tokens = self.document.tokens
        return families_in(" ".join(tokens[i] for i in self._around(0))) - {self.family}

    @property
    def leads(self) -> bool:
        """Tell whether it stands in the first sentences of its document."""
        return self.document.sentences[self.at[0]] <= 1

    def _side(self, places: Sequence[int]) -> Words:
        return content_words(" ".join(self.document.tokens[i] for i in places))

    def _around(self, reach: int) -> Iterator[int]:
        """Yield the places of the other words of its sentence and `reach` sentences around it."""
        own = self.document.sentences[self.at[0]]
        for i, sentence in enumerate(self.document.sentences):
            if abs(sentence - own) <= reach and i not in self.at:
                yield i


def read(path: Path, sentences: Path) -> list[Mention]:
    """Return the gold mentions in validated sentences."""
    with sentences.open(encoding="utf-8-sig") as file:
        valid = {(f"{a}_{b}", int(c)) for a, b, c in list(csv.reader(file))[1:]}
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        held = Document(row["doc"], row["topic"], row["sub"], row["tokens"], row["sent"])
        for number, (kind, at, reach, key, _) in enumerate(row["mentions"]):
            if not at or not kind.startswith(("ACTION", "NEG_ACTION")):
                continue
            if (held.name, held.sentences[at[0]]) not in valid:
                continue
            alone = f"{held.name}#{number}"
            local = f"{held.name}:{key}" if reach != "CROSS_DOC_COREF" else key
            found.append(Mention(held, tuple(at), local if key else alone))
    return found


def _tells(word: str) -> bool:
    return word not in words_of("stop_words") or family_of(word) != stem(word)

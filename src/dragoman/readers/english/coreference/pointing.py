"""Descriptions and pronouns to entities: the nearest fitting one before, then the report's own."""

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.record.nouns import EntityType

WINDOW = 12
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


class Passed(msgspec.Struct, frozen=True):
    """A mention passed on the way through the report."""

    start: int
    thing: int
    subject: bool
    sentence: int


class Seen:
    """What was mentioned so far, latest last, and the latest group of several."""

    def __init__(self, doc: Doc, things: Things) -> None:
        self.things = things
        self.trail: list[Passed] = []
        self.group: tuple[int, ...] = ()
        self.group_sentence = -WINDOW
        self._number = [0] * len(doc)
        for k, sent in enumerate(doc.sents):
            for i in range(sent.start, sent.end):
                self._number[i] = k

    def sentence(self, token: Token) -> int:
        """Return the running number of the sentence a token stands in."""
        return self._number[token.i]

    def add(self, token: Token, found: tuple[int, ...]) -> None:
        """Note that the things `found` were mentioned with head `token`."""
        for thing in found:
            subject = token.dep_ in SUBJECTS
            self.trail.append(Passed(token.idx, thing, subject, self.sentence(token)))
        if len(found) > 1:
            self.note_group(token, found)

    def note_group(self, token: Token, found: tuple[int, ...]) -> None:
        """Remember several things told together, for "they" and "both"."""
        self.group, self.group_sentence = found, self.sentence(token)

    def latest(
        self, token: Token, kinds: tuple[EntityType, ...], country: str | None = None
    ) -> int | None:
        """Return the likeliest antecedent of these kinds before `token`, or None.

        Near sentences come before far ones and subjects before others (Lappin and Leass 1994).
        """
        here = self.sentence(token)
        best: tuple[float, int] | None = None
        for n, passed in enumerate(reversed(self.trail[-80:])):
            item = self.things.all[passed.thing]
            if item.kind not in kinds or passed.start >= token.idx:
                continue
            if country and item.country not in (None, country):
                continue
            away = here - passed.sentence
            if away > WINDOW:
                break
            score = -2.0 * away + (1.5 if passed.subject else 0.0) - 0.05 * n
            if best is None or score > best[0]:
                best = (score, passed.thing)
        return best[1] if best else None


def person_by_office(doc: Doc, name: Name, things: Things, seen: Seen) -> int | None:
    """Return the person a description of an office points at: "the Peruvian minister"."""
    token = doc[name.head]
    span = [t.lower_ for t in doc.char_span(name.start, name.end, alignment_mode="expand") or ()]
    wanted = fold(token.text)
    best: tuple[float, int] | None = None
    for order, passed in enumerate(seen.trail):
        thing = passed.thing
        item = things.all[thing]
        if item.kind != "person" or passed.start >= token.idx:
            continue
        if name.country and item.country not in (None, name.country):
            continue
        fit = max(
            (
                _overlap(span, o)
                for o in item.offices
                if wanted.rstrip("s") in o.split() or wanted in o.split()
            ),
            default=0.0,
        )
        if fit == 0.0:
            continue
        score = fit + (0.5 if name.country and item.country == name.country else 0.0) + order * 1e-3
        if best is None or score > best[0]:
            best = (score, thing)
    if best is None:
        return None
    if name.country:
        things.all[best[1]].votes[name.country] += 2
    return best[1]


def _overlap(span: list[str], office: str) -> float:
    words = [w for w in office.split() if w not in ("of", "the", "and", "for")]
    own = [w for w in (fold(s) for s in span) if is_word(w)]
    shared = sum(w in own for w in words)
    extra = sum(w not in words for w in own)
    return max(0.1, shared - 0.6 * extra) if shared else 0.0


def is_word(text: str) -> bool:
    """Whether a word of a description tells something about an office."""
    known = gazetteer()
    return (
        text.isalpha()
        and text not in ("the", "this", "that", "his", "her", "their", "its", "s")
        and text not in known.adjectives
    )

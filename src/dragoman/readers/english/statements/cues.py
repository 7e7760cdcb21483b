"""Which verbs of a report bring what somebody says: found, and not undone by negation or mood."""

from collections.abc import Iterator
from functools import cache

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.mentions.words import readable_sentences
from dragoman.readers.english.statements.frames import (
    Frame,
    forms,
    hearsay_forms,
    match,
    words,
)

_MODALS = frozenset(
    ["will", "would", "shall", "should", "may", "might", "can", "could", "must", "'ll", "wo"]
)
_NEGATIONS = frozenset(["not", "n't", "n’t", "never", "neither", "nor", "no", "hardly"])
_CONDITIONS = frozenset(["if", "unless", "whether", "until", "lest"])


class Cue(msgspec.Struct, frozen=True):
    """A cue in the text: its verb, its last fixed word, the frames it may open."""

    verb: Token
    last: int
    frames: tuple[Frame, ...]

    def frame(self, kind: str) -> Frame | None:
        """Return the frame of one shape, or None."""
        return next((f for f in self.frames if f.kind == kind), None)


def cues(doc: Doc, quoted: frozenset[int]) -> Iterator[Cue]:
    """Yield the cues in the readable sentences, but for those at `quoted` token positions."""
    for sent in readable_sentences(doc):
        for token in sent:
            if token.i in quoted or (token.i != sent.start and _is_title(token)):
                continue
            frames, last = match(token)
            if frames and _is_verb(token) and not _is_undone(token):
                yield Cue(token, last, frames)


def _is_title(token: Token) -> bool:
    """Whether a capital makes a word part of a name, not of a line in capitals."""
    if not token.text[0].isupper():
        return False
    shouted = token.text.isupper() and token.lower_ in ("says", "said", "say")
    return not (shouted and token.doc[token.i - 1].text.isupper())


def _is_verb(token: Token) -> bool:
    if token.dep_ in ("amod", "case", "compound", "nmod", "nmod:poss", "det", "mark", "fixed"):
        return False
    if token.lower_ in ("said", "says") and token.text.isupper():
        return True
    if token.pos_ == "PROPN":
        return False
    if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
        return True
    return token.text in ("said", "says", "told", "added")


def _is_undone(verb: Token) -> bool:
    """Whether the cue did not take place: negated, wished for, foreseen, conditional."""
    auxiliaries = [
        c
        for c in verb.children
        if c.dep_.split(":")[0] in ("aux", "advmod", "cc", "mark", "det") and c.i < verb.i
    ]
    low = {c.lower_ for c in auxiliaries}
    if "only" in low and verb.lower_ in ("say", "confirm", "add"):  # "would only say"
        return bool(low & _NEGATIONS)
    if low & _MODALS or low & _CONDITIONS:
        return True
    if low & _NEGATIONS and verb.dep_ != "conj":
        return True
    before = verb.doc[verb.i - 1].lower_ if verb.i > verb.sent.start else ""
    heard = verb.lower_ in hearsay_forms() and _opens_infinitive(verb)
    if heard or before in _NEGATIONS or before in _MODALS:
        return True
    if "to" in low or (before == "to" and verb.tag_ == "VB"):
        return not _is_carried(verb)
    return verb.tag_ == "VB" and not low and verb.i == verb.sent.start


def _opens_infinitive(verb: Token) -> bool:
    """Whether a participle is hearsay: "the price, said to be high"."""
    doc = verb.doc
    behind = doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]
    return len(behind) == 2 and behind[0].lower_ == "to" and behind[1].tag_ in ("VB", "VBN")


def _is_carried(verb: Token) -> bool:
    """Whether an infinitive tells what was said: "went on to say", not "declined to say"."""
    governor = verb.head
    if governor.i >= verb.i:
        return False
    return governor.lower_ in _carrying() or governor.lower_ in hearsay_forms()


@cache
def _carrying() -> frozenset[str]:
    return frozenset(f for word in words("carrying") for f in forms(word))

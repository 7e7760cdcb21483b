"""Happenings of headlines whose verb the parse has as a noun: "Peru, Chile ink gas deal"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from dragoman.readers.english.clauses.arguments import parties_of
from dragoman.readers.english.clauses.parties import mentions_by_head
from dragoman.readers.english.clauses.reality import in_headline
from dragoman.readers.english.clauses.spans import span_of
from dragoman.readers.english.events.found import Found
from dragoman.readers.english.events.frames import VerbFrame, class_of, verb_frames

LONGEST = 20
ATTACHED = frozenset(("compound", "amod"))
"""A verb that the parse hangs on a noun so is one that it took for a noun."""
REACH = 7
"""How many words after its verb the object of a headline may stand."""


def by_headlines(doc: Doc) -> Iterator[Found]:
    """Yield the happenings of headlines in which no verb was found."""
    for sentence in doc.sents:
        first = sentence[0]
        if len(sentence) > LONGEST or not doc._.readable[first.i] or not in_headline(first):
            continue
        if any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ATTACHED for t in sentence):
            continue
        found = _told(sentence)
        if found is not None:
            yield found


def _told(sentence: Span) -> Found | None:
    for token in sentence[1:]:
        frames = verb_frames().get(token.lower_, ())
        frame = next((f for f in frames if _fits(token, f, sentence)), None)
        if frame is None or token.tag_ in ("VBG", "VBN"):
            continue
        before, after = _named(sentence, token)
        if not before:
            continue
        joined = frame.who == "sym"
        return Found(
            type=frame.type,
            mode=frame.mode,
            trigger=token.i,
            clause=token.i,
            span=span_of([t for t in sentence if not t.is_space]),
            actors=(*before, *after) if joined else before,
            recipients=() if joined else after,
        )
    return None


def _fits(token: Token, frame: VerbFrame, sentence: Span) -> bool:
    """Whether an object that the frame asks for follows within reach."""
    if frame.particle or frame.clause or frame.by or not frame.obj:
        return False
    following = sentence.doc[token.i + 1 : min(token.i + 1 + REACH, sentence.end)]
    words = {t.lower_ for t in following}
    return any(words & class_of(name) for name in frame.obj)


def _named(sentence: Span, token: Token) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return who is named before and after a word of a headline."""
    known = mentions_by_head(sentence.doc)
    before: list[int] = []
    after: list[int] = []
    for at in sentence:
        if at.i in known:
            (before if at.i < token.i else after).extend(
                i for i in parties_of(at) if i not in before
            )
    return tuple(dict.fromkeys(before)), tuple(dict.fromkeys(after))

"""The spaCy component `dragoman_times`: sets `doc._.times`."""

from bisect import bisect_left, bisect_right
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.readers.english.document import register
from dragoman.readers.english.times.context import TenseOf
from dragoman.readers.english.times.find import find_times
from dragoman.readers.english.times.of_any_day import times_of_any_day
from dragoman.readers.english.times.vocabulary import words

DAY = len("2025-07-09")
_SUBORDINATE = ("aux", "aux:pass")
_FUTURE = ("will", "shall", "'ll", "would", "’ll")


def _verb_tense(verb: Token) -> str | None:
    helpers = [child for child in verb.children if child.dep_ in _SUBORDINATE]
    if any(child.lower_ in _FUTURE for child in helpers):
        return "future"
    if any(child.lower_ in ("was", "were", "had", "did") for child in helpers):
        return "past"
    if _opens(verb, helpers):
        return "future"
    if any(child.lower_ in ("is", "are") for child in helpers):
        return None
    if any("Past" in token.morph.get("Tense", []) for token in (verb, *helpers)):
        finite = "Fin" in verb.morph.get("VerbForm", [])
        return "past" if finite or helpers else None
    return None


def _opens(verb: Token, helpers: list[Token]) -> bool:
    """Whether a verb in the present tells a fixed date to come ("talks resume on Monday")."""
    present = "Pres" in verb.morph.get("Tense", []) and "Fin" in verb.morph.get("VerbForm", [])
    return present and not helpers and verb.pos_ == "VERB" and verb.lower_ not in words()["saying"]


def tense_of(doc: Doc) -> TenseOf | None:
    """Return a function from a span to the tense of its clause, None where `doc` has no parse."""
    if not doc.has_annotation("DEP") or not doc.has_annotation("MORPH"):
        return None

    starts = [token.idx for token in doc]

    def tense(start: int, end: int) -> str | None:
        first = max(0, bisect_right(starts, start) - 1)
        piece = doc[first : bisect_left(starts, end)]
        for token in (piece.root, *piece.root.ancestors):
            if token.pos_ in ("VERB", "AUX"):
                return _verb_tense(token)
        return None

    return tense


@Language.component("dragoman_times", assigns=["doc._.times"], requires=["doc._.published"])
def dragoman_times(doc: Doc) -> Doc:
    """Set `doc._.times`, counted from `doc._.published` (an ISO 8601 date or None).

    Where that is no full date, the dates of times may be relative (`record/relative.py`).
    """
    register()
    told = doc._.published
    if told and len(told) == DAY:
        doc._.times = find_times(doc.text, date.fromisoformat(told), tense=tense_of(doc))
    else:
        doc._.times = times_of_any_day(doc.text, told, tense=tense_of(doc))
    return doc

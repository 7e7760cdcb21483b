"""Whom a spokesman, an office or a text speaks for, and who has no name of their own."""

from bisect import bisect_left

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import mentions_by_head, things_of
from dragoman.readers.english.mentions.offices import state_before
from dragoman.readers.english.mentions.words import titles
from dragoman.readers.english.statements.found import Voice
from dragoman.readers.english.statements.frames import speakers
from dragoman.readers.english.statements.phrases import left_edge, names_before, phrase

SPEAKING = ("person", "organization", "body", "state")
_BESIDE = 3
_TITLE, _AHEAD = 8, 12
_SEVERAL = ("one", "some", "many", "others")


def owner(token: Token) -> tuple[int, ...]:
    """Return whom a spokesman, an office or a text belongs to ("a spokesman for …")."""
    for child in token.children:
        if child.dep_.startswith("nmod") and child.i > token.i:
            case = next((c.lower_ for c in child.children if c.dep_ == "case"), None)
            found = able(token.doc, things_of(child)) or holder(child)
            if case in speakers("owners") and found:
                return found
    for child in token.children:
        if child.dep_ in ("nmod:poss", "compound", "nmod:desc") and child.i < token.i:
            found = able(token.doc, things_of(child, joined=False))
            if found:
                return found
    return _issuer(token) or _name_before(token)


def _issuer(token: Token) -> tuple[int, ...]:
    """Return who issued a text: "a statement issued by | the ministry"."""
    for child in token.children:
        if child.lower_ in speakers("issued") and child.i > token.i:
            found = [t for t in child.subtree if t.i > child.i and t.lower_ != "by"]
            named = next(
                (
                    able(token.doc, things_of(t, joined=False))
                    for t in found
                    if t.pos_ in ("NOUN", "PROPN") and things_of(t, joined=False)
                ),
                (),
            )
            if named:
                return named
    return ()


def able(doc: Doc, things: tuple[int, ...]) -> tuple[int, ...]:
    """Return those of `things` that can speak."""
    return tuple(i for i in things if doc._.things[i].type in SPEAKING)


def _name_before(token: Token) -> tuple[int, ...]:
    """Return the organization named right before a noun: "Foreign Ministry press | release"."""
    start = token.doc[max(token.i - _BESIDE, token.sent.start)].idx
    for at in range(token.i - 1, max(token.i - _BESIDE, token.sent.start) - 1, -1):
        named = mentions_by_head(token.doc).get(at)
        if named is not None and named.form == "name" and named.end > start:
            return able(token.doc, named.things)
    return ()


def holder(token: Token) -> tuple[int, ...]:
    """Return who holds an office named alone ("President tells House"): the nearest told before.

    In a headline nobody is told before: then the first one told after it.
    """
    if token.lower_ not in titles("heads") or is_unnamed(token):
        return ()
    country = _country(token)
    named = [
        r
        for r in token.doc._.roles or ()
        if token.lower_ in r.title.lower().split() and country in (None, r.country)
    ]
    earlier = [r for r in named if r.start < token.idx]
    if earlier:
        return (max(earlier, key=lambda r: r.start).thing,)
    if named:
        return (min(named, key=lambda r: r.start).thing,)
    return _titled(token) if country is None else ()


def _titled(token: Token) -> tuple[int, ...]:
    """Return the person whose name stands next to the same title, the nearest before it first."""
    behind = token.doc._.mentions or ()
    at = bisect_left(behind, token.idx, key=lambda name: name.start)
    for name in (*names_before(token), *behind[at : at + _AHEAD]):
        if name.form == "name" and token.doc._.things[name.things[0]].type == "person":
            span = token.doc.char_span(name.start, name.end, alignment_mode="expand")
            if span is not None and token.lower_ in _beside(token.doc, span.start, span.end):
                return tuple(name.things)
    return ()


def _beside(doc: Doc, first: int, last: int) -> set[str]:
    """Return the words of a title before the name in tokens [first, last) or in apposition."""
    found: set[str] = set()
    for at in range(first - 1, max(first - 1 - _TITLE, -1), -1):
        if doc[at].is_punct or doc[at].is_space or doc[at].pos_ == "VERB":
            break
        found.add(doc[at].lower_)
    if last + 1 < len(doc) and doc[last].text == "," and doc[last + 1].pos_ in ("DET", "NOUN"):
        for at in range(last + 1, min(last + 1 + _TITLE, len(doc))):
            if doc[at].is_punct or doc[at].pos_ in ("VERB", "AUX"):
                break
            found.add(doc[at].lower_)
    return found


def _country(token: Token) -> str | None:
    """Return the state named before an office: "the Iranian | minister"."""
    for at in range(token.i, max(left_edge(token), token.i - 5), -1):
        country = state_before(token.doc, at)
        if country is not None:
            return country
    return None


def text_voice(token: Token) -> Voice:
    """Return who issued a text, both sides for a joint one, else the text itself as the source."""
    things = token.doc._.things
    issued = token.lower_ in speakers("official_texts")
    issuer = tuple(i for i in owner(token) if issued or things[i].type != "state")
    if issuer:
        return Voice(things=issuer, text=True)
    rumour = any(w in speakers("unchecked") for w in phrase(token).lower().split())
    return Voice(both_sides(token), phrase(token), rumour=rumour, text=True)


def both_sides(token: Token) -> tuple[int, ...]:
    """Return the states in "officials on both sides"."""
    for child in token.children:
        if child.i > token.i and child.lower_ in ("sides", "countries", "nations", "governments"):
            return things_of(child)
    return ()


def is_unnamed(token: Token) -> bool:
    """Whether a noun means somebody without a name: "officials", "a Kenyan lawmaker"."""
    low = token.lower_
    if low not in speakers("unnamed") and low not in titles("heads"):
        return False
    left = [t.lower_ for t in token.doc[left_edge(token) : token.i]]
    if any(w in ("the", "both", "two", "his", "her", "their", "its") for w in left[:1]):
        return False
    if low in _SEVERAL or any(w in speakers("indefinite") for w in left):
        return True
    plural = token.tag_ in ("NNS", "NNPS") or low in speakers("press")
    return low in speakers("unnamed") and plural

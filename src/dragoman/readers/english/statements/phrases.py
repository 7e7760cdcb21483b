"""Noun phrases: where they begin and end, and the names that stand in or behind them."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.drafts import Name

_MARKS = frozenset([",", ";", ":", "“", "”", '"', "(", ")", "—", "–"])
_TITLE = 7
_BACK = 200
_INSIDE = frozenset(("nmod", "flat", "compound", "appos", "amod", "fixed"))


def name_over(token: Token) -> Name | None:
    """Return the name that a token stands in, or None."""
    cached: dict[int, Name] | None = token.doc.user_data.get("dragoman.names_over")
    if cached is None:
        cached = {}
        for name in token.doc._.mentions or ():
            span = token.doc.char_span(name.start, name.end, alignment_mode="expand")
            if name.form == "name" and span is not None:
                cached.update(dict.fromkeys(range(span.start, span.end), name))
        token.doc.user_data["dragoman.names_over"] = cached
    return cached.get(token.i)


def names_before(token: Token) -> Iterator[Name]:
    """Yield the mentions before a token, the nearest first, some way back."""
    mentions = token.doc._.mentions or ()
    at = bisect_left(mentions, token.idx, key=lambda name: name.start)
    yield from reversed(mentions[max(at - _BACK, 0) : at])


def name_behind(token: Token) -> Name | None:
    """Return the name right behind a title or description: "spokesman | Ali Omar"."""
    doc = token.doc
    for at in range(token.i + 1, min(token.i + _TITLE, token.sent.end)):
        if doc[at].is_punct or doc[at].pos_ in ("VERB", "AUX", "PART"):
            return None
        for name in _starting(doc, at):
            person = doc._.things[name.things[0]].type == "person"
            titled = person and doc[at - 1].pos_ in ("NOUN", "PROPN")
            if name.form == "name" and (at == token.i + 1 or titled):
                return name
    return None


def _starting(doc: Doc, at: int) -> list[Name]:
    cached: dict[int, list[Name]] | None = doc.user_data.get("dragoman.by_start")
    if cached is None:
        cached = {}
        for name in doc._.mentions or ():
            cached.setdefault(name.start, []).append(name)
        doc.user_data["dragoman.by_start"] = cached
    return cached.get(doc[at].idx, []) if at < len(doc) else []


def left_edge(token: Token) -> int:
    """Return where the noun phrase of `token` begins: behind prepositions, commas and quotes."""
    first = token.left_edge.i
    for at in range(token.i - 1, first - 1, -1):
        before = token.doc[at]
        if (
            before.text in _MARKS
            or before.is_space
            or before.dep_ in ("case", "fixed", "cc", "mark")
        ):
            if before.lower_ in ("'s", "’s", "'", "’") or (
                before.head.i < token.i and before.lower_ in ("of", "for") and at > first
            ):
                continue
            return at + 1
    return first


def phrase(token: Token) -> str:
    """Return the words of a noun phrase, without clauses hung on it."""
    last = token.i
    for child in token.children:
        if child.i > token.i and child.dep_ in (
            "nmod",
            "flat",
            "compound",
            "appos",
            "amod",
            "fixed",
        ):
            inner = [t.i for t in child.subtree if not t.is_punct]
            if inner and min(inner) == last + 1:
                last = max(inner)
    return " ".join(token.doc[left_edge(token) : last + 1].text.split())

"""Several undertakings in one clause: "agreed to reopen the bridge and to share the costs"."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.arguments import is_party
from dragoman.readers.english.commitments.found import Found

LISTED = frozenset(("signed", "agreed", "pledged", "planned", "proposed", "requested"))
"""Kinds whose every item is something to check by itself."""
SHORT = 2
HUNG = frozenset(("conj", "advcl", "parataxis"))
"""How the verbs of a series hang on each other."""


def each_listed(doc: Doc, found: Found) -> Iterator[Found]:
    """Yield what was found, and once more for each further item of its list."""
    if found.kind not in LISTED:
        yield found
        return
    items = [c for c in _items(doc[found.content]) if c.i > found.content]
    starts = [found.span[0], *(_start(item) for item in items)]
    last = doc[found.content].right_edge
    ends = [*starts[1:], max(found.span[1], last.idx + len(last)) if items else found.span[1]]
    for content, start, end in zip((doc[found.content], *items), starts, ends, strict=True):
        text = (
            doc._.report.text[start:end]
            .rstrip(" ,;.")
            .removesuffix(" to")
            .removesuffix(" that")
            .removesuffix(" and")
            .rstrip(" ,;")
        )
        yield msgspec.structs.replace(
            found, content=content.i, span=(start, start + len(text)) if items else found.span
        )


def _start(item: Token) -> int:
    """Return where an item begins, behind the comma or the joining word."""
    at = item.left_edge
    while at.i < item.i and at.dep_ in ("cc", "punct", "mark"):
        at = at.nbor()
    return at.idx


def _shares(verb: Token, other: Token) -> bool:
    """Whether a joined verb has the subject and the form of the first."""
    return verb.tag_ == other.tag_ and not any(k.dep_.startswith("nsubj") for k in other.children)


def _opened(verb: Token) -> bool:
    """Whether a clause is opened as the one before it was: "that it pay and that it leave"."""
    return any(k.dep_ == "mark" and k.lower_ == "that" and k.i < verb.i for k in verb.children)


def _series(content: Token) -> list[Token]:
    """Return the further verbs of a series behind commas: "to mark it, to guard it and to pay".

    Parsers hang its middle on the verb before it; a series it is where its last is joined to it.
    """
    found: list[Token] = []
    at: Token | None = content
    while at is not None:
        after = (c for c in at.children if c.i > at.i and c.pos_ == "VERB")
        at = next((c for c in after if c.dep_ in HUNG and _opens_alike(content, c)), None)
        if at is not None:
            found.append(at)
    ended = any(c.dep_ == "cc" for c in found[-1].children) if found else False
    return found if ended else []


def _opens_alike(first: Token, other: Token) -> bool:
    """Whether a clause is opened by the same words as the first: "to", "that" or none."""
    opened = [[c.lower_ for c in v.children if c.dep_ == "mark"] for v in (first, other)]
    return opened[0] == opened[1] and (_shares(first, other) or opened[0] == ["that"])


def _items(content: Token) -> list[Token]:
    """Return what is joined to the content and stands for itself: another verb, another thing."""
    if content.pos_ == "VERB":
        verbs = [c for c in content.conjuncts if c.pos_ == "VERB"]
        joined = [c for c in verbs if _opened(c) or _shares(content, c)]
        return sorted({*joined, *_series(content)}, key=lambda c: c.i)
    if content.pos_ != "NOUN":
        return []
    listed = (c for c in content.children if c.dep_ == "appos" and c.i > content.i)
    things = (*content.conjuncts, *(k for c in listed for k in (c, *c.conjuncts)))
    nouns = [c for c in things if c.pos_ == "NOUN" and not is_party(c)]
    told = [c for c in nouns if sum(1 for _ in c.subtree) > SHORT]
    return told if len(told) == len(nouns) else []

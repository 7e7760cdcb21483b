"""Where the phrase of a noun begins and ends in the text."""

from spacy.tokens import Token

from dragoman.readers.english.clauses.spans import span_of

_LEFT_OUT = (
    "conj",
    "acl:relcl",
    "appos",
    "parataxis",
    "cc",
    "case",
    "punct",
    "cop",
    "nsubj",
    "aux",
    "mark",
    "advcl",
)


def noun_span(noun: Token) -> tuple[int, int]:
    """Return the character offsets of a noun and its words, without clauses and joined nouns."""
    left: set[int] = set()
    for child in noun.children:
        if child.dep_ in _LEFT_OUT and not (child.dep_ == "punct" and child.text in ("-", "–")):
            left.update(t.i for t in child.subtree)
    first = last = noun.i
    kept = {t.i for t in noun.subtree} - left
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return span_of([noun.doc[first], noun.doc[last]])

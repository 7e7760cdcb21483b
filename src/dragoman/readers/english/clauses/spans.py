"""Where the clause of a word begins and ends in the text."""

from spacy.tokens import Token

_CUT = ("advcl", "parataxis", "conj", "acl:relcl", "ccomp", "discourse", "vocative")
_OPENERS = ("mark", "cc", "punct")


def clause_tokens(
    head: Token, *, drop: tuple[str, ...] = ("parataxis", "conj", "discourse")
) -> list[Token]:
    """Return the tokens of the clause around `head` in text order.

    What hangs on it by one of the relations `drop` (with its own words) is left out, if the word
    is a verb; so are the clause's opening marks and closing punctuation.
    """
    left: set[int] = set()
    for child in head.children:
        verbal = child.pos_ in ("VERB", "AUX") or any(
            c.dep_.startswith("nsubj") for c in child.children
        )
        if child.dep_.split(":")[0] in drop and verbal:
            left.update(t.i for t in child.subtree)
    kept = [t for t in sorted(head.subtree, key=lambda t: t.i) if t.i not in left]
    return _trimmed(_contiguous(kept, head))


def _contiguous(tokens: list[Token], head: Token) -> list[Token]:
    """Keep the unbroken run of tokens that holds `head`."""
    at = next(k for k, t in enumerate(tokens) if t.i == head.i)
    first = last = at
    while first > 0 and tokens[first].i - tokens[first - 1].i == 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i - tokens[last].i == 1:
        last += 1
    return tokens[first : last + 1]


def _trimmed(tokens: list[Token]) -> list[Token]:
    while len(tokens) > 1 and (
        tokens[0].is_space
        or (tokens[0].is_punct and tokens[0].text not in "“\"‘'(")
        or tokens[0].dep_ in ("cc", "mark")
    ):
        tokens = tokens[1:]
    while len(tokens) > 1 and (
        tokens[-1].is_space or tokens[-1].text in (".", ",", ";", ":", "-", "–", "—", "and")
    ):
        tokens = tokens[:-1]
    return tokens


def span_of(tokens: list[Token]) -> tuple[int, int]:
    """Return the character offsets of a run of tokens."""
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def clause_span(head: Token) -> tuple[int, int]:
    """Return the character offsets of the clause around `head`."""
    return span_of(clause_tokens(head))

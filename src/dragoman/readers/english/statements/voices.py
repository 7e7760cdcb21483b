"""From the subject of a cue to the speaker: named, unnamed, a text, or who they speak for."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import mentions_by_head, things_of
from dragoman.readers.english.mentions.words import titles
from dragoman.readers.english.statements.found import Voice
from dragoman.readers.english.statements.frames import speakers

SPEAKING = ("person", "organization", "body", "state")
_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "these", "those"])


def voice_of(token: Token | None) -> Voice | None:
    """Return who speaks where `token` heads the subject of a cue; None where nobody can speak.

    A text ("the communiqué") speaks for who issued it, a spokesman for who is named with them;
    one without a name is given in the report's words.
    """
    if token is None:
        return None
    named = mentions_by_head(token.doc).get(token.i)
    if token.lower_ in _PRONOUNS:
        return _pronoun(token)
    if named is not None and named.form == "name":
        return _agents(token, named.things) or _as_source(token, text=False)
    if token.lower_ in speakers("spokesmen") and not _apposed(token):
        owner = _owner(token)
        if owner:
            return Voice(things=owner)
    if token.lower_ in speakers("texts"):
        return _text(token)
    if _is_unnamed(token):
        return _unnamed(token)
    found = _agents(token, things_of(token))
    if found is not None:
        return found
    if token.lower_ in speakers("unnamed") | speakers("groups") | titles("heads"):
        return Voice(source=phrase(token))
    return None


def _pronoun(token: Token) -> Voice | None:
    found = _agents(token, things_of(token, joined=False))
    if found is not None:
        return found
    return Voice() if token.lower_ in ("he", "she", "they") else None


def _agents(token: Token, things: tuple[int, ...]) -> Voice | None:
    known = token.doc._.things
    able = tuple(i for i in things if known[i].type in SPEAKING)
    return Voice(things=able) if able else None


def _as_source(token: Token, *, text: bool) -> Voice | None:
    """Return a named text or place as a source in words, where it can carry a statement."""
    if token.lower_ in speakers("texts") or token.lower_ in speakers("press"):
        return Voice(source=phrase(token), text=text)
    return None


def _apposed(token: Token) -> bool:
    return any(c.dep_ in ("appos", "flat") and c.pos_ == "PROPN" for c in token.children)


def _is_unnamed(token: Token) -> bool:
    """Whether a noun means somebody without a name: "officials", "a Kenyan lawmaker"."""
    if token.lower_ not in speakers("unnamed") and token.lower_ not in titles("heads"):
        return False
    if _apposed(token):
        return False
    left = [t.lower_ for t in token.doc[left_edge(token) : token.i]]
    plural = token.tag_ in ("NNS", "NNPS") or token.lower_ in speakers("press")
    if any(w in speakers("indefinite") for w in left):
        return not any(w in ("the", "both", "two") for w in left)
    if token.lower_ not in speakers("unnamed"):
        return False
    return plural and "both" not in left and "two" not in left


def _unnamed(token: Token) -> Voice:
    pair = _both_sides(token)
    if pair:
        return Voice(things=pair)
    quoted = _passed_on(token)
    rumour = token.lower_ in ("source", "sources") or _cites(token)
    return Voice(source=phrase(token), via=quoted, rumour=rumour)


def _both_sides(token: Token) -> tuple[int, ...]:
    """Return the states in "officials on both sides"."""
    for child in token.children:
        if child.i > token.i and child.lower_ in ("sides", "countries", "nations", "governments"):
            return things_of(child)
    return ()


def _passed_on(token: Token) -> int | None:
    """Return the agency in "an official quoted by the agency"."""
    for child in token.children:
        if child.lower_ in ("quoted", "cited") and child.i > token.i:
            for by in child.children:
                found = things_of(by)
                if found and by.i > child.i:
                    return found[0]
    return None


def _cites(token: Token) -> bool:
    """Whether the press only cites others: "the paper, citing sources, said"."""
    doc = token.doc
    near = doc[token.i + 1 : min(token.i + 5, token.sent.end)]
    return any(t.lower_ in speakers("citing") for t in near)


def _owner(token: Token) -> tuple[int, ...]:
    """Return whom a spokesman, an office or a text belongs to: "a spokesman for …", "X's office"."""
    for child in token.children:
        if child.dep_.startswith("nmod") and child.i > token.i:
            case = next((c.lower_ for c in child.children if c.dep_ == "case"), None)
            found = _able(token.doc, things_of(child))
            if case in speakers("owners") and found:
                return found
    for child in token.children:
        if child.dep_ in ("nmod:poss", "compound", "nmod:desc", "amod") and child.i < token.i:
            found = _able(token.doc, things_of(child, joined=False))
            if found:
                return found
    return _inside_name(token)


def _able(doc: Doc, things: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(i for i in things if doc._.things[i].type in SPEAKING)


def _inside_name(token: Token) -> tuple[int, ...]:
    """Return the organization whose name stands right before the noun: "Foreign Ministry spokesman"."""
    named = mentions_by_head(token.doc).get(token.i - 1)
    if named is not None and named.form == "name":
        return _able(token.doc, named.things)
    return ()


def _text(token: Token) -> Voice | None:
    owner = _owner(token)
    doc = token.doc
    owner = tuple(i for i in owner if doc._.things[i].type != "state" or token.lower_ != "report")
    if owner:
        return Voice(things=owner, text=True)
    pair = _both_sides(token)
    return Voice(things=pair, source=phrase(token), text=True)


def left_edge(token: Token) -> int:
    """Return where the noun phrase of `token` begins, never before a comma or a quote."""
    first = token.left_edge.i
    for at in range(token.i - 1, first - 1, -1):
        before = token.doc[at]
        if before.text in (",", ";", ":", "“", "”", '"', "(", ")", "—", "–") or before.is_space:
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

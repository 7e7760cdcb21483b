"""Where a pronoun or description stands: its clause, whose clauses hold it, and quotation marks."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from dragoman.readers.english.coreference.trail import SUBJECTS, first_of
from dragoman.readers.english.lexicon import mapping

OPENING, CLOSING, EITHER = "“«„", "”»", '"'
RELATIVE = ("who", "which", "that", "whom")


@cache
def verbs(key: str) -> frozenset[str]:
    """Return the list `key` of pronouns.yaml as a set of lemmas."""
    return frozenset(mapping("coreference", "pronouns.yaml")[key])


def lemma(token: Token) -> str:
    """Return the lemma in lower case."""
    return token.lemma_.lower()


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a clause; the noun itself for the pronoun of a relative clause."""
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            if child.lower_ in RELATIVE and verb.dep_.startswith("acl"):
                return verb.head
            return child
    if verb.dep_ == "conj" or verb.dep_ in ("xcomp", "advcl"):
        return subject_of(verb.head)
    return None


def clause_of(token: Token) -> Token:
    """Return the word that heads the clause a noun or pronoun stands in."""
    at = first_of(token)
    while at.dep_.split(":")[0] in ("nmod", "obl", "obj", "iobj", "nsubj", "conj", "appos", "det"):
        at = at.head
        if at.pos_ in ("VERB", "AUX") or subject_of(at) is not None:
            break
    return at


def governors(token: Token) -> Iterator[Token]:
    """Yield the subjects before `token` of the clauses it stands in, the innermost first."""
    seen: set[int] = set()
    at = token
    while at.head.i != at.i and at.i not in seen:
        seen.add(at.i)
        at = at.head
        found = subject_of(at)
        if found is not None and found.i < token.i and found.i not in seen:
            seen.add(found.i)
            yield found


def holds(noun: Token, token: Token) -> bool:
    """Whether `token` stands inside the phrase of `noun`, not in a clause hung on it."""
    at = token
    while at.head.i != at.i:
        if at.i == noun.i:
            return True
        if at.dep_.startswith(("acl", "advcl", "ccomp", "parataxis")):
            return False
        at = at.head
    return at.i == noun.i and noun.pos_ in ("NOUN", "PROPN")


def quoted(doc: Doc) -> list[bool]:
    """Return for each token whether it stands inside quotation marks; a block closes them."""
    inside = False
    out = []
    for token in doc:
        if token.is_space and "\n" in token.text:
            inside = False
        if token.text in OPENING or (token.text == EITHER and not inside):
            inside = True
            out.append(False)
            continue
        if token.text in CLOSING or token.text == EITHER:
            inside = False
        out.append(inside)
    return out

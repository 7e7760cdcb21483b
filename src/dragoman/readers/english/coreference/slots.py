"""What the words around a pronoun let it stand for."""

from typing import Literal

from spacy.tokens import Token

from dragoman.readers.english.coreference.clauses import lemma, verbs
from dragoman.readers.english.coreference.trail import nouns

Slot = Literal["agent", "paper", "any"]


def slot_of(token: Token) -> Slot:
    """Return what a pronoun's verb or noun asks for: who acts, a paper that is signed, or any."""
    dep, head = token.dep_, token.head
    if dep == "nmod:poss":
        owned = nouns("of_states") | nouns("of_organizations")
        return "agent" if lemma(head) in owned else "any"
    word = lemma(head)
    if dep == "nsubj" and head.pos_ == "VERB":
        if word in verbs("runs") and _runs(head):
            return "paper"
        return "agent" if word in verbs("agents") else "any"
    if dep == "obl" and any(c.dep_ == "case" and c.lower_ == "under" for c in token.children):
        return "paper"
    return _acted_on(word) if dep in ("obj", "nsubj:pass") else "any"


def _acted_on(verb: str) -> Slot:
    if verb in verbs("papered"):
        return "paper"
    return "agent" if verb in verbs("urged") else "any"


def _runs(verb: Token) -> bool:
    """Whether "take" and "enter" go on as of a paper: "takes effect", "enters into force"."""
    word = lemma(verb)
    if word not in ("take", "enter", "cover", "allow"):
        return True
    rest = {lemma(c) for c in verb.children}
    if word == "take":
        return "effect" in rest
    return word != "enter" or "force" in rest


def is_empty(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is unclear whether", "it is understood that"."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    head = token.head
    if token.dep_ not in ("nsubj", "nsubj:pass"):
        return False
    said = [c for c in head.children if c.dep_ in ("ccomp", "csubj", "csubj:pass") and c.i > head.i]
    marked = any(
        g.dep_ == "mark" and g.lower_ in ("that", "whether", "if") for c in said for g in c.children
    )
    copula = any(c.dep_ == "cop" for c in head.children)
    if said and (
        copula or (lemma(head) in verbs("reported") and (marked or token.dep_ == "nsubj:pass"))
    ):
        return lemma(head) not in ("say", "note", "claim") or token.dep_ == "nsubj:pass"
    return copula and head.pos_ in ("NOUN", "PROPN") and lemma(head) not in _namable()


def _namable() -> frozenset[str]:
    """Return the nouns that say what "it" is: "it is the country that", "it is a deal"."""
    return nouns("papers") | nouns("states")

"""The word lists of bodies, by their written forms."""

from functools import cache

from spacy.tokens import Token

from dragoman.readers.english.clauses.forms import noun_index, verb_forms
from dragoman.readers.english.lexicon import mapping


@cache
def listed(key: str) -> frozenset[str]:
    """Return the list `key` of bodies.yaml as a set of lower-case words."""
    return frozenset(mapping("bodies", "bodies.yaml")[key])


@cache
def nouns(key: str) -> frozenset[str]:
    """Return singular and plural of the nouns in list `key`."""
    return frozenset(noun_index(listed(key)))


@cache
def _verbs(key: str) -> frozenset[str]:
    return frozenset(form for verb in listed(key) for form in verb_forms(verb))


@cache
def _with(key: str) -> dict[str, frozenset[str]]:
    table = mapping("bodies", "bodies.yaml").get(f"{key}_with", {})
    return {
        form: frozenset(particles) for verb, particles in table.items() for form in verb_forms(verb)
    }


def is_verb(token: Token, key: str) -> bool:
    """Whether a word is one of the verbs `key`, those of two words ("set up") among them."""
    low = token.lower_
    particles = _with(key).get(low)
    if particles and any(t.lower_ in particles for t in _behind(token)):
        return True
    return low in _verbs(key)


def _behind(token: Token) -> list[Token]:
    own = [c for c in token.children if c.dep_ in ("compound:prt", "case", "advmod")]
    after = token.doc[token.i + 1 : token.i + 2]
    return [*own, *after, *(c for o in token.children if o.dep_ == "obl" for c in o.children)]

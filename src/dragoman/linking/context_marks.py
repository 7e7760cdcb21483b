"""What the sentences around a commitment and a later act say of the two."""

import re
from functools import cache

from dragoman.linking.acts import Act
from dragoman.linking.lexicon import table_of
from dragoman.linking.wording import tells_keeping, tells_lapse
from dragoman.linking.words import Rarity, Words, content_words, folded, stem, tokens
from dragoman.record.nouns import Commitment, Event

_TAKEN_UP = r"\b(?:the|this|that|these|those|its|his|her|their|both|a|last) (?:[\w'-]+ ){0,2}?"
_NAMED = ("programme", "agreement", "body", "organization", "place", "person")


def context_marks(later: Act, earlier: Act, rarity: Rarity) -> dict[str, float]:
    """Return what speaks for a link in the sentences that tell of a commitment and a later act."""
    bond = earlier.row
    if not isinstance(bond, Commitment):
        return {}
    mine, theirs = _words(later), _words(earlier)
    told = " ".join(later.sentences)
    marks = {
        "sentences shared": rarity.shared(mine, theirs),
        "sentences alike": rarity.likeness(mine, theirs),
        "clause in sentence": rarity.shared(mine, earlier.words),
        f"takes up what was {bond.kind}": float(bool(_nouns(bond.kind).search(folded(told)))),
        "told as kept": float(tells_keeping(told)),
        "sentence tells lapse": float(tells_lapse(told)),
    }
    return marks | _deeds(later, earlier) | _names(later, earlier)


def _words(act: Act) -> Words:
    said = frozenset().union(*(content_words(s) for s in act.sentences))
    return said - act.parties.words(act.all)


def _deeds(later: Act, earlier: Act) -> dict[str, float]:
    done, foretold = deed_families(later), deed_families(earlier)
    undone = {f.removeprefix("-") if f.startswith("-") else f"-{f}" for f in foretold}
    marks = {"the same deed": float(bool(done & foretold)), "undoes it": float(bool(done & undone))}
    if isinstance(later.row, Event):
        marks[f"{later.row.type} of the same deed"] = marks["the same deed"]
    if done & foretold and later.words & earlier.words:
        marks["the same deed on the same matter"] = 1.0
    return marks


def deed_families(act: Act) -> frozenset[str]:
    """Return the families of deeds that the clauses of an act name."""
    said = {stem(t) for m in act.row.mentions for t in tokens(m.quote)}
    return frozenset(f for w in said for f in _families().get(w, ()))


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for family, words in table_of("deed_families").items():
        for word in words.split():
            found.setdefault(stem(word), set()).add(family)
    return {word: frozenset(own) for word, own in found.items()}


def _names(later: Act, earlier: Act) -> dict[str, float]:
    own = earlier.parties.entities
    both = later.named & earlier.named - {*later.all, *earlier.all}
    marks = {f"the same {own[e].type} named": 1.0 for e in both if own[e].type in _NAMED}
    near = later.named_near & earlier.named_near - {*later.all, *earlier.all} - both
    return marks | {f"the same {own[e].type} near": 1.0 for e in near if own[e].type in _NAMED}


@cache
def _nouns(kind: str) -> re.Pattern[str]:
    nouns = "|".join(table_of("pledge_nouns")[kind].split())
    return re.compile(rf"{_TAKEN_UP}(?:{nouns})\b")

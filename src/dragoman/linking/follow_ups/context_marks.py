"""What the sentences around a commitment and a later act say of the two."""

import re
from functools import cache, lru_cache

from dragoman.linking.follow_ups.acts import Act
from dragoman.linking.lexicon import table_of
from dragoman.linking.wording.words import Rarity
from dragoman.record.nouns import Commitment, Event

_TAKEN_UP = r"\b(?:the|this|that|these|those|its|his|her|their|both|a|last) (?:[\w'-]+ ){0,2}?"
_NAMED = ("programme", "agreement", "body", "organization", "place", "person")


def context_marks(later: Act, earlier: Act, rarity: Rarity) -> dict[str, float]:
    """Return what speaks for a link in the sentences that tell of a commitment and a later act."""
    bond = earlier.row
    if not isinstance(bond, Commitment):
        return {}
    mine, theirs = later.around, earlier.around
    marks = {
        "sentences shared": rarity.shared(mine, theirs),
        "sentences alike": rarity.likeness(mine, theirs),
        "clause in sentence": rarity.shared(mine, earlier.words),
        f"takes up what was {bond.kind}": float(_takes_up(bond.kind, later.account)),
        "told as kept": float(later.is_told_as_kept),
        "sentence tells lapse": float(later.is_near_lapse),
    }
    return marks | _deeds(later, earlier) | _names(later, earlier)


def _deeds(later: Act, earlier: Act) -> dict[str, float]:
    done, foretold = later.deeds, earlier.deeds
    undone = any((f[1:] if f.startswith("-") else f"-{f}") in foretold for f in done)
    marks = {"the same deed": float(bool(done & foretold)), "undoes it": float(undone)}
    if isinstance(later.row, Event):
        marks[f"{later.row.type} of the same deed"] = marks["the same deed"]
    if done & foretold and later.words & earlier.words:
        marks["the same deed on the same matter"] = 1.0
    return marks


def _names(later: Act, earlier: Act) -> dict[str, float]:
    own = earlier.parties.entities
    parties = {*later.all, *earlier.all}
    both = (later.named & earlier.named) - parties
    marks = {f"the same {own[e].type} named": 1.0 for e in both if own[e].type in _NAMED}
    near = (later.named_near & earlier.named_near) - parties - both
    return marks | {f"the same {own[e].type} near": 1.0 for e in near if own[e].type in _NAMED}


@lru_cache(maxsize=65536)
def _takes_up(kind: str, account: str) -> bool:
    return bool(_nouns(kind).search(account))


@cache
def _nouns(kind: str) -> re.Pattern[str]:
    nouns = "|".join(table_of("pledge_nouns")[kind].split())
    return re.compile(rf"{_TAKEN_UP}(?:{nouns})\b")

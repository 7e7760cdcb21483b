"""How far a later act bears on a commitment by rule: what was foretold, and then done."""

from dragoman.linking.follow_ups.acts import Act, is_part, one_clause
from dragoman.linking.wording.words import Rarity, deeds
from dragoman.record.nouns import Commitment, Event

LEAST_PARTIES = 0.4
LEAST_WORDS = 0.4
DEED_WORDS = 0.2
SURE = 0.6
PART = 0.5
VISIT_DAYS = 31
BY_RULE = "by rule"
AS_FORETOLD = "by rule: as foretold"
"""The mark of what fulfils: the visit on the day or of the persons foretold, the whole number."""
LONGEST_DAYS = 366
# What people say about a thing does not bring it about.
_WORDS_ONLY = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})


def ruled_marks(later: Act, earlier: Act, rarity: Rarity) -> dict[str, float]:
    """Return whether an act bears on a commitment by rule, and whether it is all of it."""
    ruled = bears_on(later, earlier, rarity)
    if not ruled:
        return {}
    what = "a visit" if later.is_encounter else "a deed"
    marks = {BY_RULE: ruled, f"by rule: {what}": 1.0}
    if _is_as_foretold(later, earlier):
        marks[AS_FORETOLD] = 1.0
    if isinstance(later.row, Event):
        marks["by rule: as much" if _is_as_much(later, earlier) else "by rule: less"] = 1.0
    return marks


def _is_as_foretold(later: Act, earlier: Act) -> bool:
    """Tell of an act that bears on it whether it is the visit foretold, or gives the number."""
    if later.is_encounter:
        return bool(earlier.due or earlier.parties.persons(earlier.all))
    bond = earlier.row
    counted = isinstance(bond, Commitment) and bond.target.amount is not None
    return counted and isinstance(later.row, Event) and _is_as_much(later, earlier)


def _is_as_much(later: Act, earlier: Act) -> bool:
    """Tell whether an event that bears on a commitment may be all that was to be done.

    Of a number to be reached, an event that does not give as many shows progress only; what is
    to go on has no end by which it would be done.
    """
    bond = earlier.row
    if earlier.has_no_end or not isinstance(bond, Commitment):
        return False
    amount = bond.target.amount
    return amount is None or any(n >= amount for n in later.numbers)


def bears_on(later: Act, earlier: Act, rarity: Rarity) -> float:
    """Return how far a later act bears on a commitment, 0 to 1; 0 if it does not."""
    if not _after(later, earlier) or one_clause(later, earlier):
        return 0.0
    parties = later.parties.likeness(later.all, earlier.all)
    if parties < LEAST_PARTIES and not is_part(later.row, earlier.row):
        return 0.0
    if later.is_encounter:
        # Of a visit or talks it is foretold who comes and when; no other word need be shared.
        foretold = earlier.foretells_encounter and _in_time(later, earlier)
        return parties if foretold and _who_was_foretold(later, earlier) else 0.0
    same = later.words & earlier.words
    share = rarity.shared(later.words, earlier.words)
    if is_part(later.row, earlier.row):
        return PART if len(same) > 1 and (parties or share >= LEAST_WORDS) else 0.0
    if isinstance(later.row, Event):
        done = earlier.words & deeds(later.row.type)
        if done and same - done and share >= DEED_WORDS:
            on_the_day = earlier.due and later.when and earlier.due.meets(later.when)
            return max(share, SURE if on_the_day else 0.0)
    return share if len(same) > 1 and share >= LEAST_WORDS else 0.0


def _after(later: Act, earlier: Act) -> bool:
    """Tell whether an act lies after a commitment and can follow it."""
    if later.when is None or earlier.when is None:
        return False
    if later.when.length > LONGEST_DAYS or earlier.when.length > VISIT_DAYS:
        return False
    if isinstance(later.row, Event) and later.row.type in _WORDS_ONLY:
        return False
    return later.when.first > earlier.when.first


def _who_was_foretold(encounter: Act, earlier: Act) -> bool:
    """Tell whether those met who were foretold: the persons, where both name them, else the sides.

    Of one side alone, with nobody named, too little is foretold.
    """
    mine, theirs = (a.parties.persons(a.all) for a in (encounter, earlier))
    if not earlier.states_named <= encounter.sides:
        return False
    if not all(mine[s] & theirs[s] for s in mine.keys() & theirs.keys()):
        return False
    least = 1 if theirs else 2
    return len(encounter.sides & earlier.sides) >= least


def _in_time(encounter: Act, earlier: Act) -> bool:
    """Tell whether an encounter is on the day foretold, or soon after where none is given."""
    if encounter.when is None or earlier.when is None:
        return False
    if earlier.due:
        return earlier.due.meets(encounter.when)
    return earlier.when.gap(encounter.when) <= VISIT_DAYS

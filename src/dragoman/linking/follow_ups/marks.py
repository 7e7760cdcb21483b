"""What a later act has to do with an earlier commitment, and what it makes of it."""

from functools import cache

from dragoman.linking.days.dates import Days
from dragoman.linking.days.timing import MONTH, SLIP, WEEK, YEAR
from dragoman.linking.follow_ups.acts import Act, gaps, is_part
from dragoman.linking.follow_ups.context_marks import context_marks
from dragoman.linking.follow_ups.place_marks import place_marks
from dragoman.linking.follow_ups.ruled import ruled_marks
from dragoman.linking.lexicon import words_of
from dragoman.linking.wording.words import Rarity, Words, deeds, stem
from dragoman.record.nouns import Commitment, Event
from dragoman.record.vocabulary import LADDER

NEAR = 400
FAR = 1500
ASKED = {"requested": "asked", "proposed": "asked", "interest": "wished", "expected": "foretold"}
VERDICTS = ("achieved_words", "shortfall_words", "refusal_words", "delay_words", "consent_words")


def follow_up_marks(later: Act, earlier: Act, rarity: Rarity) -> dict[str, float]:
    """Return what speaks for each thing that a later act may make of a commitment."""
    bond = earlier.row
    if not isinstance(bond, Commitment):
        return {}
    sort = ASKED.get(bond.kind, "bound")
    marks = {"any": 1.0, sort: 1.0}
    marks |= _act(later, earlier, bond, sort)
    marks |= _who(later, earlier, bond, sort)
    marks |= _what(later, earlier, rarity)
    marks |= _when(later, earlier)
    marks |= _where(later, earlier)
    marks |= _verdict(later)
    marks |= context_marks(later, earlier, rarity)
    marks |= place_marks(later, earlier)
    marks |= ruled_marks(later, earlier, rarity)
    return marks


def _act(later: Act, earlier: Act, bond: Commitment, sort: str) -> dict[str, float]:
    if isinstance(later.row, Event):
        kind = later.row.type
        return {kind: 1.0, f"{kind} after {sort}": 1.0, "an event": 1.0}
    step = LADDER.index(later.row.kind) - LADDER.index(bond.kind)
    how = "firmer" if step > 0 else "softer" if step < 0 else "as firm"
    marks = {"a commitment": 1.0, f"a commitment after {sort}": 1.0, how: 1.0}
    marks[f"{later.row.kind}"] = 1.0
    if is_part(later.row, bond):
        marks["a part"] = 1.0
    amount, other = later.row.target.amount, bond.target.amount
    if amount is not None and other is not None:
        marks["the same amount" if amount == other else "another amount"] = 1.0
    due, was_due = later.due, earlier.due
    if due and was_due:
        marks["due later" if due.last > was_due.last else "due no later"] = 1.0
    return marks


def _who(later: Act, earlier: Act, bond: Commitment, sort: str) -> dict[str, float]:
    own = earlier.parties
    doers = later.row.actors if isinstance(later.row, Event) else later.row.by
    by, to = (own.sides(e).keys() for e in (bond.by, bond.to))
    did = own.sides(doers).keys()
    return {
        "parties alike": own.likeness(later.all, earlier.all),
        "no side in common": float(not later.sides & earlier.sides),
        "done by who is bound": float(bool(did & by)),
        "done by who was asked": float(bool(did & to)),
        f"{sort}, done by who is bound": float(bool(did & by)),
        f"{sort}, done by who was asked": float(bool(did & to)),
        "nobody asked by name": float(not bond.to),
    }


def _what(later: Act, earlier: Act, rarity: Rarity) -> dict[str, float]:
    same = later.words & earlier.words
    marks = {
        "words shared": rarity.shared(later.words, earlier.words),
        "words alike": rarity.likeness(later.words, earlier.words),
        "words in common": min(len(same), 4) / 4,
        "no word in common": float(not same),
    }
    if isinstance(later.row, Event):
        done = earlier.words & deeds(later.row.type)
        marks["the deed foretold"] = float(bool(done))
        marks["the deed and its matter"] = float(bool(done and same - done))
    mine, theirs = later.numbers, earlier.numbers
    marks["a number in common"] = float(bool(mine & theirs))
    marks["other numbers"] = float(bool(mine and theirs and not mine & theirs))
    return marks


def _when(later: Act, earlier: Act) -> dict[str, float]:
    marks = {}
    if later.when and earlier.when:
        marks[_gap(earlier.when, later.when)] = 1.0
    else:
        marks["no day to go by"] = 1.0
    if earlier.due and later.when:
        late = later.when.first > earlier.due.last
        marks["on the day due" if earlier.due.meets(later.when) else "past due"] = float(
            late or earlier.due.meets(later.when)
        )
    if earlier.published and later.published:
        marks["told later"] = float(later.published > earlier.published)
    return marks


def _gap(first: Days, second: Days) -> str:
    if first.meets(second):
        return "within the same days"
    gap = first.gap(second)
    if second.last < first.first:
        return "before it" if gap > SLIP else "just before it"
    for limit, name in ((SLIP, "days"), (WEEK, "a week"), (MONTH, "a month"), (YEAR, "a year")):
        if gap <= limit:
            return f"after {name}"
    return "after years"


def _where(later: Act, earlier: Act) -> dict[str, float]:
    """Return how close the two are told: an answer stands behind what was asked."""
    told = gaps(later, earlier)
    if not told:
        return {"in other reports": 1.0}
    behind = min((g for g in told if g >= 0), default=None)
    if behind is None:
        return {"ahead of it": 1.0, "close ahead of it": float(max(told) > -NEAR)}
    near = "close" if behind <= NEAR else "far" if behind > FAR else "further"
    return {"behind it": 1.0, f"{near} behind it": 1.0}


def _verdict(later: Act) -> dict[str, float]:
    marks = {name: float(not later.said.isdisjoint(verdict_stems(name))) for name in VERDICTS}
    marks["told as lapsed"] = float(later.tells_lapse)
    if isinstance(later.row, Event) and later.row.hedge == "denied":
        marks["told as denied"] = 1.0
    return marks


@cache
def verdict_stems(name: str) -> Words:
    """Return the stems of the words of a verdict, such as "refusal_words"."""
    return frozenset(stem(w) for w in words_of(name))

"""Figures: one thing counted or priced in two ways."""

import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from dragoman.linking.disagreements.amounts import Amount, Amounts
from dragoman.linking.disagreements.sides import Draft, Linkage, Told, draft
from dragoman.linking.figures.numbers import apart, is_money, number, ratio
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.wording.words import Rarity
from dragoman.record.nouns import Commitment, Event

SAME_MEASURE = 0.6
CLOSE = 0.75
SAME_WORDS = 0.9
CLOSE_IN_WORDS = 0.5
NEAR = 0.95
LEAST_COUNT = 20
NEAR_WORDS = 0.1
SOLE_WORDS = 0.13
CLEAR_WORDS = 0.5
LEAST_RATIO = 0.5
SLIP_OF_A_ZERO = 0.1
_STEP = math.log(1.1)


def differing_measures(linkage: Linkage) -> Iterator[Draft]:
    """Yield figures of two reports that can only be of one thing.

    The reports say that they measure the same; or the numbers are so near each other, in words
    enough alike, that two things would hardly come to them; or either report counts such things
    but once, in like words; or they are the price of the same counted things. A report that
    gives both numbers speaks of two things. Rounding is no disagreement, nor is a target in one
    report and what came of it in another.
    """
    book = linkage.amounts
    measures = Rarity([a.measure for a in book.all])
    for i, j in candidate_pairs([set(_features(a, book)) for a in book.all]):
        a, b = book.all[i], book.all[j]
        if _can_differ(a, b) and not book.both_told(a, b) and _one_thing(a, b, book, measures):
            told = [(number(f.value), m) for f in (a.figure, b.figure) for m in f.mentions]
            found = draft("figure", None, told)
            if found:
                yield found
    for event in linkage.events:
        yield from _in_one(event.row, book)
    for bond in linkage.commitments:
        yield from _in_one(bond.row, book)


def _features(a: Amount, book: Amounts) -> Iterator[tuple[str | float, ...]]:
    yield from ((a.unit, word) for word in a.measure)
    if a.value > 0:
        step = math.floor(math.log(a.value) / _STEP)
        yield from ((a.unit, step), (a.unit, step + 1))
    if is_money(a.unit):
        yield from ((a.unit, *thing) for thing in book.counted_near(a))


def _can_differ(a: Amount, b: Amount) -> bool:
    if a.report.id == b.report.id or a.unit != b.unit:
        return False
    kinds = {a.figure.kind, b.figure.kind}
    if "limit" in kinds or (kinds == {"target", "actual"} and _came_of_it(a, b)):
        return False
    return apart(a.value, b.value, a.unit)


def _came_of_it(a: Amount, b: Amount) -> bool:
    """Tell whether one may be what came of the other, which was planned; prices do not."""
    done = a if a.figure.kind == "actual" else b
    if is_money(a.unit):
        return False
    return not done.report.text or done.tells_result


def _one_thing(a: Amount, b: Amount, book: Amounts, measures: Rarity) -> bool:
    off = ratio(a.value, b.value)
    same = measures.likeness(a.measure, b.measure)
    if a.figure.kind == b.figure.kind and same >= SAME_MEASURE:
        return off >= (CLOSE_IN_WORDS if same >= SAME_WORDS else CLOSE)
    shared = len(a.words & b.words)
    alike = book.rarity.likeness(a.words, b.words)
    if off >= NEAR and max(a.value, b.value) >= LEAST_COUNT:
        return shared > is_money(a.unit) and alike >= NEAR_WORDS
    if alike >= CLEAR_WORDS and shared > 2 and off >= CLOSE:
        return True
    if _sole_counts(a, b, book) and shared > 1 and alike >= SOLE_WORDS:
        return off >= LEAST_RATIO or math.isclose(off, SLIP_OF_A_ZERO)
    return bool(
        off >= LEAST_RATIO
        and is_money(a.unit)
        and a.words & b.words
        and (things := book.counted_near(a))
        and things == book.counted_near(b)
    )


def _sole_counts(a: Amount, b: Amount, book: Amounts) -> bool:
    """Tell whether in either report this is the only number of a thing that is counted."""
    if is_money(a.unit) or a.unit == "%":
        return False
    return book.counted_once(a) and book.counted_once(b)


def _in_one(row: Event | Commitment, book: Amounts) -> Iterator[Draft]:
    """Yield the numbers that reports give in telling one thing, where each counts a unit once."""
    counted: dict[str, dict[str, set[Amount]]] = defaultdict(lambda: defaultdict(set))
    for mention in row.mentions:
        for amount in book.inside(mention):
            counted[amount.unit][mention.report].add(amount)
    for by_report in counted.values():
        sole = [next(iter(own)) for own in by_report.values() if len({a.value for a in own}) == 1]
        if len(sole) == len(by_report) > 1 and any(
            _can_differ(a, b) and ratio(a.value, b.value) >= LEAST_RATIO
            for a, b in combinations(sole, 2)
        ):
            found = draft("figure", row.id, [_told(a) for a in sole])
            if found:
                yield found


def _told(amount: Amount) -> Told:
    return number(amount.value), amount.mention

"""Scope and update: other years, a plan and what came of it, a later count."""

from collections.abc import Iterator

from dragoman.linking.days.dates import days
from dragoman.linking.disagreements.amounts import Amount
from dragoman.linking.explained.drafts import Explanation, explanation, said
from dragoman.linking.explained.pairs import Pairs
from dragoman.linking.figures.numbers import apart, number, ratio
from dragoman.linking.figures.periods import period_of
from dragoman.linking.lexicon import words_of
from dragoman.linking.wording.surroundings import sentence_of
from dragoman.linking.wording.words import tokens
from dragoman.record.nouns import Why

FARTHEST = 0.999
CHANGED_AT_MOST = 0.2


def of_other_scope(pairs: Pairs) -> Iterator[Explanation]:
    """Yield numbers of one thing for other times, of a plan and its outcome, or counted later."""
    for a, b in pairs.of_one_thing(FARTHEST):
        told = explained_by_scope(a, b, pairs)
        if told and not _apart_in_time(a, b):
            why, reason = told
            sides = [(number(x.value), x.mention) for x in (a, b)]
            found = explanation("figure", why, reason, None, sides)
            if found:
                yield found


def explained_by_scope(a: Amount, b: Amount, pairs: Pairs) -> tuple[Why, str] | None:
    """Return what explains that two numbers of one thing differ, in words; None if nothing does."""
    if not apart(a.value, b.value, a.unit):
        return None
    one, other = pairs.measured(a), pairs.measured(b)
    if one is None or other is None or one != other:
        return None
    if for_other_times(a, b):
        return "scope", f"{_timed(a)}, {_timed(b)}"
    kinds = {a.figure.kind: a, b.figure.kind: b}
    if "target" in kinds and len(kinds) == 2:
        aim = kinds.pop("target")
        (rest,) = kinds.values()
        return "scope", f"{said(aim.mention)} is the aim, {said(rest.mention)} what was reached"
    if changed_since(a, b, pairs):
        earlier, later = sorted((a, b), key=_when)
        days = f"of {earlier.report.published} and of {later.report.published}"
        return "update", f"{said(earlier.mention)} and {said(later.mention)} are {days}"
    return None


def for_other_times(a: Amount, b: Amount) -> bool:
    """Tell whether the sentences of two numbers give them for two years or spans."""
    mine, theirs = period_of(a.report, a.mention), period_of(b.report, b.mention)
    return mine is not None and theirs is not None and mine.date != theirs.date


def _apart_in_time(a: Amount, b: Amount) -> bool:
    """Tell whether two numbers are for times that share no day: those stand in a series."""
    mine, theirs = period_of(a.report, a.mention), period_of(b.report, b.mention)
    first, second = days(mine.date if mine else None), days(theirs.date if theirs else None)
    return first is not None and second is not None and not first.meets(second)


def _timed(amount: Amount) -> str:
    period = period_of(amount.report, amount.mention)
    return f"{said(amount.mention)} is for {period.date if period else amount.report.published}"


def changed_since(a: Amount, b: Amount, pairs: Pairs) -> bool:
    """Tell whether the later report says that the number of the same thing changed."""
    earlier, later = sorted((a, b), key=_when)
    one, other = pairs.measured(a), pairs.measured(b)
    if one is None or one != other:
        return False
    first, last = earlier.report.published, later.report.published
    if (
        not first
        or not last
        or first >= last
        or ratio(earlier.value, later.value) < CHANGED_AT_MOST
    ):
        return False
    return bool(set(tokens(sentence_of(later.report, later.mention))) & words_of("change_words"))


def _when(amount: Amount) -> tuple[str, str, int]:
    return (amount.report.published or "", amount.report.id, amount.mention.start)

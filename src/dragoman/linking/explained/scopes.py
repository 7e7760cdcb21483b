"""Scope and update: other years, a plan and what came of it, a later count."""

from collections.abc import Iterator

from dragoman.linking.disagreements.amounts import Amount
from dragoman.linking.explained.drafts import Explanation, explanation, said
from dragoman.linking.explained.pairs import Pairs
from dragoman.linking.lexicon import words_of
from dragoman.linking.numbers import apart, number, ratio
from dragoman.linking.periods import period_of
from dragoman.linking.surroundings import sentence_of
from dragoman.linking.words import tokens
from dragoman.record.nouns import Why

FARTHEST = 0.999
CHANGED_AT_MOST = 0.2


def of_other_scope(pairs: Pairs) -> Iterator[Explanation]:
    """Yield numbers of one thing for other times, of a plan and its outcome, or counted later."""
    for a, b in pairs.of_one_thing(FARTHEST):
        told = explained_by_scope(a, b, pairs)
        if told:
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
    mine, theirs = period_of(a.report, a.mention), period_of(b.report, b.mention)
    if mine and theirs and mine.date != theirs.date:
        first, second = said(a.mention), said(b.mention)
        return "scope", f"{first} is for {mine.date}, {second} for {theirs.date}"
    kinds = {a.figure.kind: a, b.figure.kind: b}
    if "target" in kinds and len(kinds) == 2:
        aim = kinds.pop("target")
        (rest,) = kinds.values()
        return "scope", f"{said(aim.mention)} is the aim, {said(rest.mention)} what was reached"
    earlier, later = sorted((a, b), key=lambda x: (x.report.published or "", x.mention.start))
    if _counted_later(earlier, later):
        days = f"of {earlier.report.published} and of {later.report.published}"
        return "update", f"{said(earlier.mention)} and {said(later.mention)} are {days}"
    return None


def _counted_later(earlier: Amount, later: Amount) -> bool:
    """Tell whether the later report says that the number changed."""
    first, last = earlier.report.published, later.report.published
    if (
        not first
        or not last
        or first >= last
        or ratio(earlier.value, later.value) < CHANGED_AT_MOST
    ):
        return False
    return bool(set(tokens(sentence_of(later.report, later.mention))) & words_of("change_words"))

"""Figures: one number that a speaker sets against another, "twelve, not nine"."""

import re
from collections.abc import Iterator

from dragoman.linking.disagreements.amounts import Amount, Amounts
from dragoman.linking.disagreements.sides import Draft, Linkage, draft
from dragoman.linking.figures.numbers import number
from dragoman.record.nouns import Mention

_INSTEAD = re.compile(r"\b(?:not|rather than|instead of|and not)\s+(?:the\s+)?$")


def contrasted_amounts(linkage: Linkage) -> Iterator[Draft]:
    """Yield numbers that a statement denies for another, with all reports that give the denied."""
    book = linkage.amounts
    for statement in linkage.statements:
        for span in statement.row.mentions:
            inside = book.inside(span)
            denied = [a for a in inside if _is_denied(a, span)]
            for no in denied:
                held = [a for a in _holding(no, book) if a not in inside]
                for yes in inside:
                    if yes not in denied and yes.unit == no.unit and held:
                        told = [(number(a.value), a.mention) for a in (yes, *held)]
                        found = draft("figure", None, told)
                        if found:
                            yield found


def _holding(no: Amount, book: Amounts) -> list[Amount]:
    """Return who else gives a number of this unit, or of a synonym of it."""
    return [a for a in book.all if a.value == no.value and a.unit == no.unit]


def _is_denied(amount: Amount, span: Mention) -> bool:
    before = span.quote[: amount.mention.start - span.start].lower()
    return bool(_INSTEAD.search(before)) or amount.mention.quote.lower().startswith("not ")

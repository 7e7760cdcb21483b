"""One sentence with two accounts: "on May 7, according to A, on May 8, according to B"."""

import calendar
import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.linking.disagreements.amounts import Amount, Amounts
from dragoman.linking.disagreements.sides import Draft, Linkage, draft
from dragoman.linking.facts import ReportFacts
from dragoman.linking.figures.numbers import apart, number
from dragoman.linking.wording.surroundings import sentence_span
from dragoman.record.nouns import Mention

NEAR = 40
_MONTHS = "|".join(m for m in calendar.month_name if m)
_DAY = re.compile(rf"\b(?:(?:{_MONTHS}) \d{{1,2}}|\d{{1,2}} (?:{_MONTHS}))\b")
_BY_WHOM = re.compile(r",? according to\b", re.I)


def side_by_side(linkage: Linkage) -> Iterator[Draft]:
    """Yield days and numbers that one sentence gives in two ways, each according to another."""
    book = linkage.amounts
    for report in linkage.reports.values():
        voices = [_mention(report, m.start(), m.end()) for m in _BY_WHOM.finditer(report.text)]
        for first, second in pairwise(voices):
            if second.start < sentence_span(report, first)[1]:
                yield from _days(report, first, second)
                yield from _numbers(report, first, second, book)


def _days(report: ReportFacts, first: Mention, second: Mention) -> Iterator[Draft]:
    one, other = _day_before(report, first), _day_before(report, second)
    if one and other and one.quote != other.quote:
        found = draft("date", None, [(m.quote, m) for m in (one, other)], within=True)
        if found:
            yield found


def _numbers(
    report: ReportFacts, first: Mention, second: Mention, book: Amounts
) -> Iterator[Draft]:
    one, other = _amount_before(report, first, book), _amount_before(report, second, book)
    if one and other and one.unit == other.unit and apart(one.value, other.value, one.unit):
        told = [(number(a.value), a.mention) for a in (one, other)]
        found = draft("figure", None, told, within=True)
        if found:
            yield found


def _day_before(report: ReportFacts, voice: Mention) -> Mention | None:
    days = list(_DAY.finditer(report.text, max(0, voice.start - NEAR), voice.start))
    return _mention(report, days[-1].start(), days[-1].end()) if days else None


def _amount_before(report: ReportFacts, voice: Mention, book: Amounts) -> Amount | None:
    window = _mention(report, max(0, voice.start - NEAR), voice.start)
    return max(book.inside(window), key=lambda a: a.mention.start, default=None)


def _mention(report: ReportFacts, start: int, end: int) -> Mention:
    return Mention(report=report.id, start=start, end=end, quote=report.text[start:end])

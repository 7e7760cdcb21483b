"""Currency: one sum in two currencies, at a rate that a report itself gives."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dragoman.linking.days.dates import days
from dragoman.linking.disagreements.amounts import Amount, Amounts
from dragoman.linking.explained.drafts import Explanation, explanation, said
from dragoman.linking.explained.pairs import Pairs
from dragoman.linking.figures.numbers import is_money, number, ratio
from dragoman.record.nouns import Mention

NEAR = 0.94
DAYS_APART = 400
_BESIDE = re.compile(
    r"^\s?[\w’']{0,12}\s?(?:[(\[,–—-]|or\b|,? which is|,? equal to)\s?"
    r"(?:(?:or|about|around|some|roughly|nearly|almost|approximately|equivalent|equal|the|of|to|"
    r"worth|at|then|over|just|more|less|than|US|i\.e\.|ca\.|c\.)[\s,.]*)*[$€£¥]?$",
    re.I,
)


@dataclass(frozen=True)
class Rate:
    """What a report gives side by side: `amount` is `worth`."""

    amount: Amount
    worth: Amount

    @property
    def times(self) -> float:
        """Return how many units of the second currency one unit of the first is."""
        return self.worth.value / self.amount.value


def converted(pairs: Pairs) -> Iterator[Explanation]:
    """Yield sums that are one at a rate given by a report, by one that came out near them."""
    rates = rates_in(pairs.book)
    for found in (*_given_both(rates), *_at_a_rate(pairs, rates)):
        if found:
            yield found


def rates_in(book: Amounts) -> list[Rate]:
    """Return the sums that stand side by side in two currencies: "EUR 1.2bn ($1.3bn)"."""
    found: list[Rate] = []
    for _, own in sorted(book.of_report.items()):
        ranked = sorted(own, key=lambda a: (a.mention.start, a.mention.end))
        sums = [a for a in ranked if is_money(a.unit) and a.value]
        for a, b in pairwise(sums):
            between = a.report.text[a.mention.end : b.mention.start]
            if a.unit != b.unit and len(between) < 60 and _BESIDE.match(between):
                found.append(Rate(a, b))
    return found


def _given_both(rates: list[Rate]) -> Iterator[Explanation | None]:
    """Yield what one report gives in two currencies, and others in one of them."""
    by_sums: dict[tuple[str, float, str, float], list[Rate]] = defaultdict(list)
    for rate in rates:
        a, b = rate.amount, rate.worth
        by_sums[a.unit, a.value, b.unit, b.value].append(rate)
    for _, own in sorted(by_sums.items()):
        one, other = own[0].amount, own[0].worth
        told = [
            (f"{number(x.value)} {x.unit}", m)
            for x in (one, other)
            for m in (*x.figure.mentions, x.mention)
        ]
        yield explanation("figure", "currency", _in_words(one, other, own[0]), None, told)


def _at_a_rate(pairs: Pairs, rates: list[Rate]) -> Iterator[Explanation | None]:
    """Yield sums of two reports that a third one's rate, or either's for another sum, makes one."""
    by_units: dict[tuple[str, str], list[Rate]] = defaultdict(list)
    for rate in rates:
        by_units[rate.amount.unit, rate.worth.unit].append(rate)
    for a, b in pairs.across_currencies():
        for one, other in ((a, b), (b, a)):
            for rate in by_units.get((one.unit, other.unit), ()):
                if _dated_near(rate, other) and ratio(one.value * rate.times, other.value) >= NEAR:
                    told = [(f"{number(x.value)} {x.unit}", x.mention) for x in (one, other)]
                    words = _in_words(one, other, rate)
                    yield explanation("figure", "currency", words, None, told)
                    break


def _dated_near(rate: Rate, amount: Amount) -> bool:
    first, second = days(rate.amount.report.published), days(amount.report.published)
    return first is None or second is None or first.gap(second) <= DAYS_APART


def _in_words(one: Amount, other: Amount, rate: Rate) -> str:
    return (
        f"{said(one.mention)} is {said(other.mention)} at the rate of a report that gives "
        f"{said(_both(rate))}"
    )


def _both(rate: Rate) -> Mention:
    report, start, end = rate.amount.report, rate.amount.mention.start, rate.worth.mention.end
    end += report.text[end : end + 1] in (")", "]")
    return Mention(report=report.id, start=start, end=end, quote=report.text[start:end])

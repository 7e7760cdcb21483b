"""What a number measures: a thing of a class, in a unit, of or between certain states."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.linking.disagreements.amounts import Amount
from dragoman.linking.lexicon import table_of, words_of
from dragoman.linking.who.organization_names import state_code
from dragoman.linking.wording.surroundings import sentence_span
from dragoman.record.nouns import Entity

_BREAK = re.compile(r"[;:—]|,(?!\d)|\s[-–]\s|\b(?:while|whereas|although|but)\b")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_ORDERED = ("exports", "imports")
REACH = 120


@dataclass(frozen=True, slots=True)
class Measured:
    """What a number measures: numbers of one thing are alike in all three.

    `states` are ISO codes: of flows one way in the order told, else sorted.
    """

    thing: str
    unit: str
    states: tuple[str, ...]


class Things:
    """Answers what the amounts of a record measure."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        """Take the entities of a record."""
        self._named: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for _, entity in sorted(entities.items()):
            if entity.type == "state" and entity.country:
                for m in entity.mentions:
                    if m.form == "name":
                        self._named[m.report].append((m.start, m.end, entity.country))
                        counts[m.report][entity.country] += 1
        self._main = {
            report: tuple(sorted(c for c, _ in sorted(n.items(), key=lambda x: (-x[1], x[0]))[:2]))
            for report, n in counts.items()
        }

    def measured(self, amount: Amount) -> Measured | None:
        """Return what an amount measures; None where no word tells it."""
        thing = self._thing(amount)
        if thing is None:
            return None
        states = self._states(amount)
        if thing not in _ORDERED:
            states = tuple(sorted(set(states)))
        if len(states) < 2 and thing in words_of("two_way_things"):
            main = self._main.get(amount.report.id, ())
            others = tuple(s for s in main if s not in states)
            if len(main) == 2 and thing in _ORDERED:
                states = (*states, *others) if states else ()
            elif len(main) == 2 and set(states) <= set(main):
                states = main
        return Measured(thing, amount.unit, states)

    def _thing(self, amount: Amount) -> str | None:
        report, mention = amount.report, amount.mention
        if not report.text:
            told = [table_of("measured_things").get(w) for w in _words(amount.figure.measure)]
            return next((t for t in told if t), None)
        start, end = sentence_span(report, mention)
        low, high = _clause(report.text, start, end, mention.start, mention.end)
        for left, right in ((low, high), (start, end)):
            a, b = max(left, mention.start - REACH), min(right, mention.end + REACH)
            found = [
                (_gap(m.start() + a, m.end() + a, mention.start, mention.end), m.start(), thing)
                for m in _WORD.finditer(report.text[a:b])
                if (thing := table_of("measured_things").get(m.group().lower()))
            ]
            if found:
                return min(found)[2]
        return None

    def _states(self, amount: Amount) -> tuple[str, ...]:
        report, mention = amount.report, amount.mention
        start, end = sentence_span(report, mention)
        found = {
            (m.start() + start, code)
            for m in _WORD.finditer(report.text[start:end])
            if m.group()[0].isupper() and (code := state_code(m.group().removesuffix("'s")))
        }
        named = self._named.get(report.id, ())
        found |= {(a, code) for a, b, code in named if start <= a and b <= end}
        return tuple(dict.fromkeys(code for _, code in sorted(found)))


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _gap(start: int, end: int, low: int, high: int) -> int:
    return low - end if end <= low else max(0, start - high)


def _clause(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Return the clause of a sentence that a number stands in."""
    before = [start + m.end() for m in _BREAK.finditer(text[start:low])]
    after = _BREAK.search(text, high, end)
    return before[-1] if before else start, after.start() if after else end

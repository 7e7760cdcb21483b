"""Attribution: who asked whom, where a report stresses which side it was."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.linking.disagreements.sides import Draft, Linkage, days_apart, draft
from dragoman.linking.facts import ReportFacts
from dragoman.linking.lexicon import lines_of
from dragoman.linking.who.organization_names import state_code
from dragoman.linking.who.parties import Parties
from dragoman.linking.wording.surroundings import sentence_of
from dragoman.linking.wording.words import Words, content_words, courtesies
from dragoman.record.nouns import Mention

NEAR = 600
DAYS = 14
CROWDED = 64
LEAST_SHARED = 2
_WHO = r"(?:the )?(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})(?:['’]s)?"
_SIDE = r"(?: (?:side|government|ministry|delegation))?"


@dataclass(frozen=True)
class Asking:
    """A clause that says which state asked, whether it stresses that, and what it is on."""

    state: str
    stressed: bool
    mention: Mention
    words: Words


def who_asked(linkage: Linkage) -> Iterator[Draft]:
    """Yield requests of which a report stresses who made them, and another voice has another.

    The other stands near it in the same report, or in a report of about that time, in like words.
    """
    parties = linkage.parties
    names = {e.country: e.name for e in linkage.entities.values() if e.type == "state"}
    found = [a for r in linkage.reports.values() for a in _askings(r, parties)]
    by_word: dict[str, list[Asking]] = defaultdict(list)
    by_report: dict[str, list[Asking]] = defaultdict(list)
    for asking in found:
        by_report[asking.mention.report].append(asking)
        for word in asking.words:
            by_word[word].append(asking)
    for one in (a for a in found if a.stressed):
        alike = (a for w in sorted(one.words) if len(by_word[w]) <= CROWDED for a in by_word[w])
        near = dict.fromkeys((*by_report[one.mention.report], *alike))
        other = next((a for a in near if a.state != one.state and _one(one, a, linkage)), None)
        if other:
            told = [(names.get(a.state, a.state), a.mention) for a in (one, other)]
            drafted = draft("attribution", None, told, within=True)
            if drafted:
                yield drafted


@cache
def _stressed() -> tuple[re.Pattern[str], ...]:
    verb, noun = ("|".join(lines_of(f"request_{kind}")) for kind in ("verbs", "nouns"))
    patterns = (
        rf"\bit was {_WHO}{_SIDE} (?:that|who|which) (?:had )?(?:first )?(?:{verb}|asked)",
        rf"\bat the request of {_WHO}",
        rf"\bat {_WHO} request\b",
        rf"\b(?:{verb}) by {_WHO}{_SIDE}",
        rf"\bthe (?:{noun}) (?:was|is|had been|came from) {_WHO}",
    )
    return tuple(re.compile(p) for p in patterns)


@cache
def _plain() -> re.Pattern[str]:
    verb = "|".join(lines_of("request_verbs"))
    return re.compile(rf"{_WHO}{_SIDE} (?:had )?(?:first )?(?:{verb})\b")


def _askings(report: ReportFacts, parties: Parties) -> Iterator[Asking]:
    for pattern in (*_stressed(), _plain()):
        for match in pattern.finditer(report.text):
            state = _state(match["who"], parties)
            if state:
                start, end = match.span()
                mention = Mention(
                    report=report.id, start=start, end=end, quote=report.text[start:end]
                )
                words = content_words(sentence_of(report, mention)) - courtesies()
                yield Asking(state, pattern is not _plain(), mention, words)


def _state(name: str, parties: Parties) -> str | None:
    code = state_code(name) or state_code(name.split(maxsplit=1)[0])
    if code:
        return code
    known = parties.state_words.get(next(iter(content_words(name)), ""), frozenset())
    return min(known, default=None)


def _one(a: Asking, b: Asking, linkage: Linkage) -> bool:
    if a.mention.report == b.mention.report:
        return abs(a.mention.start - b.mention.start) <= NEAR
    reports = linkage.reports[a.mention.report], linkage.reports[b.mention.report]
    return days_apart(*reports) <= DAYS and len(a.words & b.words) >= LEAST_SHARED

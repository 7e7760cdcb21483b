"""Status: what one voice says was agreed, done or put off, and another denies."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from dragoman.linking.disagreements.sides import Draft, Linkage, days_apart, draft
from dragoman.linking.lexicon import words_of
from dragoman.linking.wording.words import Rarity, Words, content_words, courtesies
from dragoman.record.nouns import Commitment, Disagreement, Mention

NEAR = 500
DAYS = 400
SHARED = 0.3
CROWDED = 64
RARE_WORDS = 6
DENIED = "denied: "
_WHAT_WAS_SAID = re.compile(r"\b(?:nothing|anything) of the (?:sort|kind)\b|\bno such\b", re.I)


@dataclass(frozen=True)
class Telling:
    """A clause that tells something: by whom (None: the report itself), and how surely."""

    mention: Mention
    words: Words
    voice: str | None
    hedge: str | None


class Tellings:
    """All that the reports tell, by report and by word."""

    def __init__(self, linkage: Linkage) -> None:
        """Take what the events, commitments and statements of a record say."""
        parties = linkage.parties
        self.reports = linkage.reports
        self._named = parties.words(i for i, e in linkage.entities.items() if e.type == "state")
        self.all = list(self._told(linkage))
        self.of_report: dict[str, list[Telling]] = defaultdict(list)
        self._holders: dict[str, list[Telling]] = defaultdict(list)
        for telling in self.all:
            self.of_report[telling.mention.report].append(telling)
            for word in telling.words:
                self._holders[word].append(telling)
        self.rarity = Rarity([t.words for t in self.all])

    def near(self, telling: Telling) -> Iterator[Telling]:
        """Yield what shares a rare word with a telling."""
        for word in self.rarity.rarest(telling.words, RARE_WORDS):
            if len(self._holders[word]) <= CROWDED:
                yield from self._holders[word]

    def _told(self, linkage: Linkage) -> Iterator[Telling]:
        asked: dict[str, set[Mention]] = defaultdict(set)
        for event in linkage.events:
            if event.row.type == "REQUEST":
                _file(event.row.mentions, asked)
                continue
            yield from (self._telling(m, None, event.row.hedge) for m in event.row.mentions)
        for bond in linkage.commitments:
            if bond.row.kind in ("requested", "interest", "expected"):
                _file(bond.row.mentions, asked)
                continue
            yield from (self._telling(m, None, None) for m in bond.row.mentions)
        for said in linkage.statements:
            voice = said.row.speaker or said.row.source
            for mention in said.row.mentions:
                if not any(_share_text(mention, m) for m in asked[mention.report]):
                    negates = _negation().search(mention.quote)
                    hedge = "denied" if negates else said.row.hedge
                    yield self._telling(mention, voice, hedge)

    def _telling(self, mention: Mention, voice: str | None, hedge: str | None) -> Telling:
        words = content_words(mention.quote) - (courtesies() - _matters()) - self._named
        return Telling(mention, words, voice, hedge)


def denied(linkage: Linkage) -> Iterator[Draft]:
    """Yield denials of what another report, or another voice in the same one, tells.

    Where a report gives a charge and its denial in one breath ("a charge its owner denies"),
    there is but one account of it, and no disagreement.
    """
    book = Tellings(linkage)
    for no in book.all:
        if no.hedge != "denied" or _in_one_breath(no, book):
            continue
        told = [t for t in dict.fromkeys(book.near(no)) if _is_denied(t, no, book)]
        found = _draft(no, told or _just_said(no, book))
        if found:
            yield found


def _in_one_breath(no: Telling, book: Tellings) -> bool:
    return any(
        t.hedge == "alleged" and _share_text(t.mention, no.mention)
        for t in book.of_report[no.mention.report]
    )


def _is_denied(yes: Telling, no: Telling, book: Tellings) -> bool:
    """Tell whether a telling has much in common with a denial, on what is so or not so."""
    if yes.hedge == "denied" or yes.voice == no.voice or _share_text(yes.mention, no.mention):
        return False
    same = yes.words & no.words
    here = yes.mention.report == no.mention.report
    if not same & _matters() or (len(same) < 2 and not (here and same - _documents())):
        return False
    apart = days_apart(book.reports[yes.mention.report], book.reports[no.mention.report])
    return apart <= DAYS and book.rarity.total(same) >= SHARED * book.rarity.total(no.words)


def _just_said(no: Telling, book: Tellings) -> list[Telling]:
    """Return what was said last, of which a denial says that nothing of the sort is so."""
    if not _WHAT_WAS_SAID.search(no.mention.quote):
        return []
    before = [
        t
        for t in book.of_report[no.mention.report]
        if t.voice not in (None, no.voice)
        and t.hedge != "denied"
        and 0 <= no.mention.start - t.mention.end <= NEAR
    ]
    return [max(before, key=lambda t: t.mention.start)] if before else []


def _draft(no: Telling, told: Sequence[Telling]) -> Draft | None:
    if not told:
        return None
    value = min(told, key=lambda t: (t.hedge is not None, t.mention.report, t.mention.start))
    sides = [(value.mention.quote, t.mention) for t in told]
    return draft("status", None, [(f"{DENIED}{no.mention.quote}", no.mention), *sides], within=True)


def denied_promises(
    commitments: Sequence[Commitment], disagreements: Iterable[Disagreement]
) -> tuple[Commitment, ...]:
    """Return the commitments, denied where all that tells of them is what another voice denies."""
    told: dict[str, list[Mention]] = defaultdict(list)
    for found in disagreements:
        if any(side.value.startswith(DENIED) for side in found.sides):
            for side in found.sides:
                for mention in side.mentions if not side.value.startswith(DENIED) else ():
                    told[mention.report].append(mention)
    return tuple(
        msgspec.structs.replace(row, status="denied")
        if row.status == "open" and row.mentions and _all_denied(row.mentions, told)
        else row
        for row in commitments
    )


def _all_denied(mentions: Sequence[Mention], told: Mapping[str, Sequence[Mention]]) -> bool:
    return all(any(_share_text(m, t) for t in told.get(m.report, ())) for m in mentions)


def _file(mentions: Sequence[Mention], by_report: dict[str, set[Mention]]) -> None:
    for mention in mentions:
        by_report[mention.report].add(mention)


@cache
def _documents() -> Words:
    return content_words(" ".join(words_of("agreement_words")))


@cache
def _negation() -> re.Pattern[str]:
    matters = "|".join(sorted(words_of("denied_matters"), key=lambda w: (-len(w), w)))
    return re.compile(
        rf"\b(?:no (?:such )?(?:[\w-]+ )?(?:{matters})s?|no such \w+|never (?:been )?(?:{matters})"
        rf"|not (?:yet |been )?(?:{matters})|nothing (?:is|was|has been|had been) (?:{matters}))\b",
        re.I,
    )


@cache
def _matters() -> Words:
    return content_words(" ".join(words_of("denied_matters")))


def _share_text(a: Mention, b: Mention) -> bool:
    return a.report == b.report and a.start < b.end and b.start < a.end

"""Events of single readings, as they are compared, and what keeps two of them apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from dragoman.linking.days.dates import Days, days
from dragoman.linking.grouping.apart import told_apart
from dragoman.linking.lexicon import words_of
from dragoman.linking.told import Told
from dragoman.linking.who.parties import Parties, same_company
from dragoman.linking.wording.clauses import (
    document_forms,
    document_sort,
    document_topic,
    documents_counted,
    ordinal_of,
    takes_up_encounter,
    tells_another,
    tells_earlier,
)
from dragoman.linking.wording.families import sorts_of
from dragoman.linking.wording.words import (
    Words,
    content_words,
    courtesies,
    deeds,
    folded,
    stem,
    stems_of,
    tokens,
)
from dragoman.record.nouns import Event
from dragoman.record.vocabulary import MAIN_DAY

SLIP = 2
LEAD = 30
DAY_ELSEWHERE = "day that other reports give this report's main happening"
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENCOUNTERS = frozenset({"meet", "phone"})


@dataclass(frozen=True)
class Happening:
    """An event of one reading as it is compared."""

    told: Told[Event]
    parties: Parties

    @property
    def event(self) -> Event:
        """Return the event itself."""
        return self.told.item

    @cached_property
    def days(self) -> Days | None:
        """Return the days it may have happened on."""
        return days(self.event.date)

    @cached_property
    def published(self) -> Days | None:
        """Return the day of the report."""
        return days(self.told.report.published)

    @cached_property
    def quote(self) -> str:
        """Return the words that tell it."""
        return " … ".join(m.quote for m in self.event.mentions)

    @property
    def at(self) -> int:
        """Return where in its report it is first told."""
        return self.told.key[1]

    @cached_property
    def takes_up(self) -> bool:
        """Tell whether it goes on about an encounter told of before it in its report."""
        return self.event.type == "CONSULT" and takes_up_encounter(self.quote)

    @cached_property
    def heads(self) -> bool:
        """Tell whether it is told in a line of its own, a subhead."""
        text, mentions = self.told.report.text, self.event.mentions
        if not text or len(mentions) != 1:
            return False
        start, end = mentions[0].start, mentions[0].end
        return start > 0 and text[start - 1] == text[end : end + 1] == "\n"

    @cached_property
    def is_headline(self) -> bool:
        """Tell whether it is told in its report's headline."""
        title = folded(self.told.report.title or "")
        return bool(title) and folded(self.quote) in title

    @property
    def is_guessed(self) -> bool:
        """Tell whether its day is but the day of what its report is on."""
        return self.event.date is None or self.event.date_reason in (MAIN_DAY, DAY_ELSEWHERE)

    @cached_property
    def ordinal(self) -> str | None:
        """Return which of a series it is: "1" of the first round of talks."""
        return ordinal_of(self.quote)

    @cached_property
    def is_earlier(self) -> bool:
        """Tell whether it is told as one before, on no day of its own."""
        return self.is_guessed and tells_earlier(self.quote)

    @cached_property
    def is_another(self) -> bool:
        """Tell whether it is told as another one besides."""
        return tells_another(self.quote)

    def ordinal_clashes(self, other: "Happening") -> bool:
        """Tell whether they are two of one series: the first round of talks and the second."""
        return None not in (self.ordinal, other.ordinal) and self.ordinal != other.ordinal

    @cached_property
    def documents(self) -> int | None:
        """Return how many documents it tells of; "the two pacts it signed" ahead of it counts."""
        text, start = self.told.report.text, self.at
        ahead = text[max(0, start - LEAD) : start] if text else ""
        return documents_counted(ahead + self.quote)

    @property
    def praises(self) -> bool:
        """Tell whether it is support in words of thanks or praise alone."""
        said = self.event.trigger is None or self.event.trigger in words_of("praise_words")
        return self.event.type == "SUPPORT" and said

    @property
    def accepts(self) -> bool:
        """Tell whether it is told as an assent: an invitation accepted, findings approved."""
        return self.event.type == "AGREE" and bool(self._told_by & stems_of("assent_words"))

    @property
    def signs(self) -> bool:
        """Tell whether it is told as a document made firm, or by the name of one."""
        told = stems_of("signing_words") | stems_of("agreement_words")
        return bool(self._told_by & told)

    @cached_property
    def _told_by(self) -> Words:
        """Return the stem of the word that tells it; of all its words where no reader says."""
        return frozenset(map(stem, tokens(self.event.trigger or self.quote)))

    @cached_property
    def sorts(self) -> frozenset[str]:
        """Return the sorts of deeds, finer than its type, that its words may tell of."""
        return sorts_of(self.quote)

    @cached_property
    def topic(self) -> Words:
        """Return what a document it tells of is on, as far as it says: of a salmon pact salmon."""
        said = document_topic(self.quote) | document_sort(self.quote)
        return (said & self.core) - document_forms()

    def documents_clash(self, other: "Happening") -> bool:
        """Tell whether one tells of a document and the other of several."""
        counts = {self.documents, other.documents}
        return len(counts) == 2 and None not in counts and 1 in counts

    def another(self, other: "Happening") -> bool:
        """Tell whether the wording shows that they are two: which, how many, praise or support."""
        if self.event.type == "CONSULT":
            return self.ordinal_clashes(other) or self.is_earlier != other.is_earlier
        if self.event.type == "AGREE":
            here = self.told.report.id == other.told.report.id
            besides = here and self.is_another != other.is_another
            return besides or self.documents_clash(other)
        return self.praises != other.praises

    @cached_property
    def all(self) -> tuple[str, ...]:
        """Return all who took part."""
        return (*self.event.actors, *self.event.recipients)

    @cached_property
    def sides(self) -> frozenset[str]:
        """Return the states that took part."""
        return frozenset(self.parties.sides(self.all))

    @cached_property
    def persons(self) -> dict[str, frozenset[str]]:
        """Return who is named on each side; a subhead names those alone whom it spells out."""
        found = self.parties.persons(self.all)
        if not self.heads:
            return found
        said = content_words(self.quote)
        spelt = {s: {p for p in own if self.parties.words([p]) & said} for s, own in found.items()}
        return {s: frozenset(own) for s, own in spelt.items() if own}

    @cached_property
    def alone(self) -> "EventProfile":
        """Return its profile as if nothing else stood in its report."""
        return profile_of(self, 0)

    @cached_property
    def core(self) -> Words:
        """Return of its words those that any event of its type would not have."""
        return self.words - deeds(self.event.type) - courtesies()

    @cached_property
    def words(self) -> Words:
        """Return what its mentions say, the names of those who took part left out."""
        said = frozenset().union(*(content_words(m.quote) for m in self.event.mentions))
        named = self.parties.words(self.all)
        return frozenset(w for w in said - named if not _YEAR.fullmatch(w))


@dataclass(frozen=True, slots=True)
class EventProfile:
    """What must not clash when happenings are joined."""

    apart: Mapping[str, int]
    mode: str | None
    span: Days | None
    persons: dict[str, frozenset[str]]
    encounter: bool

    def bears(self, other: Self) -> bool:
        """Refuse what one report tells apart, another mode or date, an encounter with others."""
        return not told_apart(self.apart, other.apart) and self.bears_with(other)

    def bears_with(self, other: Self) -> bool:
        """Refuse another mode or date, and an encounter with others."""
        if self.mode and other.mode and self.mode != other.mode:
            return False
        if self.span and other.span and self.span.gap(other.span) > SLIP:
            return False
        return not (self.encounter and other.encounter) or same_company(self.persons, other.persons)

    def joined(self, other: Self) -> Self:
        """Return both together; the narrower span stays, as the surer."""
        spans = sorted((s for s in (self.span, other.span) if s), key=lambda s: (s.length, s.first))
        persons = dict(self.persons)
        for side, own in other.persons.items():
            persons[side] = persons.get(side, frozenset()) | own
        return type(self)(
            {**self.apart, **other.apart},
            self.mode or other.mode,
            spans[0] if spans else None,
            persons,
            self.encounter or other.encounter,
        )


def profile_of(h: Happening, number: int) -> EventProfile:
    """Return the profile of one event; `number` is the same for what its report tells twice."""
    encounter = h.event.type == "CONSULT" and (h.event.mode in _ENCOUNTERS or not h.event.mode)
    apart = {h.told.report.id: number}
    # Who attended "the meeting" need not be who is told to have met.
    persons = {} if h.takes_up else h.persons
    return EventProfile(apart, h.event.mode, h.days, persons, encounter)

"""When the happenings of a report took place.

A happening told without a date has the date of the happening told before it in its paragraph, else
the last day named before it there, else the report's main day (that of the first dated happening,
or the first day named at the opening), unless its tense puts it further back. What is said is said
mostly on the day of the report or just before: a main day further back does not date it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.reality import auxiliaries
from dragoman.readers.english.clauses.when import (
    beside_own_day,
    direct_time,
    time_after,
    time_of,
    times_by_token,
)
from dragoman.readers.english.drafts import Time
from dragoman.readers.english.events.found import Found
from dragoman.readers.english.events.numbering import paragraph_numbers, sentence_numbers
from dragoman.record.vocabulary import MAIN_DAY

OPENING = 8
"""In how many sentences the main day may first be told."""
NEWS = timedelta(days=14)
"""How far before its own date a report tells its news."""
VOICED = frozenset(("SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN"))
"""What is said: a time in its words is that of what it speaks of."""
DAY = 10
MONTH = 7
VOICED_NEAR = timedelta(days=2)
DONE_NEAR = timedelta(days=4)
"""How far before a report's own day its main day may lie to date what is told without a day."""


class Dates:
    """Dates handed on from one happening of a report to the next."""

    def __init__(self, doc: Doc, found: Sequence[Found]) -> None:
        self._doc = doc
        self.found = found
        self._sentence = sentence_numbers(doc)
        self._paragraph = paragraph_numbers(doc)
        self._named = sorted(times_by_token(doc).items(), key=_place)
        self._claimed = self._times_of_background()
        self._times = [self._time(f) for f in found]
        self._main = self._main_time()

    def date(self, k: int) -> tuple[str | None, str | None]:
        """Return the date of happening `k` and how it was found."""
        one = self.found[k]
        if one.date is not None:
            return one.date, "a year of a list"
        time = self._times[k]
        if time is not None:
            return time.date, time.reason
        if _further_back(self._doc[one.clause]):
            return None, None
        told = self._told_in_paragraph(k)
        if told is not None:
            return told.date, "told in the same paragraph"
        if self._main is None:
            return None, None if _tells_own_day(self._doc) else MAIN_DAY
        return self._main_day(VOICED_NEAR if one.type in VOICED else DONE_NEAR), MAIN_DAY

    def _told_in_paragraph(self, k: int) -> Time | None:
        """Return the time of the happening before `k` in its paragraph, else the last one named."""
        one = self.found[k]
        for j in range(k - 1, -1, -1):
            if self._paragraph[self.found[j].clause] != self._paragraph[one.clause]:
                break
            before = self._times[j]
            if before is not None and not self._is_background(j):
                return before
        return self._told_before(one) if one.type not in VOICED else None

    def _told_before(self, one: Found) -> Time | None:
        """Return the last time named before in the paragraph, whatever it is told of."""
        for i, time in reversed(self._named[: bisect_left(self._named, one.trigger, key=_place)]):
            if self._paragraph[i] != self._paragraph[one.clause]:
                return None
            dated = len(time.date or "") >= MONTH
            if dated and not _after(time.date, self._doc._.published):
                return time
        return None

    def _main_day(self, near: timedelta) -> str | None:
        """Return the main day, or the report's own where that lies further back or is no day."""
        told, own = None if self._main is None else self._main.date, self._doc._.published
        if own is None or len(own) != DAY:
            return told
        if told is None or len(told) != DAY:
            return str(own)
        back = date.fromisoformat(own) - date.fromisoformat(told)
        return told if timedelta() <= back <= near else str(own)

    def _times_of_background(self) -> frozenset[int]:
        """Return the tokens of times that tell when a war or visit in the background was."""
        named = (self._doc[f.trigger] for f in self.found if f.clause == f.trigger)
        told = {time for noun in named if noun.pos_ != "VERB" and (time := time_after(noun))}
        return frozenset(i for i, time in times_by_token(self._doc).items() if time in told)

    def _time(self, one: Found) -> Time | None:
        head = self._doc[one.trigger]
        clause = self._doc[one.clause]
        if one.type in VOICED and clause.pos_ == "VERB":
            found = direct_time(clause, self._claimed) or _year_behind(clause)
        elif head.pos_ != "VERB" and one.clause == one.trigger:
            found = time_after(head) or time_of(head)
        else:
            found = time_of(head, self._claimed)
        if found is None and one.clause != one.trigger and one.type not in VOICED:
            found = time_of(clause, self._claimed)
        return None if found is None or _after(found.date, self._doc._.published) else found

    def _is_background(self, k: int) -> bool:
        """Whether a happening is only named in a clause of something else."""
        one = self.found[k]
        return one.clause == one.trigger and self._doc[one.trigger].pos_ != "VERB"

    def _main_time(self) -> Time | None:
        for k, (one, time) in enumerate(zip(self.found, self._times, strict=True)):
            if time is None or self._is_background(k) or self._sentence[one.clause] >= OPENING:
                continue
            return time
        return self._first_day()

    def _first_day(self) -> Time | None:
        """Return the first day of the news named at the opening: "officials said on Tuesday"."""
        published = self._doc._.published
        for i, time in sorted(times_by_token(self._doc).items()):
            if self._sentence[i] >= OPENING:
                return None
            if self._doc._.readable[i] and _is_news(time.date, published):
                return time
        return None


def _place(named: tuple[int, Time]) -> int:
    return named[0]


def _year_behind(verb: Token) -> Time | None:
    """Return the bare year told behind a verb's object: "set up ties in 1947"."""
    known = times_by_token(verb.doc)
    for thing in verb.children:
        for token in thing.subtree if thing.dep_ in ("obj", "dobj") else ():
            time = known.get(token.i)
            year = time is not None and len(time.date or "") == len("1947")
            if year and token.nbor(-1).lower_ == "in":
                return time
    return None


def _tells_own_day(doc: Doc) -> bool:
    return doc._.published is not None and len(doc._.published) == DAY


def _is_news(told: str | None, published: str | None) -> bool:
    """Whether a date is a day up to which the news of a report may go back."""
    both = beside_own_day(told, published)
    if both is None or len(both[1]) != DAY:
        return told is not None and len(told) == DAY
    if len(both[0]) != DAY:
        return False
    day, own = (date.fromisoformat(d) for d in both)
    return own - NEWS <= day <= own


def _after(told: str | None, published: str | None) -> bool:
    """Whether a date lies after the day the report came out."""
    both = beside_own_day(told, published)
    if both is None:
        return False
    first = both[0].split("/")[0]
    return first > both[1][: len(first)]


def _further_back(verb: Token) -> bool:
    """Whether a clause is told as before the rest, or names no time by its verb at all."""
    if verb.pos_ not in ("VERB", "AUX"):
        return True
    if any(c.lower_ in ("after", "before", "since") and c.dep_ == "mark" for c in verb.children):
        return True
    had = any(a.lower_ in ("had", "'d", "’d") for a in auxiliaries(verb))
    return had and not _is_reported(verb)


def _is_reported(verb: Token) -> bool:
    """Whether a clause is the content of something said, whose "had" may mean "has"."""
    at = verb
    while at.dep_ == "conj" and at.head.pos_ in ("VERB", "AUX"):
        at = at.head
    return at.dep_.split(":")[0] == "ccomp"

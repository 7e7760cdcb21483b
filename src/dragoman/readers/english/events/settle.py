"""When and where the happenings of a report took place, and their parties where none are named.

A happening told without a date has the date of the happening told before it in its paragraph, else
that of the report's main happening (the first dated one), unless its tense puts it further back.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.arguments import logical_subject
from dragoman.readers.english.clauses.parties import case, mentions_by_head
from dragoman.readers.english.clauses.reality import auxiliaries
from dragoman.readers.english.clauses.sides import both_sides
from dragoman.readers.english.clauses.when import time_after, time_of, times_by_token
from dragoman.readers.english.drafts import Time
from dragoman.readers.english.events.found import Found
from dragoman.record.vocabulary import MAIN_DAY

WHERE = frozenset(["in", "at", "near", "inside", "outside", "off", "on"])
NEAR = 3
JOINT = frozenset(("AGREE", "CONSULT"))
OPENING = 8
"""In how many sentences the main happening's date may first be told."""


class Settled:
    """Dates, places and parties handed on from one happening of a report to the next."""

    def __init__(self, doc: Doc, found: Sequence[Found]) -> None:
        self._doc = doc
        self._found = found
        self._sentence = _numbers(doc, "sentence")
        self._paragraph = _numbers(doc, "paragraph")
        self._claimed = self._times_of_background()
        self._times = [self._time(f) for f in found]
        self._main = self._main_time()

    def date(self, k: int) -> tuple[str | None, str | None]:
        """Return the date of happening `k` and how it was found."""
        time = self._times[k]
        if time is not None:
            return time.date, time.reason
        if _further_back(self._doc[self._found[k].clause]):
            return None, None
        for j in range(k - 1, -1, -1):
            if self._paragraph[self._found[j].clause] != self._paragraph[self._found[k].clause]:
                break
            if self._times[j] is not None and not self._is_background(j):
                return self._times[j].date, "told in the same paragraph"  # type: ignore[union-attr]
        if self._main is None:
            return None, MAIN_DAY if self._doc._.published is None else None
        return self._main.date, MAIN_DAY

    def _times_of_background(self) -> frozenset[int]:
        """Return the tokens of times that tell when a war or visit in the background was."""
        named = (self._doc[f.trigger] for f in self._found if f.clause == f.trigger)
        told = {time for noun in named if noun.pos_ != "VERB" and (time := time_after(noun))}
        return frozenset(i for i, time in times_by_token(self._doc).items() if time in told)

    def _time(self, one: Found) -> Time | None:
        head = self._doc[one.trigger]
        if head.pos_ != "VERB" and one.clause == one.trigger:
            found = time_after(head) or time_of(head)
        else:
            found = time_of(head, self._claimed)
        if found is None and one.clause != one.trigger:
            found = time_of(self._doc[one.clause], self._claimed)
        return None if found is None or _after(found.date, self._doc._.published) else found

    def _is_background(self, k: int) -> bool:
        """Whether a happening is only named in a clause of something else."""
        one = self._found[k]
        return one.clause == one.trigger and self._doc[one.trigger].pos_ != "VERB"

    def _main_time(self) -> Time | None:
        for k, (one, time) in enumerate(zip(self._found, self._times, strict=True)):
            if time is None or self._is_background(k) or self._sentence[one.clause] >= OPENING:
                continue
            return time
        return None

    def parties(self, k: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the parties of `k`, with those of the meeting it tells more of."""
        one = self._found[k]
        before = self._meeting_before(k, far=one.again)
        if before is not None and one.type == "CONSULT":
            if one.again:
                known = (*before.actors, *before.recipients)
                more = (i for i in one.actors if i not in known)
                return before.actors, (*before.recipients, *more)
            if _joint_subject(self._doc[one.clause]):
                return before.actors, before.recipients
        elif before is not None and not one.actors and _joint_subject(self._doc[one.clause]):
            return (*before.actors, *before.recipients), one.recipients
        if one.actors or one.recipients:
            return one.actors, one.recipients
        for j in (*range(k - 1, -1, -1), *range(k + 1, len(self._found))):
            other = self._found[j]
            if other.type == one.type and (other.actors or other.recipients):
                return other.actors, other.recipients
        return (both_sides(self._doc), ()) if one.type in JOINT else ((), ())

    def _meeting_before(self, k: int, *, far: bool) -> Found | None:
        """Return the last meeting of two sides told before; in these sentences if not `far`."""
        sentence = self._sentence[self._found[k].clause]
        for j in range(k - 1, -1, -1):
            other = self._found[j]
            if not far and sentence - self._sentence[other.clause] > NEAR:
                return None
            sides = len({*other.actors, *other.recipients})
            if other.type == "CONSULT" and other.mode != "visit" and sides > 1:
                return other
        return None


def _joint_subject(verb: Token) -> bool:
    """Whether "the two sides", "both" or "they" did it."""
    found = logical_subject(verb)
    if found is None:
        return False
    name = mentions_by_head(verb.doc).get(found.i)
    return found.lower_ in ("they", "both", "two") or (
        name is not None and name.form == "nominal" and name.plural
    )


def _numbers(doc: Doc, unit: str) -> list[int]:
    """Return for each token the number of its sentence, or of its block of text."""
    out: list[int] = []
    count = -1
    previous = "gap"
    for token in doc:
        kind = doc._.kinds[token.i]
        if unit == "sentence":
            count += bool(token.is_sent_start) or token.i == 0
        elif kind != "gap" and previous == "gap":
            count += 1
        previous = kind
        out.append(max(count, 0))
    return out


def _after(date: str | None, published: str | None) -> bool:
    """Whether a date lies after the day the report came out."""
    if date is None or published is None:
        return False
    first = date.split("/")[0]
    return first > published[: len(first)]


def _further_back(verb: Token) -> bool:
    """Whether a clause is told as before the rest, or names no time by its verb at all."""
    if verb.pos_ not in ("VERB", "AUX"):
        return True
    if any(c.lower_ in ("after", "before", "since") and c.dep_ == "mark" for c in verb.children):
        return True
    return any(a.lower_ in ("had", "'d", "’d") for a in auxiliaries(verb))


def place_of(head: Token, taken: frozenset[int]) -> int | None:
    """Return the place told of a clause: a building before a city, a city before a region."""
    best: tuple[int, int] | None = None
    for token in head.subtree:
        name = mentions_by_head(head.doc).get(token.i)
        if name is None or name.form != "name" or case(token) not in WHERE:
            continue
        for i in name.things:
            thing = head.doc._.things[i]
            if thing.type == "place" and i not in taken:
                rank = (0 if thing.within is not None else 1, token.i)
                best = min(best, rank) if best else rank
    if best is None:
        return None
    name = mentions_by_head(head.doc)[best[1]]
    return next(i for i in name.things if head.doc._.things[i].type == "place")

"""Who took part in the happenings of a report where their clause does not say, and where."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.arguments import logical_subject
from dragoman.readers.english.clauses.parties import case, mentions_by_head
from dragoman.readers.english.clauses.sides import (
    both_sides,
    counterpart,
    other_side,
    with_members,
    with_states,
)
from dragoman.readers.english.events.found import Found
from dragoman.readers.english.events.numbering import sentence_numbers

WHERE = frozenset(["in", "at", "near", "inside", "outside", "off", "on"])
NEAR = 3
JOINT = frozenset(("AGREE", "CONSULT"))


class Settled:
    """Parties handed on from one happening of a report to the next."""

    def __init__(self, doc: Doc, found: Sequence[Found]) -> None:
        self._doc = doc
        self._found = found
        self._sentence = sentence_numbers(doc)

    def parties(self, k: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the parties of `k`, with the states they act for and the side facing them."""
        category = self._found[k].type
        named, given = self._named(k)
        if not named and not given:
            return (), ()
        if not named and category not in JOINT:
            named = counterpart(self._doc, given) or other_side(self._doc, given)
        if category in JOINT and not given:
            named = with_members(self._doc, named)
        actors = with_states(self._doc, named, given)
        faced = tuple(i for i in given if i not in actors)
        if category in JOINT and given:
            return actors, faced
        faced = faced or self._facing(actors, category)
        return ((*actors, *faced), ()) if category in JOINT else (actors, faced)

    def _facing(self, actors: tuple[int, ...], category: str) -> tuple[int, ...]:
        """Return who faces the actors where nobody is told."""
        found = counterpart(self._doc, actors)
        if not found and category not in JOINT:
            found = other_side(self._doc, actors)
        return tuple(i for i in found if i not in actors)

    def _named(self, k: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the parties told of `k`, with those of the meeting it tells more of."""
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
        if one.actors or one.recipients or one.type not in JOINT:
            return one.actors, one.recipients
        return self._told_elsewhere(k) or (both_sides(self._doc), ())

    def _told_elsewhere(self, k: int) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """Return the parties of the nearest talks or agreement told before, else after."""
        for j in (*range(k - 1, -1, -1), *range(k + 1, len(self._found))):
            other = self._found[j]
            if other.type == self._found[k].type and (other.actors or other.recipients):
                return other.actors, other.recipients
        return None

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

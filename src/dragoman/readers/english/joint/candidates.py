"""Who and when: what may fill a part of an item."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.readers.english.clauses.sides import both_sides, offices
from dragoman.readers.english.joint.labels import TYPES
from dragoman.readers.english.joint.sheet import Sheet, tokens_in

TIME, PUBLISHED = len(TYPES) + 1, len(TYPES) + 2
NEAR = 300
"""How many tokens from an anchor a candidate is looked for: about the length of a report."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing (its position in `doc._.things`), or a date; where it is mentioned, as tokens.

    ``delegates`` are the mentions of those who act for a state.
    """

    type: int
    thing: int | None
    date: str | None
    heads: tuple[int, ...]
    delegates: tuple[int, ...] = ()


class Candidates:
    """The candidates of a report; of each anchor those around it.

    So the work grows with a report's length, not with its square.
    """

    def __init__(self, doc: Doc, sheet: Sheet) -> None:
        self.all = tuple(_candidates(doc, sheet))
        self._places = sorted((head, k) for k, one in enumerate(self.all) for head in one.heads)
        sides = both_sides(doc)
        self._always = tuple(
            k for k, one in enumerate(self.all) if not one.heads or one.thing in sides
        )

    def near(self, anchor: int) -> tuple[int, ...]:
        """Return the numbers of the candidates of an anchor (a token), in order.

        Those with a mention around it, the two states the report is about, and its date.
        """
        first = bisect_left(self._places, (anchor - NEAR, 0))
        last = bisect_right(self._places, (anchor + NEAR, len(self.all)))
        around = {k for _, k in self._places[first:last]}
        return tuple(sorted(around.union(self._always)))


def _candidates(doc: Doc, sheet: Sheet) -> Iterator[Candidate]:
    heads: dict[int, list[int]] = {}
    for name in doc._.mentions or ():
        if name.head in sheet.word_of:
            for thing in name.things:
                heads.setdefault(thing, []).append(name.head)
    acting: dict[str, list[int]] = {}
    for thing, country in offices(doc).items():
        acting.setdefault(country, []).extend(heads.get(thing, ()))
    for k, thing in enumerate(doc._.things):
        if k in heads:
            delegates = acting.get(thing.country or "", ()) if thing.type == "state" else ()
            kind = 1 + TYPES.index(thing.type)
            yield Candidate(kind, k, None, tuple(sorted(heads[k])), tuple(sorted(delegates)))
    for time in doc._.times or ():
        words = [i for i in tokens_in(doc, time.start, time.end) if i in sheet.word_of]
        if time.date and words:
            yield Candidate(TIME, None, time.date, (words[-1],))
    if doc._.published:
        yield Candidate(PUBLISHED, None, doc._.published, ())

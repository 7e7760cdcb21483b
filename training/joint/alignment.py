"""Answer keys laid on what the reader found: which anchor, which candidate a row speaks of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.readers.english.joint.anchors import Anchors
from dragoman.readers.english.joint.clauses import covered
from dragoman.runs.evaluation.comparing import same_date
from dragoman.runs.evaluation.placing import FoldedText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from dragoman.readers.english.joint.candidates import Candidate
    from dragoman.readers.english.joint.sheet import Sheet

SAME = 0.5
Span = tuple[int, int]


class Folded:
    """A text with its white space folded, and the place of each letter in the text itself."""

    def __init__(self, text: str) -> None:
        self._text = FoldedText(text)

    def span(self, quote: str, occurrence: int) -> Span | None:
        """Return the offsets of the N-th place of a quote, or None."""
        words = " ".join(quote.split())
        found = [m.start() for m in re.finditer(re.escape(words), self._text.folded)]
        if not words or len(found) < occurrence:
            return None
        start = found[occurrence - 1]
        at = self._text.offsets
        return at[start], at[start + len(words) - 1] + 1


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the key in one report: its layer, the row, its span and its anchor (a token)."""

    layer: str
    row: Mapping[str, Any]
    span: Span
    anchor: int


class Aligned:
    """One report's share of a key, laid on its Doc."""

    def __init__(self, doc: Doc, sheet: Sheet, key: Mapping[str, Any], report: str) -> None:
        self._doc = doc
        self._sheet = sheet
        self._report = report
        self._text = Folded(doc._.report.text)
        self._anchors = Anchors(doc)
        self.entity_of = self._entities(key["entities"])
        self._country = {row["id"]: row.get("country") for row in key["entities"]}
        self._states = {
            row["country"]: row["id"] for row in key["entities"] if row["type"] == "state"
        }
        self.items = [
            item
            for layer in ("events", "commitments", "statements", "figures")
            for item in self._items(layer, key[layer])
        ]
        self.items += [*self._mentions(key["entities"]), *self._offices(key["roles"])]
        self.items += self._times()

    def spans(self, row: Mapping[str, Any]) -> Iterator[Span]:
        """Yield the places of a row's mentions in this report."""
        for _, span in self._placed(row):
            yield span

    def _placed(self, row: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Span]]:
        for mention in row["mentions"]:
            if mention["report"] == self._report:
                span = self._text.span(mention["quote"], mention.get("occurrence", 1))
                if span is not None:
                    yield mention, span

    def _entities(self, rows: Sequence[Mapping[str, Any]]) -> dict[int, str]:
        """Return the key's entity of each thing: the one most of its mentions speak of."""
        marked = [(span, row["id"]) for row in rows for span in self.spans(row)]
        votes: dict[int, Counter[str]] = defaultdict(Counter)
        for name in self._doc._.mentions or ():
            for span, entity in marked:
                if likeness(span, (name.start, name.end)) >= SAME:
                    for thing in name.things:
                        votes[thing][entity] += 1
        return {thing: counted.most_common(1)[0][0] for thing, counted in votes.items()}

    def _mentions(self, rows: Sequence[Mapping[str, Any]]) -> Iterator[Item]:
        """Yield the mentions of the key; one of several entities speaks of all of them."""
        meant: dict[Span, list[Mapping[str, Any]]] = defaultdict(list)
        forms: dict[Span, str] = {}
        for row in rows:
            for mention, span in self._placed(row):
                meant[span].append(row)
                forms[span] = mention["form"]
        for span, entities in sorted(meant.items()):
            heads = [
                name.head
                for name in self._doc._.mentions
                if likeness(span, (name.start, name.end)) >= SAME
            ]
            row = {
                "type": entities[0]["type"],
                "form": forms[span],
                "same": [one["id"] for one in entities],
            }
            yield from self._item("mentions", row, span, heads)

    def _offices(self, rows: Sequence[Mapping[str, Any]]) -> Iterator[Item]:
        """Yield the offices of the key; its mentions are the titles."""
        held: dict[Span, list[str]] = defaultdict(list)
        for row in rows:
            for span in self.spans(row):
                held[span].append(row["person"])
        for span, persons in sorted(held.items()):
            yield from self._item("roles", {"holder": persons}, span, [])

    def _times(self) -> Iterator[Item]:
        """Yield the time expressions that the rules find: no key of the corpus has them."""
        for time in self._doc._.times or ():
            yield from self._item("times", {"type": time.type}, (time.start, time.end), [])

    def _item(
        self, layer: str, row: Mapping[str, Any], span: Span, heads: Sequence[int]
    ) -> Iterator[Item]:
        anchor = heads[0] if heads else self._anchors.of(*span)
        if anchor is not None and anchor in self._sheet.word_of:
            yield Item(layer, row, span, anchor)

    def _items(self, layer: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[Item]:
        drafts = [d for d in self._sheet.drafts if d.layer == layer]
        for row in rows:
            for span in self.spans(row):
                near = [(self._overlap(layer, d.number, span, row), -d.number) for d in drafts]
                best = max(near, default=(0.0, 0))
                if best[0] >= SAME:
                    anchor: int | None = next(d.anchor for d in drafts if d.number == -best[1])
                else:
                    anchor = self._anchors.of(*span)
                if anchor is not None and anchor in self._sheet.word_of:
                    yield Item(layer, row, span, anchor)

    def _overlap(self, layer: str, number: int, span: Span, row: Mapping[str, Any]) -> float:
        draft = getattr(self._doc._, layer)[number]
        spans = draft.spans if layer == "statements" else ((draft.start, draft.end),)
        shared = max(covered(one, span) for one in spans)
        if layer == "figures":
            return shared if abs(draft.value - row["value"]) <= abs(row["value"]) * 1e-6 else 0.0
        alike = layer == "events" and draft.type == row["type"]
        return shared + (1.0 if alike and shared >= SAME else 0.0)

    def state_of(self, thing: int) -> str | None:
        """Return the key's entity of the state that a thing belongs to, or None."""
        return self._states.get(self._country.get(self.entity_of.get(thing)))

    def parts(self, item: Item, parts: Sequence[str], candidate: Candidate) -> int:
        """Return the number of the part a candidate fills in an item, 0 for none."""
        if candidate.thing is None:
            told = item.row.get("date") if item.layer == "events" else None
            return int(told is not None and same_date(told, candidate.date))
        entity = self.entity_of.get(candidate.thing)
        for number, part in enumerate(parts, 1):
            given = item.row.get(part) or ()
            if part == "speakers" and item.row.get("speaker"):
                given = [item.row["speaker"], *given]
            if entity == given or (not isinstance(given, str) and entity in given):
                return number
        return 0


def likeness(one: Span, other: Span) -> float:
    """Return the shared letters over the mean length (the Dice coefficient)."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) * 2 / max(1, (one[1] - one[0]) + (other[1] - other[0]))

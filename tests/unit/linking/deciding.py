"""Reports in the making and decisions on the record they make, a line each."""

from typing import Any

import msgspec
from making import Making

from dragoman.linking import Linked, link_explained
from dragoman.record.decisions import Change, Decision, Ground, decision_id
from dragoman.record.nouns import Reading
from dragoman.record.telling import ground_of

LAYERS = {
    "entity": "entities",
    "role": "roles",
    "event": "events",
    "commitment": "commitments",
    "statement": "statements",
    "figure": "figures",
    "disagreement": "disagreements",
}


class Deciding:
    """A set of reports, and what was decided on them so far."""

    def __init__(self, *made: Making) -> None:
        self.made = list(made)
        self.decisions: list[Decision] = []
        self.linked = self.link()

    def link(self, readings: list[Reading] | None = None) -> Linked:
        facts = [m.facts() for m in self.made]
        readings = readings or [m.reading() for m in self.made]
        self.linked = link_explained(facts, readings, self.decisions)
        return self.linked

    def rows(self, noun: str) -> tuple[Any, ...]:
        return getattr(self.linked.record, LAYERS[noun])

    def one(self, noun: str, **fields: Any) -> Any:
        """Return the only row of a noun with these fields."""
        (row,) = [r for r in self.rows(noun) if all(getattr(r, k) == v for k, v in fields.items())]
        return row

    def ground(self, noun: str, row: Any, *mentions: Any) -> Ground:
        names = {e.id: e.name for e in self.linked.record.entities}
        return ground_of(noun, row, names, mentions)

    def decide(self, kind: str, noun: str | None, *grounds: Ground, **rest: Any) -> str:
        """Decide, link anew, and return what became of it."""
        number = len(self.decisions)
        one = Decision(
            id="",
            kind=kind,
            noun=noun,
            by="Ada",
            at=f"2026-03-01T10:00:{number:02d}Z",
            grounds=grounds,
            **rest,
        )
        one = msgspec.structs.replace(one, id=decision_id(one))
        self.decisions.append(one)
        self.link()
        return self.state()

    def correct(self, noun: str, row: Any, **fields: Any) -> str:
        changes = tuple(
            Change(field=field, entities=value)
            if isinstance(value, tuple)
            else Change(field=field, value=value)
            for field, value in fields.items()
        )
        return self.decide("correct", noun, self.ground(noun, row), changes=changes)

    def undo(self) -> None:
        last = [d for d in self.decisions if d.kind != "undo"][-1]
        self.decide("undo", None, undoes=last.id)

    def state(self, at: int = -1) -> str:
        own = self.decisions[at].id
        return ",".join(dict.fromkeys(e.state for e in self.linked.effects if e.decision == own))

"""What became of each decision, noted while the record is linked."""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.record.decisions import DecidedNoun, Decision, Effect, State


class Ledger:
    """The decisions in force, and their effects; a decision may have several (one a field)."""

    def __init__(self, decisions: Sequence[Decision] = ()) -> None:
        self.decisions = tuple(decisions)
        self._effects: dict[str, list[Effect]] = {}

    def of(self, noun: DecidedNoun, *kinds: str) -> Iterator[Decision]:
        """Yield the decisions on a noun, of these kinds, in the order they were made."""
        for one in self.decisions:
            if one.noun == noun and one.kind in kinds:
                yield one

    def note(
        self, one: Decision, state: State, item: str | None = None, why: str | None = None
    ) -> None:
        """Note what became of a decision as a whole."""
        self._effects.setdefault(one.id, []).append(
            Effect(decision=one.id, state=state, item=item, why=why)
        )

    def note_field(self, one: Decision, item: str, field: str, said: str | None) -> None:
        """Note that a decision replaced a field, and what the reader had said."""
        self._effects.setdefault(one.id, []).append(
            Effect(decision=one.id, state="applied", item=item, field=field, said=said)
        )

    def overrule(self, one: Decision, other: Decision | None, item: str | None = None) -> None:
        """Note that a later decision says otherwise."""
        self._effects[one.id] = [
            Effect(decision=one.id, state="overruled", item=item, other=other.id if other else None)
        ]

    def effects(self) -> tuple[Effect, ...]:
        """Return all effects in the order of the decisions; what none noted is held."""
        return tuple(self._all())

    def _all(self) -> Iterable[Effect]:
        for one in self.decisions:
            yield from self._effects.get(one.id, [Effect(decision=one.id, state="held")])

"""What analysts decided, applied to what linking makes; a pure function of both."""

from collections.abc import Sequence
from typing import Any

from dragoman.linking.decided.ledger import Ledger
from dragoman.linking.decided.links import DecidedLinks
from dragoman.linking.decided.offices import decided_disagreements, decided_roles
from dragoman.linking.decided.parting import parted
from dragoman.linking.decided.rows import DecidedRows, Lead
from dragoman.linking.decided.who import DecidedWho
from dragoman.linking.facts import ReportFacts
from dragoman.linking.grouping.merging import Joined
from dragoman.linking.readings import Source
from dragoman.linking.told import T
from dragoman.linking.who.entities import WhoIsWho
from dragoman.record.decisions import DecidedNoun, Decision, Effect, Ground, in_force, undone_by
from dragoman.record.nouns import Commitment, Disagreement, Role, Status

__all__ = ["Desk"]


class Desk:
    """Takes what linking makes, step by step, and hands it back as decided.

    The order of calls is that of linking: sources, who, rows noun by noun, and the rest.
    """

    def __init__(self, decisions: Sequence[Decision] = ()) -> None:
        self._all = tuple(decisions)
        self._ledger = Ledger(in_force(decisions))
        self._reports: dict[str, ReportFacts] = {}
        self._who: DecidedWho | None = None
        self._rows: dict[str, DecidedRows[Any]] = {}
        self._links: DecidedLinks | None = None
        self.redirects: dict[str, str] = {}

    def sources(self, sources: Sequence[Source]) -> list[Source]:
        """Return the sources with those entities divided that a split cuts through."""
        self._reports = {s.report.id: s.report for s in sources}
        return parted(sources, self._ledger.of("entity", "split"))

    def who(self, who: WhoIsWho) -> WhoIsWho:
        """Return who is who as decided."""
        self._who = DecidedWho(who, self._ledger, self._reports)
        self.redirects |= self._who.redirects
        return self._who.who

    def rows(self, noun: DecidedNoun, joined: Joined[T]) -> Joined[T]:
        """Return the rows of a noun as decided."""
        assert self._who is not None
        names = {own: one.name for own, one in self._who.who.entities.items()}
        lead = Lead(self._find_who, names, self._reports)
        made: DecidedRows[T] = DecidedRows(noun, joined, self._ledger, lead)
        self._rows[noun] = made
        self.redirects |= made.redirects
        return made.joined

    def roles(self, roles: Sequence[Role]) -> tuple[Role, ...]:
        """Return the roles as decided."""
        assert self._who is not None
        return decided_roles(roles, self._ledger, self._find_who, self._who.who.entities)

    def disagreements(self, found: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
        """Return the disagreements as decided."""
        return decided_disagreements(found, self._ledger, self._find_who)

    def refused(self) -> frozenset[tuple[str, str]]:
        """Return the pairs of a commitment and what must not follow it up."""
        self._links = DecidedLinks(self._ledger, self._find_row)
        return frozenset(self._links.refused)

    def settled(self, rows: Sequence[Commitment]) -> tuple[Commitment, ...]:
        """Return the commitments with the links and statuses that were decided."""
        assert self._links is not None
        statuses: dict[str, Status] = {}
        for one in self._ledger.of("commitment", "correct", "add"):
            own = self._find_row(one.grounds[0])
            status = next((c.value for c in one.changes if c.field == "status"), None)
            if own is not None and status is not None:
                statuses[own] = status  # type: ignore[assignment]
        return self._links.settled(rows, statuses)

    def effects(self) -> tuple[Effect, ...]:
        """Return what became of every decision, those that were taken back among them."""
        undone = [
            Effect(decision=own, state="undone", other=other)
            for own, other in sorted(undone_by(self._all).items())
        ]
        return (*self._ledger.effects(), *undone)

    def _find_who(self, ground: Ground) -> str | None:
        return self._who.find(ground) if self._who is not None else None

    def _find_row(self, ground: Ground) -> str | None:
        rows = self._rows.get(ground.noun)
        return rows.find(ground) if rows is not None else None

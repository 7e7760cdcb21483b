"""Whether an open commitment is due yet, and whether later reports could tell what came of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.linking.days.dates import Days, days
from dragoman.linking.follow_ups.acts import Act, act_of
from dragoman.linking.told import Merged
from dragoman.linking.who.parties import Parties
from dragoman.record.nouns import Commitment, Entity, Event

NOT_DUE = "not due"
NOT_CHECKED = "not checked"


def with_due_states(
    rows: Sequence[Commitment],
    commitments: Sequence[Merged[Commitment]],
    events: Sequence[Merged[Event]],
    entities: Mapping[str, Entity],
) -> tuple[Commitment, ...]:
    """Return commitments with how they stand as far as the reports reach, by their last status.

    `rows` are the commitments as followed up and decided; `commitments` and `events` tell which
    reports tell of whom.
    """
    parties = Parties(entities)
    own = {m.row.id: act_of(m, parties) for m in commitments}
    last = LastTold((*own.values(), *(act_of(m, parties) for m in events)))
    return tuple(
        msgspec.structs.replace(row, due_state=_due_state(row, own[row.id], last)) for row in rows
    )


class LastTold:
    """The last day on which a report tells of some sides, others with them or not."""

    def __init__(self, acts: Iterable[Act]) -> None:
        """Take what the reports tell of."""
        days_of: dict[frozenset[str], str] = {}
        for act in acts:
            if act.last_told:
                days_of[act.sides] = max(days_of.get(act.sides, ""), act.last_told)
        self._with: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        for sides, day in days_of.items():
            for side in sides:
                self._with[side].append((sides, day))
        self._found: dict[frozenset[str], str | None] = {}

    def of(self, sides: frozenset[str]) -> str | None:
        """Return the day; None where nothing tells of all these sides, or there are none."""
        if sides and sides not in self._found:
            rarest = min(sides, key=lambda side: len(self._with.get(side, ())))
            told = (day for held, day in self._with.get(rarest, ()) if sides <= held)
            self._found[sides] = max(told, default=None)
        return self._found.get(sides)


def _due_state(row: Commitment, own: Act, last: LastTold) -> str | None:
    """Return how an open commitment stands; None of any other.

    The last report that tells of the same sides is the day up to which anything is known: silence
    is never failure, and without a later report nothing was checked.
    """
    if row.status != "open":
        return None
    known, due = days(last.of(own.sides)), days(row.target.due)
    if due and known and known.last < due.last:
        return NOT_DUE
    since = _since(row, own, due)
    if since is None or known is None or known.last <= since.last:
        return NOT_CHECKED
    return f"no report found since {since.last.isoformat()}"


def _since(row: Commitment, own: Act, due: Days | None) -> Days | None:
    return due or days(row.date) or days(own.published)

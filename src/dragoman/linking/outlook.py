"""Whether an open commitment is due yet, and whether later reports could tell what came of it."""

from collections.abc import Mapping, Sequence

import msgspec

from dragoman.linking.acts import Act, act_of
from dragoman.linking.dates import Days, days
from dragoman.linking.parties import Parties
from dragoman.linking.told import Merged
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
    last: dict[frozenset[str], str] = {}
    for act in (*own.values(), *(act_of(m, parties) for m in events)):
        if act.last_told:
            last[act.sides] = max(last.get(act.sides, ""), act.last_told)
    return tuple(
        msgspec.structs.replace(row, due_state=_due_state(row, own[row.id], last)) for row in rows
    )


def _due_state(row: Commitment, own: Act, last: Mapping[frozenset[str], str]) -> str | None:
    """Return how an open commitment stands; None of any other.

    The last report that tells of the same sides is the day up to which anything is known: silence
    is never failure, and without a later report nothing was checked.
    """
    if row.status != "open":
        return None
    told = (day for sides, day in last.items() if own.sides and own.sides <= sides)
    known, due = days(max(told, default=None)), days(row.target.due)
    if due and known and known.last < due.last:
        return NOT_DUE
    since = _since(row, own, due)
    if since is None or known is None or known.last <= since.last:
        return NOT_CHECKED
    return f"no report found since {since.last.isoformat()}"


def _since(row: Commitment, own: Act, due: Days | None) -> Days | None:
    return due or days(row.date) or days(own.published)

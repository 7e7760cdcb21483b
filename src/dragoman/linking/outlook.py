"""Whether an open commitment is due yet, and whether later reports could tell what came of it."""

from collections.abc import Sequence

from dragoman.linking.acts import Act
from dragoman.linking.dates import days
from dragoman.record.nouns import Commitment

NOT_DUE = "not due"
NOT_CHECKED = "not checked"


def due_state(row: Commitment, own: Act, acts: Sequence[Act]) -> str | None:
    """Return how an open commitment stands as far as the reports reach; None of any other.

    The last report that tells of the same sides is the day up to which anything is known: silence
    is never failure, and without a later report nothing was checked.
    """
    if row.status != "open":
        return None
    told = [a.last_told for a in acts if a.last_told and own.sides and own.sides <= a.sides]
    known = days(max(told, default=None))
    due = days(row.target.due)
    if due and known and known.last < due.last:
        return NOT_DUE
    since = due or days(row.date) or days(own.published)
    if since is None or known is None or known.last <= since.last:
        return NOT_CHECKED
    return f"no report found since {since.last.isoformat()}"

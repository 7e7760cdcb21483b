"""Update: a day that was put off."""

from collections.abc import Iterator, Sequence

from dragoman.linking.explained.drafts import Explanation, explanation
from dragoman.record.nouns import Commitment


def put_off(commitments: Sequence[Commitment]) -> Iterator[Explanation]:
    """Yield the days for which one thing was promised first and later."""
    by_id = {one.id: one for one in commitments}
    for one in commitments:
        for later in one.follow_ups:
            other = by_id.get(later.commitment or "")
            if other is None or not one.target.due or not other.target.due:
                continue
            if later.how not in ("slips", "repeats") or one.target.due == other.target.due:
                continue
            told = [(c.target.due or "", m) for c in (one, other) for m in c.mentions]
            moved = "put off" if other.target.due > one.target.due else "brought forward"
            reason = f"due by {one.target.due}, then {moved} to {other.target.due}"
            found = explanation("date", "update", reason, one.id, told)
            if found:
                yield found

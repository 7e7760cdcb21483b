"""Update: a day that was put off."""

from collections.abc import Iterator, Sequence

from dragoman.linking.days.dates import days
from dragoman.linking.disagreements.sides import Linkage, Told
from dragoman.linking.explained.drafts import Explanation, explanation
from dragoman.record.nouns import Commitment

LEAST_DAYS = 14
"""How many days later a report came out that tells of another day because that was put off."""


def put_off(linkage: Linkage, commitments: Sequence[Commitment]) -> Iterator[Explanation]:
    """Yield the days for which one thing was promised first and later.

    The later report may tell of the same commitment or of one that follows it up.
    """
    for found in (*_of_one(linkage), *_followed(commitments)):
        if found:
            yield found


def _of_one(linkage: Linkage) -> Iterator[Explanation | None]:
    for merged in linkage.commitments:
        told = sorted(
            (t for t in merged.told if t.item.target.due and t.report.published),
            key=lambda t: (t.report.published or "", t.key),
        )
        if len(told) < 2:
            continue
        first, last = told[0], told[-1]
        out, later = days(first.report.published), days(last.report.published)
        if out and later and out.gap(later) >= LEAST_DAYS:
            yield _moved(first.item, last.item, merged.row.id)


def _followed(commitments: Sequence[Commitment]) -> Iterator[Explanation | None]:
    by_id = {one.id: one for one in commitments}
    for one in commitments:
        for later in one.follow_ups:
            other = by_id.get(later.commitment or "")
            if other is not None and later.how in ("slips", "repeats", "advances"):
                yield _moved(one, other, one.id)


def _moved(first: Commitment, last: Commitment, about: str) -> Explanation | None:
    due, then = first.target.due or "", last.target.due or ""
    before, after = days(due), days(then)
    if before is None or after is None or before.meets(after):
        return None
    moved = "put off" if after.first > before.first else "brought forward"
    told: list[Told] = [(c.target.due or "", m) for c in (first, last) for m in c.mentions]
    return explanation("date", "update", f"due by {due}, then {moved} to {then}", about, told)

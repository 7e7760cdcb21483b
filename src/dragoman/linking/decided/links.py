"""What follows up a commitment, as decided: links refused, links that stand whatever is found."""

from collections.abc import Callable, Sequence

import msgspec

from dragoman.linking.decided.grouping import gone
from dragoman.linking.decided.ledger import Ledger
from dragoman.record.decisions import Decision, Ground
from dragoman.record.ids import PREFIX
from dragoman.record.nouns import Commitment, FollowUp, Status

Pair = tuple[str, str]


class DecidedLinks:
    """Pairs of a commitment and what does, or does not, follow it up."""

    def __init__(self, ledger: Ledger, find: Callable[[Ground], str | None]) -> None:
        self._ledger = ledger
        self._find = find
        self.refused = {pair: one for one, pair in self._pairs("reject")}
        self._kept = {pair: one for one, pair in self._pairs("confirm")}

    def _pairs(self, kind: str) -> list[tuple[Decision, Pair]]:
        found = []
        for one in self._ledger.of("link", kind):
            keys = [self._find(ground) for ground in one.grounds]
            missing = next((g for k, g in zip(keys, one.grounds, strict=True) if k is None), None)
            if missing is not None:
                self._ledger.note(one, "lost", why=gone(missing))
            elif keys[0] is not None and keys[1] is not None:
                found.append((one, (keys[0], keys[1])))
        return found

    def settled(
        self, rows: Sequence[Commitment], statuses: dict[str, Status]
    ) -> tuple[Commitment, ...]:
        """Return the commitments with the links that stand, and the statuses that were decided."""
        for pair, one in self.refused.items():
            if pair in self._kept:
                earlier, later = sorted((one, self._kept[pair]), key=lambda d: (d.at, d.id))
                self._ledger.overrule(earlier, later, pair[0])
            else:
                self._ledger.note(one, "applied", pair[0])
        for pair, one in self._kept.items():
            if pair not in self.refused:
                self._ledger.note(one, "held", pair[0])
        return tuple(self._row(row, statuses) for row in rows)

    def _row(self, row: Commitment, statuses: dict[str, Status]) -> Commitment:
        known = {f.later for f in row.follow_ups}
        kept = [
            _follow_up(later)
            for own, later in self._kept
            if own == row.id and later not in known and (own, later) not in self.refused
        ]
        status = statuses.get(row.id, row.status)
        if not kept and status == row.status:
            return row
        return msgspec.structs.replace(
            row,
            status=status,
            due_state=row.due_state if status == "open" else None,
            follow_ups=(*row.follow_ups, *kept),
        )


def _follow_up(later: str) -> FollowUp:
    """Return the follow-up by an item, whose noun its id tells."""
    if later[0] == PREFIX["event"]:
        return FollowUp(event=later)
    if later[0] == PREFIX["commitment"]:
        return FollowUp(commitment=later)
    return FollowUp(statement=later)

"""What came of a commitment: later acts that bear on it, what each makes of it, and its status."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from dragoman.linking.acts import Act, act_of, bears_on
from dragoman.linking.drift import drift_of
from dragoman.linking.follow_up_marks import follow_up_marks
from dragoman.linking.follow_up_pairs import possible_pairs, standing_marks
from dragoman.linking.outcomes import Bearing, how_of, settled_status
from dragoman.linking.outlook import due_state
from dragoman.linking.parties import Parties
from dragoman.linking.surroundings import tail_of
from dragoman.linking.told import Merged
from dragoman.linking.voiced_again import voiced_again
from dragoman.linking.weighing import likelihood, weighed
from dragoman.linking.wording import tells_lapse
from dragoman.linking.words import Rarity
from dragoman.record.nouns import Commitment, Entity, Event, FollowUp, Statement

MOST = 12
TAIL = 60
BAR = -1.0
_WEIGHTS = "follow_up_weights"


@dataclass(frozen=True)
class Followed:
    """The acts of a record and what bears on each commitment (its position)."""

    acts: Sequence[Act]
    bearings: Mapping[int, list[Bearing]]


def follow_up(
    commitments: Sequence[Merged[Commitment]],
    events: Sequence[Merged[Event]],
    entities: Mapping[str, Entity],
    refused: Container[tuple[str, str]] = frozenset(),
    statements: Sequence[Merged[Statement]] = (),
) -> tuple[Commitment, ...]:
    """Return the commitments with their follow-ups and the status that follows from these.

    A status a reader gave other than "open" stays; silence leaves a commitment open. `refused`
    are pairs (ids) of a commitment and what must not follow it up.
    """
    parties = Parties(entities)
    acts = [*(act_of(m, parties) for m in commitments), *(act_of(m, parties) for m in events)]
    found = Followed(acts, _bearings(acts, refused))
    again = voiced_again(acts, statements, parties, refused)
    rows = (
        _with_follow_ups(_as_told(m), acts[i], found.bearings.get(i, []), again.get(i, []))
        for i, m in enumerate(commitments)
    )
    return tuple(
        msgspec.structs.replace(row, due_state=due_state(row, acts[i], acts))
        for i, row in enumerate(rows)
    )


def _bearings(acts: Sequence[Act], refused: Container[tuple[str, str]]) -> dict[int, list[Bearing]]:
    """Return what bears on each commitment, by rule or as all that is told has it."""
    rarity = Rarity([a.words for a in acts])
    pairs = [
        (i, j)
        for i, j in possible_pairs(acts, rarity)
        if (acts[i].row.id, acts[j].row.id) not in refused
    ]
    standing = standing_marks(pairs, acts, rarity)
    found: dict[int, list[Bearing]] = defaultdict(list)
    for i, j in pairs:
        marks = follow_up_marks(acts[j], acts[i], rarity) | standing[i, j]
        odds = weighed(_WEIGHTS, {f"follows: {mark}": value for mark, value in marks.items()})
        ruled = bears_on(acts[j], acts[i], rarity)
        if ruled or odds > BAR:
            found[i].append(Bearing(acts[j], ruled, likelihood(odds), marks))
    return found


def _as_told(merged: Merged[Commitment]) -> Commitment:
    """Return a commitment as lapsed where a report says in the same breath that it came to nothing.

    Only the words that follow on it count, and none of another sentence.
    """
    row = merged.row
    if row.status != "open":
        return row
    spans = ((t.report, m) for t in merged.told for m in t.item.mentions)
    lapsed = any(tells_lapse(tail_of(report, mention, TAIL)) for report, mention in spans)
    return msgspec.structs.replace(row, status="lapsed") if lapsed else row


def _chosen(bearings: Sequence[Bearing]) -> list[Bearing]:
    """Return what bears most on a commitment, and of what is so by rule the best visit alone."""
    ranked = sorted(bearings, key=lambda b: (-b.weight, b.act.row.date or "", b.act.row.id))
    first = next((b for b in ranked if b.act.is_encounter), None)
    return [b for b in ranked if b is first or not b.act.is_encounter][:MOST]


def _with_follow_ups(
    row: Commitment, own: Act, bearings: Sequence[Bearing], said: Sequence[FollowUp]
) -> Commitment:
    chosen = _chosen(bearings)
    in_time = sorted(chosen, key=lambda b: (b.act.row.date or b.act.published or "", b.act.row.id))
    links = [_link(b, row, own) for b in in_time]
    status = row.status if row.status != "open" else settled_status(row, own, chosen)
    rows = [b.act.row for b in in_time]
    drift = drift_of(
        row,
        [r for r in rows if isinstance(r, Commitment)],
        [r for r in rows if isinstance(r, Event)],
    )
    return msgspec.structs.replace(row, status=status, drift=drift, follow_ups=(*links, *said))


def _link(bearing: Bearing, row: Commitment, own: Act) -> FollowUp:
    how, later = how_of(bearing, row, own), bearing.act.row
    if isinstance(later, Event):
        return FollowUp(event=later.id, how=how)
    return FollowUp(commitment=later.id, how=how)

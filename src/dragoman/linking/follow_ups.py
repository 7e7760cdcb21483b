"""What came of a commitment: later events and commitments that bear on it, and its status."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

import msgspec

from dragoman.linking.acts import SURE, Act, act_of, bears_on, features, is_part
from dragoman.linking.numbers import numbers_in
from dragoman.linking.parties import Parties
from dragoman.linking.surroundings import tail_of
from dragoman.linking.told import Merged
from dragoman.linking.wording import tells_lapse
from dragoman.linking.words import Rarity
from dragoman.record.nouns import Commitment, Entity, Event, FollowUp, Status
from dragoman.record.vocabulary import LADDER

Weighed = tuple[Act, float]
MOST = 12
CROWDED = 200
TAIL = 60


def follow_up(
    commitments: Sequence[Merged[Commitment]],
    events: Sequence[Merged[Event]],
    entities: Mapping[str, Entity],
    refused: Container[tuple[str, str]] = frozenset(),
) -> tuple[Commitment, ...]:
    """Return the commitments with their follow-ups and the status that follows from these.

    A status a reader gave other than "open" stays; silence leaves a commitment open. `refused`
    are pairs (ids) of a commitment and what must not follow it up.
    """
    parties = Parties(entities)
    acts = [*(act_of(m, parties) for m in commitments), *(act_of(m, parties) for m in events)]
    rarity = Rarity([a.words for a in acts])
    own = [sorted(set(features(act, rarity))) for act in acts]
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, some in enumerate(own):
        for feature in some:
            holders[feature].append(i)
    rows: list[Commitment] = []
    for i, merged in enumerate(commitments):
        near = {j for f in own[i] if len(holders[f]) <= CROWDED for j in holders[f]} - {i}
        near = {j for j in near if (acts[i].row.id, acts[j].row.id) not in refused}
        later = [(acts[j], s) for j in sorted(near) if (s := bears_on(acts[j], acts[i], rarity))]
        rows.append(_with_follow_ups(_as_told(merged), _chosen(later), acts[i].has_no_end))
    return tuple(rows)


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


def _chosen(later: Sequence[Weighed]) -> list[Weighed]:
    """Return what bears most on a commitment, and of visits and meetings the best alone."""
    ranked = sorted(later, key=lambda p: (-p[1], p[0].row.date or "", p[0].row.id))
    first = next((p for p in ranked if p[0].is_encounter), None)
    return [p for p in ranked if p is first or not p[0].is_encounter][:MOST]


def _with_follow_ups(row: Commitment, later: Sequence[Weighed], endless: bool) -> Commitment:
    in_time = sorted(later, key=lambda p: (p[0].row.date or p[0].published or "", p[0].row.id))
    links = [
        FollowUp(event=a.row.id) if isinstance(a.row, Event) else FollowUp(commitment=a.row.id)
        for a, _ in in_time
    ]
    status = row.status if row.status != "open" else _status(row, later, endless)
    return msgspec.structs.replace(row, status=status, follow_ups=tuple(links))


def _status(row: Commitment, later: Sequence[Weighed], endless: bool) -> Status:
    """Return what later acts make of a commitment that its readings left open."""
    if not endless and any(_fulfils(act, row, score) for act, score in later):
        return "fulfilled"
    return "progressing" if any(_advances(act, row) for act, _ in later) else "open"


def _fulfils(act: Act, row: Commitment, score: float) -> bool:
    """Tell whether an event that surely bears on a commitment is all that was to be done.

    Of a number to be reached, an event that does not give as many shows progress only.
    """
    if not isinstance(act.row, Event):
        return False
    amount = row.target.amount
    if amount is not None and not act.is_encounter:
        return any(n >= amount for m in act.row.mentions for n in numbers_in(m.quote))
    return score >= SURE


def _advances(act: Act, row: Commitment) -> bool:
    if isinstance(act.row, Event):
        return True
    firmer = LADDER.index(act.row.kind) > LADDER.index(row.kind)
    return firmer or is_part(act.row, row)

"""What came of a commitment: later acts that bear on it, what each makes of it, and its status."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from dragoman.linking.follow_ups.acts import Act, act_of
from dragoman.linking.follow_ups.drift import drift_of
from dragoman.linking.follow_ups.marks import follow_up_marks
from dragoman.linking.follow_ups.outcomes import HOWS, Bearing, least_likely, status_of
from dragoman.linking.follow_ups.pairs import possible_pairs, standing_marks
from dragoman.linking.follow_ups.ruled import BY_RULE
from dragoman.linking.follow_ups.status_marks import (
    LINKED,
    Around,
    around,
    status_marks,
    telling_sentence,
)
from dragoman.linking.follow_ups.voiced_again import voiced_again
from dragoman.linking.grouping.weighing import likelihood, weighed
from dragoman.linking.told import Merged
from dragoman.linking.who.parties import Parties
from dragoman.linking.wording.clauses import tells_lapse
from dragoman.linking.wording.surroundings import tail_of
from dragoman.linking.wording.words import Rarity
from dragoman.record.nouns import Commitment, Entity, Event, FollowUp, Statement, Status

MOST = 12
TAIL = 60
FAINT = -3.0
"""Log odds from which what may bear on a commitment counts for its status, and may show it."""
MEETING = "meet"
_WEIGHTS = "follow_up_weights"


@dataclass(frozen=True)
class Followed:
    """The acts of a record, what bears on each commitment (its position), what is said of it."""

    acts: Sequence[Act]
    bearings: Mapping[int, list[Bearing]]
    said: Mapping[int, list[FollowUp]]
    known: str | None


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
    said = voiced_again(acts, statements, parties, refused)
    known = max((a.last_told for a in acts if a.last_told), default=None)
    found = Followed(acts, _bearings(acts, refused), said, known)
    return tuple(_with_follow_ups(m, i, found) for i, m in enumerate(commitments))


def _bearings(acts: Sequence[Act], refused: Container[tuple[str, str]]) -> dict[int, list[Bearing]]:
    """Return what may bear on each commitment, as all that is told has it."""
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
        odds = weighed(_WEIGHTS, marks, "follows: ")
        if odds > FAINT or BY_RULE in marks:
            found[i].append(Bearing(acts[j], likelihood(odds), marks))
    return found


def _with_follow_ups(merged: Merged[Commitment], place: int, found: Followed) -> Commitment:
    row, own, bearings = merged.row, found.acts[place], found.bearings.get(place, [])
    chosen, near = _chosen(bearings), around(merged)
    status, why = _standing(merged, own, bearings, near, found.known)
    said = found.said.get(place, [])
    if status != row.status and not any(b.how == HOWS[status] for b in chosen):
        shown = _likeliest(bearings, own, status) if why == LINKED else None
        told = None if shown else telling_sentence(near, status, why)
        if shown is not None and shown not in chosen:
            chosen = [*chosen, shown]
        elif told is not None:
            said = [*said, FollowUp(how=HOWS[status], mentions=(told,))]
        elif shown is None:
            status = row.status
    in_time = sorted(chosen, key=lambda b: (b.act.row.date or b.act.published or "", b.act.row.id))
    links = [_link(b, status) for b in in_time]
    rows = [b.act.row for b in in_time]
    drift = drift_of(
        row,
        [r for r in rows if isinstance(r, Commitment)],
        [r for r in rows if isinstance(r, Event)],
    )
    return msgspec.structs.replace(row, status=status, drift=drift, follow_ups=(*links, *said))


def _standing(
    merged: Merged[Commitment],
    own: Act,
    bearings: Sequence[Bearing],
    near: Around,
    known: str | None,
) -> tuple[Status, str]:
    """Return the status of a commitment, and whether acts or which sentences speak most for it."""
    row = merged.row
    if row.status != "open":
        return row.status, ""
    if _told_as_lapsed(merged):
        return "lapsed", "own"
    if any(b.as_foretold for b in bearings):
        return "fulfilled", LINKED
    told = [(b.likely, b.outcomes(), b.marks) for b in bearings]
    status, why = status_of(status_marks(own, near, told, known))
    # What is left of a number is not done, and what was bound more firmly has moved.
    if status in ("open", "fulfilled") and any(b.goes_further for b in bearings):
        return "progressing", LINKED
    return status, why


def _told_as_lapsed(merged: Merged[Commitment]) -> bool:
    """Tell whether a report says in the same breath that a commitment came to nothing.

    Only the words that follow on it count, and none of another sentence.
    """
    spans = ((t.report, m) for t in merged.told for m in t.item.mentions)
    return any(tells_lapse(tail_of(report, mention, TAIL)) for report, mention in spans)


def _chosen(bearings: Sequence[Bearing]) -> list[Bearing]:
    """Return what bears most on a commitment, and of visits the best alone."""
    likely = [b for b in bearings if b.likely >= least_likely() and b.on_one_thing]
    sure = likely + [b for b in bearings if b.as_foretold and b not in likely]
    ranked = sorted(
        sure, key=lambda b: (not b.as_foretold, -b.likely, b.act.row.date or "", b.act.row.id)
    )
    first = next((b for b in ranked if b.act.is_encounter), None)
    return [b for b in ranked if b is first or not b.act.is_encounter][:MOST]


def _likeliest(bearings: Sequence[Bearing], own: Act, status: Status) -> Bearing | None:
    """Return the act that speaks most for a status, if any does so well enough to be shown."""
    fit = [b for b in bearings if b.on_one_thing]
    making = [b for b in fit if status in b.outcomes() and _may_be(b, own)]
    ranked = sorted(
        making, key=lambda b: (-round(b.likely * b.outcomes()[status], 6), b.act.row.id)
    )
    return ranked[0] if ranked else None


def _may_be(bearing: Bearing, own: Act) -> bool:
    """Tell whether an act may be what was to be done: a meeting only where one was."""
    return not bearing.act.is_encounter or MEETING in own.deeds


def _link(bearing: Bearing, status: Status) -> FollowUp:
    """Return the link; what does not make a commitment fulfilled can at most advance it."""
    how, later = bearing.how, bearing.act.row
    if how == "fulfils" and status != "fulfilled":
        how = "advances"
    if isinstance(later, Event):
        return FollowUp(event=later.id, how=how)
    return FollowUp(commitment=later.id, how=how)

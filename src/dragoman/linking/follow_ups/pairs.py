"""Which later acts may bear on a commitment, and where each stands to the others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.linking.days.timing import SLIP
from dragoman.linking.follow_ups.acts import Act, features, gaps, one_span
from dragoman.linking.wording.words import Rarity
from dragoman.record.nouns import Commitment, Event

CROWDED = 200
MOST = 60
_NEXT = ("REJECT", "AGREE", "CONCEDE", "AID", "COOPERATE", "RETREAT")
Pair = tuple[int, int]


def possible_pairs(acts: Sequence[Act], rarity: Rarity) -> Iterator[Pair]:
    """Yield pairs (positions) of a commitment and an act that may bear on it.

    They share a word or stand in one report, concern one side, and the act is not the earlier; of
    many, those that share most.
    """
    own = [{*features(act, rarity), *_deeds(act)} for act in acts]
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    within: dict[str, list[int]] = defaultdict(list)
    for j, act in enumerate(acts):
        for feature in own[j]:
            holders[feature].append(j)
        for report in {m.report for m in act.row.mentions}:
            within[report].append(j)
    for i, act in enumerate(acts):
        if not isinstance(act.row, Commitment):
            continue
        near = {j for f in own[i] if len(holders[f]) <= CROWDED for j in holders[f]}
        near |= {j for m in act.row.mentions for j in within[m.report]}
        fit = [j for j in near - {i} if _may_follow(acts[j], act)]
        ranked = sorted(fit, key=lambda j: (-rarity.shared(acts[j].words, act.words), j))
        yield from ((i, j) for j in sorted(ranked[:MOST]))


def _deeds(act: Act) -> Iterator[tuple[str, str]]:
    """Yield the deeds that an act names for each state it concerns."""
    families = sorted({f.removeprefix("-") for f in act.deeds})
    yield from ((side, f"to {family}") for side in sorted(act.sides) for family in families)


def _may_follow(later: Act, earlier: Act) -> bool:
    if not later.places.keys().isdisjoint(earlier.places):
        return not one_span(later, earlier)
    if later.sides.isdisjoint(earlier.sides):
        return False
    if later.when and earlier.when and later.when.last < earlier.when.first:
        return earlier.when.gap(later.when) <= SLIP
    return True


def standing_marks(
    pairs: Sequence[Pair], acts: Sequence[Act], rarity: Rarity
) -> Mapping[Pair, dict[str, float]]:
    """Return for each pair whether nothing is more alike to either, or told nearer to it."""
    shared = {(i, j): rarity.shared(acts[j].words, acts[i].words) for i, j in pairs}
    behind = {pair: gap for pair in pairs if (gap := _behind(acts, *pair)) is not None}
    likest: dict[int, float] = defaultdict(float)
    most: dict[int, float] = defaultdict(float)
    nearest: dict[int, int] = {}
    following: dict[int, int] = {}
    for (i, j), share in shared.items():
        likest[j], most[i] = max(likest[j], share), max(most[i], share)
    for (i, j), gap in behind.items():
        nearest[j], following[i] = min(nearest.get(j, gap), gap), min(following.get(i, gap), gap)
    found = {}
    for i, j in pairs:
        gap = behind.get((i, j))
        ahead = gap is not None and gap == nearest[j]
        after = gap is not None and gap == following[i]
        own = bool(shared[i, j]) and shared[i, j] == likest[j]
        best = bool(shared[i, j]) and shared[i, j] == most[i]
        told = {
            "the likest commitment": own,
            "the likest act": best,
            "likest both ways": own and best,
            "the nearest ahead": ahead,
            "the next behind": after,
            "next to each other": ahead and after,
            _next_to(acts[j]): ahead,
        }
        found[i, j] = {mark: 1.0 for mark, holds in told.items() if mark and holds}
    return found


def _next_to(act: Act) -> str:
    if not isinstance(act.row, Event):
        return "a commitment next to it"
    return f"{act.row.type} next to it" if act.row.type in _NEXT else ""


def _behind(acts: Sequence[Act], i: int, j: int) -> int | None:
    """Return how far behind a commitment (in characters) an act is told in one report."""
    return min((gap for gap in gaps(acts[j], acts[i]) if gap >= 0), default=None)

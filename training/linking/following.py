"""The weights of follow-ups and statuses, and the bars that they must reach.

The weights of links are fitted on the keys' own rows, so that they learn what follows on what and
not what a reader gets wrong; those of statuses on these and on what our reader makes of the same
stories. Bars are set on the latter, each story weighed by what the others taught (three folds).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.linking.follow_ups.outcomes import (
    BAR,
    FOLLOWS,
    HOWS,
    likely_statuses,
)
from dragoman.linking.follow_ups.status_marks import STATUSES
from dragoman.linking.grouping.weighing import likelihood
from dragoman.record.nouns import Status
from training.linking.fitting import fitted_at_large
from training.linking.followed import (
    FollowedStory,
    Marks,
    Weights,
    link_examples,
    weighed_by,
    weigher,
)

Stories = Sequence[FollowedStory]
FOLDS = 3
LINK_RIDGE, OUTCOME_RIDGE, STATUS_RIDGE = 10.0, 6.0, 8.0
PRECISE: Mapping[Status, float] = {
    "progressing": 0.3,
    "fulfilled": 0.55,
    "lapsed": 0.5,
    "denied": 0.5,
}
"""The share of those given a status that must have it in the key: what is vague stays open."""
FEW = 8


@dataclass(frozen=True)
class Taught:
    """The weights of follow-ups and of statuses."""

    links: Weights
    statuses: Weights


def taught(keyed: Stories, read: Stories) -> Taught:
    """Return the weights that stories teach; those of statuses on links weighed by others.

    `keyed` and `read` are the same stories, as their keys and as our reader tell them.
    """
    found = [
        example
        for half, other in ((0, 1), (1, 0))
        for weights in [link_weights(keyed[other::2])]
        for story in (*keyed[half::2], *read[half::2])
        for example in story.statuses(weights)
    ]
    weights = {}
    for status in STATUSES:
        fit = fitted_at_large([m for m, _ in found], [s == status for _, s in found], STATUS_RIDGE)
        weights |= {f"{status}: {mark}": weight for mark, weight in fit.items()}
    return Taught(link_weights(keyed), weights)


def link_weights(stories: Stories) -> dict[str, float]:
    """Return the weights for a link and, of those linked, for each status."""
    later = link_examples(stories)
    marks = [m for m, _ in later]
    follows = fitted_at_large(marks, [status is not None for _, status in later], LINK_RIDGE)
    weights = {f"follows: {mark}": weight for mark, weight in follows.items()}
    after = [(m, status) for m, status in later if status is not None]
    for outcome in HOWS:
        own = fitted_at_large(
            [m for m, _ in after], [s == outcome for _, s in after], OUTCOME_RIDGE
        )
        weights |= {f"{outcome}: {mark}": weight for mark, weight in own.items()}
    return weights


def bars(keyed: Stories, read: Stories) -> tuple[dict[str, float], dict[str, float]]:
    """Return the bars of links and of statuses; `keyed` and `read` as in `taught`."""
    links: list[tuple[float, bool]] = []
    statuses: list[tuple[Mapping[Status, float], Status]] = []
    for fold in range(FOLDS):
        own = taught(_without(keyed, fold), _without(read, fold))
        for story in read[fold::FOLDS]:
            links += [
                (likelihood(weighed_by(own.links, p.marks, "follows: ")), bool(p.meant))
                for p in story.pairs
            ]
            statuses += [
                (likely_of(own.statuses, marks), status)
                for marks, status in story.statuses(own.links)
            ]
    reachable = len({(id(s), pair) for s in read for p in s.pairs for pair in p.meant})
    given = {f"{BAR}{FOLLOWS}": best_bar(links, reachable)}
    return given, {
        f"{BAR}{status}": precise_bar([(p[status], s == status) for p, s in statuses], least)
        for status, least in PRECISE.items()
    }


def _without(stories: Stories, fold: int) -> Stories:
    return [story for i, story in enumerate(stories) if i % FOLDS != fold]


def likely_of(weights: Weights, marks: Marks) -> dict[Status, float]:
    """Return how likely each status is by weights that do not stand in a file yet."""
    return likely_statuses(weigher(weights, marks))


def best_bar(scored: Sequence[tuple[float, bool]], wanted: int) -> float:
    """Return the likelihood from which taking all gives the best F1; `wanted` are to be found."""
    ranked = sorted(scored, key=lambda p: -p[0])
    best, bar, right = 0.0, 1.0, 0
    for taken, (likely, holds) in enumerate(ranked, 1):
        right += holds
        if 2 * right / (taken + wanted) > best:
            best, bar = 2 * right / (taken + wanted), likely
    return bar


def precise_bar(scored: Sequence[tuple[float, bool]], least: float) -> float:
    """Return the lowest likelihood from which at least that share of what is taken holds.

    1 where that is so of none, or of too few to tell.
    """
    ranked = sorted(scored, key=lambda p: -p[0])
    bar, right = 1.0, 0
    for taken, (likely, holds) in enumerate(ranked, 1):
        right += holds
        if taken >= FEW and right >= least * taken:
            bar = likely
    return bar

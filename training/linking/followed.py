"""What follows on the commitments of a story, and how they stand, with marks and the key's word."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.linking.commitments.linking import link_commitments
from dragoman.linking.follow_ups.acts import act_of
from dragoman.linking.follow_ups.linking import FAINT
from dragoman.linking.follow_ups.marks import follow_up_marks
from dragoman.linking.follow_ups.outcomes import outcomes_of
from dragoman.linking.follow_ups.pairs import possible_pairs, standing_marks
from dragoman.linking.follow_ups.status_marks import around, status_marks
from dragoman.linking.grouping.weighing import likelihood
from dragoman.linking.wording.words import Rarity
from dragoman.record.nouns import Status
from training.linking.ends import ends_of, key_links
from training.linking.examples import Story

Marks = Mapping[str, float]
Weights = Mapping[str, float]


@dataclass(frozen=True)
class Pair:
    """A commitment and a later act (positions), with the status the key gives if one follows."""

    bond: int
    later: int
    marks: Marks
    status: Status | None
    known: bool


class FollowedStory:
    """The commitments of a story, what may follow on them, and what the key says."""

    def __init__(self, story: Story) -> None:
        """Link the story's commitments and look them up in its key."""
        who, events = story.who, story.merged.merged
        made = link_commitments(story.commitments, who.entities, story.origins, events)
        self.merged = made.merged
        self.acts = [act_of(m, story.parties) for m in (*made.merged, *events)]
        rows = [m.row for m in made.merged], [m.row for m in events]
        self.ends = ends_of(story.read, *rows)
        told = story.read.key.get("commitments") or ()
        self.status: dict[str, Status] = {r["id"]: r.get("status") or "open" for r in told}
        self.pairs = list(self._pairs(key_links(story.read.key)))

    def _pairs(self, links: set[tuple[str, str]]) -> Iterator[Pair]:
        rarity = Rarity([a.words for a in self.acts])
        pairs = list(possible_pairs(self.acts, rarity))
        standing = standing_marks(pairs, self.acts, rarity)
        for i, j in pairs:
            own, later = self.acts[i], self.acts[j]
            marks = follow_up_marks(later, own, rarity) | standing[i, j]
            hits = sorted(self.ends.meant((own.row.id, later.row.id)) & links)
            known = own.row.id in self.ends.bound and bool(self.ends.later.get(later.row.id))
            yield Pair(i, j, marks, self.status[hits[0][0]] if hits else None, known)

    def statuses(self, weights: Weights) -> Iterator[tuple[Marks, Status]]:
        """Yield the marks of the commitments that the key knows, and their status in it.

        `weights` are those of follow-ups, best made on other stories.
        """

        def weigh(marks: Marks) -> float:
            return sum(weights.get(mark, 0.0) * value for mark, value in marks.items())

        def weigh_as(marks: Marks) -> Callable[[str], float]:
            return lambda sort: weigh({f"{sort}{mark}": value for mark, value in marks.items()})

        told: dict[int, list[tuple[float, Mapping[Status, float]]]] = {}
        for one in self.pairs:
            odds = weigh({f"follows: {mark}": v for mark, v in one.marks.items()})
            if odds > FAINT:
                made = likelihood(odds), outcomes_of(one.marks, weigh_as(one.marks))
                told.setdefault(one.bond, []).append(made)
        known = max((a.last_told for a in self.acts if a.last_told), default=None)
        for i, merged in enumerate(self.merged):
            keys = sorted(self.ends.bound.get(merged.row.id, ()))
            if keys:
                marks = status_marks(self.acts[i], around(merged), told.get(i, ()), known)
                yield marks, self.status[keys[0]]


def link_examples(stories: Sequence[FollowedStory]) -> list[tuple[Marks, Status | None]]:
    """Return the pairs whose ends the keys know, with the status of those that are linked."""
    return [(p.marks, p.status) for s in stories for p in s.pairs if p.known]

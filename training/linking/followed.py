"""What follows on the commitments of a story, and how they stand, with marks and the key's word."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.linking.commitments.linking import link_commitments
from dragoman.linking.follow_ups.acts import act_of
from dragoman.linking.follow_ups.linking import FAINT
from dragoman.linking.follow_ups.marks import follow_up_marks
from dragoman.linking.follow_ups.outcomes import outcomes_of
from dragoman.linking.follow_ups.pairs import possible_pairs, standing_marks
from dragoman.linking.follow_ups.status_marks import Told, around, status_marks
from dragoman.linking.grouping.weighing import likelihood
from dragoman.linking.told import Merged
from dragoman.linking.who.parties import Parties
from dragoman.linking.wording.words import Rarity
from dragoman.record.nouns import Commitment, Event, Status
from training.linking.ends import Ends, ends_of, key_links
from training.linking.examples import Story
from training.linking.written import written

Marks = Mapping[str, float]
Weights = Mapping[str, float]
Pair = tuple[str, str]


@dataclass(frozen=True)
class Candidate:
    """A commitment and a later act (positions), with the status the key gives if one follows.

    `meant` are the pairs of the key that it is; `known` tells whether the key knows both ends.
    """

    bond: int
    later: int
    marks: Marks
    status: Status | None
    known: bool
    meant: frozenset[Pair]


class FollowedStory:
    """The commitments of a story, what may follow on them, and what the key says."""

    def __init__(
        self,
        key: Mapping[str, Any],
        commitments: Sequence[Merged[Commitment]],
        events: Sequence[Merged[Event]],
        parties: Parties,
        ends: Ends,
    ) -> None:
        """Take merged rows and which of the key's each is."""
        self.merged = commitments
        self.acts = [act_of(m, parties) for m in (*commitments, *events)]
        self.ends = ends
        told = key.get("commitments") or ()
        self.status: dict[str, Status] = {r["id"]: r.get("status") or "open" for r in told}
        self.links = key_links(key)
        self.pairs = list(self._pairs())

    def _pairs(self) -> Iterator[Candidate]:
        rarity = Rarity([a.words for a in self.acts])
        pairs = list(possible_pairs(self.acts, rarity))
        standing = standing_marks(pairs, self.acts, rarity)
        for i, j in pairs:
            own, later = self.acts[i], self.acts[j]
            marks = follow_up_marks(later, own, rarity) | standing[i, j]
            meant = self.ends.meant((own.row.id, later.row.id))
            hits = frozenset(meant & self.links)
            status = self.status[min(hits)[0]] if hits else None
            yield Candidate(i, j, marks, status, bool(meant), hits)

    def statuses(self, weights: Weights) -> Iterator[tuple[Marks, Status]]:
        """Yield the marks of the commitments that the key knows, and their status in it.

        `weights` are those of follow-ups, best made on other stories.
        """
        told: dict[int, list[Told]] = {}
        for one in self.pairs:
            odds = weighed_by(weights, one.marks, "follows: ")
            if odds > FAINT:
                outcomes = outcomes_of(one.marks, weigher(weights, one.marks))
                told.setdefault(one.bond, []).append((likelihood(odds), outcomes, one.marks))
        known = max((a.last_told for a in self.acts if a.last_told), default=None)
        for i, merged in enumerate(self.merged):
            marks = None
            for key in sorted(self.ends.bound.get(merged.row.id, ())):
                marks = marks or status_marks(self.acts[i], around(merged), told.get(i, ()), known)
                yield marks, self.status[key]


def weighed_by(weights: Weights, marks: Marks, sort: str) -> float:
    """Return the log odds of marks by the weights of a sort, such as "follows: "."""
    return sum(weights.get(f"{sort}{mark}", 0.0) * value for mark, value in marks.items())


def weigher(weights: Weights, marks: Marks) -> Callable[[str], float]:
    """Return what gives the log odds of these marks for any sort of weights."""
    return lambda sort: weighed_by(weights, marks, sort)


def story_written(key: Mapping[str, Any], texts: Mapping[str, str]) -> FollowedStory:
    """Return a story as its key has it: what a perfect reader would tell."""
    own = written(key, texts)
    return FollowedStory(key, own.commitments, own.events, own.parties, own.ends)


def story_read(story: Story) -> FollowedStory:
    """Return a story as our reader tells it."""
    who, events = story.who, story.merged.merged
    made = link_commitments(story.commitments, who.entities, story.origins, events)
    rows = [m.row for m in made.merged], [m.row for m in events]
    ends = ends_of(story.read, *rows)
    return FollowedStory(story.read.key, made.merged, events, story.parties, ends)


def link_examples(stories: Sequence[FollowedStory]) -> list[tuple[Marks, Status | None]]:
    """Return the pairs whose ends the keys know, with the status of those that are linked."""
    return [(p.marks, p.status) for s in stories for p in s.pairs if p.known]

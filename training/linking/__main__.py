"""`python -m training.linking`: fit the weights of the linking room on the corpus.

Reads the train part of the corpus and the sample with the english reader, looks up in their keys
which tellings are one and what follows on what, and writes `event_weights.tsv`,
`commitment_weights.tsv`, `follow_up_weights.tsv` and `status_weights.tsv` into
`src/dragoman/linking/data`.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import dragoman.linking
from dragoman.linking.outcomes import HOWS
from dragoman.runs.sample import SAMPLE
from training.corpus.cluster import key_of
from training.corpus.splits import clusters_of
from training.linking.examples import Story
from training.linking.fitting import fitted, write
from training.linking.followed import FollowedStory, link_examples
from training.linking.keyed import read_story

DATA = Path(dragoman.linking.__file__).parent / "data"
RIDGE, LATER_RIDGE, STATUS_RIDGE = 2.0, 3.0, 6.0


def main() -> None:
    """Read the stories, fit and write."""
    given = [(json.loads((SAMPLE / "key.json").read_text("utf-8")), SAMPLE / "reports")]
    given += [(key_of(folder), folder) for folder in clusters_of("train")]
    events, bonds = [], []
    later: list[FollowedStory] = []
    for number, (key, folder) in enumerate(given, 1):
        story = Story(read_story(key, folder))
        events += list(story.event_pairs())
        bonds += list(story.commitment_pairs())
        later.append(FollowedStory(story))
        print(f"{number}/{len(given)} {folder.name}", flush=True)
    one = "two tellings are one"
    for name, pairs in (("event", events), ("commitment", bonds)):
        weights = fitted([m for m, _ in pairs], [holds for _, holds in pairs], RIDGE)
        write(DATA / f"{name}_weights.tsv", f"{one} {name}", weights)
    write_follow_ups(later)


def write_follow_ups(stories: Sequence[FollowedStory]) -> None:
    """Fit and write what speaks for a link and for a status.

    What speaks for a status is fitted on links that were weighed by what other stories taught.
    """
    write(
        DATA / "follow_up_weights.tsv",
        "a later act follows on a commitment",
        link_weights(link_examples(stories)),
    )
    halves = stories[::2], stories[1::2]
    found = [
        example
        for own, other in (halves, halves[::-1])
        for story in own
        for example in story.statuses(link_weights(link_examples(other)))
    ]
    weights = {}
    for status in HOWS:
        fit = fitted([m for m, _ in found], [s == status for _, s in found], STATUS_RIDGE)
        weights |= {f"{status}: {mark}": weight for mark, weight in fit.items()}
    write(DATA / "status_weights.tsv", "a commitment has a status", weights)


def link_weights(later: Sequence[tuple[Mapping[str, float], str | None]]) -> dict[str, float]:
    """Return the weights for a link and, of those linked, for each status."""
    marks = [m for m, _ in later]
    follows = fitted(marks, [status is not None for _, status in later], LATER_RIDGE)
    weights = {f"follows: {mark}": weight for mark, weight in follows.items()}
    after = [(m, status) for m, status in later if status is not None]
    for outcome in HOWS:
        own = fitted([m for m, _ in after], [s == outcome for _, s in after], LATER_RIDGE)
        weights |= {f"{outcome}: {mark}": weight for mark, weight in own.items()}
    return weights


if __name__ == "__main__":
    main()

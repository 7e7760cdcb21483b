"""`python -m training.linking`: fit the weights of the linking room on the corpus.

Reads the train part of the corpus and the sample with the english reader, looks up in their keys
which tellings are one and what follows on what, and writes `event_weights.tsv`,
`commitment_weights.tsv`, `follow_up_weights.tsv` and `status_weights.tsv` into
`src/dragoman/linking/data`.

What is fitted first bears on what is fitted next: commitments are looked at beside the events that
the new weights of events make. It starts from what the rules alone join, so that the weights which
stand there before play no part: run again, it gives the same files. `--only event` fits those of
events alone.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import dragoman.linking
from dragoman.linking.grouping.weighing import read_anew
from dragoman.runs.sample import SAMPLE
from training.corpus.cluster import key_of
from training.corpus.splits import clusters_of
from training.linking.examples import Example, Story
from training.linking.fitting import fitted, write
from training.linking.followed import story_read, story_written
from training.linking.following import bars, taught
from training.linking.keyed import Read, read_story

DATA = Path(dragoman.linking.__file__).parent / "data"
RIDGE = 2.0
ONE = "two tellings are one"
RULES_ALONE = {
    "event": {"here: one type": -100.0, "there: one type": -100.0},
    "commitment": {"here: a commitment": -100.0, "there: a commitment": -100.0},
}


def main() -> None:
    """Read the stories, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=["event"], help="leave the other weights as they are")
    asked = parser.parse_args()
    stories = _stories()
    for noun in [asked.only] if asked.only else RULES_ALONE:
        _write(noun, RULES_ALONE[noun])
    _fit_joins(stories, "event", Story.event_pairs)
    if asked.only:
        return
    _fit_joins(stories, "commitment", Story.commitment_pairs)
    write_follow_ups(stories)


def _stories() -> list[Read]:
    given = [(json.loads((SAMPLE / "key.json").read_text("utf-8")), SAMPLE / "reports")]
    given += [(key_of(folder), folder) for folder in clusters_of("train")]
    stories = []
    for number, (key, folder) in enumerate(given, 1):
        stories.append(read_story(key, folder))
        print(f"{number}/{len(given)} {folder.name}", flush=True)
    return stories


def _fit_joins(
    stories: Sequence[Read],
    noun: str,
    pairs_of: Callable[[Story], Iterator[Example]],
) -> None:
    pairs = [pair for story in stories for pair in pairs_of(Story(story))]
    _write(noun, fitted([m for m, _ in pairs], [holds for _, holds in pairs], RIDGE))


def _write(noun: str, weights: Mapping[str, float]) -> None:
    write(DATA / f"{noun}_weights.tsv", f"{ONE} {noun}", weights)
    read_anew()


def write_follow_ups(stories: Sequence[Read]) -> None:
    """Fit and write what speaks for a link and for a status, and the bars of both."""
    keyed = [story_written(s.key, s.texts) for s in stories]
    read = [story_read(Story(s)) for s in stories]
    links, statuses = bars(keyed, read)
    own = taught(keyed, read)
    write(
        DATA / "follow_up_weights.tsv",
        "a later act follows on a commitment",
        {**own.links, **links},
    )
    write(DATA / "status_weights.tsv", "a commitment has a status", {**own.statuses, **statuses})
    read_anew()


if __name__ == "__main__":
    main()

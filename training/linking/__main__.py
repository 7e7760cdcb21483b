"""`python -m training.linking`: fit the weights of the linking room on the corpus.

Reads the train part of the corpus and the sample with the english reader, looks up in their keys
which tellings are one and what follows on what, and writes `event_weights.tsv`,
`commitment_weights.tsv` and `follow_up_weights.tsv` into `src/dragoman/linking/data`.
"""

import json
from pathlib import Path

import dragoman.linking
from dragoman.linking.outcomes import HOWS
from dragoman.runs.sample import SAMPLE
from training.corpus.cluster import key_of
from training.corpus.splits import clusters_of
from training.linking.examples import Story
from training.linking.fitting import fitted, write
from training.linking.keyed import read_story

DATA = Path(dragoman.linking.__file__).parent / "data"
RIDGE, LATER_RIDGE = 2.0, 3.0


def main() -> None:
    """Read the stories, fit and write."""
    given = [(json.loads((SAMPLE / "key.json").read_text("utf-8")), SAMPLE / "reports")]
    given += [(key_of(folder), folder) for folder in clusters_of("train")]
    events, bonds, later = [], [], []
    for number, (key, folder) in enumerate(given, 1):
        story = Story(read_story(key, folder))
        events += list(story.event_pairs())
        bonds += list(story.commitment_pairs())
        later += list(story.follow_ups())
        print(f"{number}/{len(given)} {folder.name}", flush=True)
    one = "two tellings are one"
    for name, pairs in (("event", events), ("commitment", bonds)):
        weights = fitted([m for m, _ in pairs], [holds for _, holds in pairs], RIDGE)
        write(DATA / f"{name}_weights.tsv", f"{one} {name}", weights)
    marks = [m for m, _ in later]
    follows = fitted(marks, [status is not None for _, status in later], LATER_RIDGE)
    weights = {f"follows: {mark}": weight for mark, weight in follows.items()}
    after = [(m, status) for m, status in later if status is not None]
    for outcome in HOWS:
        own = fitted([m for m, _ in after], [s == outcome for _, s in after], LATER_RIDGE)
        weights |= {f"{outcome}: {mark}": weight for mark, weight in own.items()}
    write(DATA / "follow_up_weights.tsv", "a later act follows on a commitment", weights)


if __name__ == "__main__":
    main()

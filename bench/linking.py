"""Merges of events and commitments: `python -m bench.linking [KEY.json=FOLDER …]`.

Reads the reports of each key, links them, and prints pairwise precision, recall and F1 of the
merges given our reading: of the mentions that fit one of the key's, the pairs that stand in one
row against the pairs that the key has in one row. Beside it, in the same run, the baseline: the
same type (or kind), the same parties and the same date are one. The sample and the corpus's dev
part are always read, `--train` adds its train part; other sets are given by their keys.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpus.cluster import key_of
from training.corpus.splits import clusters_of
from training.linking.keyed import Read, published_row, read_story

from dragoman.linking.linking import link
from dragoman.linking.readings import sorted_sources
from dragoman.linking.resolved import told_commitments, told_events
from dragoman.linking.who.entities import link_entities
from dragoman.record.nouns import Commitment, Event
from dragoman.runs.evaluation.matching import prf
from dragoman.runs.sample import SAMPLE

LAYERS = ("events", "commitments")
Pairs = list[tuple[str, str]]


def ours(story: Read) -> dict[str, Pairs]:
    """Return the matched pairs of (key row, our row) of each layer."""
    record = link(story.facts(), story.readings)
    return {
        layer: story.pairs(layer, [published_row(r, r.id) for r in getattr(record, layer)])
        for layer in LAYERS
    }


def baseline(story: Read) -> dict[str, Pairs]:
    """Return the same where one type, one set of parties and one date make one row."""
    sources = sorted_sources(story.facts(), story.readings)
    who = link_entities(sources)
    told = {"events": told_events(sources, who), "commitments": told_commitments(sources, who)}
    return {
        layer: story.pairs(layer, [published_row(t.item, same(t.item)) for t in told[layer]])
        for layer in LAYERS
    }


def same(item: Event | Commitment) -> str:
    """Return what makes two rows one to the baseline."""
    if isinstance(item, Event):
        return json.dumps([item.type, sorted({*item.actors, *item.recipients}), item.date])
    return json.dumps([item.kind, sorted({*item.by, *item.to}), item.date])


def twos(pairs: Pairs) -> Counter[str]:
    """Return how many pairs are in one row of both, of the key, of ours."""
    held = {"both": Counter(pairs), "key": Counter(k for k, _ in pairs)}
    held["ours"] = Counter(e for _, e in pairs)
    return Counter({n: sum(c * (c - 1) // 2 for c in own.values()) for n, own in held.items()})


def stories(given: list[str], train: bool) -> Iterator[tuple[str, dict[str, Any], Path]]:
    """Yield the name of a set, a key and its folder."""
    for one in given:
        key, _, folder = one.partition("=")
        yield Path(key).stem, json.loads(Path(key).read_text("utf-8")), Path(folder)
    yield "sample", json.loads((SAMPLE / "key.json").read_text("utf-8")), SAMPLE / "reports"
    for part in ("dev", *(["train"] if train else [])):
        for folder in clusters_of(part):
            yield f"corpus {part}", key_of(folder), folder


def main() -> None:
    """Read the sets and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="KEY.json=FOLDER")
    parser.add_argument("--train", action="store_true", help="the corpus's train part too")
    asked = parser.parse_args()
    totals: dict[tuple[str, str, str], Counter[str]] = {}
    for name, key, folder in stories(asked.sets, asked.train):
        story = read_story(key, folder)
        for who, made in (("ours", ours(story)), ("baseline", baseline(story))):
            for layer, pairs in made.items():
                totals.setdefault((name, layer, who), Counter()).update(twos(pairs))
    print(f"{'set':14} {'layer':12} {'by':9} {'P':>6} {'R':>6} {'F1':>6}  pairs: both, by it, key")
    for (name, layer, who), n in totals.items():
        score = prf(n["both"], n["ours"], n["both"], n["key"])
        figures = f"{score.p:6.3f} {score.r:6.3f} {score.f1:6.3f}"
        print(f"{name:14} {layer:12} {who:9} {figures}  {n['both']}, {n['ours']}, {n['key']}")


if __name__ == "__main__":
    main()

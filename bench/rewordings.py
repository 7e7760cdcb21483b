"""Reworded copies told from reports of their own: `python -m bench.rewordings`.

Two sets, both invented and written by the makers of Dragoman, CC BY 4.0:

- `bench/rewordings_set`: 20 happenings, each with one text, three copies of it in other words and
  four reports by others on the same happening, half to tune on, half to report on only. Read and
  linked as users' reports are; a copy is found where it shares its origin with the first text or
  another copy, and a report of its own is mistaken where it shares an origin with any other.
- the corpus (`corpus/README.md`): reports with the same `origin` in a key are copies, all other
  pairs of a cluster published within a week reports of their own. By the share of words alone.

The share asked for was drawn on the tuning half, and holds on the train part's clusters with even
numbers; the others are printed beside them. Peers, in the same run, by pairs: containment of runs
of four words at .3, and cosine of TF-IDF at the threshold that suits the tuning texts best.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import yaml
from training.corpus.splits import clusters_of

from dragoman.documents.fingerprint import prose, shingles
from dragoman.documents.manifest import Details
from dragoman.documents.reports import report_from_bytes
from dragoman.linking import ReportFacts, link
from dragoman.linking.origins.retold import (
    DAYS_APART,
    LEAST,
    SHARE,
    Wording,
    in_one_order,
    wording_of,
)
from dragoman.record.nouns import Report

SET = Path(__file__).parent / "rewordings_set"
CONTAINED = 0.3
STEPS = 100


class Text(NamedTuple):
    """One report of a cluster."""

    cluster: str
    origin: str
    published: str
    wording: Wording
    shingles: frozenset[int]


class Written(NamedTuple):
    """One text of the written set; `is_copy` of the first text of its happening."""

    text: Text
    report: Report
    is_copy: bool


Pair = tuple[Text, Text]
Score = Callable[[Text, Text], float]


def written(part: str) -> list[Written]:
    """Return the texts of a half of the written set, "tune" or "report"."""
    rows = yaml.safe_load((SET / f"{part}.yaml").read_text(encoding="utf-8"))
    found = []
    for number, row in enumerate(rows):
        told = [row["original"], *row["copies"], *row["own"]]
        for place, prose_of in enumerate(told):
            is_copy = 0 < place <= len(row["copies"])
            name, day = f"{part}-{number}-{place}", str(row["day"])
            report = report_from_bytes(prose_of.encode(), f"{name}.txt", Details(published=day))
            origin = f"{number}" if is_copy or not place else name
            text = Text(
                str(number), origin, day, wording_of(prose(report)), frozenset(shingles(report))
            )
            found.append(Written(text, report, is_copy))
    return found


def linked_line(texts: Sequence[Written]) -> str:
    """Read and link texts; return precision and recall of the copies found."""
    from dragoman.readers.english import reader

    facts = [
        ReportFacts(
            id=one.report.id,
            published=one.report.published,
            shingles=one.text.shingles,
            text=one.report.text,
            wording=one.text.wording,
        )
        for one in texts
    ]
    record = link(facts, list(reader().read([one.report for one in texts])))
    origin = {report: found.id for found in record.origins for report in found.reports}
    told: dict[str, list[Text]] = {}
    for one in texts:
        told.setdefault(origin[one.report.id], []).append(one.text)
    held = [(one, told[origin[one.report.id]]) for one in texts]
    right = sum(
        one.is_copy and sum(other.origin == one.text.origin for other in own) > 1
        for one, own in held
    )
    firsts = {one.text.cluster for one in texts}
    wrong = sum(one.text.origin not in firsts and len(own) > 1 for one, own in held)
    copies = sum(one.is_copy for one in texts)
    return (
        f"{'dragoman, linked':22}       P {right / max(1, right + wrong):.3f}"
        f"  R {right / copies:.3f}  ({right} of {copies} copies, {wrong} others taken for copies)"
    )


def texts_of_train() -> list[Text]:
    """Return the reports of the train part of the corpus; the others are not for looking at."""
    found = []
    for folder in clusters_of("train"):
        key = yaml.safe_load((folder / "key.yaml").read_text(encoding="utf-8"))
        for row in key["reports"]:
            day = str(row["published"] or "")
            raw = (folder / row["file"]).read_bytes()
            report = report_from_bytes(raw, row["file"], Details(published=day or None))
            # The notice that every text of the corpus ends with is nobody's wording.
            told = prose(report).rpartition("\n")[0]
            found.append(Text(folder.name, row["origin"], day, wording_of(told), shingles(report)))
    return found


def pairs_of(texts: Sequence[Text]) -> list[Pair]:
    """Return the pairs of a cluster that came out within a week of each other."""
    from dragoman.linking.days.dates import days

    kept = []
    for one, other in combinations(texts, 2):
        first, second = days(one.published), days(other.published)
        near = first is not None and second is not None and first.gap(second) <= DAYS_APART
        if one.cluster == other.cluster and near:
            kept.append((one, other))
    return kept


def ours(one: Text, other: Text) -> float:
    """Return the share told in one order, nought where too little is."""
    count = in_one_order(one.wording, other.wording)
    least = min(len(one.wording), len(other.wording))
    return count / least if count >= LEAST else 0.0


def contained(one: Text, other: Text) -> float:
    """Return the containment of runs of four words."""
    least = min(len(one.shingles), len(other.shingles))
    return len(one.shingles & other.shingles) / max(1, least)


def cosine(texts: Sequence[Text]) -> Score:
    """Return the cosine of TF-IDF weights over words."""
    counts = Counter(word for text in texts for word in text.wording)
    weight = {word: math.log(len(texts) / count) for word, count in counts.items()}

    def score(one: Text, other: Text) -> float:
        shared = sum(weight[word] ** 2 for word in set(one.wording) & set(other.wording))
        sizes = [math.sqrt(sum(weight[w] ** 2 for w in t.wording)) for t in (one, other)]
        return shared / max(sizes[0] * sizes[1], 1e-9)

    return score


def line(name: str, pairs: Sequence[Pair], score: Score, least: float) -> str:
    """Return precision, recall and F1 at a threshold."""
    gold = [one.origin == other.origin for one, other in pairs]
    found = [score(one, other) >= least for one, other in pairs]
    right = sum(a and b for a, b in zip(gold, found, strict=True))
    precision, recall = right / max(1, sum(found)), right / max(1, sum(gold))
    balance = 2 * right / max(1, sum(found) + sum(gold))
    return f"{name:22} {least:.2f}  P {precision:.3f}  R {recall:.3f}  F1 {balance:.3f}"


def best(pairs: Sequence[Pair], score: Score) -> float:
    """Return the threshold with the best F1."""
    return max(
        (at / STEPS for at in range(1, STEPS)),
        key=lambda least: float(line("", pairs, score, least).rpartition(" ")[2]),
    )


def main() -> None:
    """Print a line for each way and part."""
    halves = {part: written(part) for part in ("tune", "report")}
    both = {part: pairs_of([one.text for one in texts]) for part, texts in halves.items()}
    weighed = cosine([one.text for texts in halves.values() for one in texts])
    least = best(both["tune"], weighed)
    for part, pairs in both.items():
        copies = sum(one.is_copy for one in halves[part])
        own = len(halves[part]) - copies - len({one.text.cluster for one in halves[part]})
        print(f"written, {part}: {copies} reworded copies, {own} reports of their own")
        print("  " + linked_line(halves[part]))
        _show(pairs, weighed, least)
    train = texts_of_train()
    even = pairs_of([text for text in train if int(text.cluster) % 2 == 0])
    odd = pairs_of([text for text in train if int(text.cluster) % 2])
    weighed = cosine(train)
    for part, pairs in (("even", even), ("odd", odd)):
        copies = sum(one.origin == other.origin for one, other in pairs)
        print(f"corpus, {part}: {copies} reworded copies, {len(pairs) - copies} other pairs")
        _show(pairs, weighed, best(even, weighed))


def _show(pairs: Sequence[Pair], weighed: Score, least: float) -> None:
    ways: list[tuple[str, Score, float]] = [
        ("dragoman, words alone", ours, SHARE),
        ("runs of four words", contained, CONTAINED),
        ("TF-IDF cosine", weighed, least),
    ]
    for name, score, bar in ways:
        print("  " + line(name, pairs, score, bar))


if __name__ == "__main__":
    main()

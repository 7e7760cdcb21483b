"""PLOVER categories on coded sentences: python -m bench.plover ODD.json [--misses].

Reads each sentence of a Gold Standard Record file of the Open Event Data Alliance as a report of
its own and counts a category as found where the reader tells an event of it, and a category with
its dyad (`bench/dyads.py`) where the same event has the same two sides. The file codes by the
first PLOVER draft, which this bench maps to the sixteen categories of the record: DEMAND to
REQUEST, DISAPPROVE and INVESTIGATE to ACCUSE, REDUCE to SANCTION, FIGHT and COERCE-like codes to
theirs; signing, there SUPPORT, is AGREE here. The file codes a stated intention as AGREE (or, of
a threat, as THREATEN); the record holds those as commitments, so they count as AGREE.
Peer: PETRARCH2 on Stanford parses, on all 322 sentences.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.dyads import Dyad, coded_dyads, told_dyads

from dragoman.readers.english import reader
from dragoman.record.nouns import Block, Commitment, Event, Reading, Report

SAME = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
SAME |= {"REDUCE": "SANCTION", "FIGHT": "ASSAULT"}
SIGNING = re.compile(r"\bsign(s|ed|ing)\b")
BOUND = frozenset(("pledged", "planned", "proposed", "agreed", "signed", "interest"))
PEER = {"category": (0.596, 0.307, 0.406), "dyad": (None, None, 0.293)}
"""PETRARCH2's precision, recall and F1 as measured for this bench."""


def told(reading: Reading) -> Iterator[tuple[str, Event | Commitment]]:
    """Yield each category a reading tells, with the event; else what is pledged or asked for."""
    for event in reading.events:
        yield event.type, event
    if reading.events:
        return
    bound = [("AGREE", c) for c in reading.commitments if c.kind in BOUND]
    asked = [("REQUEST", c) for c in reading.commitments if c.kind == "requested"]
    yield from bound or asked


def report(number: int, text: str) -> Report:
    """Return one sentence as a report."""
    block = Block(start=0, end=len(text), kind="paragraph")
    return Report(
        id=f"s{number}", file=f"{number}.txt", text=text, media_type="text/plain", blocks=(block,)
    )


def category_of(row: dict[str, Any], text: str) -> str:
    """Return the record's category of a coded sentence."""
    key = SAME.get(row["event"], row["event"])
    return "AGREE" if key == "SUPPORT" and SIGNING.search(text) else key


def main(path: str, *, misses: bool) -> None:
    """Print precision, recall and F1 by category and over all, then of category and dyad."""
    rows = [r for r in json.loads(Path(path).read_text(encoding="utf-8")) if r.get("text")]
    texts = [" ".join(r["text"].strip("{} ").split()) for r in rows]
    readings = reader().read(report(k, t) for k, t in enumerate(texts))
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    coded: Counter[str] = Counter()
    sides = [0, 0, 0]
    for row, text, reading in zip(rows, texts, readings, strict=True):
        key = category_of(row, text)
        categories = {category for category, _ in told(reading)}
        coded[key] += 1
        found.update(categories)
        right[key] += key in categories
        gold = {(key, dyad) for dyad in coded_dyads(row, key)}
        ours: set[tuple[str, Dyad]] = set()
        for category, one in told(reading):
            ours |= {(category, dyad) for dyad in told_dyads(reading, one, category)}
        sides[0] += len(gold & ours)
        sides[1] += len(ours)
        sides[2] += len(gold)
        if misses and (categories != {key} or not gold & ours):
            print(f"{key:9s} {shown(gold)} told {shown(ours) or '-'} | {text}")
    for category in sorted(coded):
        line(category, right[category], found[category], coded[category])
    line("category", right.total(), found.total(), coded.total())
    line("dyad", *sides)


def shown(items: set[tuple[str, Dyad]]) -> str:
    """Return categories with their dyads in words."""
    return " ".join(sorted(f"{c}:{'>'.join(side or '?' for side in dyad)}" for c, dyad in items))


def line(name: str, right: int, told: int, coded: int) -> None:
    """Print one line of figures, with the peer's where it was measured."""
    p, r = right / max(1, told), right / max(1, coded)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    peer = PEER.get(name)
    beside = "" if peer is None else f"  PETRARCH2 {_figures(*peer)}"
    print(f"{name:10s} {_figures(p, r, f1)}  (coded {coded}, told {told}){beside}")


def _figures(p: float | None, r: float | None, f1: float) -> str:
    return " ".join(f"{n} {v:.3f}" for n, v in (("P", p), ("R", r), ("F1", f1)) if v is not None)


if __name__ == "__main__":
    main(sys.argv[1], misses="--misses" in sys.argv)

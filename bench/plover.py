"""PLOVER categories on coded sentences: python bench/plover.py ODD.json [--misses].

Reads each sentence of a Gold Standard Record file of the Open Event Data Alliance as a report of
its own and counts a category as found where the reader tells an event of it. The file codes by the
first PLOVER draft, which this bench maps to the sixteen categories of the record: DEMAND to
REQUEST, DISAPPROVE and INVESTIGATE to ACCUSE, REDUCE to SANCTION, FIGHT and COERCE-like codes to
theirs; signing, there SUPPORT, is AGREE here. The file codes a stated intention as AGREE (or, of
a threat, as THREATEN); the record holds those as commitments, so they count as AGREE.
Peer: PETRARCH2 on all 322 sentences: P .596 R .307 F1 .406.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

from dragoman.readers.english import reader
from dragoman.record.nouns import Block, Reading, Report

SAME = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
SAME |= {"REDUCE": "SANCTION", "FIGHT": "ASSAULT"}
SIGNING = re.compile(r"\bsign(s|ed|ing)\b")


def categories(reading: Reading) -> set[str]:
    """Return the categories a reading tells; what is only pledged, planned or offered is AGREE."""
    told = {event.type for event in reading.events}
    kinds = {commitment.kind for commitment in reading.commitments}
    if not told and kinds & {"pledged", "planned", "proposed", "agreed", "signed", "interest"}:
        told.add("AGREE")
    if not told and "requested" in kinds:
        told.add("REQUEST")
    return told


def report(number: int, text: str) -> Report:
    """Return one sentence as a report."""
    block = Block(start=0, end=len(text), kind="paragraph")
    return Report(
        id=f"s{number}", file=f"{number}.txt", text=text, media_type="text/plain", blocks=(block,)
    )


def main(path: str, misses: bool) -> None:
    """Print precision, recall and F1 of the category over all sentences, and by category."""
    rows = [r for r in json.loads(Path(path).read_text(encoding="utf-8")) if r.get("text")]
    texts = [" ".join(r["text"].strip("{} ").split()) for r in rows]
    readings = reader().read(report(k, t) for k, t in enumerate(texts))
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    coded: Counter[str] = Counter()
    for row, text, reading in zip(rows, texts, readings, strict=True):
        key = SAME.get(row["event"], row["event"])
        if key == "SUPPORT" and SIGNING.search(text):
            key = "AGREE"
        found = categories(reading)
        coded[key] += 1
        told.update(found)
        right[key] += key in found
        if misses and found != {key}:
            print(f"{key:9s} {','.join(sorted(found)) or '-':20s} {text}")
    for category in sorted(coded):
        line(category, right[category], told[category], coded[category])
    line("all", right.total(), told.total(), coded.total())


def line(name: str, right: int, told: int, coded: int) -> None:
    """Print one line of figures."""
    p, r = right / max(1, told), right / max(1, coded)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    print(f"{name:10s} P {p:.3f} R {r:.3f} F1 {f1:.3f}  (coded {coded}, told {told})")


if __name__ == "__main__":
    main(sys.argv[1], "--misses" in sys.argv)

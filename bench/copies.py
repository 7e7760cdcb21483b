"""Copies found, and how fast, beside three peers: `python -m bench.copies [--ecb FOLDER]`.

Every text of `corpus/clusters` and 490 edited copies of them (`bench/edits.py`). A pair is right
where one is made of the other; pairs of copies that share a source are not counted either way.
Seconds are processor time on one core for fingerprinting and finding; all are given the words of
the texts without furniture. FOLDER holds ECB+'s `dev.jsonl` and `natural_copies.dev.tsv`; there a
pair that the list holds below .3 is not counted either way.
Peers: datasketch's LSHEnsemble at containment .3 with an exact check, a plain inverted index of
runs of four words at containment .3, and datasketch's MinHash at Jaccard .5.
"""

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.edits import KINDS, copies_of

from dragoman.documents.fingerprint import shingles
from dragoman.documents.reports import report_from_bytes
from dragoman.linking.origins.copies import copies
from dragoman.record.nouns import Block, Report

CORPUS = Path(__file__).parent.parent / "corpus" / "clusters"
COPIES = 490
CONTAINED = 0.3
RESEMBLING = 0.5
PERMUTATIONS = 128

Pair = tuple[int, int]
Finder = Callable[[Sequence[Report]], set[Pair]]


class Gold(NamedTuple):
    """The pairs that are copies, by kind; those not counted; the kinds there are."""

    pairs: dict[Pair, str]
    left_out: set[Pair]


def dragoman(reports: Sequence[Report]) -> set[Pair]:
    """Return the pairs Dragoman takes for copies."""
    return {(low, high) for low, high, _ in copies([shingles(report) for report in reports])}


def words_of(report: Report) -> list[str]:
    """Return the words of a report without its furniture."""
    parts = (report.text[b.start : b.end] for b in report.blocks if b.kind != "furniture")
    return re.findall(r"\w+", " ".join(parts).lower())


def runs_of(report: Report) -> set[str]:
    """Return all runs of four words."""
    words = words_of(report)
    return {" ".join(words[at : at + 4]) for at in range(max(1, len(words) - 3))}


def inverted_index(reports: Sequence[Report]) -> set[Pair]:
    """Return the pairs with containment of .3 or more, by a plain index of runs."""
    index: dict[str, list[int]] = defaultdict(list)
    sizes: list[int] = []
    found: set[Pair] = set()
    for at, report in enumerate(reports):
        runs = runs_of(report)
        shared = Counter(other for run in runs for other in index[run])
        sizes.append(len(runs))
        for other, count in shared.items():
            if count / min(sizes[at], sizes[other]) >= CONTAINED:
                found.add((other, at))
        for run in runs:
            index[run].append(at)
    return found


def ensemble(reports: Sequence[Report]) -> set[Pair]:
    """Return the pairs LSHEnsemble proposes at containment .3 that hold when counted."""
    from datasketch import MinHashLSHEnsemble

    runs, hashes = _hashed(reports)
    index = MinHashLSHEnsemble(threshold=CONTAINED, num_perm=PERMUTATIONS, num_part=16)
    index.index((at, one, len(runs[at])) for at, one in enumerate(hashes))
    found: set[Pair] = set()
    for at, one in enumerate(hashes):
        for other in index.query(one, len(runs[at])):
            if other != at:
                shared = len(runs[at] & runs[other])
                if shared / min(len(runs[at]), len(runs[other])) >= CONTAINED:
                    found.add((min(at, other), max(at, other)))
    return found


def minhash(reports: Sequence[Report]) -> set[Pair]:
    """Return the pairs MinHash takes for alike at Jaccard .5."""
    from datasketch import MinHashLSH

    _, hashes = _hashed(reports)
    index = MinHashLSH(threshold=RESEMBLING, num_perm=PERMUTATIONS)
    found: set[Pair] = set()
    for at, one in enumerate(hashes):
        found |= {(other, at) for other in index.query(one)}
        index.insert(at, one)
    return found


def _hashed(reports: Sequence[Report]) -> tuple[list[set[str]], list["object"]]:
    from datasketch import MinHash

    runs = [runs_of(report) for report in reports]
    made = []
    for own in runs:
        one = MinHash(num_perm=PERMUTATIONS)
        one.update_batch([run.encode() for run in own])
        made.append(one)
    return runs, made


def from_corpus() -> tuple[list[Report], Gold]:
    """Return the corpus's texts and their edited copies, and which pairs are copies."""
    files = sorted(CORPUS.glob("*/*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in files]
    made = copies_of(texts, COPIES)
    reports = [
        report_from_bytes(text.encode(), f"{at}.txt")
        for at, text in enumerate((*texts, *(one.text for one in made)))
    ]
    pairs, left_out = {}, set()
    for at, one in enumerate(made):
        pairs |= {(source, len(texts) + at): one.kind for source in one.sources}
        left_out |= {
            (len(texts) + before, len(texts) + at)
            for before in range(at)
            if set(made[before].sources) & set(one.sources)
        }
    return reports, Gold(pairs, left_out)


def from_ecb(folder: Path) -> tuple[list[Report], Gold]:
    """Return ECB+'s documents, and the pairs its list holds from .3 on."""
    lines = (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    at = {one["doc"]: number for number, one in enumerate(documents)}
    reports = []
    for one in documents:
        text = " ".join(one["tokens"])
        block = Block(start=0, end=len(text), kind="paragraph")
        name = one["doc"]
        reports.append(
            Report(id=name, file=name, text=text, media_type="text/plain", blocks=(block,))
        )
    pairs, left_out = {}, set()
    rows = (folder / "natural_copies.dev.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for row in rows:
        left, right, contained, _ = row.split("\t")
        pair = min(at[left], at[right]), max(at[left], at[right])
        if float(contained) >= CONTAINED:
            pairs[pair] = "natural"
        else:
            left_out.add(pair)
    return reports, Gold(pairs, left_out)


def measure(reports: Sequence[Report], gold: Gold, finders: dict[str, Finder]) -> None:
    """Print a line for each finder; the ratio of speed is to the first."""
    kinds = [kind for kind in (*KINDS, "natural") if kind in gold.pairs.values()]
    print(f"{len(reports)} documents, {len(gold.pairs)} pairs of copies")
    print(f"{'':16}    P     R    F1  docs/s  ratio  recall of {', '.join(kinds)}")
    fastest = None
    for name, finder in finders.items():
        seconds, found = _timed(finder, reports)
        counted = found - gold.left_out
        right = counted & gold.pairs.keys()
        precision, recall = len(right) / max(1, len(counted)), len(right) / len(gold.pairs)
        balance = 2 * len(right) / max(1, len(counted) + len(gold.pairs))
        hits, whole = Counter(gold.pairs[p] for p in right), Counter(gold.pairs.values())
        speed = len(reports) / seconds
        fastest = fastest or speed
        by_kind = " ".join(f"{hits[kind] / whole[kind]:.3f}" for kind in kinds)
        print(
            f"{name:16} {precision:.3f} {recall:.3f} {balance:.3f} {speed:6.0f} "
            f"{fastest / speed:6.1f}  {by_kind}"
        )


def _timed(finder: Finder, reports: Sequence[Report]) -> tuple[float, set[Pair]]:
    begun = time.process_time()
    found = finder(reports)
    return time.process_time() - begun, found


def main() -> None:
    """Measure on the corpus, and on ECB+ where its folder is given."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ecb", type=Path, metavar="FOLDER")
    folder = parser.parse_args().ecb
    finders: dict[str, Finder] = {
        "dragoman": dragoman,
        "inverted index": inverted_index,
        "LSHEnsemble": ensemble,
        "MinHash": minhash,
    }
    sets = [from_corpus()] + ([from_ecb(folder)] if folder else [])
    for reports, gold in sets:
        measure(reports, gold, finders)


if __name__ == "__main__":
    main()

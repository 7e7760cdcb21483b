"""Which names are one: `python -m bench.names PAIRS.csv [--nomenklatura PYTHON]`.

PAIRS is a table of labelled pairs with the columns `schema`, `name1`, `name2`, `is_match`; without
it $DRAGOMAN_NAME_PAIRS names it. Five folds: what is fitted (our weights, and for all the
threshold) is fitted on four, and F1 is counted on the fifth, over all five together; the mean over
ten ways of cutting folds is printed, for all pairs and for those of persons alone. Peers in the
same run: rapidfuzz's WRatio and Jaro-Winkler on names folded to ASCII, and nomenklatura's logic-v2
where PYTHON is an interpreter of an environment that has it (`pip install nomenklatura`).
"""

import argparse
import os
import random
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler
from training.names.fit import Pair, fit, read_pairs, traits

from dragoman.linking.who.naming import compare
from dragoman.linking.who.naming.letters import nearness, skeleton, sound, token_likeness
from dragoman.linking.who.naming.parts import parts_of

FOLDS = 5
CUTS = 10
CACHED = (compare, parts_of, nearness, skeleton, sound, token_likeness)
Scorer = Callable[[Sequence[int]], np.ndarray]
LOGIC_V2 = """
import csv, sys, time
from followthemoney import model
from nomenklatura.matching import LogicV2
def made(row, side, number):
    name = {"name": [row[f"name{side}"]]}
    return model.get_proxy({"id": f"{side}-{number}", "schema": row["schema"], "properties": name})
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    pairs = [(made(r, 1, n), made(r, 2, n)) for n, r in enumerate(csv.DictReader(file))]
config = LogicV2.default_config()
LogicV2.compare(*pairs[0], config)
begun = time.process_time()
scores = [LogicV2.compare(a, b, config).score for a, b in pairs]
print(len(pairs) / (time.process_time() - begun), *scores)
"""


def best_threshold(scores: np.ndarray, ones: np.ndarray) -> float:
    """Return the threshold of best F1."""
    return max(sorted(set(scores)), key=lambda t: f1(scores >= t, ones))


def f1(found: np.ndarray, ones: np.ndarray) -> float:
    """Return F1 of pairs held to be one."""
    return float(2 * (found & ones).sum() / max(1, found.sum() + ones.sum()))


def five_folds(ones: np.ndarray, scorer: Scorer) -> float:
    """Return F1 on folds that nothing was fitted on; `scorer` takes what it may be fitted on."""
    results = []
    for cut in range(CUTS):
        order = list(range(len(ones)))
        random.Random(cut).shuffle(order)
        found = np.zeros(len(ones), bool)
        for number in range(FOLDS):
            held = order[number::FOLDS]
            known = sorted(set(order) - set(held))
            scores = scorer(known)
            found[held] = scores[held] >= best_threshold(scores[known], ones[known])
        results.append(f1(found, ones))
    return float(np.mean(results))


def ours(pairs: Sequence[Pair]) -> Scorer:
    """Return what fits our weights on the pairs it is given and scores all."""
    rows = np.array([traits(p) for p in pairs])
    ones = np.array([p.one for p in pairs])
    return lambda known: rows @ fit(rows[known], ones[known])


def fixed(scores: Sequence[float]) -> Scorer:
    """Return what gives scores that nothing is fitted for."""
    given = np.array(scores, float)
    return lambda _: given


def timed(score: Callable[[str, str], float], pairs: Sequence[Pair]) -> tuple[float, list[float]]:
    """Return pairs a second, and the scores."""
    score(pairs[0].a, pairs[0].b)
    begun = time.process_time()
    scores = [score(p.a, p.b) for p in pairs]
    return len(pairs) / (time.process_time() - begun), scores


def of_logic_v2(python: str, path: Path) -> tuple[float, list[float]]:
    """Return pairs a second, and the scores of nomenklatura."""
    asked = [python, "-c", LOGIC_V2, str(path)]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    return float(told[0]), [float(s) for s in told[1:]]


def our_speed(pairs: Sequence[Pair]) -> float:
    """Return pairs a second, each name and pair seen for the first time."""
    for pair in pairs:
        compare(pair.a, pair.b, pair.kind)
    for cached in CACHED:
        cached.cache_clear()
    begun = time.process_time()
    for pair in pairs:
        compare(pair.a, pair.b, pair.kind)
    return len(pairs) / (time.process_time() - begun)


def folded(name: str) -> str:
    """Return a name in lower-case ASCII."""
    return anyascii(name).lower()


def main() -> None:
    """Print one line for each way of comparing names."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pairs", type=Path, nargs="?")
    parser.add_argument("--nomenklatura", metavar="PYTHON", help="an interpreter that has it")
    arguments = parser.parse_args()
    named = arguments.pairs or os.environ.get("DRAGOMAN_NAME_PAIRS")
    if not named:
        parser.error("name the table of pairs, or set DRAGOMAN_NAME_PAIRS")
    path = Path(named)
    pairs = read_pairs(path)
    speed = our_speed(pairs)
    table: list[tuple[str, float, Callable[[list[int]], Scorer]]] = [
        ("dragoman", speed, lambda rows: ours([pairs[i] for i in rows]))
    ]
    peers = {
        "rapidfuzz WRatio": lambda a, b: fuzz.WRatio(folded(a), folded(b)),
        "Jaro-Winkler": lambda a, b: JaroWinkler.similarity(folded(a), folded(b)),
    }
    measured = {name: timed(score, pairs) for name, score in peers.items()}
    if arguments.nomenklatura:
        measured["nomenklatura logic-v2"] = of_logic_v2(arguments.nomenklatura, path)
    for name, (pace, scores) in measured.items():
        table.append((name, pace, lambda rows, s=scores: fixed([s[i] for i in rows])))
    every = list(range(len(pairs)))
    persons = [i for i in every if pairs[i].kind == "person"]
    print(f"{len(pairs)} pairs, {len(persons)} of persons; {FOLDS} folds, mean of {CUTS} cuts")
    for name, pace, scorer in table:
        values = []
        for rows in (every, persons):
            ones = np.array([pairs[i].one for i in rows])
            values.append(five_folds(ones, scorer(rows)))
        print(f"{name:22} F1 all {values[0]:.3f}  persons {values[1]:.3f}  {pace:9,.0f} pairs/s")


if __name__ == "__main__":
    main()

"""Fits the weights of name traits: `python -m training.names.fit PAIRS.csv`.

PAIRS is a table of labelled pairs of names with the columns `schema`, `name1`, `name2`, `is_match`.
Prints the lines of `src/dragoman/linking/data/name_weights.tsv`. Logistic regression with a ridge
penalty, by Newton's method (Hoerl and Kennard 1970; le Cessie and van Houwelingen 1992): some 400
pairs and ten weights need no more.
"""

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dragoman.linking.who.naming.alignment import align
from dragoman.linking.who.naming.comparison import FEATURES, features
from dragoman.linking.who.naming.parts import Kind, parts_of

RIDGE = 1.0
ROUNDS = 30


class Pair(NamedTuple):
    """Two names, what they are names of, and whether they are held to be one."""

    a: str
    b: str
    kind: Kind
    one: bool


def read_pairs(path: Path) -> list[Pair]:
    """Return the pairs of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                row["name1"],
                row["name2"],
                "person" if row["schema"] == "Person" else "thing",
                row["is_match"] == "true",
            )
            for row in csv.DictReader(file)
        ]


def traits(pair: Pair) -> tuple[float, ...]:
    """Return the traits of a pair as the product computes them."""
    left, right = sorted((parts_of(pair.a, pair.kind), parts_of(pair.b, pair.kind)))
    return features(align(left, right), pair.kind)


def fit(rows: Sequence[Sequence[float]], ones: Sequence[bool]) -> np.ndarray:
    """Return one weight for each trait."""
    x, y = np.array(rows, float), np.array(ones, float)
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[0, 0] = 1e-6
    weights = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        told = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (told - y) + ridge @ weights
        bend = (x * (told * (1 - told))[:, None]).T @ x + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights


def main() -> None:
    """Fit on all pairs and print the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pairs", type=Path)
    pairs = read_pairs(parser.parse_args().pairs)
    weights = fit([traits(p) for p in pairs], [p.one for p in pairs])
    for name, weight in zip(("bias", *FEATURES), weights, strict=True):
        print(f"{name}\t{weight:.3f}")


if __name__ == "__main__":
    main()

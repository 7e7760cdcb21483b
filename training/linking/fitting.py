"""Logistic regression, and its weights as a file of the linking room."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

Marks = Mapping[str, float]
ROUNDS = 25
CLOSE = 1e-6
LEAST = 0.005
MOST_STEPS = 300


def fitted(marks: Sequence[Marks], holds: Sequence[bool], ridge: float) -> dict[str, float]:
    """Return the weights of the marks of pairs by whether each pair `holds`.

    `ridge` is the penalty on squared weights; the method is iteratively reweighted least squares.
    """
    names = sorted({name for own in marks for name in own})
    place = {name: i for i, name in enumerate(names)}
    given = np.zeros((len(marks), len(names)))
    for row, own in enumerate(marks):
        for name, value in own.items():
            given[row, place[name]] = value
    wanted = np.array(holds, dtype=float)
    weights = np.zeros(len(names))
    penalty = ridge * np.eye(len(names))
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(given @ weights, -30, 30)))
        slope = given.T @ (wanted - likely) - ridge * weights
        bend = (given.T * (likely * (1 - likely))) @ given + penalty
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < CLOSE:
            break
    return dict(zip(names, weights.tolist(), strict=True))


def fitted_at_large(
    marks: Sequence[Marks], holds: Sequence[bool], ridge: float
) -> dict[str, float]:
    """Return the same weights as `fitted` for very many pairs, by L-BFGS (Liu, Nocedal 1989)."""
    from scipy import optimize, sparse

    names = sorted({name for own in marks for name in own})
    place = {name: i for i, name in enumerate(names)}
    cells = [(row, place[n], v) for row, own in enumerate(marks) for n, v in own.items() if v]
    rows, columns, values = zip(*cells, strict=True)
    given = sparse.csr_matrix((values, (rows, columns)), shape=(len(marks), len(names)))
    wanted = np.array(holds, dtype=float)

    def cost(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = given @ weights
        likely = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
        loss = np.logaddexp(0, odds).sum() - odds @ wanted + ridge / 2 * weights @ weights
        return loss, given.T @ (likely - wanted) + ridge * weights

    found = optimize.minimize(
        cost, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": MOST_STEPS}
    )
    return dict(zip(names, found.x.tolist(), strict=True))


def write(path: Path, what: str, weights: Mapping[str, float]) -> None:
    """Write weights as `MARK TAB WEIGHT`, small ones left out; `what` is what they speak for."""
    lines = [
        f"# How much each mark speaks for it that {what} (log odds).",
        "# Fitted by `python -m training.linking` on the train part of the corpus (CC BY 4.0) and",
        "# the sample; not to be edited by hand.",
    ]
    lines += [f"{k}\t{v:.3f}" for k, v in sorted(weights.items()) if abs(v) >= LEAST]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

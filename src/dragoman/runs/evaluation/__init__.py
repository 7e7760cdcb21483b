"""Accuracy: an exported record against an answer key, layer by layer."""

from dragoman.runs.evaluation.evaluate import evaluate
from dragoman.runs.evaluation.scores import Coverage, Miss, Prf, Scores

__all__ = ["Coverage", "Miss", "Prf", "Scores", "evaluate"]

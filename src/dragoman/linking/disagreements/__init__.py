"""Where reports cannot both be right, or give one thing in two ways: one module a kind."""

from dragoman.linking.disagreements.finding import find_disagreements
from dragoman.linking.disagreements.sides import Linkage

__all__ = ["Linkage", "find_disagreements"]

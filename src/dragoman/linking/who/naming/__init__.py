"""Names compared: their parts, which part stands for which, how alike they are, and why."""

from dragoman.linking.who.naming.comparison import Comparison, compare

__all__ = ["Comparison", "compare"]

"""Values of one thing that differ and can all be right, each with why."""

from dragoman.linking.explained.finding import find_explained, told_apart

__all__ = ["find_explained", "told_apart"]

"""Full-text search over the paragraphs of reports, with operators and fields."""

from dragoman.store.search.passages import Found, count_answers, search

__all__ = ["Found", "count_answers", "search"]

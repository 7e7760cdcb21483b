"""The sentence that something stands in, where the text of its report is known."""

import re
from functools import lru_cache

from dragoman.linking.facts import ReportFacts
from dragoman.record.nouns import Mention

REACH = 500
_BETWEEN = re.compile(r"[.!?;\"”’)\s]*\s")
SENTENCE_END = re.compile(r"[.!?;][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")


def sentence_span(report: ReportFacts, mention: Mention, before: int = 0) -> tuple[int, int]:
    """Return start and end of the sentence around a mention and `before` sentences ahead of it.

    At most REACH characters either way; the mention's own span where there is no text.
    """
    if not report.text:
        return mention.start, mention.end
    return _span(report.text, mention.start, mention.end, before)


@lru_cache(maxsize=65536)
def _span(text: str, start: int, end: int, before: int) -> tuple[int, int]:
    low = max(0, start - REACH)
    starts = [low, *(low + m.end() for m in SENTENCE_END.finditer(text[low:start]))]
    stop = SENTENCE_END.search(text, end, end + REACH)
    last = stop.start() if stop else min(len(text), end + REACH)
    return starts[max(0, len(starts) - 1 - before)], last


def sentence_of(report: ReportFacts, mention: Mention) -> str:
    """Return the sentence around a mention; its quote where there is no text."""
    start, end = sentence_span(report, mention)
    return report.text[start:end] if report.text else mention.quote


def tail_of(report: ReportFacts, mention: Mention, reach: int) -> str:
    """Return a mention and up to `reach` characters of its sentence after it."""
    _, end = sentence_span(report, mention)
    return mention.quote + report.text[mention.end : min(end, mention.end + reach)]


def next_sentence(report: ReportFacts, mention: Mention) -> tuple[int, int]:
    """Return start and end of the sentence behind the one a mention stands in; empty without one.

    It may stand in the next paragraph.
    """
    _, end = sentence_span(report, mention)
    text = report.text
    gap = _BETWEEN.match(text, end)
    start = gap.end() if gap else end
    if not text or start >= len(text) or start == end:
        return end, end
    stop = SENTENCE_END.search(text, start, start + REACH)
    return start, stop.start() + 1 if stop else min(len(text), start + REACH)

"""Quotes placed on the raw texts, white space folded, so that two records can be compared."""

import bisect
import re
from collections.abc import Iterable, Mapping

from dragoman.runs.evaluation.form import Document, Quote, name_of

Span = tuple[str, int, int]


class FoldedText:
    """A raw text with its white space folded, and the raw offset of each character."""

    def __init__(self, raw: str) -> None:
        """Fold every stretch of white space to one space."""
        out: list[str] = []
        self.raw = raw
        self.offsets: list[int] = []
        for i, char in enumerate(raw):
            if not char.isspace():
                out.append(char)
            elif out and out[-1] != " ":
                out.append(" ")
            else:
                continue
            self.offsets.append(i)
        self.folded = "".join(out)

    def span_of(self, quote: Quote) -> tuple[int, int] | None:
        """Return where a quote stands in the folded text; None where it does not.

        Of several places the one that `occurrence` counts to, else the one nearest to `start`.
        """
        raw = quote.quote
        if raw is None and quote.start is not None:
            raw = self.raw[quote.start : quote.end]
        words = " ".join((raw or "").split())
        hits = [m.start() for m in re.finditer(re.escape(words), self.folded)] if words else []
        if not hits:
            return None
        best = hits[0]
        if quote.occurrence:
            best = hits[min(quote.occurrence, len(hits)) - 1]
        elif quote.start is not None:
            near = bisect.bisect_left(self.offsets, quote.start)
            best = min(hits, key=lambda hit: abs(hit - near))
        return best, best + len(words)


class Placed:
    """A key or an export whose mentions are placed on the texts (by file name)."""

    def __init__(self, document: Document, texts: Mapping[str, FoldedText]) -> None:
        """Take the document; `quotes` and `unplaced` count as often as a measure asks."""
        self.document = document
        self.texts = texts
        self.files = {r.id: name_of(r.file) for r in document.reports}
        self.quotes = self.unplaced = 0
        self.furniture = self.spans(document.furniture)
        self.optional = set(self.spans(document.optional_mentions))

    def spans(self, quotes: Iterable[Quote] | None) -> list[Span]:
        """Return the spans of those quotes that stand in their texts."""
        found: list[Span] = []
        for quote in quotes or ():
            file = self.files.get(quote.report, quote.report)
            if file not in self.texts:
                continue
            self.quotes += 1
            span = self.texts[file].span_of(quote)
            if span is None:
                self.unplaced += 1
            else:
                found.append((file, *span))
        return found

    def is_furniture(self, span: Span) -> bool:
        """Tell whether a span lies in a byline, a credit or a link to another article."""
        return any(overlap(span, f) > 0.5 for f in self.furniture)


def overlap(a: Span, b: Span) -> float:
    """Return the characters two spans share over the shorter one's; 0 in different files."""
    return _shared(a, b) / max(1, min(a[2] - a[1], b[2] - b[1]))


def dice(a: Span, b: Span) -> float:
    """Return the characters two spans share over their mean length: 1 for the same span."""
    return _shared(a, b) * 2 / max(1, (a[2] - a[1]) + (b[2] - b[1]))


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a[2], b[2]) - max(a[1], b[1])) if a[0] == b[0] else 0

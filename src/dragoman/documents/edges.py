"""What stands at the edges of a paragraph and is no part of its prose: stamps, labels, credits."""

import re
from functools import cache

from dragoman.documents.credits import find_credit
from dragoman.documents.dates import Dated, date_pattern, find_dates
from dragoman.documents.lines import Span, trimmed
from dragoman.documents.words import alternatives, words_of
from dragoman.record.nouns import Block

_BARE_STAMP = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?Z?)?[\s|–—-]+(?=[A-Z“\"])"
)


class Trimmed:
    """A paragraph without its edges.

    `span` is what is left, `taken` the furniture that was cut off, `dates` those of a date stamp
    among it; `caption` and `titled` tell what a label or credit says of the rest.
    """

    def __init__(self, span: Span) -> None:
        self.span = span
        self.taken: list[Block] = []
        self.dates: list[Dated] = []
        self.caption = False
        self.titled = False

    def take_head(self, text: str, end: int, why: str) -> None:
        """Cut the text up to `end` off as furniture."""
        piece = trimmed(text, self.span.start, end)
        self.taken.append(Block(start=piece.start, end=piece.end, kind="furniture", why=why))
        self.span = trimmed(text, end, self.span.end)

    def take_tail(self, text: str, start: int, why: str) -> None:
        """Cut the text from `start` on off as furniture."""
        piece = trimmed(text, start, self.span.end)
        self.taken.append(Block(start=piece.start, end=piece.end, kind="furniture", why=why))
        self.span = trimmed(text, self.span.start, start)


def trim(text: str, span: Span, *, first: bool, header: bool) -> Trimmed:
    """Take stamps, labels and credits off a paragraph.

    `first`: it is the first of the text; `header`: it stands near the top.
    """
    line = Trimmed(span)
    if header:
        _take_stamp(text, line, first=first)
        _take_label(text, line)
    if not first:
        caption = _caption_label().match(text, line.span.start, line.span.end)
        if caption and caption.end() < line.span.end:
            line.take_head(text, caption.end(), "photo label")
            line.caption = True
    while credit := find_credit(text, line.span):
        line.take_tail(text, credit.start, credit.why)
        line.caption = line.caption or credit.caption
    return line


def _take_stamp(text: str, line: Trimmed, *, first: bool) -> None:
    match = _stamp().match(text, line.span.start, line.span.end)
    if match is None and first:
        match = _BARE_STAMP.match(text, line.span.start, line.span.end)
    if match and match.end() < line.span.end:
        line.dates = find_dates(match.group())
        line.take_head(text, match.end(), "date stamp")


def _take_label(text: str, line: Trimmed) -> None:
    title = _label("title_labels").match(text, line.span.start, line.span.end)
    if title and title.end() < line.span.end:
        line.titled = True
        line.take_head(text, title.end(), "headline label")
    desk = _label("desk_labels").match(text, line.span.start, line.span.end)
    if desk and desk.end() < line.span.end:
        line.take_head(text, desk.end(), "byline")


@cache
def _stamp() -> re.Pattern[str]:
    labels = words_of("dates")["labels"]
    named = alternatives([*labels["published"], *labels["updated"]])
    # Bounded by a gap or a mark: "Published 4 May 2026, the book …" goes on as a sentence.
    return re.compile(
        rf"(?:{named})\s*:?\s*(?>{date_pattern().pattern})(?:\s*[|·•–—:-]+\s*|\s+)(?=\S)",
        re.IGNORECASE,
    )


@cache
def _label(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words_of('edges')[key])})\s*[:|]+\s*", re.IGNORECASE)


@cache
def _caption_label() -> re.Pattern[str]:
    labels = alternatives(words_of("edges")["caption_labels"])
    return re.compile(
        rf"[\[(*]?(?i:{labels})\s*[:|]+\s*|FILE(?:\s+PHOTO)?\s+[–—-]+\s+|[\[(](?i:{labels})[\])]\s+"
    )

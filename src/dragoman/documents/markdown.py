"""Markdown files: the text stays as it is, what is markup is told from what is text."""

import re
from itertools import accumulate

from dragoman.documents.decoding import decode
from dragoman.documents.extract import Extract
from dragoman.documents.front_matter import read_front_matter
from dragoman.documents.lines import Span, trimmed
from dragoman.record.nouns import Block, BlockKind

_HEADING_MARK = re.compile(r"#{1,6}\s+")
_HEADING_CLOSE = re.compile(r"\s+#+$|\n\s*[=-]+$")
_ITEM_MARK = re.compile(r"(?:(?:>|[-*+]|\d{1,9}[.)])\s+)+")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)\s*")
_RULE = re.compile(r"(?:[-*_=]\s*){2,}|`{3,}.*|~{3,}.*")


def extract(raw: bytes, name: str) -> Extract:
    """Return the text of a .md file and its headings, marks and front matter as known blocks.

    Raises ReportBinary, ReportEncoding.
    """
    text = decode(raw, name)
    front = read_front_matter(text)
    paragraphs = [front.span] if front.span.end else []
    known = []
    if front.span.end:
        span = front.span
        known.append(Block(start=span.start, end=span.end, kind="furniture", why="front matter"))
    titled = False
    for span, heading in _paragraphs(text, front.span.end):
        paragraphs.append(span)
        known += _marks(text, span, heading, titled=titled)
        titled = titled or heading
    return Extract(
        text=text,
        media_type="text/markdown",
        paragraphs=tuple(paragraphs),
        details=front.details,
        known=tuple(known),
    )


def _paragraphs(text: str, start: int) -> list[tuple[Span, bool]]:
    """Return the spans of paragraphs below `start`, and whether each is a heading."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 20})
    # Only the outline is wanted: without the inline rules the time is linear in the text.
    parser.core.ruler.enableOnly(["normalize", "block"])
    body = text[start:]
    starts = [start, *accumulate((len(line) + 1 for line in body.split("\n")), initial=start)][1:]
    taken = [False] * len(starts)
    found: list[tuple[int, int, bool]] = []
    for token in parser.parse(body):
        if token.map is None or token.type not in ("inline", "heading_open"):
            continue
        first, last = token.map
        if not any(taken[first:last]):
            found.append((first, last, token.type == "heading_open"))
            taken[first:last] = [True] * (last - first)
    # What is no paragraph to Markdown (code, tables, raw HTML, rules) is kept line by line.
    found += [(at, at + 1, False) for at, done in enumerate(taken[:-1]) if not done]
    spans = [
        (trimmed(text, starts[first], min(starts[last], len(text))), heading)
        for first, last, heading in sorted(found)
    ]
    return [(span, heading) for span, heading in spans if span.end > span.start]


def _marks(text: str, span: Span, heading: bool, *, titled: bool) -> list[Block]:
    """Return the blocks that are certain: marks, images and rules as furniture, headings."""
    line = text[span.start : span.end]
    if _RULE.fullmatch(line):
        return [_furniture(span.start, span.end)]
    opening = (_HEADING_MARK if heading else _ITEM_MARK).match(line)
    images = _IMAGE.match(line)
    marks = []
    start, end = span
    for mark in (opening, images):
        if mark is not None:
            marks.append(_furniture(start, start + len(mark.group().rstrip())))
            start += mark.end()
    if heading and (closing := _HEADING_CLOSE.search(text, start, end)):
        marks.append(_furniture(trimmed(text, closing.start(), end).start, end))
        end = closing.start()
    if heading and end > start:
        kind: BlockKind = "subhead" if titled else "headline"
        rest = trimmed(text, start, end)
        marks.append(Block(start=rest.start, end=rest.end, kind=kind))
    return marks


def _furniture(start: int, end: int) -> Block:
    return Block(start=start, end=end, kind="furniture", why="markup")

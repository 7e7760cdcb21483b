"""A text to blocks: headline, subheads, datelines, captions, paragraphs, and furniture."""

from collections.abc import Sequence

from dragoman.documents.clues_of_last_resort import last_clues
from dragoman.documents.datemarks import read_date_mark
from dragoman.documents.edges import Trimmed, trim
from dragoman.documents.footer import read_footer
from dragoman.documents.header import read_datelines, read_header
from dragoman.documents.issues import issue_clues
from dragoman.documents.layout import Clue, Layout, Line
from dragoman.documents.lines import Span
from dragoman.documents.rules import Place, why_furniture
from dragoman.documents.words import count_words, ends_sentence, is_prose
from dragoman.record.nouns import Block, BlockKind

_LONGEST_HEADER = 30
_LONGEST_FOOTER = 40
_LONGEST_SUBHEAD = 14


def split(
    text: str,
    paragraphs: Sequence[Span],
    known: Sequence[Block] = (),
    title: str | None = None,
) -> Layout:
    """Return the blocks of `text` and what its lines say of the report itself.

    `paragraphs` are the spans of its paragraphs, `known` the blocks that markup has named (each
    within one paragraph), `title` the headline where it is given. The blocks lie in text order,
    do not overlap, and cover all of the paragraphs that is not white space.
    """
    prose = [i for i, span in enumerate(paragraphs) if _is_told(text, span, first=i == 0)]
    header = min(prose[1] if len(prose) > 1 else len(paragraphs), _LONGEST_HEADER)
    footer = max(prose[-2] if len(prose) > 1 else 0, len(paragraphs) - _LONGEST_FOOTER)
    lines = []
    marked = _by_paragraph(paragraphs, known)
    for index, span in enumerate(paragraphs):
        place = Place(first=index == 0, edge=index < header or index >= footer)
        lines.append(_line(text, span, marked[index], place, header=index < header))
    clues: list[Clue] = read_header(lines[:header], title)
    # A standfirst in a full sentence may stand above the paragraph with the dateline.
    clues += read_datelines(lines[: header + 1])
    clues += last_clues(lines)
    clues += issue_clues(lines[:header])
    clues += read_footer(lines[footer:], lines)
    _captions(lines, text)
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if line.open:
            line.settle(_body_kind(line, following))
    blocks = tuple(block for line in lines for block in line.blocks())
    return Layout(blocks, tuple(clues))


def _is_told(text: str, span: Span, *, first: bool) -> bool:
    """Whether a paragraph is prose and not a notice in full sentences."""
    line = text[span.start : span.end]
    return is_prose(line) and why_furniture(line, Place(first=first, edge=False)) is None


def _by_paragraph(paragraphs: Sequence[Span], known: Sequence[Block]) -> list[list[Block]]:
    marked: list[list[Block]] = [[] for _ in paragraphs]
    at = 0
    for block in sorted(known, key=lambda each: each.start):
        while at < len(paragraphs) and paragraphs[at].end <= block.start:
            at += 1
        if at < len(paragraphs):
            marked[at].append(block)
    return marked


def _line(text: str, span: Span, known: list[Block], place: Place, *, header: bool) -> Line:
    left = Trimmed(span)
    kind = None
    for block in known:
        if block.kind != "furniture":
            kind = block.kind
        elif block.start == left.span.start:
            left.take_head(text, block.end, block.why or "markup")
        elif block.end == left.span.end:
            left.take_tail(text, block.start, block.why or "markup")
    why = (
        None if kind == "headline" else why_furniture(text[left.span.start : left.span.end], place)
    )
    if why is None and kind is None and not (header and _is_date_line(text, left.span)):
        cut = trim(text, left.span, first=place.first, header=header)
        cut.taken = left.taken + cut.taken
        left = cut
    line = Line(text, left)
    if why is not None:
        line.settle("furniture", why)
    elif kind is not None:
        line.settle(kind)
    return line


def _is_date_line(text: str, span: Span) -> bool:
    mark = read_date_mark(text[span.start : span.end])
    return mark is not None and not mark.unknown


def _captions(lines: list[Line], text: str) -> None:
    """Settle lines with a photo credit, and those right above one, as captions."""
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if line.kind not in (None, "subhead"):
            continue
        credited = following is not None and following.why == "photo credit"
        if credited and following is not None:
            between = text[line.trimmed.span.end : following.trimmed.span.start]
            credited = between.count("\n") == 1
        # A full sentence above a credit may be the last paragraph above a picture.
        if line.trimmed.caption or (credited and not ends_sentence(line.text)):
            line.settle("caption")


def _body_kind(line: Line, following: Line | None) -> BlockKind:
    if line.dateline or line.text.endswith((".", ":", ";", ",", "…")) or following is None:
        return "paragraph"
    short = count_words(line.text) <= _LONGEST_SUBHEAD
    closed = line.text.rstrip("”\"’')").endswith((".", "!", "…"))
    return "subhead" if short and not closed and line.text[:1].isupper() else "paragraph"

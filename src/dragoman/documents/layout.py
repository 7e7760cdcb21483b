"""The paragraphs of a text on their way to blocks, and the clues their lines give."""

from typing import Literal, NamedTuple

from dragoman.documents.dates import Dated
from dragoman.documents.edges import Trimmed
from dragoman.documents.words import is_prose
from dragoman.record.nouns import Block, BlockKind


class Clue(NamedTuple):
    """What a line says of the report itself; of two clues the one with the lower rank counts.

    A `published` value is an ISO 8601 date, or "--MM-DD" where the year is not given; an `issue`
    the month or year of what the report stands in.
    """

    noun: Literal["title", "outlet", "published", "year", "issue"]
    value: str
    rank: int


class Line:
    """One paragraph: its text without edges, and what it was found to be."""

    def __init__(self, text: str, trimmed: Trimmed) -> None:
        self.source = text
        self.trimmed = trimmed
        self.text = text[trimmed.span.start : trimmed.span.end]
        self.kind: BlockKind | None = None
        self.why: str | None = None
        self.dateline = 0
        """How many characters at the head are the dateline."""

    @property
    def open(self) -> bool:
        """Whether nothing is known of the line yet."""
        return self.kind is None

    @property
    def prose(self) -> bool:
        """Whether the line is an ordinary paragraph as far as is known."""
        return self.kind in (None, "paragraph") and is_prose(self.text)

    def settle(self, kind: BlockKind, why: str | None = None) -> None:
        """Say what the line is."""
        self.kind, self.why = kind, why

    def cut_tail(self, length: int, why: str) -> None:
        """Keep the first `length` characters; what follows is furniture."""
        self.trimmed.take_tail(self.source, self.trimmed.span.start + length, why)
        self.text = self.text[:length].rstrip()

    def blocks(self) -> list[Block]:
        """Return the line's blocks in text order."""
        span = self.trimmed.span
        kind = self.kind or "paragraph"
        blocks = list(self.trimmed.taken)
        if self.dateline:
            end = span.start + len(self.text[: self.dateline].rstrip())
            blocks.append(Block(start=span.start, end=end, kind="dateline"))
            rest = self.text[self.dateline :]
            start = span.end - len(rest.lstrip())
            blocks.append(Block(start=start, end=span.end, kind=kind, why=self.why))
        elif span.end > span.start:
            blocks.append(Block(start=span.start, end=span.end, kind=kind, why=self.why))
        return sorted(blocks, key=lambda block: block.start)


class Layout(NamedTuple):
    """A text taken apart: its blocks in order, and the clues found on the way."""

    blocks: tuple[Block, ...]
    clues: tuple[Clue, ...]


def published(dates: "tuple[Dated, ...] | list[Dated]", rank: int) -> list[Clue]:
    """Return the clues of some dates, those whose day and month are known."""
    return [Clue("published", dated.iso, rank) for dated in dates if dated.iso is not None]

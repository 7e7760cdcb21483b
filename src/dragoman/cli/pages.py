"""Pages shown: headings, lines with hanging indents and their citations, none cut off."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.exporters._cells import Cell
from dragoman.record.plain import plain
from dragoman.store.views.pages import Line, Page, Section

BULLET = "•"


def page(shown: Page) -> RenderableType:
    """Return a page as a terminal shows it."""
    parts: list[RenderableType] = [Text(plain(shown.title), style="bold")]
    if shown.intro:
        parts.append(Text(plain(shown.intro)))
    for section in shown.sections:
        parts += [Text(), *_section(section)]
    return Group(*parts)


def page_cells(shown: Page) -> list[dict[str, Cell]]:
    """Return the lines of a page as rows of a CSV file."""
    return [
        {
            "section": section.heading,
            "line": ("  " * depth) + line.text,
            "cited": " ".join(line.citations),
            "id": line.item,
        }
        for section in shown.sections
        for top in section.lines
        for depth, line in _flat(top, 0)
    ]


def _flat(line: Line, depth: int) -> Iterator[tuple[int, Line]]:
    yield depth, line
    for below in line.under:
        yield from _flat(below, depth + 1)


def _section(section: Section) -> list[RenderableType]:
    parts: list[RenderableType] = [Text(plain(section.heading).upper(), style="bold")]
    if section.note:
        parts.append(Text(plain(section.note), style="italic"))
    return parts + [_line(line) for line in section.lines]


def _line(line: Line, depth: int = 0) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    words = Text(plain(line.text))
    for citation in line.citations:
        words.append(" ")
        words.append(plain(citation), style="dim")
    grid.add_row(Text("-" if depth else BULLET), words)
    parts: list[RenderableType] = [grid] + [_line(below, depth + 1) for below in line.under]
    return Padding(Group(*parts), (0, 0, 0, 2))

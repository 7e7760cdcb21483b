"""Tables of plain text on a terminal: as wide as it is, wrapped, nothing cut off."""

import io
import os
import sys
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.record.plain import plain

PIPED_WIDTH = 100
# One citation of a report of up to 99,999 characters, so that several stand below each other.
CITATION_WIDTH = 19
# What the main text keeps of the width, however much stands in the other columns.
MAIN_SHARE = 4
OTHER_WIDTH = 22
LEAST_WIDTH = 8
GAP = 2


def table(heads: Sequence[str], wide: str, rows: Sequence[Sequence[str]]) -> Table:
    """Return a table; the column `wide` takes the room that is left, a quarter where it can."""
    made = Table(box=None, expand=True, pad_edge=False, padding=(0, GAP, 0, 0))
    made.header_style = "bold"
    shown = [[plain(cell) for cell in row] for row in rows]
    widths = _widths(heads, wide, shown)
    for head in heads:
        if head == wide:
            made.add_column(head, ratio=1, overflow="fold")
        else:
            made.add_column(head, overflow="fold", width=widths[head])
    for row in shown:
        made.add_row(*map(Text, row))
    return made


def _widths(heads: Sequence[str], wide: str, rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return how wide the columns beside `wide` are, the widest narrowed until it has its share."""
    widths = {}
    for place, head in enumerate(heads):
        if head != wide:
            longest = max(map(cell_len, [head, *(row[place] for row in rows)]))
            widths[head] = min(longest, CITATION_WIDTH if head == "cited" else OTHER_WIDTH)
    room = width() - width() // MAIN_SHARE - GAP * len(widths)
    while sum(widths.values()) > room and max(widths.values()) > LEAST_WIDTH:
        # The citation is narrowed last: it is copied as one word.
        widest = max(
            widths,
            key=lambda head: (widths[head] > LEAST_WIDTH, head != "cited", widths[head]),
        )
        widths[widest] -= 1
    return widths


def rendered(what: RenderableType, *, styled: bool) -> str:
    """Return what a terminal would show; `styled` adds weight and colour where it has them."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width(),
        force_terminal=styled,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(what)
    return "".join(line.rstrip() + "\n" for line in stream.getvalue().splitlines())


def on_terminal() -> bool:
    """Say whether standard output is a terminal that shows styles."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return the columns there are: the terminal's, what COLUMNS says, or 100."""
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        return max(40, Console().width)
    return PIPED_WIDTH

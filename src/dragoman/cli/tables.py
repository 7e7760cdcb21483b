"""Tables of plain text on a terminal: as wide as it is, wrapped, nothing cut off."""

import io
import os
import sys
from collections.abc import Sequence

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.record.plain import plain

PIPED_WIDTH = 100
# One citation of a report of up to 99,999 characters, so that several stand below each other.
CITATION_WIDTH = 19


def table(heads: Sequence[str], wide: str, rows: Sequence[Sequence[str]]) -> Table:
    """Return a table; the column `wide` takes the room that is left."""
    made = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in heads:
        if head == wide:
            made.add_column(head, ratio=1, overflow="fold")
        else:
            most = CITATION_WIDTH if head == "cited" else 22
            made.add_column(head, overflow="fold", max_width=most)
    for row in rows:
        made.add_row(*(Text(plain(cell)) for cell in row))
    return made


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

"""Spans of a text marked: in bold reverse on a terminal, between >> and << elsewhere."""

from collections.abc import Sequence

from rich.text import Text

from dragoman.record.plain import plain

OPEN, CLOSE = ">>", "<<"
# What is shown of a long paragraph before the first mark and after the last, in code points.
AROUND = 300


def marked(text: str, marks: Sequence[tuple[int, int]], *, styled: bool) -> Text:
    """Return `text` plain, with its spans `marks` (in order, apart) set off."""
    first = marks[0][0] if marks else 0
    last = marks[-1][1] if marks else 0
    start, end = _from(text, first), _to(text, last)
    out = Text("… " if start else "")
    at = start
    for begin, stop in marks:
        if begin < at:
            continue
        out.append(kept(text[at:begin]))
        quote = kept(text[begin:stop])
        out.append(quote if styled else f"{OPEN}{quote}{CLOSE}", "bold reverse" if styled else None)
        at = stop
    out.append(kept(text[at:end]))
    return out.append(" …" if end < len(text) else "")


def kept(text: str) -> str:
    """Return `text` plain, with one space for white space at either end."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return f"{lead}{plain(text)}{tail}"


def _from(text: str, first: int) -> int:
    return 0 if first <= AROUND else text.find(" ", first - AROUND) + 1


def _to(text: str, last: int) -> int:
    if len(text) - last <= AROUND:
        return len(text)
    return max(last, text.rfind(" ", last, last + AROUND))

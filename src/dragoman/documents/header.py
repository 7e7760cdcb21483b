"""What stands above a report: outlet, date, headline, standfirst, writer."""

from collections.abc import Sequence

from dragoman.documents.biographies import is_credited_name, is_job, is_life, is_writer_name
from dragoman.documents.datelines import find_dateline
from dragoman.documents.datemarks import DateMark, read_date_mark
from dragoman.documents.layout import Clue, Line, published
from dragoman.documents.mastheads import (
    is_agency,
    is_letterhead,
    is_outlet,
    is_section,
    names_state,
    outlet_above_section,
    outlet_after_writer,
    outlet_in,
    outlet_name,
)
from dragoman.documents.rules import segments
from dragoman.documents.words import folded, is_name_like

RANK_LABEL, RANK_STAMP, RANK_DATELINE, RANK_UPDATE = 0, 1, 3, 4
RANK_MASTHEAD, RANK_BESIDE_DATE, RANK_SUFFIX, RANK_AGENCY, RANK_WIRE = 0, 1, 2, 4, 5

_LONGEST_TITLE = 32


def read_header(lines: Sequence[Line], title: str | None) -> list[Clue]:
    """Settle the lines of a header (down to the second paragraph) and return their clues.

    `title` is the headline where markup or a manifest gives it.
    """
    above = _above_prose(lines)
    clues: list[Clue] = []
    marks = {
        id(line): mark
        for line in lines
        if line.kind in (None, "furniture") and (mark := read_date_mark(line.text))
    }
    clues += _mastheads(above, marks)
    clues += _date_marks(lines, marks, above)
    _section_labels(above)
    clues += _headline(above, lines, title)
    _writers(lines)
    _agencies(above, clues)
    _standfirst(above)
    return clues


def _above_prose(lines: Sequence[Line]) -> list[Line]:
    """Return the lines above the first paragraph."""
    for index, line in enumerate(lines):
        if line.prose or (line.open and find_dateline(line.text)):
            return list(lines[:index])
    return list(lines)


def _mastheads(above: list[Line], marks: dict[int, DateMark]) -> list[Clue]:
    clues = []
    for index, line in enumerate(above):
        others = [other for other in above if other is not line and _may_be_title(other, marks)]
        if not line.open or id(line) in marks or not others:
            continue
        after = above[index + 1] if index + 1 < len(above) else None
        dated = after is not None and id(after) in marks
        outlet = _outlet(line.text, top=index == 0, dated=dated)
        if outlet is not None:
            line.settle("furniture", "outlet line")
            clues.append(Clue("outlet", outlet, RANK_BESIDE_DATE if index else RANK_MASTHEAD))
        elif (writer_of := outlet_after_writer(line.text)) is not None:
            line.settle("furniture", "byline")
            clues.append(Clue("outlet", writer_of, RANK_BESIDE_DATE))
    return clues + _letterheads(above, marks)


def _outlet(text: str, *, top: bool, dated: bool) -> str | None:
    outlet = outlet_in(text, beside=dated)
    if outlet is not None or not top or is_letterhead(text):
        return outlet
    if dated and is_name_like(text, 5) and not is_section(text):
        return outlet_name(text)
    return outlet_above_section(text)


def _letterheads(above: list[Line], marks: dict[int, DateMark]) -> list[Clue]:
    """Settle the lines at the very top that name the office which speaks."""
    clues = []
    titles = [line for line in above if line.open and _may_be_title(line, marks)]
    for line in above:
        if line.kind == "furniture" or is_section(line.text):
            continue
        if not (line.open and is_letterhead(line.text)) or line is titles[-1]:
            break
        line.settle("furniture", "letterhead")
        if not names_state(line.text):
            clues.append(Clue("outlet", outlet_name(line.text), RANK_SUFFIX))
    return clues


def _may_be_title(line: Line, marks: dict[int, DateMark]) -> bool:
    words = line.text.split()
    return (
        line.kind in (None, "headline")
        and id(line) not in marks
        and not line.trimmed.caption
        and not is_section(line.text)
        and not is_agency(line.text)
        and _LONGEST_TITLE >= len(words) >= (2 if line.text != line.text.upper() else 3)
        and not line.text.endswith((".", ":", ","))
    )


def _date_marks(lines: Sequence[Line], marks: dict[int, DateMark], above: list[Line]) -> list[Clue]:
    clues = []
    titles = [line for line in above if line.open and _may_be_title(line, marks)]
    for index, line in enumerate(lines):
        clues += published(line.trimmed.dates, RANK_STAMP)
        mark = marks.get(id(line))
        if mark is None:
            continue
        clues += published(mark.published, RANK_LABEL) + published(mark.updated, RANK_UPDATE)
        outlet = mark.outlet
        if mark.unknown and outlet is None:
            if _is_place(mark.unknown[0]) or line not in above:
                line.settle("dateline")
                continue
            if not titles:
                continue
            if index == 0:
                outlet = outlet_name(mark.unknown[0])
        line.settle("furniture", "date line")
        if outlet is not None:
            clues.append(Clue("outlet", outlet, RANK_BESIDE_DATE if index else RANK_MASTHEAD))
    return clues


def _is_place(name: str) -> bool:
    return "," in name or len(name.split()) == 1


def _section_labels(above: list[Line]) -> None:
    for line in above:
        if line.open and all(is_section(part) for part in segments(line.text)):
            line.settle("furniture", "section label")


def _headline(above: list[Line], lines: Sequence[Line], title: str | None) -> list[Clue]:
    head = _find_headline(above, title)
    if head is None:
        return []
    clues = []
    parts = segments(head.text)
    name = parts[-1] if len(parts) > 1 and head.text.rfind(parts[-1]) > 0 else ""
    barred = name and "|" in head.text
    if name and (is_outlet(name, beside=False) or (barred and is_name_like(name, 4))):
        clues.append(Clue("outlet", outlet_name(name), RANK_SUFFIX))
        head = _without_suffix(head, name, lines)
    head.settle("headline")
    for line in lines:
        if line is not head and line.open and folded(line.text) == folded(head.text):
            line.settle("furniture", "headline printed a second time")
    return [*clues, Clue("title", " ".join(head.text.split()), 0)]


def _find_headline(above: list[Line], title: str | None) -> Line | None:
    candidates = [line for line in above if line.kind == "headline"]
    open_lines = [line for line in above if line.open]
    if title is not None:
        candidates += [line for line in open_lines if folded(line.text) == folded(title)]
    candidates += [line for line in open_lines if line.trimmed.titled]
    candidates += [line for line in open_lines if _may_be_title(line, {})]
    return candidates[0] if candidates else None


def _without_suffix(head: Line, name: str, lines: Sequence[Line]) -> Line:
    """Return the headline without the outlet that a page title adds to it."""
    plain = head.text[: head.text.rfind(name)].rstrip(" |–—-·•/")
    for line in lines:
        if line is not head and line.open and folded(line.text) == folded(plain):
            head.settle("furniture", "page title")
            return line
    head.cut_tail(len(plain), "outlet")
    return head


def _writers(lines: Sequence[Line]) -> None:
    started = False
    for index, line in enumerate(lines):
        started = started or line.kind == "headline"
        if not (started and line.open):
            continue
        after = lines[index + 1 : index + 3]
        if is_writer_name(line.text) and after and after[0].open and is_job(after[0].text):
            for each in (line, after[0]):
                each.settle("furniture", "byline and biography")
            if len(after) > 1 and after[1].open and is_life(after[1].text, line.text):
                after[1].settle("furniture", "byline and biography")
        elif is_credited_name(line.text) or _above_date(line, after):
            line.settle("furniture", "byline")


def _above_date(line: Line, after: Sequence[Line]) -> bool:
    plain = is_writer_name(line.text) and len(segments(line.text)) == 1
    return plain and bool(after) and after[0].why == "date line"


def _agencies(above: list[Line], clues: list[Clue]) -> None:
    for line in above:
        if line.open and is_agency(line.text):
            line.settle("furniture", "agency line")
            clues.append(Clue("outlet", line.text.strip(" ()[]-–—."), RANK_AGENCY))


def _standfirst(above: list[Line]) -> None:
    started = False
    for line in above:
        started = started or line.kind == "headline"
        if started and line.open and not line.text.endswith((".", ":")):
            line.settle("caption" if line.trimmed.caption else "subhead")


def read_datelines(lines: Sequence[Line]) -> list[Clue]:
    """Tell the datelines at the head of the first paragraphs, and return their clues."""
    clues = []
    for line in lines:
        found = find_dateline(line.text) if line.open else None
        if found is None:
            continue
        line.dateline = found.end
        clues += published([found.date] if found.date else [], RANK_DATELINE)
        clues += [Clue("outlet", found.wire, RANK_WIRE)] if found.wire else []
    return clues

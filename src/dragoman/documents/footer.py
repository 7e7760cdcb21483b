"""What stands below a report: writers' lives, lists of other articles, where it was printed."""

from collections.abc import Sequence

from dragoman.documents.biographies import is_closing_biography, is_heading
from dragoman.documents.datemarks import read_date_mark
from dragoman.documents.layout import Clue, Line, published
from dragoman.documents.mastheads import is_agency, outlet_name
from dragoman.documents.notices import copyright_of, printed_in, source_of

RANK_PRINTED, RANK_LATE_DATE, RANK_COPYRIGHT, RANK_SOURCE, RANK_SIGN_OFF = 2, 2, 3, 4, 6


def read_footer(lines: Sequence[Line], body: Sequence[Line]) -> list[Clue]:
    """Settle the last `lines` of a report and return their clues; `body` is all of its lines."""
    clues: list[Clue] = []
    for line in lines:
        mark = read_date_mark(line.text) if line.kind in (None, "furniture") else None
        if mark is not None and not mark.unknown:
            line.settle("furniture", "publication line")
            clues += published(mark.published + mark.updated, RANK_LATE_DATE)
            if mark.outlet is not None:
                clues.append(Clue("outlet", mark.outlet, RANK_PRINTED))
        elif line.open and is_agency(line.text):
            line.settle("furniture", "agency line")
            clues.append(Clue("outlet", outlet_name(line.text.strip(" ()[].")), RANK_SIGN_OFF))
        clues += _notices(line)
    _biographies(lines, body)
    _link_lists(lines)
    return clues


def _notices(line: Line) -> list[Clue]:
    if line.kind != "furniture":
        return []
    clues = []
    if (owner := copyright_of(line.text)) is not None:
        name, year = owner
        clues += [Clue("outlet", name, RANK_COPYRIGHT)] if name else []
        clues += [Clue("year", year, RANK_COPYRIGHT)] if year else []
    if (printed := printed_in(line.text)) is not None:
        clues.append(Clue("outlet", printed, RANK_PRINTED))
    if (source := source_of(line.text)) is not None:
        clues.append(Clue("outlet", source, RANK_SOURCE))
    return clues


def _biographies(lines: Sequence[Line], body: Sequence[Line]) -> None:
    headed = False
    for line in lines:
        if line.open and is_heading(line.text):
            line.settle("furniture", "biography")
            headed = True
        elif line.open and (headed or is_closing_biography(line.text, _told(body, line))):
            line.settle("furniture", "biography")
            headed = False


def _told(body: Sequence[Line], but: Line) -> str:
    return "\n".join(line.text for line in body if line is not but and line.kind != "furniture")


def _link_lists(lines: Sequence[Line]) -> None:
    """Lines without a full stop below a heading such as “Related stories”, down to the end."""
    for index, line in enumerate(lines):
        below = lines[index + 1 :]
        if line.why != "link to another article" or any(other.prose for other in below):
            continue
        for other in below:
            if other.open and not other.text.endswith("."):
                other.settle("furniture", "link to another article")
        return

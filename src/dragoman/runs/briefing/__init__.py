"""Briefs on two pages, written as Markdown, HTML, Word or PDF."""

from collections.abc import Callable
from typing import get_args

from dragoman.record.errors import QueryInvalid
from dragoman.runs.briefing.formats import Format
from dragoman.store.views.brief.paper import Paper

__all__ = ["FORMATS", "Format", "format_of", "written"]

FORMATS: tuple[Format, ...] = get_args(Format)


def written(made: Paper, form: Format) -> bytes:
    """Return a paper in a format; the same paper gives the same bytes.

    Raises ExtraMissing where `docx` or `pdf` lack their library.
    """
    return _writer(form)(made)


def format_of(name: str | None, suffix: str) -> Format | None:
    """Return the format asked for by name, else by the ending of the file to write.

    None where neither says so. Raises QueryInvalid for a name that is none.
    """
    wanted = name or suffix.lstrip(".").lower()
    for one in FORMATS:
        if one == wanted:
            return one
    if name:
        raise QueryInvalid(f"--format {name} is none of {', '.join(FORMATS)}")
    return None


def _writer(form: Format) -> Callable[[Paper], bytes]:
    if form == "md":
        from dragoman.runs.briefing.markdown import write
    elif form == "html":
        from dragoman.runs.briefing.html import write
    elif form == "docx":
        from dragoman.runs.briefing.docx import write
    else:
        from dragoman.runs.briefing.pdf import write
    return write

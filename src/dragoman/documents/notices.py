"""What copyright, source and publication lines say of the outlet."""

import re

from dragoman.documents.mastheads import outlet_name
from dragoman.documents.words import is_name_like

_YEAR = r"(?P<year>(?:19|20)\d{2})(?:\s*[-–]\s*(?:19|20)?\d{2})?"
_SIGN = r"(?:©|\(c\)|copyright|\s)+(?:by\s+)?"
_RIGHTS = r"(?=[.,;|·•–—-]|\s+all\s+rights|\s+ltd|\s+inc|\s+limited|$)"
_OWNERS = (
    re.compile(
        rf"\s*{_SIGN}{_YEAR}[\s,]*(?:by\s+)?(?P<name>[^.,;|·•–—\d]{{2,60}}?){_RIGHTS}", re.I
    ),
    re.compile(rf"\s*{_SIGN}(?P<name>[^.,;|·•–—\d]{{2,60}}?)[\s,]*{_YEAR}", re.I),
    re.compile(rf"\s*(?P<name>[^.,;|·•–—\d]{{2,60}}?)\s*(?:©|\(c\))\s*{_YEAR}", re.I),
    re.compile(rf"\s*{_SIGN}{_YEAR}", re.I),
)
_PRINTED = re.compile(
    r"(?:this (?:article|story|piece|column|op-ed|commentary|interview) )?(?:was |has been )?"
    r"(?:first |originally )*(?:re-?)?(?:published|appeared|printed|posted)"
    r" (?:first )?(?:in|on|by|at) (?-i:the )?"
    r"(?P<name>[^.;|\d]{2,60}?)(?=[.,;|]|\s+on\s|\s+under\s|$)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"[\[(–—-]*\s*(?:source|agency|via)\s*:\s*(?P<name>[^.,;|]{2,60}?)[\])]*\.?", re.I
)
_MOST_WORDS = 7


def copyright_of(text: str) -> tuple[str | None, str | None] | None:
    """Return the owner and the year a copyright line names, each None if it does not."""
    for pattern in _OWNERS:
        match = pattern.match(text)
        if match is None:
            continue
        name = match.groupdict().get("name")
        if name is None:
            return None, match["year"]
        if is_name_like(name, _MOST_WORDS):
            return outlet_name(name), match["year"]
    return None


def printed_in(text: str) -> str | None:
    """Return the outlet of a line such as “Published in …”, “First published by …”."""
    return _name(_PRINTED.match(text))


def source_of(text: str) -> str | None:
    """Return the outlet of a line such as “Source: …”."""
    return _name(_SOURCE.fullmatch(text))


def _name(match: re.Match[str] | None) -> str | None:
    if match is None or not is_name_like(match["name"], _MOST_WORDS):
        return None
    return outlet_name(match["name"])

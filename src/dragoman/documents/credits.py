"""Credits that stand after the last sentence of a paragraph, often without a space."""

import re
from functools import cache
from typing import NamedTuple

from dragoman.documents.lines import Span
from dragoman.documents.words import alternatives, is_name_like, words_of

_MOST_WORDS = 12
_LONGEST = 120

# A credit follows a closed sentence; what follows “historic” alone may be a headline's own words.
_CLOSED = '(?:(?<=[.!?…])|(?<=[.!?…][”"’)\\]]))'


class Credit(NamedTuple):
    """Where a credit begins, what it is, and whether it says that the paragraph is a caption."""

    start: int
    why: str
    caption: bool


def find_credit(text: str, span: Span) -> Credit | None:
    """Return the last credit at the end of the paragraph `span`, or None."""
    low = max(span.start, span.end - _LONGEST)
    for why, pattern in _patterns():
        match = pattern.search(text, low, span.end)
        if match is None or match.start() <= span.start:
            continue
        names = match.groupdict().get("names")
        if names is None or is_name_like(names, _MOST_WORDS):
            return Credit(match.start(), why, why == "photo credit")
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lists = words_of("edges")
    bare, named = alternatives(lists["bare_credits"]), alternatives(lists["credit_words"])
    agencies = words_of("outlets")["agencies"]
    agency = alternatives({*agencies, *(name.upper() for name in agencies)})
    owner = alternatives(lists["picture_owners"] + agencies)
    code = rf"(?:{agency}|[A-Z]{{2,6}})"
    names = r"(?P<names>[^.!?]+?\.?)[\])]*$"
    photo = (
        # “… in the capital.Screengrab”, “… in the capital. (Handout)”
        rf"{_CLOSED}(?:\s*[\[(]\s*(?i:{bare})\s*[\])]|(?i:{bare}))\.?$",
        # “….Courtesy: Ministry”, “…. Credit: AFP”, “… (Photo: Jane Doe/AFP)”
        rf"(?:{_CLOSED}\s*|\s+(?=[\[(])|\s+[|–—-]\s*)[\[(]?\s*(?i:{named})\s*[:|/]\s*{names}",
        # “… at the palaceCourtesy: Ministry”: glued, told by the capital.
        rf"(?<=[a-z\d])(?:Photo|Image|Credit|Courtesy|Picture)(?:\s+by)?\s*:\s*{names}",
        # “… (Photo by Jane Doe/AFP via Getty Images)”
        rf"\s*[\[(](?i:(?:{named})\s+(?:by|courtesy|via|from|of)\s+)(?P<names>[^\])]+)[\])]\.?$",
        # “… (AP Photo/Jane Doe)”
        rf"\s*[\[(](?:{agency})\s+(?i:(?:file )?photo|image)"
        r"(?:\s*/\s*(?P<names>[^\])]+))?[\])]\.?$",
        # “… [Jane Doe/Reuters]”
        rf"\s*[\[(](?P<names>[^\])/|]+)[/|]\s*(?i:{owner})(?:[ /,].{{0,40}})?[\])]\.?$",
        # “… [Reuters/Jane Doe]”
        rf"\s*[\[(](?:{agency}|(?i:{owner}))\s*/\s*(?P<names>[^\])/|]+)[\])]\.?$",
    )
    sign_off = (
        # “… he said. (Reuters)”
        rf"{_CLOSED}\s*[\[(](?:{agency})(?:(?:[/,; ]+|\s+and\s+)(?:{agency}))*[\])]\.?$",
        # “… he said.—AFP”, “… he said. – Bernama”, “… he said. /TASS/”
        rf"{_CLOSED}\s*(?:[-–—|]+\s*|/){code}(?:/{code})*/?$",
        # “… he said. EFE”
        rf"{_CLOSED}\s+(?:{agency})$",
        # “… in the capital.Reuters”: glued, so it can be no sentence.
        rf"{_CLOSED}(?:{agency})(?:/[^\s.]+(?:\s[^\s.]+){{0,3}})?$",
    )
    closing = (
        rf"{_CLOSED}\s*[\[(–—#-]+\s*(?i:end|ends)\s*[\])–—#-]*$",
        rf"{_CLOSED}\s*(?:ENDS?|Enditem)$",
    )
    return tuple(
        (why, re.compile(pattern))
        for why, group in (
            ("photo credit", photo),
            ("agency line", sign_off),
            ("end mark", closing),
        )
        for pattern in group
    )

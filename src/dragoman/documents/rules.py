"""Lines that are furniture as a whole, by the rules of `data/furniture.yaml`."""

import re
from functools import cache
from typing import NamedTuple

from dragoman.documents.words import bare_words, is_name_like, word_set, words_of

_LONGEST = 700
_MOST_NAMES = 30
_LIST_MARK = re.compile(r"^(?:[-*•▪●■►▶»→›>·]+\s+)+(?=\S)")
_SEPARATORS = re.compile(r"\s*[·•|¦]\s*|\s+[-–—/]\s+|;\s*|\s{2,}|\t+|(?<=[a-z)\d]\.)\s+(?=[A-Z©])")


class Rule(NamedTuple):
    """One rule: what it marks, where it holds, and its pattern."""

    why: str
    zone: str
    open: bool
    max_words: int
    pattern: re.Pattern[str]


class Place(NamedTuple):
    """Where a line stands: whether it is the first, and whether near the top or the end."""

    first: bool
    edge: bool


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order of the file, one for each pattern."""
    return tuple(
        Rule(
            entry["why"],
            entry["zone"],
            entry.get("open") == "true",
            int(entry["max_words"]),
            re.compile(pattern, re.IGNORECASE),
        )
        for entry in words_of("furniture")["rules"]
        for pattern in entry["patterns"]
    )


def why_furniture(text: str, place: Place) -> str | None:
    """Return what makes a whole line furniture, or None if it is not.

    A line of several parts, set apart by bars, dots or wide gaps, is furniture if every part is.
    """
    if len(text) > _LONGEST:
        return None
    why = _why(text, place)
    if why is not None:
        return why
    parts = segments(text)
    reasons = [_why(part, place) for part in parts]
    return reasons[0] if len(parts) > 1 and all(reasons) else None


def segments(text: str) -> list[str]:
    """Return the parts of a header or footer line, as bars, dots and wide gaps set them apart."""
    return [part for part in _SEPARATORS.split(text) if part.strip()]


def _why(text: str, place: Place) -> str | None:
    line = " ".join(_LIST_MARK.sub("", text).split())
    line = line.strip("*_") or line
    count = len(line.split())
    if _is_share_row(line):
        return "share line"
    for rule in rules():
        if count > rule.max_words or not _holds(rule.zone, place):
            continue
        if rule.open and line.endswith(".") and not line.endswith("..."):
            continue
        match = rule.pattern.fullmatch(line)
        if match and _names_fit(match):
            return rule.why
    return None


def _holds(zone: str, place: Place) -> bool:
    if zone == "below":
        return not place.first
    return zone == "anywhere" or place.edge


def _names_fit(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    names, credited = groups.get("names"), groups.get("credits")
    if names is not None and not is_name_like(names, _MOST_NAMES):
        return False
    if credited is None:
        return True
    spare = word_set("furniture", "credit_words")
    kept = [word for word in credited.split() if not spare.issuperset(bare_words(word))]
    return not kept or is_name_like(" ".join(kept), _MOST_NAMES)


def _is_share_row(line: str) -> bool:
    words = bare_words(line)
    strong, weak = word_set("furniture", "share_words"), word_set("furniture", "share_more")
    return (
        0 < len(words) <= 20
        and any(word in strong for word in words)
        and all(word in strong or word in weak or word.isdigit() for word in words)
    )

"""What the head of a report tells of its own day where it gives no full date."""

import re

from spacy.tokens import Doc

from dragoman.readers.english.times.vocabulary import build, month_number, weekday_number

_HEAD_KINDS = ("furniture", "dateline", "headline", "subhead")
_HEAD = 600
_APART = re.compile(r"\s[–—|/-]\s|,\s")
_SLASHED = re.compile(r"(?<![\w/])(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/(\d{4})(?![\w/])")


def told_of_own_day(doc: Doc) -> tuple[str, ...]:
    """Return day and month ("--MM-DD") and weekday ("-W-3") of a dateline or line of the head.

    Nothing where the report has a full date, or the head names several days.
    """
    published = doc._.published
    if published is not None and len(published) == len("2025-07-09"):
        return ()
    head = "\n".join(_head(doc))
    found = [
        *_either_way(head),
        *_only({_month_day(m) for m in _DAY.finditer(head)}),
        *_only({f"-W-{weekday_number(m['weekday'])}" for m in _WEEKDAY.finditer(head)}),
    ]
    return tuple(found)


def _head(doc: Doc) -> list[str]:
    """Return the dateline and the lines above it; of headlines what stands apart at their end."""
    lines = []
    for block in doc._.report.blocks:
        if block.kind not in _HEAD_KINDS or block.start > _HEAD:
            break
        written = doc._.report.text[block.start : block.end]
        if block.kind in ("furniture", "dateline"):
            lines.append(written)
        elif _APART.search(written):
            lines.append(_APART.split(written)[-1])
        if block.kind == "dateline":
            break
    return lines


def _either_way(head: str) -> list[str]:
    """Return both days that a date of two small numbers may be: 4/5/2024."""
    written = {found.groups() for found in _SLASHED.finditer(head)}
    if len(written) != 1:
        return []
    first, second, year = written.pop()
    return [f"{year}-{int(m):02}-{int(d):02}" for m, d in ((second, first), (first, second))]


def _only(values: set[str]) -> list[str]:
    return list(values) if len(values) == 1 else []


def _month_day(found: re.Match[str]) -> str:
    month = month_number(found["m1"] or found["m2"])
    return f"--{month:02}-{int(re.sub(r'[^0-9]', '', found['d1'] or found['d2'])):02}"


_DAY = build(r"(?:{day:d1}(?: of)? {monthish:m1}|{monthish:m2} {day:d2})")
_WEEKDAY = build(r"{weekdayish:weekday}")

"""A record whose every free text tries something, made from the coverage of the tests."""

from itertools import count
from typing import Any

import msgspec

from dragoman.record.nouns import Mention

TEXTS = (
    '=HYPERLINK("javascript:alert(1)","click")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "bell \x07, escape \x1b[31m, null \x00, next line \x85",
    "\u202etxt.exe \u2066isolated",
    "a,b;c\\n\r\nEND:VEVENT\nBEGIN:VEVENT\rUID:forged",
    "}} , } @article{forged, title = {x}} % $ # _ ~ ^ \\input{x}",
    "ER  - \nTY  - BOOK\nTI  - forged",
    "]]></data><script>alert(1)</script>&amp;'\"",
    "not characters \ufffe \uffff, astral \U0001f400",
    "javascript:alert(1)",
    "line separator \u2028 and paragraph separator \u2029",
    "long " + "w" * 40_000,
)
_FREE = frozenset(
    [
        "name",
        "title",
        "subject",
        "quote",
        "source",
        "measure",
        "unit",
        "reason",
        "outlet",
        "url",
        "file",
        "cue",
        "trigger",
        "date_reason",
        "due_state",
        "drift",
    ]
)


def hostile(item: Any) -> Any:
    """Return a struct, or a tuple of them, with hostile words in every field of free text."""
    return _turned(item, count())


def _turned(item: Any, turn: Any) -> Any:
    if isinstance(item, tuple):
        return tuple(_turned(one, turn) for one in item)
    if not isinstance(item, msgspec.Struct):
        return item
    changed = {}
    for field in item.__struct_fields__:
        value = getattr(item, field)
        if (field in _FREE or field == "value") and isinstance(value, str):
            changed[field] = TEXTS[next(turn) % len(TEXTS)]
        elif field == "names":
            changed[field] = TEXTS
        elif isinstance(value, tuple | msgspec.Struct):
            changed[field] = _turned(value, turn)
    if isinstance(item, Mention):
        changed["end"] = item.start + len(changed["quote"])
    return msgspec.structs.replace(item, **changed)

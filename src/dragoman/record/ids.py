"""Stable ids: a hash of a JSON array that opens with a recipe version, never of joined strings."""

import hashlib
import json
from collections.abc import Iterable

from dragoman.record.nouns import Mention

RECIPE = 1
PREFIX = {
    "report": "r",
    "entity": "e",
    "event": "v",
    "commitment": "c",
    "statement": "s",
    "figure": "f",
    "disagreement": "d",
    "working": "w",
    "decision": "k",
    "explained": "x",
    "series": "q",
}


def stable_id(noun: str, *parts: str | int | float | None) -> str:
    """Return the id of a `noun` (a key of PREFIX) from its parts: a letter and 12 hex digits.

    The same parts give the same id on every machine. Raises KeyError for an unknown noun.
    """
    array = json.dumps([RECIPE, noun, *parts], ensure_ascii=False, separators=(",", ":"))
    return PREFIX[noun] + hashlib.sha256(array.encode()).hexdigest()[:12]


def report_id(raw: bytes) -> str:
    """Return the id of a report from its bytes as they came."""
    return stable_id("report", hashlib.sha256(raw).hexdigest())


def first_mention(mentions: Iterable[Mention]) -> Mention:
    """Return the mention an id is made from: least by report, start and end.

    The choice does not depend on the order in which reports were read.
    """
    return min(mentions, key=lambda m: (m.report, m.start, m.end))

"""What a model wrote to rows: each is checked by itself, so that one bad row costs itself alone."""

import json
import re
import zlib
from collections.abc import Iterator
from typing import Any

import msgspec
from pydantic_core import from_json

from dragoman.readers.llm.answers import ROWS
from dragoman.readers.llm.refusals import NOT_IN_FORM, VALUE_LEFT_OUT
from dragoman.record.nouns import Quarantined

MOST_ROWS = 500
"""What is read of one layer of an answer; more than a chunk can hold is a model gone in circles."""

_CIRCLES = 12
_FIELD = re.compile(r"`\$\.([a-z]+)")


class Rows(msgspec.Struct):
    """Rows by layer, and what was not kept."""

    layers: dict[str, list[Any]]
    quarantined: list[Quarantined]


class NotJson(Exception):
    """No JSON object stands in the answer."""


def parsed(content: str, *, cut_off: bool) -> Rows:
    """Return the rows of an answer. Of one that was cut off, those that are whole.

    Thoughts, fences and words around the object are passed over. Raises NotJson.
    """
    answer = _object(re.sub(r"(?s)\A\s*<think>.*?</think>", "", content), cut_off=cut_off)
    rows = Rows(layers={layer: [] for layer in ROWS}, quarantined=[])
    for layer in ROWS:
        given = answer.get(layer)
        listed = given if isinstance(given, list) else []
        if given is not None and not isinstance(given, list):
            rows.quarantined.append(_refused(layer, given, f"{NOT_IN_FORM}: no list"))
        for row in listed[:MOST_ROWS]:
            kept = _row(layer, row, rows.quarantined)
            if kept is not None:
                rows.layers[layer].append(kept)
        for row in listed[MOST_ROWS:]:
            rows.quarantined.append(_refused(layer, row, f"more than {MOST_ROWS} rows"))
    return rows


def in_circles(content: str) -> bool:
    """Say whether an answer says the same over and over: its second half packs to next to nothing.

    The measure is Whisper's (Radford et al. 2022), which drops what zlib packs too well; rows of
    JSON are alike by nature, so the bound is wider.
    """
    half = content[len(content) // 2 :].encode("utf-8", "replace")
    return len(half) > _CIRCLES * len(zlib.compress(half))


def _row(layer: str, row: Any, quarantined: list[Quarantined]) -> Any | None:
    """Return the row in its form; an optional value that does not fit is left out of it."""
    form = ROWS[layer]
    optional = {f.name for f in msgspec.structs.fields(form) if not f.required}
    left = dict(row) if isinstance(row, dict) else row
    while True:
        try:
            return msgspec.convert(left, form)
        except msgspec.ValidationError as error:
            at = _FIELD.search(str(error))
            if at is None or at[1] not in optional or at[1] not in left:
                quarantined.append(_refused(layer, row, f"{NOT_IN_FORM}: {error}"))
                return None
            # A list may stand as null, which is no fault worth counting.
            if left.pop(at[1]) is not None:
                quarantined.append(_refused(layer, row, f"{VALUE_LEFT_OUT}: {at[1]}"))


def _refused(layer: str, row: Any, reason: str) -> Quarantined:
    quote = row.get("quote") if isinstance(row, dict) else None
    names = row.get("names") if isinstance(row, dict) else None
    told = quote or (names[0] if isinstance(names, list) and names else "")
    return Quarantined(
        layer=layer, quote=tidy(told) if isinstance(told, str) else "", reason=reason
    )


def tidy(text: str, most: int = 300) -> str:
    """Return words of a model on one line, without what cannot be stored, and not endless."""
    line = " ".join(text.encode("utf-8", "ignore").decode().split())
    return line if len(line) <= most else f"{line[:most]}…"


def _object(content: str, *, cut_off: bool) -> dict[str, Any]:
    for start in _openings(content):
        try:
            found, _ = json.JSONDecoder(parse_constant=_nothing).raw_decode(content, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) and found.keys() & ROWS.keys():
            return found
    if cut_off and "{" in content:
        try:
            found = from_json(content[content.index("{") :], allow_partial=True)
        except ValueError:
            found = None
        if isinstance(found, dict):
            return found
    raise NotJson


def _openings(content: str) -> Iterator[int]:
    """Yield the first places where an object may begin."""
    for tried, match in enumerate(re.finditer(r"\{", content)):
        if tried == 20:
            return
        yield match.start()


def _nothing(_: str) -> None:
    """Let NaN and Infinity, which are no JSON, cost their row and not the answer."""

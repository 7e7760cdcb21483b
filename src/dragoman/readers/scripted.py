"""A reader for tests: it says what was prepared for it, in the published form of the record.

The environment variable DRAGOMAN_SCRIPT names a JSON file in that form, an answer key for
instance. A report gets the items that have evidence in a report of the script with its file name.
A mention needs its quote only; `start`, else `occurrence`, tells which one is meant. Mentions
whose quote the report does not hold are left out, and items left without any.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

import msgspec

from dragoman.record.errors import ReaderNotFound
from dragoman.record.nouns import Reading, Report

VARIABLE = "DRAGOMAN_SCRIPT"
NOUNS = ("entities", "roles", "events", "commitments", "statements", "figures")
Item = dict[str, Any]


def reader() -> "ScriptedReader":
    """Return the reader for the script that DRAGOMAN_SCRIPT names. Raises ReaderNotFound."""
    name = os.environ.get(VARIABLE)
    if not name:
        raise ReaderNotFound(f"the scripted reader needs a script: set {VARIABLE} to a JSON file")
    try:
        return ScriptedReader(Path(name).read_bytes())
    except (OSError, msgspec.DecodeError) as error:
        raise ReaderNotFound(f"the script {name} cannot be read ({error})") from error


class ScriptedReader:
    """Gives prepared readings. `version` is made from the script, so a changed one reads anew."""

    name = "scripted"

    def __init__(self, script: bytes) -> None:
        self.version = hashlib.sha256(script).hexdigest()[:12]
        self._script: dict[str, list[Item]] = msgspec.json.decode(script)

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield what the script says of each report."""
        for report in reports:
            yield self._reading(report)

    def _reading(self, report: Report) -> Reading:
        keys = {
            row["id"]
            for row in self._script.get("reports", ())
            if PurePath(row["file"]).name == PurePath(report.file).name
        }
        kept = {noun: list(self._kept(noun, report, keys)) for noun in NOUNS}
        known = {row["id"] for noun in NOUNS for row in kept[noun] if "id" in row}
        said = {noun: [_with_known(row, known) for row in kept[noun]] for noun in NOUNS}
        said["roles"] = [row for row in said["roles"] if row["person"]]
        header = {"report": report.id, "reader": self.name, "version": self.version}
        return msgspec.convert(header | said, Reading)

    def _kept(self, noun: str, report: Report, keys: set[str]) -> Iterator[Item]:
        for row in self._script.get(noun, ()):
            mentions = [m for m in row.get("mentions", ()) if m["report"] in keys]
            placed = [found for m in mentions if (found := _placed(m, report)) is not None]
            if placed:
                yield {key: row[key] for key in row if row[key] is not None} | {"mentions": placed}


def _placed(mention: Item, report: Report) -> Item | None:
    quote = mention["quote"]
    starts = [match.start() for match in re.finditer(re.escape(quote), report.text)]
    if not starts:
        return None
    if "occurrence" in mention:
        start = starts[min(mention["occurrence"], len(starts)) - 1]
    else:
        start = min(starts, key=lambda at: abs(at - mention.get("start", 0)))
    place = {"report": report.id, "start": start, "end": start + len(quote), "quote": quote}
    return place | ({"form": mention["form"]} if mention.get("form") else {})


def _with_known(row: Item, known: set[str]) -> Item:
    """Return the row without references to what this report does not mention."""
    out = dict(row)
    for field in ("actors", "recipients", "by", "to", "speakers"):
        if field in out:
            out[field] = [entity for entity in out[field] if entity in known]
    for field in ("person", "organization", "place", "speaker", "via", "within"):
        if field in out and out[field] not in known:
            out[field] = None
    # What follows up a commitment is for linking to find.
    out.pop("follow_ups", None)
    return out

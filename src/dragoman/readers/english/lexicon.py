"""Word lists and frames: data files that ship with the reader, extended from an analyst's folder.

A file `NAME` of a component is read from the package and, where the environment variable
DRAGOMAN_CONFIG names a folder that holds `english/NAME`, from there too: rows of a table are
added, keys of a YAML mapping are merged one level deep (lists are joined).
"""

import csv
import os
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

CONFIG = "DRAGOMAN_CONFIG"


def _texts(room: str, name: str) -> Iterator[str]:
    yield (files(f"dragoman.readers.english.{room}") / "data" / name).read_text(encoding="utf-8")
    folder = os.environ.get(CONFIG)
    if folder:
        own = Path(folder) / "english" / name
        if own.is_file():
            yield own.read_text(encoding="utf-8")


@cache
def table(room: str, name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `room`/data/`name`, a tab-separated file with `#` comments on top."""
    rows: list[dict[str, str]] = []
    for text in _texts(room, name):
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        rows += csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(rows)


@cache
def mapping(room: str, name: str) -> dict[str, Any]:
    """Return `room`/data/`name`, a YAML mapping."""
    import yaml

    merged: dict[str, Any] = {}
    for text in _texts(room, name):
        for key, value in (yaml.safe_load(text) or {}).items():
            known = merged.get(key)
            if isinstance(known, list) and isinstance(value, list):
                merged[key] = known + value
            elif isinstance(known, dict) and isinstance(value, dict):
                merged[key] = {**known, **value}
            else:
                merged[key] = value
    return merged

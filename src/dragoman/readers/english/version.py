"""Which reader read: a number raised with the code, and a digest of what else decides."""

import hashlib
import os
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.readers.english.lexicon import CONFIG

RECIPE = "2"
"""Raised whenever a change of code changes what is read."""

SUMS = "SHA256SUMS"
MODELS = ("pipeline", "joint")


def version(pipeline_name: str | None = None) -> str:
    """Return the version of a reading: it differs where weights, word lists or pipeline differ.

    The weights count by their checksums; an analyst's own lists count too.
    """
    total = hashlib.sha256()
    total.update((pipeline_name or "").encode())
    for path, content in sorted(_deciding()):
        total.update(path.encode() + b"\0" + content + b"\0")
    return f"{RECIPE}+{total.hexdigest()[:8]}"


def _deciding() -> list[tuple[str, bytes]]:
    room = files("dragoman.readers.english")
    found = [
        (f"{model} weights", (room / model / "weights" / SUMS).read_bytes()) for model in MODELS
    ]
    for folder in room.iterdir():
        data = folder / "data"
        if folder.is_dir() and data.is_dir():
            found += [
                (f"{folder.name}/{f.name}", f.read_bytes()) for f in data.iterdir() if _is_list(f)
            ]
    own = Path(os.environ.get(CONFIG) or "/nonexistent") / "english"
    if own.is_dir():
        found += [(f"own/{f.name}", f.read_bytes()) for f in own.iterdir() if f.is_file()]
    return found


def _is_list(path: Traversable) -> bool:
    return path.name.endswith((".yaml", ".tsv"))

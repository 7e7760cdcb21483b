"""An answer key against what we make of its reports, or against an export."""

import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import msgspec

from dragoman.record.errors import KeyInvalid, PathMissing
from dragoman.runs.evaluation import Scores, evaluate
from dragoman.runs.exporting import export
from dragoman.runs.opening import open_record
from dragoman.runs.outcome import Outcome, Watcher
from dragoman.runs.reading import Order, Pick, read

TEXTS = (".txt", ".md", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The scores, and what came of reading the reports, where they were read for it."""

    scores: Scores
    outcome: Outcome | None = None


def evaluate_key(
    key: Path, texts: Path, watcher: Watcher, *, given: Path | None = None, pick: Pick | None = None
) -> Evaluated:
    """Score an export against `key`; the reports lie in the folder `texts` or below it.

    The export is `given`, or made now: the key's reports are read into a record that is thrown
    away. Raises PathMissing and KeyInvalid, and RecordInvalid for an export that is none.
    """
    wanted = _document(key)
    files = _files(texts)
    outcome = None
    if given is not None:
        exported = _document(given)
    else:
        exported, outcome = _made(_reports(wanted, files, key), watcher, pick or Pick())
    raw = {name: path.read_text(encoding="utf-8", errors="replace") for name, path in files.items()}
    return Evaluated(evaluate(wanted, exported, raw), outcome)


def _made(paths: list[Path], watcher: Watcher, pick: Pick) -> tuple[dict[str, Any], Outcome]:
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "evaluation.db"
        outcome = read(Order(paths=tuple(paths), record=record, pick=pick), watcher)
        text = export(open_record(record), "json", None)
    made: dict[str, Any] = msgspec.json.decode(text or "{}")
    return made, outcome


def _document(path: Path) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(path.read_bytes())
    except FileNotFoundError as error:
        raise PathMissing(f"{path} is not there: check the path") from error
    except (OSError, msgspec.DecodeError) as error:
        raise KeyInvalid(f"{path} is no answer key or export ({error}): give JSON") from error
    if not isinstance(found, dict):
        raise KeyInvalid(f"{path} is no answer key or export: give an object with its layers")
    return found


def _files(texts: Path) -> dict[str, Path]:
    if not texts.is_dir():
        raise PathMissing(f"{texts} is no folder: name the one with the key's reports by --texts")
    return {
        path.name: path
        for path in sorted(texts.rglob("*"))
        if path.is_file() and path.suffix.lower() in TEXTS
    }


def _reports(key: dict[str, Any], files: dict[str, Path], path: Path) -> list[Path]:
    try:
        names = [PurePath(report["file"]).name for report in key["reports"]]
    except (KeyError, TypeError) as error:
        raise KeyInvalid(
            f"{path} names no reports: see the published form of the record"
        ) from error
    found = [files[name] for name in names if name in files]
    if not found:
        raise KeyInvalid(f"none of the reports of {path} was found: name their folder by --texts")
    return found

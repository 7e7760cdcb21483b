"""The sample coverage that ships with the package, read into a record of its own."""

import os
from pathlib import Path

import dragoman
from dragoman.record.errors import RecordNotWritten
from dragoman.runs.outcome import Outcome, Watcher
from dragoman.runs.reading import Order, Pick, read

SAMPLE = Path(dragoman.__file__).parent / "data" / "sample"


def sample_record() -> Path:
    """Return where the record of the sample lies: in the user's cache folder (XDG).

    Raises RecordNotWritten where that folder cannot be made.
    """
    cache = os.environ.get("XDG_CACHE_HOME")
    folder = (Path(cache) if cache else Path.home() / ".cache") / "dragoman"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        line = f"{folder} cannot be made ({error.strerror}): name a file with --record"
        raise RecordNotWritten(line) from error
    return folder / "sample.db"


def read_sample(record: Path, watcher: Watcher, pick: Pick) -> Outcome:
    """Read the sample's reports into `record`. Raises as `dragoman.runs.reading.read` does."""
    return read(Order(paths=(SAMPLE / "reports",), record=record, pick=pick), watcher)

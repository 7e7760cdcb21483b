"""Files and folders that are either written whole or not there."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import msgspec

from dragoman.record.errors import FolderForeign, OutputNotWritten

_DESCRIPTOR = "datapackage.json"
_OURS = "dragoman"


@contextmanager
def whole_file(path: Path, *, binary: bool = False) -> Iterator[IO[Any]]:
    """Yield a stream; what went into it stands at `path` at the end. Raises OutputNotWritten.

    A device or pipe stays what it is and is written to.
    """
    # Only a file can be replaced by another.
    part = path if path.exists() and not path.is_file() else _beside(path)
    try:
        with part.open("wb") if binary else part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        if part != path:
            part.replace(path)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        if part != path:
            part.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Yield an empty folder; its files stand in `path` at the end, for those of an older export.

    What else stands there is left alone. Raises FolderForeign for a folder with other things in it
    and no descriptor of ours, and OutputNotWritten.
    """
    older = _older_files(path)
    part = _beside(path)
    try:
        part.mkdir(parents=True)
        yield part
        path.mkdir(exist_ok=True)
        for name in sorted(older - {made.name for made in part.iterdir()}):
            (path / name).unlink(missing_ok=True)
        # The descriptor last: a folder without one whose export broke off is told to be foreign.
        for made in sorted(part.iterdir(), key=lambda made: (made.name == _DESCRIPTOR, made.name)):
            made.replace(path / made.name)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _older_files(path: Path) -> set[str]:
    """Return the names of the files an older export of ours left in a folder."""
    try:
        if not path.exists() or (path.is_dir() and not any(path.iterdir())):
            return set()
        if not path.is_dir():
            raise FolderForeign(f"{path} is a file, and this format is a folder: name another")
        described = msgspec.json.decode((path / _DESCRIPTOR).read_bytes(), type=dict[str, Any])
        names = [str(one["path"]) for one in described["resources"]]
    except FileNotFoundError:
        described, names = {}, []
    except (msgspec.MsgspecError, UnicodeDecodeError, KeyError, TypeError):
        described, names = {}, []
    except OSError as error:
        raise _not_written(path, error) from error
    if described.get("generator") != _OURS:
        raise FolderForeign(
            f"{path} holds files that no export made: name a new folder, or an empty one"
        )
    return {name for name in names if Path(name).name == name}


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _not_written(path: Path, error: OSError) -> OutputNotWritten:
    return OutputNotWritten(f"{path} cannot be written: {error.strerror or error}")

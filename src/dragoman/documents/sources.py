"""Files and folders to the reports in them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from dragoman.documents.fetching.addresses import checked
from dragoman.documents.manifest import is_manifest
from dragoman.documents.warc import ENDINGS, Place, is_warc, places
from dragoman.record.errors import (
    AddressInvalid,
    DragomanError,
    ExtraMissing,
    PathMissing,
    ReportError,
    ReportFormat,
    ReportUnreadable,
)

FORMATS = (".txt", ".md", ".html", ".htm", ".pdf")
_READABLE = ", ".join((*FORMATS, *ENDINGS))


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One path that was come upon.

    It is to be read where neither `skipped` nor `failure` is set. `skipped` says why a file in a
    folder is passed over; `failure` is why a path that was asked for cannot be read. `root` is
    the folder that was asked for, or the one the file lies in: manifests are looked for from the
    file's folder up to there. `address` is set for a page of the web; with `place` it lies in the
    archive at `path`, without it is to be fetched.
    """

    path: Path
    root: Path
    skipped: str | None = None
    failure: DragomanError | None = None
    address: str | None = None
    place: Place | None = None


def find_page(address: str) -> Found:
    """Return a page that is to be fetched, or the failure of an address that cannot be asked."""
    path = Path(address)
    try:
        return Found(path=path, root=path, address=checked(address))
    except AddressInvalid as error:
        return Found(path=path, root=path, failure=error)


def find_reports(paths: Iterable[Path]) -> Iterator[Found]:
    """Yield what lies at `paths`, files and folders, each file once and folders in sorted order.

    Folders that cannot be opened and paths that are not there come as failures; nothing is
    raised, so that the rest can be read.
    """
    seen: set[tuple[Path, int | None]] = set()
    for path in paths:
        for found in _at(path):
            place = _place(found.path), found.place.offset if found.place else None
            if place in seen and found.skipped is None and found.failure is None:
                yield _skip(found.path, found.root, "the same file was named before")
                continue
            seen.add(place)
            yield found


def _at(path: Path) -> Iterator[Found]:
    try:
        if path.is_dir():
            yield from _in_folder(path, path, {_place(path)})
            return
        there = path.exists()
    except (OSError, ValueError):
        there = False
    if not there:
        error: DragomanError = PathMissing(f"{path} is not there; check the path.")
        yield Found(path=path, root=path.parent, failure=error)
    elif is_manifest(path):
        yield _skip(path, path.parent, "a manifest, not a report")
    elif is_warc(path):
        yield from _in_archive(path, path.parent)
    elif path.suffix.lower() not in FORMATS:
        error = ReportFormat(f"{path} is in no format Dragoman reads ({_READABLE}).")
        yield Found(path=path, root=path.parent, failure=error)
    else:
        yield Found(path=path, root=path.parent)


def _in_folder(folder: Path, root: Path, visited: set[Path]) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as problem:
        error = ReportUnreadable(f"{folder} cannot be opened: {problem.strerror or problem}.")
        yield Found(path=folder, root=root, failure=error)
        return
    for entry in entries:
        path = Path(entry.path)
        reason = _why_skipped(path)
        if reason is not None:
            yield _skip(path, root, reason)
        elif is_warc(path) and path.is_file():
            yield from _in_archive(path, root)
        elif not path.is_dir():
            yield Found(path=path, root=root)
        elif _place(path) in visited:
            yield _skip(path, root, "a link to a folder that is read already")
        else:
            visited.add(_place(path))
            yield from _in_folder(path, root, visited)


def _in_archive(path: Path, root: Path) -> Iterator[Found]:
    try:
        for place in places(path):
            yield Found(path=path, root=root, address=place.address, place=place)
    except (ReportError, ExtraMissing) as error:
        yield Found(path=path, root=root, failure=error)


def _why_skipped(path: Path) -> str | None:
    reasons = (
        (path.name.startswith("."), "hidden"),
        (not path.exists(), "a link that leads nowhere"),
        (is_manifest(path), "a manifest, not a report"),
        (path.suffix.lower() not in FORMATS and not is_warc(path), f"not one of {_READABLE}"),
        (not path.is_file(), "not a regular file"),
    )
    folder = path.is_dir() and not path.name.startswith(".")
    return None if folder else next((reason for holds, reason in reasons if holds), None)


def _place(path: Path) -> Path:
    """Where a path really lies; itself where links run in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _skip(path: Path, root: Path, reason: str) -> Found:
    return Found(path=path, root=root, skipped=reason)

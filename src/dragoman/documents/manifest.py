"""Manifests: a CSV or YAML file beside the reports that says what their text does not.

    file,title,outlet,published,url,language
    talks.txt,Ministers meet,The Herald,2026-03-04,https://herald.example/1,en

As YAML, a list of mappings with the same keys. `file` is relative to the manifest's folder.
Columns whose names begin with "x-" are the user's own and are passed over.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from dragoman.documents.manifest_rows import COLUMNS, Row, csv_rows, invalid, yaml_rows
from dragoman.record.errors import ManifestInvalid

NAMES = ("manifest.csv", "manifest.yaml", "manifest.yml")
MAX_MANIFEST_BYTES = 20 * 1024 * 1024

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_URL = re.compile(r"https?://\S+", re.IGNORECASE)


class Details(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a report besides its text.

    `published` is an ISO 8601 date, `language` a BCP 47 tag.
    """

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

    def or_else(self, other: "Details") -> "Details":
        """Return these details, with what they lack taken from `other`."""
        return Details(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            published=self.published or other.published,
            url=self.url or other.url,
            language=self.language or other.language,
        )


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """A manifest that was read: the details of each file, by its resolved path."""

    path: Path
    entries: Mapping[Path, Details]

    def details_for(self, file: Path) -> Details | None:
        """Return what the manifest says of `file`, or None if it does not name it."""
        return self.entries.get(file.resolve())

    def absent(self) -> tuple[Path, ...]:
        """Return the files the manifest names that are not there, in its order."""
        return tuple(file for file in self.entries if not file.is_file())


def is_manifest(path: Path) -> bool:
    """Whether a file is taken as a manifest by its name."""
    return path.name.lower() in NAMES


def manifest_beside(folder: Path) -> Path | None:
    """Return the manifest that lies in `folder`, or None. Raises ManifestInvalid if two do."""
    there = [folder / name for name in NAMES if (folder / name).is_file()]
    if len(there) > 1:
        raise ManifestInvalid(
            f"{folder} holds both {there[0].name} and {there[1].name}; keep one of them."
        )
    return there[0] if there else None


def load_manifest(path: Path) -> Manifest:
    """Read a manifest. Raises ManifestInvalid, naming line and column, if it cannot be used."""
    try:
        if path.stat().st_size > MAX_MANIFEST_BYTES:
            raise ManifestInvalid(f"{path} is too large for a manifest; split it.")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ManifestInvalid(f"{path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise ManifestInvalid(f"{path} is not UTF-8; save it as UTF-8 text.") from error
    entries: dict[Path, Details] = {}
    rows = csv_rows(text, path) if path.suffix.lower() == ".csv" else yaml_rows(text, path)
    for row in rows:
        file = _file_of(row, path)
        if file in entries:
            raise invalid(path, row.line, "file", f"“{row.cells['file']}” is named twice")
        entries[file] = _details_of(row, path)
    if not entries:
        raise ManifestInvalid(f"{path} names no file; it needs one entry for each report.")
    return Manifest(path=path, entries=entries)


def _file_of(row: Row, path: Path) -> Path:
    name = row.cells.get("file", "")
    if not name:
        raise invalid(path, row.line, "file", "the name of the file is missing")
    if "\0" in name:
        raise invalid(path, row.line, "file", "a file's name cannot hold a NUL character")
    return (path.parent / name).resolve()


def _details_of(row: Row, path: Path) -> Details:
    given = {name: row.cells.get(name) or None for name in COLUMNS[1:]}
    published = given["published"]
    if published is not None:
        try:
            given["published"] = datetime.fromisoformat(published).date().isoformat()
        except ValueError as error:
            raise invalid(
                path,
                row.line,
                "published",
                f"“{published}” is not a date such as 2026-03-04",
            ) from error
    if given["language"] and not _LANGUAGE.fullmatch(given["language"]):
        raise invalid(
            path, row.line, "language", f"“{given['language']}” is not a tag such as en or pt-BR"
        )
    if given["url"] and not _URL.fullmatch(given["url"]):
        raise invalid(path, row.line, "url", f"“{given['url']}” does not begin with http")
    return Details(**given)

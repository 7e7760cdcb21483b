"""Paths and addresses to reports: what lies there, what manifests say of it, its bytes."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from dragoman.documents.fetching.fetching import Fetcher, Page, ending_of
from dragoman.documents.limits import MAX_BYTES, refuse_bytes
from dragoman.documents.manifest import Details, Manifest, load_manifest, manifest_beside
from dragoman.documents.sources import Found, find_page, find_reports
from dragoman.documents.warc import page_at
from dragoman.record.errors import NothingToRead, ReportFormat, ReportUnreadable


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """What a report is made of: its bytes, a file name that tells the format, what is known."""

    raw: bytes
    name: str
    details: Details


def find(paths: Iterable[Path], addresses: Iterable[str] = ()) -> list[Found]:
    """Return what lies at `paths`, and the pages at `addresses`, which are not fetched yet.

    Raises the first failure where nothing but failures was found, and NothingToRead where there
    is no readable file.
    """
    asked = list(paths)
    found = [*find_reports(asked), *map(find_page, dict.fromkeys(addresses))]
    if any(one.failure is None and one.skipped is None for one in found):
        return found
    for one in found:
        if one.failure is not None:
            raise one.failure
    places = ", ".join(str(path) for path in asked) or "the list of paths"
    raise NothingToRead(f"no file to read in {places}: name .txt, .md, .html, .pdf or .warc files")


class Manifests:
    """What manifests say of files: the one that was named first, then those beside the files."""

    def __init__(self, named: Path | None) -> None:
        self._named = load_manifest(named) if named is not None else None
        self._beside: dict[Path, Manifest | None] = {}

    def details(self, found: Found) -> Details:
        """Return what is known of a file. Raises ManifestInvalid."""
        known = Details()
        if self._named is not None:
            known = known.or_else(self._named.details_for(found.path) or Details())
        for folder in _folders(found):
            manifest = self._in(folder)
            if manifest is not None:
                known = known.or_else(manifest.details_for(found.path) or Details())
        return known

    def absent(self) -> tuple[Path, ...]:
        """Return the files that the manifest which was named speaks of and that are not there."""
        return self._named.absent() if self._named is not None else ()

    def _in(self, folder: Path) -> Manifest | None:
        if folder not in self._beside:
            path = manifest_beside(folder)
            self._beside[folder] = load_manifest(path) if path is not None else None
        return self._beside[folder]


class Intake:
    """Gets the bytes of what was found; closed when no more is wanted."""

    def __init__(self, manifests: Manifests, *, private: bool = False) -> None:
        self._manifests = manifests
        self._fetcher = Fetcher(private=private)

    def material(self, found: Found) -> Material:
        """Return what a report is made of. Raises ReportError, ManifestInvalid."""
        if found.place is not None:
            page = page_at(found.path, found.place)
            return material_of(page, Details(url=found.place.address))
        if found.address is not None:
            return material_of(self._fetcher.get(found.address), Details())
        return Material(
            raw=raw_bytes(found.path),
            name=found.path.name,
            details=self._manifests.details(found),
        )

    def close(self) -> None:
        """Close the connections that fetching kept open."""
        self._fetcher.close()


def material_of(page: Page, known: Details) -> Material:
    """Return what the report of a page is made of. Raises ReportFormat."""
    if ending_of(page.media_type, page.address) is None:
        raise ReportFormat(
            f"{page.address} is {page.media_type or 'of no kind'}: Dragoman reads web pages, PDF "
            "and text"
        )
    details = known.or_else(Details(url=page.address))
    return Material(raw=page.raw or b"", name=page.name, details=details)


def raw_bytes(path: Path) -> bytes:
    """Return a file's bytes. Raises ReportTooLarge or ReportUnreadable."""
    try:
        # A pipe under a report's name would let us wait for ever.
        if not path.is_file():
            raise ReportUnreadable(f"{path} is not a regular file: give a file")
        refuse_bytes(str(path), path.stat().st_size, MAX_BYTES)
        return path.read_bytes()
    except OSError as error:
        raise ReportUnreadable(f"{path} cannot be read: {error.strerror or error}") from error


def _folders(found: Found) -> list[Path]:
    folder = found.path.parent
    within = [folder, *folder.parents]
    stop = within.index(found.root) + 1 if found.root in within else 1
    return within[:stop]

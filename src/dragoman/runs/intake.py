"""Paths to reports: what lies there, what manifests say of it, its bytes and its text."""

from collections.abc import Iterable
from pathlib import Path

from dragoman.documents.limits import MAX_BYTES, refuse_bytes
from dragoman.documents.manifest import Details, Manifest, load_manifest, manifest_beside
from dragoman.documents.sources import Found, find_reports
from dragoman.record.errors import NothingToRead, ReportUnreadable


def find(paths: Iterable[Path]) -> list[Found]:
    """Return what lies at `paths`.

    Raises the first failure where nothing but failures was found, and NothingToRead where there
    is no readable file.
    """
    asked = list(paths)
    found = list(find_reports(asked))
    if any(one.failure is None and one.skipped is None for one in found):
        return found
    for one in found:
        if one.failure is not None:
            raise one.failure
    places = ", ".join(str(path) for path in asked) or "the list of paths"
    raise NothingToRead(f"no file to read in {places}: name .txt, .md, .html or .pdf files")


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

"""WARC files (ISO 28500) to the pages in them, one at a time."""

import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dragoman.documents.fetching.fetching import Page, ending_of
from dragoman.documents.limits import MAX_BYTES
from dragoman.record.errors import ReportDamaged, ReportTooLarge
from dragoman.record.extras import needing

ENDINGS = (".warc", ".warc.gz")
_UNPACKED = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a page lies in an archive: the offset of its record, its address and its day."""

    offset: int
    address: str
    day: str | None
    media_type: str


def is_warc(path: Path) -> bool:
    """Whether a file is taken for a WARC file by its name."""
    return path.name.lower().endswith(ENDINGS)


def places(path: Path) -> Iterator[Place]:
    """Yield the pages of an archive that are in a format Dragoman reads.

    Raises ReportDamaged where the file is no WARC file or breaks off; what came before it counts.
    """
    with needing("watch"):
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    any_record = False
    try:
        with path.open("rb") as stream:
            for one in ArchiveIterator(stream, record_types=WarcRecordType.any_type):
                any_record = True
                if one.record_type != WarcRecordType.response or one.http_headers is None:
                    continue
                address = (one.headers.get("WARC-Target-URI") or "").strip("<>")
                kind = (one.http_content_type or "").lower()
                if one.http_headers.status_code == 200 and ending_of(kind, address):
                    yield Place(
                        offset=one.stream_pos,
                        address=address,
                        day=one.record_date.date().isoformat() if one.record_date else None,
                        media_type=kind,
                    )
    except (OSError, ValueError, RuntimeError) as error:
        raise ReportDamaged(f"{path} breaks off: {error}") from error
    if not any_record:
        raise ReportDamaged(f"{path} is no WARC file")


def page_at(path: Path, place: Place) -> Page:
    """Return the page that lies at a place of an archive. Raises ReportDamaged, ReportTooLarge."""
    with needing("watch"):
        from fastwarc.warc import ArchiveIterator
    try:
        with path.open("rb") as stream:
            stream.seek(place.offset)
            record = next(iter(ArchiveIterator(stream)))
            raw = record.reader.read(MAX_BYTES + 1)
            coding = (record.http_headers.get("Content-Encoding") or "").strip().lower()
    except (OSError, ValueError, RuntimeError, StopIteration) as error:
        raise ReportDamaged(f"{place.address} in {path} cannot be read: {error}") from error
    name = f"{place.address} in {path}"
    return Page(
        address=place.address, raw=_unpacked(raw, coding, name), media_type=place.media_type
    )


def _unpacked(raw: bytes, coding: str, name: str) -> bytes:
    """Return a body without its transport coding, no more than is read of any file."""
    if coding in _UNPACKED:
        work = zlib.decompressobj(_UNPACKED[coding])
        try:
            raw = work.decompress(raw, MAX_BYTES + 1)
        except zlib.error as error:
            raise ReportDamaged(f"{name} is not packed as it says: {error}") from error
    elif coding not in ("", "identity"):
        raise ReportDamaged(f"{name} is packed in a way that is not read ({coding})")
    if len(raw) > MAX_BYTES:
        raise ReportTooLarge(f"{name} has more than {MAX_BYTES >> 20} MB")
    return raw

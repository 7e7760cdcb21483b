"""WARC files: pages out of archives, plain and packed, whole and broken."""

import gzip
from pathlib import Path

import pytest

from dragoman.documents.warc import is_warc, page_at, places
from dragoman.record.errors import ReportDamaged


def record(
    address: str, body: bytes, kind: str = "text/html", *more: str, status: int = 200
) -> bytes:
    lines = [f"HTTP/1.1 {status} OK", f"Content-Type: {kind}", *more, "", ""]
    block = "\r\n".join(lines).encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Date: 2025-03-04T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


@pytest.fixture(params=["pages.warc", "pages.warc.gz"])
def archive(request, tmp_path) -> Path:
    records = [
        record("https://wire.example/talks", b"<p>Ministers met."),
        record("https://wire.example/icon", b"\x89PNG", "image/png"),
        record("https://wire.example/gone", b"gone", status=404),
        record("https://wire.example/z", gzip.compress(b"<p>Packed."), "text/html",
               "Content-Encoding: gzip"),
    ]  # fmt: skip
    path = tmp_path / request.param
    pack = gzip.compress if path.suffix == ".gz" else bytes
    path.write_bytes(b"".join(pack(one) for one in records))
    return path


def test_pages_that_can_be_read_are_found_with_address_and_day(archive):
    assert is_warc(archive)
    found = list(places(archive))
    assert [one.address for one in found] == [
        "https://wire.example/talks",
        "https://wire.example/z",
    ]
    assert found[0].day == "2025-03-04"


def test_a_page_is_taken_out_alone(archive):
    first, last = places(archive)
    assert page_at(archive, last).raw == b"<p>Packed."
    assert page_at(archive, first).raw == b"<p>Ministers met."


def test_what_is_no_archive_says_so(tmp_path):
    path = tmp_path / "no.warc"
    path.write_bytes(b"plain words")
    with pytest.raises(ReportDamaged, match=r"no\.warc"):
        list(places(path))


def test_a_packing_that_is_none_costs_its_page_alone(tmp_path):
    path = tmp_path / "odd.warc"
    path.write_bytes(
        record("https://x.example/a", b"no gzip", "text/html", "Content-Encoding: gzip")
        + record("https://x.example/b", b"<p>b")
    )
    odd, whole = places(path)
    with pytest.raises(ReportDamaged, match="not packed as it says"):
        page_at(path, odd)
    assert page_at(path, whole).raw == b"<p>b"

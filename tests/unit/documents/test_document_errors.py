"""Each way in which a single file cannot be read: its error, in one clear line."""

from pathlib import Path

import pytest

from dragoman.documents.limits import MAX_BYTES, MAX_CHARACTERS
from dragoman.documents.reports import read_report, report_from_bytes
from dragoman.record import errors

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4

CASES = [
    ("empty.txt", b"", errors.ReportEmpty),
    ("blank.txt", b" \n\t\r\n ", errors.ReportEmpty),
    ("mark-only.txt", b"\xef\xbb\xbf\n", errors.ReportEmpty),
    ("picture.txt", PNG, errors.ReportBinary),
    ("paper.txt", b"%PDF-1.7\nsome pdf", errors.ReportBinary),
    ("nul.txt", b"The ministers\0 met\0 in Lima", errors.ReportBinary),
    ("controls.txt", b"\x01\x02\x03\x04\x05\x06 text", errors.ReportBinary),
    ("utf16.txt", b"\xff\xfeT\x00h\x00e", errors.ReportEncoding),
    ("noise.txt", bytes(range(128, 256)) * 8, errors.ReportEncoding),
    ("letter.docx", b"PK\x03\x04", errors.ReportFormat),
    ("noending", b"text", errors.ReportFormat),
    (
        "page.html",
        b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        errors.ReportWithoutText,
    ),
    ("page.htm", b"just a word", errors.ReportWithoutText),
    ("broken.pdf", b"%PDF-1.4\nno more of it", errors.ReportDamaged),
    ("no.pdf", b"The ministers met in Lima.", errors.ReportDamaged),
    ("long.txt", b"word " * (MAX_CHARACTERS // 5 + 1), errors.ReportTooLarge),
    ("huge.txt", b"a" * (MAX_BYTES), errors.ReportTooLarge),
]


@pytest.mark.parametrize(("name", "raw", "error"), CASES, ids=[case[0] for case in CASES])
def test_what_cannot_be_read_is_said_in_one_line(name, raw, error):
    with pytest.raises(error) as caught:
        report_from_bytes(raw, name)
    message = str(caught.value)
    assert type(caught.value) is error
    assert name in message
    assert "\n" not in message
    assert caught.value.exit_code == 3


def test_a_file_over_the_limit_is_refused_by_its_size_alone(tmp_path, monkeypatch):
    path = tmp_path / "sparse.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES)
    monkeypatch.setattr(Path, "open", None)
    with pytest.raises(errors.ReportTooLarge, match="split it"):
        read_report(path)


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    for name in ("folder.txt", "gone.txt"):
        with pytest.raises(errors.ReportUnreadable):
            read_report(tmp_path / name)


def test_what_the_file_system_refuses_is_unreadable(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("text")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(errors.ReportUnreadable, match="Permission denied"):
        read_report(path)

"""Files and folders: what is found, in which order, and why the rest is not."""

import os

from dragoman.documents.sources import find_reports
from dragoman.record.errors import PathMissing, ReportFormat, ReportUnreadable


def made(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return folder


def names(found, folder):
    return [str(each.path.relative_to(folder)) for each in found]


def test_a_folder_is_walked_in_order(tmp_path):
    made(tmp_path, "b.txt", "a/z.MD", "a/y.html", "c.pdf", "a/b/x.htm")
    found = list(find_reports([tmp_path]))
    assert names(found, tmp_path) == ["a/b/x.htm", "a/y.html", "a/z.MD", "b.txt", "c.pdf"]
    assert all(each.skipped is None and each.failure is None for each in found)
    assert {each.root for each in found} == {tmp_path}


def test_what_is_passed_over_has_a_reason(tmp_path):
    made(tmp_path, ".hidden.txt", ".git/a.txt", "manifest.csv", "data.xlsx", "a.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    reasons = {each.path.name: each.skipped for each in find_reports([tmp_path])}
    assert reasons == {
        ".hidden.txt": "hidden",
        ".git": "hidden",
        "manifest.csv": "a manifest, not a report",
        "data.xlsx": "not one of .txt, .md, .html, .htm, .pdf, .warc, .warc.gz",
        "gone.txt": "a link that leads nowhere",
        "a.txt": None,
    }


def test_links_in_a_circle_end(tmp_path):
    made(tmp_path, "in/a.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    found = list(find_reports([tmp_path]))
    assert [each.path.name for each in found if each.skipped is None] == ["a.txt"]


def test_a_file_named_twice_is_found_once(tmp_path):
    made(tmp_path, "a.txt")
    found = list(find_reports([tmp_path / "a.txt", tmp_path, tmp_path / "a.txt"]))
    assert [each.skipped for each in found] == [
        None,
        "the same file was named before",
        "the same file was named before",
    ]


def test_what_was_asked_for_and_cannot_be_read_is_a_failure(tmp_path):
    made(tmp_path, "a.docx", "b.txt")
    found = list(find_reports([tmp_path / "a.docx", tmp_path / "gone.txt", tmp_path / "b.txt"]))
    assert [type(each.failure) for each in found] == [ReportFormat, PathMissing, type(None)]
    assert "gone.txt is not there" in str(found[1].failure)


def test_a_folder_that_cannot_be_opened_is_a_failure_and_the_rest_goes_on(tmp_path, monkeypatch):
    made(tmp_path, "in/a.txt", "z.txt")
    scan = os.scandir

    def refuse(path):
        if str(path).endswith("in"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = list(find_reports([tmp_path]))
    assert isinstance(found[0].failure, ReportUnreadable)
    assert found[1].path.name == "z.txt"


def test_an_empty_folder_holds_nothing(tmp_path):
    assert list(find_reports([tmp_path])) == []

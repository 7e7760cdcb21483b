"""The page of a report: its words marked, what rests on them beside, hostile texts harmless."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.record.ids import report_id
from dragoman.record.nouns import Block, Report
from dragoman.store.database import Database, create
from dragoman.store.reports import save_report
from dragoman.web.app import create_app

HOSTILE = "</p><script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202e"


def _kept(folder: Path, report: Report) -> TestClient:
    database = create(folder / "one.db")
    with database.writing() as connection:
        save_report(connection, report, report.text.encode("utf-8", "replace"))
    return TestClient(create_app(database.path), base_url="http://127.0.0.1:8001")


def _report(text: str, **fields: str | None) -> Report:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(start=at, end=at + len(line), kind="paragraph"))
        at += len(line) + 1
    values = {"file": "a.txt", "media_type": "text/plain", **fields}
    return Report(
        id=report_id(text.encode("utf-8", "replace")), text=text, blocks=tuple(blocks), **values
    )


def test_a_span_leads_to_its_item_and_back(web: TestClient, coverage) -> None:
    report = coverage.reports["fjord_wire"]
    answer = web.get(f"/report/{report.id}")
    assert answer.status_code == 200
    at = coverage.at("fjord_wire", "40 million kroner")
    citation = f"{at.start}-{at.end}"
    assert f'id="{citation}"' in answer.text
    assert f'href="#{citation}"' in answer.text
    assert "/commitment/c-boats" in answer.text
    assert "Fjord Wire" in answer.text


def test_copies_are_told(web: TestClient, coverage) -> None:
    answer = web.get(f"/report/{coverage.reports['coast_mirror'].id}")
    assert "2 reports tell one original" in answer.text
    assert "names Fjord Wire as its source" in answer.text
    assert f"/report/{coverage.reports['fjord_wire'].id}" in answer.text


def test_the_start_of_an_id_leads_to_the_report(web: TestClient, coverage) -> None:
    key = coverage.reports["fjord_wire"].id
    answer = web.get(f"/report/{key[:7]}", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == f"/report/{key}"


def test_a_citation_leads_to_its_span_without_script(web: TestClient, coverage) -> None:
    key = coverage.reports["fjord_wire"].id
    answer = web.get(f"/report/{key}/10-20", follow_redirects=False)
    assert answer.headers["location"] == f"/report/{key}?at=10-20#10-20"
    shown = web.get(f"/report/{key}?at=10-20").text
    assert 'id="10-20"' in shown
    assert "chosen" in shown


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/report/rffffffffffff", 404),
        ("/report/v-sign", 404),
        ("/report/{key}?at=5", 400),
        ("/report/{key}?at=9-3", 404),
        ("/report/{key}?at=0-999999", 404),
        ("/report/{key}?part=2", 404),
        ("/report/{key}?part=-1", 404),
        ("/report/{key}/0-99999999999999999999999", 307),
        ("/report/{key}.xml", 404),
    ],
)
def test_what_is_not_there_is_told(web: TestClient, coverage, path: str, status: int) -> None:
    key = coverage.reports["fjord_wire"].id
    assert web.get(path.format(key=key), follow_redirects=False).status_code == status


def test_hostile_fields_stay_text(tmp_path: Path) -> None:
    report = _report(
        HOSTILE + "\r\0 end",
        title=HOSTILE,
        outlet=HOSTILE,
        published=HOSTILE,
        language=HOSTILE,
        url="javascript:alert(1)",
        file=HOSTILE,
    )
    browser = _kept(tmp_path, report)
    answer = browser.get(f"/report/{report.id}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert 'href="javascript:' not in answer.text
    assert "\0" not in answer.text


def test_only_addresses_of_the_web_are_links(tmp_path: Path) -> None:
    report = _report("Text.", url="https://wire.example/a?b=1&c=2")
    answer = _kept(tmp_path, report).get(f"/report/{report.id}")
    assert (
        'href="https://wire.example/a?b=1&amp;c=2" rel="noopener noreferrer nofollow"'
        in answer.text
    )


def test_a_text_from_right_to_left_runs_so(tmp_path: Path) -> None:
    report = _report("اجتمع الوزيران.", language="ar")
    assert 'dir="rtl"' in _kept(tmp_path, report).get(f"/report/{report.id}").text


def test_a_long_report_comes_in_parts(tmp_path: Path) -> None:
    report = _report("\n".join(f"Line {number} of a long report." for number in range(40_000)))
    browser = _kept(tmp_path, report)
    first = browser.get(f"/report/{report.id}")
    assert len(first.content) < 300_000
    assert "part=2" in first.text
    last = report.text.index("Line 39999")
    far = browser.get(f"/report/{report.id}?at={last}-{last + 10}")
    assert "Line 39999" in far.text
    assert f'id="{last}-{last + 10}"' in far.text


def test_other_versions_of_an_address_are_told(filled: Database, web: TestClient) -> None:
    reports = [_report(text, url="https://wire.example/a") for text in ("Old text.", "New text.")]
    with filled.writing() as connection:
        for report in reports:
            save_report(connection, report, report.text.encode())
    answer = web.get(f"/report/{reports[0].id}")
    assert "1 other version" in answer.text
    assert reports[1].id in answer.text


def test_the_same_address_gives_data(web: TestClient, coverage) -> None:
    report = coverage.reports["fjord_wire"]
    told = web.get(f"/report/{report.id}.json").json()
    assert told["text"] == report.text
    assert all(m["quote"] == report.text[m["start"] : m["end"]] for m in told["marks"])
    table = web.get(f"/report/{report.id}.csv")
    assert table.headers["content-type"].startswith("text/csv")
    assert table.text.splitlines()[0] == "start,end,quote,layer,item"
    assert len(table.text.splitlines()) > len(told["marks"])

"""`dragoman read` of addresses and archives."""

import json
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from dragoman.cli.program import program
from dragoman.store.database import open_existing
from dragoman.store.reports import load_reports
from website import Site, serving

TEXT = "Kenya's foreign minister met Uganda's foreign minister in Nairobi on Tuesday."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as laid:
        yield laid


@pytest.fixture
def desk(tmp_path):
    def run(*words: str):
        asked = [*words, "--record", str(tmp_path / "record.db")]
        done = CliRunner().invoke(program, asked)
        return done.exit_code, done.output

    run.reports = lambda: _reports(tmp_path / "record.db")
    return run


def _reports(path):
    with open_existing(path).reading() as connection:
        return load_reports(connection)


def test_a_page_is_fetched_and_read(site, desk):
    address = site.lay_article("/talks", TEXT)
    assert desk("read", "--private", address)[0] == 0
    (report,) = desk.reports()
    assert (report.url, report.published) == (address, "2025-03-04")
    assert TEXT in report.text
    assert "1 already read" in desk("read", "--private", address)[1]


def test_a_page_that_changed_is_kept_beside_the_one_before(site, desk):
    address = site.lay_article("/talks", TEXT)
    desk("read", "--private", address)
    site.lay_article("/talks", TEXT.replace("Nairobi", "Kampala"))
    desk("read", "--private", address)
    assert {one.url for one in desk.reports()} == {address}
    assert len(desk.reports()) == 2


def test_what_cannot_be_had_is_listed_and_the_rest_goes_on(site, desk):
    good = site.lay_article("/talks", TEXT)
    picture = site.lay("/map", b"\x89PNG", "image/png")
    code, told = desk("read", "--private", f"{site.address}/gone", picture, good)
    assert code == 3
    assert "answers with status 404" in told
    assert "image/png: Dragoman reads web pages" in told
    assert "1 read, 2 not read" in told


def test_nothing_is_fetched_from_this_machine_unless_allowed(site, desk):
    code, told = desk("read", site.lay_article("/talks", TEXT))
    assert code == 3
    assert "--private allows it" in told
    assert site.asked == []


def test_a_dry_run_asks_no_server(site, desk):
    assert "would read" in desk("read", "--private", "--dry-run", site.lay_article("/t", TEXT))[1]
    assert site.asked == []


def test_the_pages_of_an_archive_are_read_each_by_itself(desk, tmp_path):
    body = f"<html><body><article><h1>News</h1><p>{TEXT}</p></article></body></html>"
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}"
    records = "".join(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Target-URI: https://wire.example/{n}\r\nWARC-Date: 2025-03-04T10:00:00Z\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(block) + n}\r\n\r\n"
        f"{block}{' ' * n}\r\n\r\n"
        for n in (1, 2)
    )
    (tmp_path / "crawl.warc").write_text(records, encoding="utf-8", newline="")
    code, told = desk("read", str(tmp_path / "crawl.warc"), "--json")
    assert code == 0
    assert [one["address"] for one in json.loads(told)["taken"]] == [
        "https://wire.example/1",
        "https://wire.example/2",
    ]
    assert {one.url for one in desk.reports()} == {
        "https://wire.example/1",
        "https://wire.example/2",
    }

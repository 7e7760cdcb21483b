"""Rounds over a real site on loopback: what is read, what is not and why, what is told."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import feedparser
import pytest
from aiosmtpd.controller import Controller

from dragoman.record.errors import WatchInvalid
from dragoman.runs.reading import Pick
from dragoman.runs.watching.filtering import Sieve
from dragoman.runs.watching.plan import Digest, Mail, load_watch
from dragoman.runs.watching.rounds import Round, Rounds
from dragoman.runs.watching.telling import tell
from dragoman.runs.watching.visiting import Clock
from dragoman.store.database import create
from dragoman.store.reports import load_reports
from website import Laid, Site, serving

MET = "Kenya's foreign minister met Uganda's foreign minister in Nairobi on Tuesday."
SIGNED = "Kenya and Uganda signed an agreement on fisheries in Kampala on Friday."


class Passing(Clock):
    """A clock that goes on only where it is waited for."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 5, 12, tzinfo=UTC)
        self.waits: list[float] = []
        super().__init__(lambda: self.time, self._pass)

    def _pass(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as laid:
        yield laid


class Desk:
    """One record and one plan, gone round as often as a test wants."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.folder, self.site, self.clock = folder, site, Passing()
        self.record = folder / "record.db"

    def plan(self, text: str) -> Rounds:
        path = self.folder / "sources.yaml"
        path.write_text(text.replace("SITE", self.site.address), encoding="utf-8")
        return Rounds(path, load_watch(path), self.record, Pick(), self.clock)

    def feed(self, *pages: str) -> None:
        items = "".join(f"<item><title>t</title><link>{page}</link></item>" for page in pages)
        rss = f'<rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'
        self.site.lay("/feed", rss, "application/rss+xml")

    def texts(self) -> list[str]:
        with create(self.record).reading() as connection:
            return [report.text for report in load_reports(connection)]


@pytest.fixture
def desk(tmp_path, site) -> Desk:
    return Desk(tmp_path, site)


def states(done: Round) -> dict[str, str]:
    return {step.place.rpartition("/")[2]: step.state for step in done.steps}


def whys(done: Round) -> str:
    return " ".join(step.why or "" for step in done.steps)


def test_what_a_feed_lists_is_read_once(desk, site):
    site.lay_article("/a", MET)
    desk.feed("/a", "/gone")
    rounds = desk.plan("sources: [{feed: SITE/feed, private: true}]")
    done = rounds.go()
    assert states(done) == {"a": "read", "gone": "not read"}
    assert len(desk.texts()) == 1
    asked = len(site.asked)
    assert rounds.go().steps == ()
    assert len(site.asked) == asked
    rounds.wait()
    assert rounds.go().steps == ()
    assert site.asked.count("/a") == 1


def test_a_page_that_changed_is_a_new_version_and_one_that_did_not_is_none(desk, site):
    site.lay_article("/a", MET)
    rounds = desk.plan("every: 1d\nsources: [{pages: [SITE/a], private: true}]")
    rounds.go()
    rounds.wait()
    assert whys(rounds.go()) == "the same text"
    site.lay_article("/a", SIGNED)
    rounds.wait()
    assert states(rounds.go()) == {"a": "read"}
    assert len(desk.texts()) == 2


def test_a_server_that_says_nothing_changed_sends_nothing(desk, site):
    site.lay("/a", f"<article><h1>News</h1><p>{MET}</p></article>", ETag='"1"')
    rounds = desk.plan("sources: [{pages: [SITE/a], private: true}]")
    rounds.go()
    rounds.wait()
    assert whys(rounds.go()) == "its server says so"


def test_words_and_states_sift_and_say_why(desk, site):
    site.lay_article("/a", MET)
    site.lay_article("/b", SIGNED)
    desk.feed("/a", "/b")
    done = desk.plan(
        "sources: [{feed: SITE/feed, words: ['fisher*'], states: [KEN, UGA], private: true}]"
    ).go()
    assert states(done) == {"a": "skipped", "b": "read"}
    assert "holds none of the words fisher*" in whys(done)
    (text,) = desk.texts()
    assert SIGNED in text


def test_sitemaps_lead_to_their_parts(desk, site):
    site.lay_article("/a", MET)
    part = f"{site.address}/part.xml"
    site.lay("/map.xml", f"<sitemapindex><sitemap><loc>{part}</loc></sitemap></sitemapindex>")
    site.lay("/part.xml", f"<urlset><url><loc>{site.address}/a</loc></url></urlset>")
    done = desk.plan("sources: [{sitemap: SITE/map.xml, private: true}]").go()
    assert states(done) == {"a": "read"}


def test_a_folder_is_read_as_files_come(desk):
    (desk.folder / "in").mkdir()
    rounds = desk.plan("sources: [{folder: in}]")
    assert rounds.go().count("not read") == 1  # an empty folder says so
    (desk.folder / "in" / "a.txt").write_text(MET, encoding="utf-8")
    rounds.wait()
    assert states(rounds.go()) == {"a.txt": "read"}
    rounds.wait()
    assert rounds.go().steps == ()


def test_robots_are_kept_to_and_hosts_are_not_hurried(desk, site):
    site.lay("/robots.txt", "User-agent: *\nCrawl-delay: 7\nDisallow: /b", "text/plain")
    site.lay_article("/a", MET)
    site.lay_article("/b", SIGNED)
    desk.feed("/a", "/b")
    done = desk.plan("sources: [{feed: SITE/feed, private: true}]").go()
    assert states(done) == {"a": "read", "b": "not read"}
    assert "robots.txt" in whys(done)
    assert 7.0 in desk.clock.waits


def test_what_fails_is_left_for_longer_each_time(desk, site):
    site.pages["/a"] = Laid(status=503)
    rounds = desk.plan("every: 1h\nsources: [{pages: [SITE/a], private: true}]")
    asked = []
    for _ in range(9):
        rounds.go()
        asked.append(site.asked.count("/a"))
        rounds.wait()
    assert asked == [1, 1, 2, 2, 2, 2, 3, 3, 3]


def test_a_source_that_fails_costs_itself_alone(desk, site):
    site.lay("/feed", "<html>moved</html>")
    site.lay_article("/a", MET)
    done = desk.plan(
        "sources: [{feed: SITE/feed, private: true}, {pages: [SITE/a], private: true}]"
    ).go()
    assert states(done) == {"feed": "not read", "a": "read"}
    assert "no RSS or Atom feed" in whys(done)


def test_redirects_into_the_own_network_are_not_followed(desk, site):
    done = desk.plan("sources: [{pages: [SITE/a]}]").go()
    assert "an address of this machine" in whys(done)
    assert site.asked == []


def test_no_round_takes_more_than_was_said(desk, site):
    for name in "abc":
        site.lay_article(f"/{name}", f"{MET} They spoke of {name * 3}.")
    desk.feed("/a", "/b", "/c")
    rounds = desk.plan("sources: [{feed: SITE/feed, most: 2, private: true}]")
    done = rounds.go()
    assert states(done) == {"a": "read", "b": "read", "c": "skipped"}, whys(done)
    rounds.wait()
    assert states(rounds.go()) == {"c": "read"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sources: []", "names no source"),
        ("sources: [{}]", "source 1 needs one of"),
        ("sources: [{feed: x, folder: y}]", "has feed and folder"),
        ("sources: [{feed: x, evry: 1h}]", "evry"),
        ("every: soon\nsources: [{feed: x}]", "no interval"),
        ("every: 0h\nsources: [{feed: x}]", "no interval"),
        ("sources: {feed", "not valid YAML"),
        ("- a", "Expected `object`"),
    ],
)
def test_a_plan_that_cannot_be_used_says_what_is_wrong(tmp_path, text, said):
    path = tmp_path / "sources.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WatchInvalid, match=said):
        load_watch(path)


def test_a_state_that_is_no_code_is_refused():
    with pytest.raises(WatchInvalid, match="no ISO 3166-1"):
        Sieve([], ["Kenia"])


def test_states_are_named_by_name_adjective_people_or_capital():
    sieve = Sieve([], ["KEN", "UGA"])
    assert sieve.refusal("Kenyan officials went to Kampala.") is None
    assert sieve.refusal("Kenyans went to Paris.") == "does not name UGA"


class Letters:
    """Takes what mail a real server is sent."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        self.taken.append(envelope.content)
        return "250 OK"


def test_what_is_new_is_told_as_a_feed_a_file_and_by_mail(desk, site):
    letters = Letters()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(letters, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        mail = Mail(
            to=("desk@x.example",), sender="d@x.example", server="127.0.0.1", port=port,
            security="none",
        )  # fmt: skip
        digest = Digest(feed="news.atom", file="news.md", mail=mail)
        rounds = desk.plan("sources: [{pages: [SITE/a], private: true}]")
        database = create(desk.record)
        for number, text in enumerate((SIGNED, MET)):
            site.lay_article("/a", text)
            rounds.go()
            at = desk.clock.stamp()
            assert tell(database, number, at, digest, desk.folder) == []
            rounds.wait()
    finally:
        controller.stop()
    assert "Nairobi" in (desk.folder / "news.md").read_text(encoding="utf-8")
    feed = feedparser.parse((desk.folder / "news.atom").read_bytes())
    assert not feed.bozo
    titles = " ".join(entry.title for entry in feed.entries)
    assert "signed" in titles or "agreed" in titles
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    first = message_from_bytes(letters.taken[0], policy=policy.default)
    assert first["To"] == "desk@x.example"
    assert "Kampala" in first.get_body(("plain",)).get_content()


def test_a_mail_server_that_is_not_there_costs_the_mail_alone(desk, site):
    mail = Mail(to=("a@x.example",), sender="d@x.example", server="127.0.0.1", port=9)
    site.lay_article("/a", SIGNED)
    desk.plan("sources: [{pages: [SITE/a], private: true}]").go()
    digest = Digest(file="news.md", mail=mail)
    (failed,) = tell(create(desk.record), 0, desk.clock.stamp(), digest, desk.folder)
    assert "could not be told" in failed
    assert (desk.folder / "news.md").exists()

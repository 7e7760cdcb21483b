"""Pages fetched from a real site on loopback, hostile ones among them."""

import gzip
import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.fetching.addresses import checked, host_of, is_address, resolved
from dragoman.documents.fetching.fetching import (
    WHOLE_SECONDS,
    Fetcher,
    Known,
    Page,
    Refused,
    ending_of,
)
from dragoman.documents.fetching.robots import Robots
from dragoman.record.errors import (
    AddressInvalid,
    AddressPrivate,
    FetchError,
    FetchFailed,
    FetchTooLarge,
    RobotsForbid,
)
from website import Laid, Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as laid:
        yield laid


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(private=True) as made:
        yield made


def test_a_page_comes_with_its_bytes_its_kind_and_its_marks(site, fetcher):
    address = site.lay("/a/talks.html?x=1", b"<p>Talks", ETag='"1"', Last_Modified="yesterday")
    page = fetcher.get(f"{address}#part")
    assert (page.raw, page.media_type, page.etag) == (b"<p>Talks", "text/html", '"1"')
    assert page.address == address
    assert page.name == "127.0.0.1_a_talks.html"


def test_a_page_that_has_not_changed_is_not_sent_again(site, fetcher):
    address = site.lay("/talks", b"text", ETag='"1"')
    first = fetcher.get(address)
    again = fetcher.get(address, Known(etag=first.etag, modified=first.modified))
    assert again.raw is None


def test_redirects_are_followed_and_the_last_address_is_kept(site, fetcher):
    site.lay("/new", b"text")
    site.pages["/old"] = Laid(status=302, headers={"Location": "/new"})
    assert fetcher.get(f"{site.address}/old").address == f"{site.address}/new"


def test_a_circle_of_redirects_ends(site, fetcher):
    site.pages["/round"] = Laid(status=302, headers={"Location": "/round"})
    with pytest.raises(FetchFailed, match="more than 5 times"):
        fetcher.get(f"{site.address}/round")
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://example.org/", "//user:pw@x/", "javascript:x"]
)
def test_a_redirect_to_what_is_no_page_is_refused(site, fetcher, to):
    site.pages["/old"] = Laid(status=302, headers={"Location": to})
    with pytest.raises(FetchError):
        fetcher.get(f"{site.address}/old")


def test_addresses_of_this_machine_are_not_asked_unless_allowed(site):
    address = site.lay("/secret", b"text")
    with Fetcher() as fetcher, pytest.raises(AddressPrivate, match="--private"):
        fetcher.get(address)
    assert site.asked == []


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "::1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1",
        "fc00::1",
    ],
)
def test_private_addresses_in_every_dress_are_refused(host):
    with pytest.raises(AddressPrivate):
        resolved(host, 80, private=False)


def test_public_addresses_are_let_through():
    assert resolved("8.8.8.8", 443, private=False) == ["8.8.8.8"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "http://",
        "https://user:secret@example.org/",
        "http://example.org:99999/",
        "http://example.org:0/",
        "http://exa mple.org/",
        "http://example.org/\r\nHost: x",
        "http://[::1",
        f"http://example.org/{'a' * 3000}",
    ],
)
def test_what_is_no_address_is_refused_without_telling_a_password(address):
    with pytest.raises(AddressInvalid) as refused:
        checked(address)
    assert "secret" not in str(refused.value)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text):
    try:
        found = checked(f"https://{text}")
    except FetchError:
        return
    assert is_address(found)
    assert host_of(found)


def test_endless_bodies_are_cut_off(site, fetcher):
    site.pages["/endless"] = Laid(lambda: itertools.repeat(b"x" * 65536))
    with pytest.raises(FetchTooLarge, match="more than 1 MB"):
        fetcher.get(f"{site.address}/endless", limit=1 << 20)


def test_a_body_that_unpacks_to_too_much_is_cut_off(site, fetcher):
    bomb = gzip.compress(bytes(64 << 20))
    address = site.lay("/bomb", bomb, Content_Encoding="gzip")
    with pytest.raises(FetchTooLarge):
        fetcher.get(address, limit=1 << 20)


def test_what_is_not_packed_as_it_says_is_refused(site, fetcher):
    address = site.lay("/odd", b"no gzip", Content_Encoding="gzip")
    with pytest.raises(FetchFailed, match="broke off"):
        fetcher.get(address)


def test_a_server_that_drips_is_given_up(site):
    ticks = itertools.count(step=WHOLE_SECONDS / 2)
    site.pages["/slow"] = Laid(lambda: (b"x" * 65536 for _ in range(10)))
    with (
        Fetcher(private=True, clock=lambda: next(ticks)) as fetcher,
        pytest.raises(FetchFailed, match="too slow"),
    ):
        fetcher.get(f"{site.address}/slow")


def test_a_status_that_is_no_page_tells_how_long_to_wait(site, fetcher):
    site.pages["/busy"] = Laid(status=503, headers={"Retry-After": "120"})
    with pytest.raises(Refused, match="status 503") as refused:
        fetcher.get(f"{site.address}/busy")
    assert refused.value.wait == 120


def test_no_server_is_a_clear_failure(fetcher):
    with pytest.raises(FetchFailed, match="does not answer"):
        fetcher.get("http://127.0.0.1:9/")


def test_formats_are_told_by_kind_and_only_then_by_ending():
    assert ending_of("text/html", "https://x.example/a.pdf") == ".html"
    assert ending_of("", "https://x.example/a.PDF") == ".pdf"
    assert ending_of("image/png", "https://x.example/a.html") is None


def test_names_of_pages_hold_no_path():
    page = Page(address="https://x.example/../../etc/passwd", raw=b"", media_type="text/plain")
    assert "/" not in page.name
    assert not page.name.startswith(".")


def test_robots_are_kept_to_and_asked_once(site, fetcher):
    site.lay("/robots.txt", "User-agent: *\nDisallow: /private\nCrawl-delay: 3", "text/plain")
    robots = Robots(fetcher)
    assert robots.check(f"{site.address}/open") == 3
    with pytest.raises(RobotsForbid):
        robots.check(f"{site.address}/private/x")
    assert site.asked == ["/robots.txt"]


def test_a_site_without_robots_may_be_fetched_and_one_in_trouble_not(site, fetcher):
    assert Robots(fetcher).check(f"{site.address}/open") == 0
    site.pages["/robots.txt"] = Laid(status=500)
    with pytest.raises(RobotsForbid):
        Robots(fetcher).check(f"{site.address}/open")

"""Feeds and sitemaps, and what only says it is one."""

import pytest

from dragoman.documents.fetching.feeds import read_feed, read_sitemap
from dragoman.record.errors import FeedInvalid

HERE = "https://wire.example/feed"
RSS = b"""<rss version="2.0"><channel><title>Wire</title>
<item><title>Ministers meet</title><link>/talks</link>
<pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate></item><item><title>no link</title></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Pact</title>
<link href="https://wire.example/pact"/><updated>2025-03-05T00:00:00Z</updated></entry></feed>"""
SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://wire.example/a</loc><lastmod>2025-03-04T09:00:00+02:00</lastmod></url>
<url><loc>/b</loc></url><url/></urlset>"""


def test_rss_and_atom_list_pages_with_their_days():
    (talks,) = read_feed(RSS, HERE).entries
    assert (talks.address, talks.published) == ("https://wire.example/talks", "2025-03-04")
    (pact,) = read_feed(ATOM, HERE).entries
    assert (pact.title, pact.published) == ("Pact", "2025-03-05")


@pytest.mark.parametrize("raw", [b"", b"<html><p>Not found", b"\x00\xff", b"{}", b"<a><b></a>"])
def test_what_is_no_feed_is_refused(raw):
    with pytest.raises(FeedInvalid, match="no RSS or Atom feed"):
        read_feed(raw, HERE)
    with pytest.raises(FeedInvalid, match="no sitemap"):
        read_sitemap(raw, HERE)


def test_sitemaps_list_pages_or_further_sitemaps():
    first, second = read_sitemap(SITEMAP, HERE).entries
    assert (first.address, first.published) == ("https://wire.example/a", "2025-03-04")
    assert second.address == "https://wire.example/b"
    index = b"<sitemapindex><sitemap><loc>/part.xml</loc></sitemap></sitemapindex>"
    assert read_sitemap(index, HERE).further == ("https://wire.example/part.xml",)


def test_entities_are_not_unfolded_nor_files_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    raw = f"""<!DOCTYPE u [<!ENTITY a "aaaaaaaaaa"><!ENTITY x SYSTEM "{secret.as_uri()}">]>
    <urlset><url><loc>https://x.example/&x;</loc></url></urlset>""".encode()
    assert not [one for one in read_sitemap(raw, HERE).entries if "secret" in one.address]

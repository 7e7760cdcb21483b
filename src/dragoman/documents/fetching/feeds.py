"""Feeds and sitemaps to the addresses they list."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin

import msgspec
from lxml import etree

from dragoman.record.errors import FeedInvalid
from dragoman.record.extras import needing

# What a single round takes of one list; the protocol of sitemaps allows 50,000.
MOST_ENTRIES = 50_000


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One page that a list names; `published` is an ISO 8601 date."""

    address: str
    title: str | None = None
    published: str | None = None


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """What a list holds: pages, and further lists (the parts of a sitemap)."""

    entries: tuple[Entry, ...]
    further: tuple[str, ...] = ()
    title: str | None = None


def read_feed(raw: bytes, address: str) -> Listed:
    """Return the entries of an RSS or Atom feed. Raises FeedInvalid and ExtraMissing."""
    with needing("watch"):
        import feedparser
    # Of the bytes alone: feedparser would fetch an address by itself.
    found = feedparser.parse(raw, response_headers={"content-location": address})
    if not found.get("version"):
        raise FeedInvalid(f"{address} is no RSS or Atom feed")
    entries = tuple(
        Entry(
            address=urljoin(address, one.link),
            title=one.get("title"),
            published=_day(one.get("published_parsed") or one.get("updated_parsed")),
        )
        for one in found.entries[:MOST_ENTRIES]
        if one.get("link")
    )
    return Listed(entries=entries, title=found.feed.get("title"))


def read_sitemap(raw: bytes, address: str) -> Listed:
    """Return the pages, or the parts, of a sitemap (sitemaps.org). Raises FeedInvalid."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FeedInvalid(f"{address} is no sitemap: {error}") from error
    kind = etree.QName(root).localname
    if kind == "sitemapindex":
        return Listed(entries=(), further=tuple(one for one, _ in _places(root, address)))
    if kind != "urlset":
        raise FeedInvalid(f"{address} is no sitemap: it holds {kind}")
    entries = tuple(Entry(address=one, published=day) for one, day in _places(root, address))
    return Listed(entries=entries[:MOST_ENTRIES])


def _places(root: Any, address: str) -> Iterator[tuple[str, str | None]]:
    for one in root:
        told = {
            etree.QName(part).localname: (part.text or "").strip()
            for part in one
            if isinstance(part.tag, str)
        }
        if told.get("loc"):
            yield urljoin(address, told["loc"]), _iso(told.get("lastmod", ""))


def _day(parsed: tuple[int, ...] | None) -> str | None:
    try:
        return date(*parsed[:3]).isoformat() if parsed else None
    except ValueError:
        return None


def _iso(text: str) -> str | None:
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        return None

"""The pages a source lists: a feed, a sitemap with its parts, or the pages it names."""

from collections.abc import Callable

from dragoman.documents.fetching.feeds import Entry, Listed, read_feed, read_sitemap
from dragoman.documents.fetching.fetching import Page
from dragoman.record.errors import FeedInvalid
from dragoman.runs.watching.plan import Source

# Parts of one sitemap that are looked into; the newest pages stand in few of them.
MOST_PARTS = 50
Get = Callable[[str], Page]


def entries(source: Source, get: Get) -> list[Entry]:
    """Return the pages of a source, each once.

    `get` fetches a list, whose page has no bytes where it has not changed. Raises FetchError,
    FeedInvalid and ExtraMissing.
    """
    if source.kind == "pages":
        return [Entry(address=address) for address in dict.fromkeys(source.pages)]
    if source.kind == "feed":
        found = list(_listed(get(source.place), read_feed).entries)
    else:
        found = _of_sitemap(source.place, get)
    return list({entry.address: entry for entry in found}.values())


def _of_sitemap(address: str, get: Get) -> list[Entry]:
    found: list[Entry] = []
    waiting, seen = [address], {address}
    while waiting:
        if len(seen) > MOST_PARTS + 1:
            raise FeedInvalid(f"{address} has more than {MOST_PARTS} parts: name some of them")
        listed = _listed(get(waiting.pop(0)), read_sitemap)
        found += listed.entries
        waiting += [one for one in listed.further if one not in seen]
        seen.update(listed.further)
    return found


def _listed(page: Page, read: Callable[[bytes, str], Listed]) -> Listed:
    return Listed(entries=()) if page.raw is None else read(page.raw, page.address)

"""The block of YAML between two lines of dashes with which many Markdown files begin."""

import re
from typing import NamedTuple

from dragoman.documents.dates import find_dates
from dragoman.documents.lines import Span
from dragoman.documents.manifest import Details

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<yaml>.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication", "site", "site_name"),
    "published": ("date", "published", "publish_date", "pubdate", "published_at"),
    "url": ("url", "link", "permalink", "canonical", "canonical_url"),
    "language": ("language", "lang", "locale"),
}


class FrontMatter(NamedTuple):
    """Where the front matter stands (an empty span if there is none) and what it says."""

    span: Span
    details: Details


def read_front_matter(text: str) -> FrontMatter:
    """Read the front matter of a Markdown text; one that is no mapping counts as text."""
    import yaml

    match = _FRONT.match(text)
    if match is None:
        return FrontMatter(Span(0, 0), Details())
    try:
        # The nodes are enough, and a hostile alias cannot blow up before it is constructed.
        root = yaml.compose(match["yaml"], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        root = None
    if not isinstance(root, yaml.MappingNode):
        return FrontMatter(Span(0, 0), Details())
    values = {
        str(key.value).lower(): str(value.value).strip()
        for key, value in root.value
        if isinstance(value, yaml.ScalarNode) and value.tag != "tag:yaml.org,2002:null"
    }
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return FrontMatter(Span(start, len(match.group().rstrip())), _details(values))


def _details(values: dict[str, str]) -> Details:
    found = {
        field: next((values[key] for key in keys if values.get(key)), None)
        for field, keys in _KEYS.items()
    }
    dates = [dated.iso for dated in find_dates(found["published"] or "") if dated.whole]
    found["published"] = dates[0] if dates else None
    if found["url"] and not found["url"].startswith(("http://", "https://")):
        found["url"] = None
    return Details(**found)

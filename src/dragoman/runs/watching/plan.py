"""The file of sources: what to watch, how often, what to let through, whom to tell.

every: 1h
digest: {feed: news.atom, file: news.md}
log: watch.jsonl
sources:
- name: Coastal Wire
feed: https://wire.example/rss
every: 30m
words: [fisheries, patrol boats]
states: [GHA, NOR]
- sitemap: https://ministry.example/sitemap.xml
- pages: [https://agency.example/statements]
- folder: incoming/
"""

import re
from datetime import timedelta
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.record.errors import WatchInvalid

Kind = Literal["feed", "sitemap", "pages", "folder"]
_INTERVAL = re.compile(r"(\d{1,4})\s*(m|h|d)")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_MOST_BYTES = 1 << 20
_KINDS: tuple[Kind, ...] = ("feed", "sitemap", "pages", "folder")


class Mail(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How to send a digest by mail; the password comes from the environment, never from the file.

    `security`: "starttls", "tls" from the first byte, or "none".
    """

    to: tuple[str, ...]
    sender: str = msgspec.field(name="from")
    server: str
    port: int = 587
    user: str | None = None
    password_env: str = "DRAGOMAN_SMTP_PASSWORD"  # noqa: S105 (its name, not itself)
    security: Literal["starttls", "tls", "none"] = "starttls"


class Digest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where what is new is told: an Atom feed, a file of Markdown, by mail."""

    feed: str | None = None
    file: str | None = None
    mail: Mail | None = None


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One list, one set of pages, or one folder.

    A page is read where it holds one of `words` (or they are none) and names all of `states`.
    `most` bounds the pages a round fetches; `private` lets addresses of one's own network be
    asked.
    """

    name: str | None = None
    feed: str | None = None
    sitemap: str | None = None
    pages: tuple[str, ...] = ()
    folder: str | None = None
    every: str | None = None
    words: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    outlet: str | None = None
    most: int = 100
    private: bool = False

    @property
    def kind(self) -> Kind:
        """Return what it is."""
        return next(kind for kind in _KINDS if getattr(self, kind))

    @property
    def place(self) -> str:
        """Return where it is: an address, a folder, or the first of its pages."""
        return self.feed or self.sitemap or self.folder or self.pages[0]

    @property
    def title(self) -> str:
        """Return what to call it."""
        return self.name or self.place


class Watch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that is watched. Relative paths are those of the file's folder."""

    sources: tuple[Source, ...]
    every: str = "1h"
    digest: Digest = Digest()
    log: str | None = None


def load_watch(path: Path) -> Watch:
    """Return the plan in a YAML file. Raises WatchInvalid."""
    import yaml

    try:
        raw = path.read_bytes()
    except OSError as error:
        raise WatchInvalid(f"{path} cannot be read: {error.strerror or error}") from error
    if len(raw) > _MOST_BYTES:
        raise WatchInvalid(f"{path} is too large for a file of sources")
    try:
        watch = msgspec.convert(yaml.safe_load(raw), Watch, strict=False)
    except (yaml.YAMLError, RecursionError, UnicodeDecodeError) as error:
        raise WatchInvalid(f"{path} is not valid YAML: {' '.join(str(error).split())}") from error
    except msgspec.ValidationError as error:
        raise WatchInvalid(f"{path}: {error}") from error
    if not watch.sources:
        raise WatchInvalid(f"{path} names no source: it needs a feed, sitemap, pages or folder")
    for number, source in enumerate(watch.sources, start=1):
        given = [kind for kind in _KINDS if getattr(source, kind)]
        if len(given) != 1:
            told = " and ".join(given) or "none"
            raise WatchInvalid(
                f"{path}: source {number} needs one of {', '.join(_KINDS)}, and has {told}"
            )
        interval(source.every or watch.every, path)
    return watch


def interval(text: str, path: Path) -> timedelta:
    """Return how long "30m", "2h" or "1d" is. Raises WatchInvalid."""
    found = _INTERVAL.fullmatch(text.strip().lower())
    if found is None or int(found[1]) == 0:
        raise WatchInvalid(f"{path}: every: {text!r} is no interval: write 30m, 2h or 1d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})

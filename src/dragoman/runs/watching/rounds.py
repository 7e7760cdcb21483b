"""One round: every source that is due is asked, and what it lists is read."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.documents.fetching.feeds import Entry
from dragoman.documents.fetching.fetching import Fetcher, Page
from dragoman.documents.manifest import Details
from dragoman.record.errors import DragomanError, ExtraMissing, ReportError
from dragoman.runs.intake import Intake, Manifests, Material, find, material_of
from dragoman.runs.linking import link_if_needed
from dragoman.runs.outcome import Unwatched, Watcher
from dragoman.runs.reading import Desk, Pick
from dragoman.runs.watching.filtering import Sieve
from dragoman.runs.watching.lists import entries
from dragoman.runs.watching.plan import Source, Watch, interval
from dragoman.runs.watching.visiting import Clock, Visitor
from dragoman.store.database import create

# A page that was read is asked for again after this, while its list still names it.
AGAIN = timedelta(days=1)
State = Literal["read", "unchanged", "skipped", "not read"]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one page, list or file, and why."""

    source: str
    place: str
    state: State
    why: str | None = None


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """What a round did; `at` is UTC."""

    at: str
    steps: tuple[Step, ...]

    def count(self, state: State) -> int:
        """Return how many pages ended in `state`."""
        return sum(step.state == state for step in self.steps)


class Rounds:
    """Goes round the sources of one plan, reading into one record."""

    def __init__(
        self, path: Path, watch: Watch, record: Path, pick: Pick, clock: Clock | None = None
    ) -> None:
        self._path = path
        self._watch = watch
        self._pick = pick
        self._clock = clock or Clock()
        self._database = create(record)
        self._desk: Desk | None = None
        self._sieves = {one: Sieve(one.words, one.states) for one in watch.sources}
        self._next = dict.fromkeys(watch.sources, "")

    def wait(self) -> None:
        """Wait until a source is due."""
        left = min(self._next.values())
        while (now := self._clock.stamp()) < left:
            self._clock.wait(min(60.0, _seconds(now, left)))

    def go(self, watcher: Watcher | None = None) -> Round:
        """Go round once, and link. A source that fails costs itself alone. Raises RecordError."""
        at = self._clock.stamp()
        due = [source for source in self._watch.sources if self._next[source] <= at]
        steps = [step for source in due for step in self._source(source)]
        link_if_needed(self._database, watcher or Unwatched())
        return Round(at=at, steps=tuple(steps))

    def _source(self, source: Source) -> Iterator[Step]:
        every = interval(source.every or self._watch.every, self._path)
        self._next[source] = self._clock.stamp(every)
        try:
            if source.kind == "folder":
                yield from self._folder(source)
            else:
                with Fetcher(private=source.private) as fetcher:
                    visitor = Visitor(self._database, fetcher, self._clock)
                    yield from self._pages(source, visitor, every)
        except ExtraMissing:
            raise
        except DragomanError as error:
            yield Step(source=source.title, place=source.place, state="not read", why=str(error))

    def _pages(self, source: Source, visitor: Visitor, every: timedelta) -> Iterator[Step]:
        if source.kind != "pages" and not visitor.due(source.place):
            left = "its server wants to be left alone for longer"
            yield Step(source=source.title, place=source.place, state="skipped", why=left)
            return
        # Lists, and pages that are watched by name, are asked in every round.
        again = timedelta() if source.kind == "pages" else AGAIN
        listed = entries(source, lambda address: visitor.get(address, timedelta(), every))
        due = [entry for entry in listed if visitor.due(entry.address)]
        for entry in due[: source.most]:
            state, why = self._page(source, visitor, entry, (again, every))
            yield Step(source=source.title, place=entry.address, state=state, why=why)
        for entry in due[source.most :]:
            left = f"more than {source.most} pages in one round: left for the next"
            yield Step(source=source.title, place=entry.address, state="skipped", why=left)

    def _page(
        self, source: Source, visitor: Visitor, entry: Entry, times: tuple[timedelta, timedelta]
    ) -> tuple[State, str | None]:
        try:
            page = visitor.get(entry.address, *times)
            if page.raw is None:
                return "unchanged", "its server says so"
            desk = self._opened()
            given = _material(page, source, entry, desk)
            text = desk.report(given).text
            digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            known = visitor.known(entry.address)
            if known is not None and known.digest == digest:
                return "unchanged", "the same text"
            refusal = self._sieves[source].refusal(text)
            if refusal is None:
                desk.put(given, entry.address)
            visitor.settle(entry.address, digest)
        except ReportError as error:
            visitor.forget_marks(entry.address)
            return "not read", str(error)
        return ("read", None) if refusal is None else ("skipped", refusal)

    def _folder(self, source: Source) -> Iterator[Step]:
        folder = (self._path.parent / source.place).resolve()
        intake = Intake(Manifests(None))
        with closing(intake):
            for found in find([folder]):
                why = found.skipped or (str(found.failure) if found.failure else None)
                state: State = "not read" if found.failure else "skipped"
                if why is None:
                    state, why = self._file(source, intake.material(found), str(found.path))
                if state != "unchanged":
                    yield Step(source=source.title, place=str(found.path), state=state, why=why)

    def _file(self, source: Source, given: Material, shown: str) -> tuple[State, str | None]:
        try:
            desk = self._opened()
            refusal = self._sieves[source].refusal(desk.report(given).text)
            if refusal is not None:
                return "skipped", refusal
            return ("read" if desk.put(given, shown) == "read" else "unchanged"), None
        except ReportError as error:
            return "not read", str(error)

    def _opened(self) -> Desk:
        # The reader takes time to load; a round in which nothing is new needs none.
        if self._desk is None:
            self._desk = Desk(self._database, self._pick.find(), Intake(Manifests(None)))
        return self._desk


def _material(page: Page, source: Source, entry: Entry, desk: Desk) -> Material:
    """Return what a page's report is made of; the list's title and day count where it has none."""
    given = material_of(page, Details(outlet=source.outlet))
    made = desk.report(given)
    told = Details(
        title=None if made.title else entry.title,
        published=None if made.published else entry.published,
    )
    return msgspec.structs.replace(given, details=given.details.or_else(told))


def _seconds(now: str, then: str) -> float:
    from datetime import datetime

    return max(0.0, (datetime.fromisoformat(then) - datetime.fromisoformat(now)).total_seconds())

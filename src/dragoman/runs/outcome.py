"""What came of a run of reading, and what a caller may watch of it."""

from pathlib import Path
from typing import Literal, Protocol

import msgspec

from dragoman.record.errors import DragomanError

State = Literal["read", "already read", "would read", "skipped", "not read"]


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one path. `why` is set where it was skipped or not read."""

    path: Path
    state: State
    why: str | None = None


class Outcome(msgspec.Struct, kw_only=True):
    """What became of every path, in order; `left` counts the files that were not come to.

    `interrupted`: stopped by the user. `linked`: the record was linked anew.
    """

    taken: list[Taken] = msgspec.field(default_factory=list)
    left: int = 0
    interrupted: bool = False
    linked: bool = False

    def add(self, path: Path, state: State, why: str | None = None) -> None:
        """Note what became of a path."""
        self.taken.append(Taken(path=path, state=state, why=why))

    def fail(self, path: Path, error: DragomanError) -> None:
        """Note why a path could not be read."""
        self.add(path, "not read", str(error))

    def count(self, state: State) -> int:
        """Return how many paths ended in `state`."""
        return sum(one.state == state for one in self.taken)


class Watcher(Protocol):
    """Is told how a run goes on."""

    def begin(self, total: int) -> None:
        """Take the number of files there are to read."""

    def step(self, taken: Taken) -> None:
        """Take what became of the next file."""

    def linking(self, reports: int) -> None:
        """Take note that so many reports are linked now."""


class Unwatched:
    """A watcher that looks away."""

    def begin(self, total: int) -> None:
        """Do nothing."""

    def step(self, taken: Taken) -> None:
        """Do nothing."""

    def linking(self, reports: int) -> None:
        """Do nothing."""

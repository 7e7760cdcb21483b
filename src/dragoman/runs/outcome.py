"""What came of a run of reading, and what a caller may watch of it."""

from pathlib import Path
from typing import Literal, Protocol

import msgspec

from dragoman.record.remote import Plan, Usage

State = Literal["read", "already read", "would read", "skipped", "not read"]


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one path, or page of the web; `why` where it was skipped or not read."""

    path: Path
    state: State
    why: str | None = None
    address: str | None = None

    @property
    def shown(self) -> str:
        """Return where it was, as a person would write it."""
        return self.address or str(self.path)


class Outcome(msgspec.Struct, kw_only=True):
    """What became of every path, in order; `left` counts the files that were not come to.

    `interrupted`: stopped by the user. `linked`: the record was linked anew. `rows` counts what
    was kept of the reports read now, `quarantined` what was not, by reason. `host`, `usage` and
    `plan` are set where a reader sends reports away: what was, and what a dry run would send.
    `lost` are the decisions whose ground is gone, and why.
    """

    taken: list[Taken] = msgspec.field(default_factory=list)
    left: int = 0
    interrupted: bool = False
    linked: bool = False
    rows: int = 0
    quarantined: dict[str, int] = msgspec.field(default_factory=dict)
    host: str | None = None
    usage: Usage | None = None
    plan: Plan | None = None
    lost: list[str] = msgspec.field(default_factory=list)

    def add(self, path: Path, state: State, why: str | None = None) -> None:
        """Note what became of a path."""
        self.taken.append(Taken(path=path, state=state, why=why))

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

    def caution(self, line: str) -> None:
        """Take what the user should know before reports are sent away."""

    def asked(self, usage: Usage) -> None:
        """Take what has been asked of a server so far."""


class Unwatched:
    """A watcher that looks away."""

    def begin(self, total: int) -> None:
        """Do nothing."""

    def step(self, taken: Taken) -> None:
        """Do nothing."""

    def linking(self, reports: int) -> None:
        """Do nothing."""

    def caution(self, line: str) -> None:
        """Do nothing."""

    def asked(self, usage: Usage) -> None:
        """Do nothing."""

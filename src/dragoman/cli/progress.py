"""A run watched: a progress bar on a terminal, nothing where standard error is a file or pipe."""

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from dragoman.record.plain import plain
from dragoman.record.remote import Usage
from dragoman.runs.outcome import Taken


class Bar:
    """A watcher that draws a bar on standard error while the run goes on."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[asked]}"),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._progress.add_task("Getting ready", total=None, asked="")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def begin(self, total: int) -> None:
        """Show an empty bar."""
        self._progress.update(self._task, description="Reading", total=total, completed=0)

    def step(self, taken: Taken) -> None:
        """Move the bar on by one file."""
        name = plain(taken.address or taken.path.name).replace("[", "\\[")
        self._progress.update(self._task, description=f"Reading {name[:40]}", advance=1)

    def linking(self, reports: int) -> None:
        """Say that the reports are linked now."""
        self._progress.update(self._task, description=f"Linking {reports} reports", total=None)

    def caution(self, line: str) -> None:
        """Print the line on standard error, whether or not a bar is drawn."""
        self._progress.console.print(f"dragoman: {plain(line)}", markup=False, soft_wrap=True)

    def asked(self, usage: Usage) -> None:
        """Show what has been asked of a server so far."""
        cost = "" if usage.cost is None else f", cost {usage.cost:.4f}"
        line = f"{usage.calls} calls, {usage.tokens_in} tokens in, {usage.tokens_out} out{cost}"
        self._progress.update(self._task, asked=line)

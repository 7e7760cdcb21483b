"""What one report more and one decision cost: `python -m bench.growth [--sizes 250,1000]`.

A record of each size is made of the corpus's train part and its variations (`bench/varying.py`),
with the readings that the english reader gives of the originals, and linked as a whole. Then three
reports are added one after the other and three decisions made; each is followed by what `read` and
`correct` do after reading: linking, saving, noting what changed. Seconds are processor time on one
core, the median of three. `--stages` adds where the seconds of adding a report go, each stage
without those it calls. `--keep FOLDER` keeps the readings and the records for the next time.
"""

import argparse
import gc
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from bench.varying import Read, Varying
from rich.console import Console
from rich.table import Table
from training.corpus.splits import clusters_of

from dragoman.documents.reports import read_report
from dragoman.runs.linking import link_if_needed
from dragoman.runs.outcome import Unwatched
from dragoman.runs.review import deciding, making
from dragoman.store.database import Database, create
from dragoman.store.readings import save_reading
from dragoman.store.reports import save_report
from dragoman.store.tables import event

SIZES = (250, 1000, 4000)
ADDED = 3
SIGNED = deciding.Signature(by="bench")
LINK, DONE = "dragoman.linking.linking", "dragoman.runs.linking"
HEARD = "dragoman.linking.hearing"
SAVED = "dragoman.store.linked.saving"
STAGES = {
    "who is who": [(LINK, "link_entities")],
    "details of reports": [(HEARD, "details_of")],
    "origins": [(HEARD, "link_origins")],
    "own days": [(HEARD, "likely_days")],
    "events": [(HEARD, "link_events"), (HEARD, "told_events")],
    "commitments": [(LINK, "link_commitments"), (HEARD, "told_commitments")],
    "statements, figures": [(HEARD, "link_statements"), (HEARD, "link_figures")],
    "roles": [(HEARD, "link_roles"), (LINK, "with_seen")],
    "disagreements": [(LINK, "find_disagreements"), (LINK, "told_apart")],
    "explained, series": [(LINK, "find_explained"), (LINK, "link_series")],
    "follow-ups": [(LINK, "follow_up")],
    "wholes": [(LINK, "with_wholes")],
    "readings loaded": [(DONE, "current_readings")],
    "facts of reports": [(DONE, "Known")],
    "what differs": [(SAVED, "named_countries"), (SAVED, "differing"), (SAVED, "_blocks")],
    "record saved": [(DONE, "_save"), (DONE, "replace_linkage")],
    "changes noted": [(DONE, "state_of"), (DONE, "record_run")],
}


class Stages:
    """Processor seconds by stage; what a stage calls that is one itself is not counted in it."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._on = ["rest"]
        self._since = time.process_time()

    def wrap(self) -> None:
        """Put a clock around every stage that this version has."""
        for label, places in STAGES.items():
            for module, name in places:
                owner = import_module(module)
                if hasattr(owner, name):
                    setattr(owner, name, self._clocked(getattr(owner, name), label))

    def restart(self) -> None:
        """Count from nothing."""
        self.seconds.clear()
        self._since = time.process_time()

    def stop(self) -> None:
        """Count the time since the last change to the stage that is on."""
        now = time.process_time()
        self.seconds[self._on[-1]] += now - self._since
        self._since = now

    def _clocked(self, function: Callable[..., Any], label: str) -> Callable[..., Any]:
        def clocked(*given: Any, **named: Any) -> Any:
            with self._timed(label):
                made = function(*given, **named)
                return list(made) if isinstance(made, Iterator) else made

        return clocked

    @contextmanager
    def _timed(self, label: str) -> Iterator[None]:
        self.stop()
        self._on.append(label)
        try:
            yield
        finally:
            self.stop()
            self._on.pop()


def originals(keep: Path | None) -> list[Read]:
    """Return the reports of the corpus's train part with their readings."""
    paths = [path for folder in clusters_of("train") for path in sorted(folder.glob("?.txt"))]
    kept = keep / "readings.json" if keep else None
    if kept and kept.exists():
        return msgspec.json.decode(kept.read_bytes(), type=list[Read])
    from dragoman.readers.english import reader

    reports = [read_report(path).report for path in paths]
    read = [Read(r, n) for r, n in zip(reports, reader().read(reports), strict=True)]
    if kept:
        kept.write_bytes(msgspec.json.encode(read))
    return read


def take_in(database: Database, read: Sequence[Read]) -> None:
    """Keep reports and readings, as the read stage does."""
    with database.writing() as connection:
        for one in read:
            save_report(connection, one.report, b"")
            save_reading(connection, one.reading)


def timed(work: Callable[[], object], stages: Stages | None = None) -> float:
    """Return the processor seconds that some work takes."""
    gc.collect()
    if stages:
        stages.restart()
    begun = time.process_time()
    work()
    taken = time.process_time() - begun
    if stages:
        stages.stop()
    return taken


def decisions(database: Database) -> list[Callable[[], object]]:
    """Return what makes three decisions: a date set right, an event rejected, that undone."""
    with database.reading() as connection:
        ids = [row.id for row in connection.execute(event.select().limit(2))]
    asked: list[Callable[[Any], Any]] = [
        lambda c: [making.correct(c, ids[0], {"date": "2031-01-01"})],
        lambda c: [making.judge(c, "reject", ids[1], None)],
    ]
    made: list[str] = []

    def decide(ask: Callable[[Any], Any]) -> None:
        made.append(deciding.decide(database.path, ask, SIGNED).decisions[0].id)

    undo = lambda c: [deciding.undoing(c, made[-1])]  # noqa: E731
    return [lambda ask=ask: decide(ask) for ask in (*asked, undo)]


def measured(size: int, read: Varying, place: Path, stages: Stages | None) -> dict[str, Any]:
    """Return the seconds at one size, and where those of the reports added went."""
    path = place / f"{size}.db"
    fresh = not path.exists()
    database = create(path)
    every = list(islice(read.endless(), size + ADDED))
    whole = 0.0
    if fresh:
        take_in(database, every[:size])
        whole = timed(lambda: link_if_needed(database, Unwatched()))
    added, spent = [], Counter[str]()
    for one in every[size:]:
        take_in(database, [one])
        added.append(timed(lambda: link_if_needed(database, Unwatched()), stages))
        spent.update(stages.seconds if stages else {})
    decided = [timed(work) for work in decisions(database)]
    return {
        "whole": whole,
        "report": statistics.median(added),
        "decision": statistics.median(decided),
        "stages": {label: seconds / ADDED for label, seconds in spent.items()},
    }


def main() -> None:
    """Read the arguments, measure and print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--sizes", default=",".join(map(str, SIZES)))
    options.add_argument("--stages", action="store_true")
    options.add_argument("--keep", type=Path, metavar="FOLDER")
    arguments = options.parse_args()
    read = Varying(originals(arguments.keep))
    stages = Stages() if arguments.stages else None
    if stages:
        stages.wrap()
    found: dict[int, dict[str, Any]] = {}
    with TemporaryDirectory() as place:
        for size in map(int, arguments.sizes.split(",")):
            found[size] = measured(size, read, Path(place), stages)
            row = {k: round(v, 2) for k, v in found[size].items() if isinstance(v, float)}
            print(size, row, flush=True)
    table = Table("seconds", *(f"{size} reports" for size in found))
    for label in ("whole", "report", "decision"):
        table.add_row(label, *(f"{one[label]:.2f}" for one in found.values()))
    for label in sorted({k for one in found.values() for k in one["stages"]}):
        table.add_row(
            f"  {label}", *(f"{one['stages'].get(label, 0):.3f}" for one in found.values())
        )
    Console(width=100).print(table)


if __name__ == "__main__":
    main()

"""Files taken one after the other, or several side by side, and what became of each."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait

from dragoman.documents.sources import Found
from dragoman.record.errors import ReportError
from dragoman.runs.outcome import Outcome, State, Taken, Watcher

Take = Callable[[Found], State]


def each(found: Sequence[Found], take: Take, watcher: Watcher, at_once: int = 1) -> Outcome:
    """Take every file, `at_once` of them side by side; the outcome is in the order given.

    A ReportError costs its report alone; any other error ends the run. Ctrl-C ends it too: files
    side by side are finished, since what a server reads is paid for, and no other is begun.
    """
    outcome = Outcome()
    watcher.begin(len(found))
    walk = _one_by_one(found, take) if at_once == 1 else _side_by_side(found, take, at_once)
    try:
        for taken in walk:
            outcome.taken.append(taken)
            watcher.step(taken)
    except KeyboardInterrupt:
        outcome.interrupted = True
    outcome.left = len(found) - len(outcome.taken)
    return outcome


def _one_by_one(found: Sequence[Found], take: Take) -> Iterator[Taken]:
    for one in found:
        yield _taken(one, take)


def _side_by_side(found: Sequence[Found], take: Take, at_once: int) -> Iterator[Taken]:
    ended = threading.Event()

    def one_of(one: Found) -> Taken:
        # Called off here too: a worker is quicker than the thread that would cancel what is left.
        if ended.is_set():
            raise CancelledError
        try:
            return _taken(one, take)
        except BaseException:
            ended.set()
            raise

    with ThreadPoolExecutor(max_workers=at_once) as pool:
        futures = [pool.submit(one_of, one) for one in found]
        at = 0
        try:
            for future in futures:
                taken = future.result()
                at += 1
                yield taken
        except KeyboardInterrupt:
            yield from _begun(futures[at:])
            raise
        finally:
            for future in futures:
                future.cancel()


def _begun(futures: Sequence[Future[Taken]]) -> Iterator[Taken]:
    """Yield what becomes of those that were begun, and call off the rest."""
    begun = [future for future in futures if not future.cancel()]
    wait(begun)
    yield from (future.result() for future in begun)


def _taken(found: Found, take: Take) -> Taken:
    def became(state: State, why: object = None) -> Taken:
        told = None if why is None else str(why)
        return Taken(path=found.path, state=state, why=told, address=found.address)

    if found.skipped is not None:
        return became("skipped", found.skipped)
    if found.failure is not None:
        return became("not read", found.failure)
    try:
        return became(take(found))
    except ReportError as error:
        return became("not read", error)

"""How fast the pages are: `python -m bench.pages [--reports 20000] [--keep FOLDER]`.

A record of BASE reports is made as in `bench.growth`, linked, and repeated as other stories until
it has so many. Ten readers then ask for the pages one after the other, each page ROUNDS times in
all, over connections they keep, as browsers do; what counts is the time from asking to the last
byte, as a reader feels it. Datasette serves the same SQLite file on the same machine right after:
its table with facets, its row, its table by words. Weight is what a first visit fetches, packed,
styles and scripts included.
"""

import argparse
import re
import shutil
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urljoin

import httpx
from bench.growth import originals, take_in
from bench.repeating import repeat
from bench.varying import Varying
from rich.console import Console
from rich.table import Table

from dragoman.runs.linking import link_if_needed
from dragoman.runs.outcome import Unwatched
from dragoman.store.database import create

READERS = 10
ROUNDS = 60
BASE = 2000
AT_ONCE = 500
_LINK = r'<link[^>]+rel="(?:stylesheet|icon)"[^>]+href="([^"]+)"'
HEADERS = {"Accept-Encoding": "gzip"}
LISTS = {
    "front": "/",
    "between states": "/between",
    "between": "/between/{pair}",
    "timeline": "/timeline",
    "events": "/events",
    "events, narrowed": "/events?kind=CONSULT&since=2024",
    "commitments": "/commitments",
    "board": "/board",
    "statements": "/statements",
    "figures": "/figures",
    "disagreements": "/disagreements",
    "entities": "/entities",
    "bodies": "/bodies",
    "reports": "/reports",
    "map": "/map",
    "search": "/search?q=agreement",
    "search, two words": "/search?q=minister+AND+visit*",
}
# These look at all of the record, so that one of them made anew would be all that others wait for.
WHOLE = ("between states", "between", "map")
KINDS = ("event", "commitment", "statement", "figure", "disagreement", "entity", "report")
PEER = {
    "table with facets": "/{name}/item?noun=event&_facet=kind&_facet=status&_size=50",
    "row": "/{name}/item/{item}",
    "table by words": "/{name}/block_words?_where=block_words+match+%27agreement%27&_size=20",
}


class Told(NamedTuple):
    """Milliseconds that a page took, median and 95th percentile; bytes of a first visit."""

    median: float
    late: float
    weight: int


def made(reports: int, keep: Path, place: Path) -> Path:
    """Return a linked record of so many reports, the one that was kept where there is one."""
    path = place / f"{reports}.db"
    if not path.exists():
        part = place / f"{reports}.part.db"
        part.unlink(missing_ok=True)
        database = create(part)
        every = islice(Varying(originals(keep)).endless(), min(BASE, reports))
        while some := list(islice(every, AT_ONCE)):
            take_in(database, some)
        link_if_needed(database, Unwatched())
        with database.writing() as connection:
            repeat(connection, max(1, reports // BASE))
        with database.writing() as connection:
            connection.exec_driver_sql("ANALYZE")
        part.rename(path)
    return path


@contextmanager
def running(*command: str, ready: str) -> Iterator[str]:
    """Run a server on a free port of loopback and yield its address once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                if httpx.get(address + ready, timeout=60).status_code < 500:
                    break
            except httpx.TransportError:
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait()


def asked(address: str, pages: Mapping[str, str], *, anew: bool = False) -> dict[str, Told]:
    """Return what each page took while READERS readers asked for all of them.

    Asked for `anew`, every address is another one, so that no page made before can be given again.
    """
    took: dict[str, list[float]] = {name: [] for name in pages}

    def reader(number: int) -> list[tuple[str, float]]:
        names = list(pages)
        names = names[number % len(names) :] + names[: number % len(names)]
        found = []
        with httpx.Client(base_url=address, headers=HEADERS, timeout=120) as client:
            for turn in range(ROUNDS // READERS):
                for name in names:
                    path = pages[name]
                    if anew:
                        path += f"{'&' if '?' in path else '?'}turn={number}.{turn}"
                    begun = time.perf_counter()
                    answer = client.get(path)
                    found.append((name, (time.perf_counter() - begun) * 1000))
                    assert answer.status_code == 200, (pages[name], answer.status_code)
        return found

    with ThreadPoolExecutor(READERS) as pool:
        for found in pool.map(reader, range(READERS)):
            for name, milliseconds in found:
                took[name].append(milliseconds)
    weights = {name: weight(address, path) for name, path in pages.items()}
    return {
        name: Told(statistics.median(times), late(times), weights[name])
        for name, times in took.items()
    }


def late(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return sorted(times)[min(len(times) - 1, round(0.95 * len(times)))]


def weight(address: str, path: str) -> int:
    """Return the bytes over the wire of a page with the styles, scripts and pictures it names."""
    total, seen = 0, set()
    with httpx.Client(headers=HEADERS, timeout=120, follow_redirects=True) as client:
        waiting = [urljoin(address, path)]
        while waiting:
            url = waiting.pop()
            if url not in seen:
                seen.add(url)
                with client.stream("GET", url) as answer:
                    total += sum(len(chunk) for chunk in answer.iter_raw())
                if len(seen) == 1:
                    text = client.get(url).text
                    parts = re.findall(r'<(?:script|img)[^>]+src="([^"]+)"', text)
                    parts += re.findall(_LINK, text)
                    waiting += [urljoin(url, part) for part in parts]
    return total


def pages_of(address: str) -> dict[str, str]:
    """Return the address of every kind of page: the lists, and an item out of each."""
    with httpx.Client(base_url=address, timeout=300) as client:
        pair = re.search(r'href="/between/([A-Z]{3}/[A-Z]{3})', client.get("/between").text)
        assert pair
        pages = {name: path.format(pair=pair[1]) for name, path in LISTS.items()}
        for kind in KINDS:
            plural = "entities" if kind == "entity" else f"{kind}s"
            found = re.search(rf'href="(/{kind}/[^"#?]+)', client.get(f"/{plural}").text)
            assert found, kind
            pages[f"one {kind}"] = found[1]
    return pages


def shown(title: str, told: Mapping[str, Told]) -> Table:
    """Return a table of what pages took."""
    table = Table(title, "median ms", "95th ms", "first visit KB")
    for name, one in told.items():
        table.add_row(name, f"{one.median:.0f}", f"{one.late:.0f}", f"{one.weight / 1024:.0f}")
    return table


def main() -> None:
    """Read the arguments, measure and print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--reports", type=int, default=20_000)
    options.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the record here")
    arguments = options.parse_args()
    with TemporaryDirectory() as fresh:
        place = arguments.keep or Path(fresh)
        place.mkdir(parents=True, exist_ok=True)
        record = made(arguments.reports, place, place)
        ours = [shutil.which("dragoman") or "dragoman", "serve", "--record", str(record)]
        with running(*ours, ready="/") as address:
            pages = pages_of(address)
            mine = asked(address, pages)
            lesser = {name: path for name, path in pages.items() if name not in WHOLE}
            made_anew = asked(address, lesser, anew=True)
        item = pages["one event"].rpartition("/")[2]
        peer = [shutil.which("datasette") or "datasette", "serve", str(record)]
        paths = {k: v.format(name=record.stem, item=item) for k, v in PEER.items()}
        with running(*peer, ready="/-/versions.json") as address:
            theirs = asked(address, paths)
    console = Console(width=90)
    title = f"Dragoman, {arguments.reports} reports"
    console.print(shown(title, mine), shown(f"{title}, no page twice", made_anew))
    console.print(shown("Datasette", theirs))
    for name, peer_name in (
        ("events", "table with facets"),
        ("one event", "row"),
        ("search", "table by words"),
    ):
        peer_took = theirs[peer_name].median
        kept, anew = mine[name].median / peer_took, made_anew[name].median / peer_took
        console.print(f"{name}: {kept:.2f} of Datasette's {peer_name}, made anew {anew:.2f}")


if __name__ == "__main__":
    main()

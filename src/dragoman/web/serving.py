"""The server: a socket on this machine, and the application behind it.

It listens beyond loopback only when asked, and then to users only: whoever reaches it signs in.
"""

import errno
import ipaddress
import os
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dragoman.record.errors import AddressUnusable

_BACKLOG = 128
# Each keeps what it has read and made: more take memory that the record's own pages need.
_MOST_WORKERS = 4


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Yield a socket that listens on `host` and `port`; port 0 takes a free one.

    Raises AddressUnusable for a host that this machine does not have, and for a port that is taken
    or not ours to take.
    """
    family, place = _found(host, port)
    # Only where the protocol is named does asyncio send small answers at once (TCP_NODELAY).
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(place)
            listener.listen(_BACKLOG)
        except OSError as error:
            raise AddressUnusable(_why(host, port, error)) from error
        yield listener


def web_address(host: str, listener: socket.socket) -> str:
    """Return the address that a browser reaches `listener` at."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{listener.getsockname()[1]}/"


def workers_fit() -> int:
    """Return how many processes this machine can run beside each other for readers."""
    return min(os.cpu_count() or 1, _MOST_WORKERS)


def reached_by_others(host: str, names: Sequence[str] = ()) -> bool:
    """Say whether other machines can reach `host`, or reach this one by `names` through a proxy.

    Raises AddressUnusable for a host that this machine does not have.
    """
    _, place = _found(host, 0)
    return bool(names) or not ipaddress.ip_address(place[0].partition("%")[0]).is_loopback


def check_users(record: Path, host: str) -> None:
    """Raise AddressUnusable where others could reach the record and nobody could sign in."""
    from dragoman.runs.opening import open_record
    from dragoman.store.users import number_of_users

    with open_record(record).reading() as connection:
        if number_of_users(connection) == 0:
            raise AddressUnusable(
                f"others could reach {host}, and nobody can sign in yet: make a user first with "
                f"`dragoman user add NAME --role editor`, or leave --host and --name out"
            )


def host_names(host: str, names: Sequence[str]) -> list[str]:
    """Return the names that browsers may reach the server by: those given, and its addresses."""
    own = {host, socket.gethostname()}
    with suppress(OSError):
        own |= {str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None)}
    return [*names, *sorted(f"[{name}]" if ":" in name else name for name in own)]


class Reach(NamedTuple):
    """The names that browsers reach a server by, and whether they must sign in."""

    names: tuple[str, ...] = ()
    sign_in: bool = False


def serve(
    record: Path, listener: socket.socket, workers: int = 1, reach: Reach | None = None
) -> None:
    """Serve the record at `record` until the process is interrupted.

    Several `workers` are processes that take from one socket: what a page takes is Python's time,
    which threads do not share. One that dies is started again.
    """
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    from dragoman.web.app import create_app

    reach = reach or Reach()
    config = uvicorn.Config(
        partial(create_app, record, hosts=reach.names, sign_in=reach.sign_in),
        factory=True,
        workers=workers,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    if workers == 1:
        uvicorn.Server(config).run(sockets=[listener])
    else:
        Multiprocess(config, sockets=[listener]).run()


def _found(host: str, port: int) -> tuple[socket.AddressFamily, tuple[str, int]]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        why = f"{host!r} is no address of this machine: leave --host out to use 127.0.0.1"
        raise AddressUnusable(why) from error
    family, _, _, _, place = found[0]
    return family, (str(place[0]), int(place[1]))


def _why(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken: choose another with --port, or 0 for a free one"
    if error.errno == errno.EACCES:
        return f"port {port} may only be opened by the administrator: choose one above 1023"
    return f"{host} port {port} cannot be listened on: {error.strerror or error}"

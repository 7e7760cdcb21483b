"""The server: a socket on this machine, and the application behind it."""

import errno
import ipaddress
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from dragoman.record.errors import AddressUnusable

_BACKLOG = 128
# Each keeps what it has read and made: more take memory that the record's own pages need.
_MOST_WORKERS = 4


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Yield a socket that listens on `host` and `port`; port 0 takes a free one.

    Raises AddressUnusable for a host that others can reach, for one this machine does not have, and
    for a port that is taken or not ours to take.
    """
    family, place = _found(host, port)
    if not ipaddress.ip_address(place[0].partition("%")[0]).is_loopback:
        raise AddressUnusable(
            f"{host} can be reached from other machines, and nobody would have to sign in: "
            "leave --host out, or reach this machine through an SSH tunnel"
        )
    with socket.socket(family, socket.SOCK_STREAM) as listener:
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


def serve(record: Path, listener: socket.socket, workers: int = 1) -> None:
    """Serve the record at `record` until the process is interrupted.

    Several `workers` are processes that take from one socket: what a page takes is Python's time,
    which threads do not share. One that dies is started again.
    """
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    from dragoman.web.app import create_app

    config = uvicorn.Config(
        partial(create_app, record),
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

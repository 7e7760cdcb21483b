"""Listening on this machine, and only there."""

import re
import signal
import subprocess
import sys

import httpx
import pytest

from dragoman.record.errors import AddressUnusable
from dragoman.store.database import Database
from dragoman.web.serving import listening, web_address

_MAIN = "from dragoman.cli import main; main()"


def test_a_free_port_is_taken_and_a_taken_one_told() -> None:
    with listening("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        assert web_address("127.0.0.1", listener) == f"http://127.0.0.1:{port}/"
        with (
            pytest.raises(AddressUnusable, match=f"port {port} is taken"),
            listening("127.0.0.1", port),
        ):
            pass


def test_an_unknown_host_is_told() -> None:
    with pytest.raises(AddressUnusable, match="no address"), listening("no host at all", 0):
        pass


def test_several_processes_answer_and_end_together(filled: Database) -> None:
    command = [sys.executable, "-c", _MAIN, "serve", "--port", "0", "--workers", "2"]
    with subprocess.Popen(
        [*command, "--record", str(filled.path)], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        found = re.search(r"http://[\d.:]+", line)
        try:
            assert found, line
            # Requests wait in the socket's queue until a process takes them.
            assert httpx.get(found[0], timeout=60).status_code == 200
        finally:
            server.send_signal(signal.SIGINT)
        assert server.wait(timeout=60) == 0

"""What docs/api.md shows is what the API answers."""

import re
import shlex
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from dragoman.cli.program import program
from dragoman.runs.reading import Order, Pick, read
from dragoman.web.api.problems import TITLES
from dragoman.web.api.table import description
from dragoman.web.app import create_app

DOCUMENT = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
BLOCKS = re.findall(r"```\n(\$ curl .*?)```", DOCUMENT, flags=re.S)
ADDRESS = "http://127.0.0.1:8001"


@pytest.fixture
def talks(scripted: Any) -> Path:
    """A record that was read."""
    read(Order(paths=(scripted.folder,), record=scripted.record, pick=Pick(reader="scripted")))
    return Path(scripted.record)


def asked(web: TestClient, command: str, token: str) -> httpx.Response:
    """Ask as curl would."""
    words = shlex.split(command.replace("$TOKEN", token))[1:]
    address = next(word for word in words if word.startswith(ADDRESS))
    heads = [words[n + 1] for n, word in enumerate(words) if word == "-H"]
    headers = {name: value.strip() for name, _, value in (head.partition(":") for head in heads)}
    bodies = [words[n + 1] for n, word in enumerate(words) if word == "-d"]
    method = "POST" if bodies else "GET"
    return web.request(method, address, headers=headers, content="".join(bodies) or None)


def test_there_are_examples() -> None:
    assert len(BLOCKS) > 3


@pytest.mark.parametrize("block", BLOCKS)
def test_every_example_is_answered_so(block: str, talks: Path) -> None:
    words = ["token", "create", "ada", "--write", "--record", str(talks)]
    token = CliRunner().invoke(program, words).stdout.strip()
    web = TestClient(create_app(talks), base_url=ADDRESS)
    lines = block[2:].splitlines()
    last = next(n for n, line in enumerate(lines) if not line.endswith("\\"))
    command = " ".join(line.rstrip("\\") for line in lines[: last + 1])
    shown = "\n".join(lines[last + 1 :]).strip()
    told = asked(web, command, token).text.strip().replace("\r\n", "\n")
    pattern = ".*?".join(re.escape(part) for part in shown.split("…"))
    assert re.fullmatch(pattern, told, flags=re.S), told


def test_every_path_that_is_named_is_there() -> None:
    named = set(re.findall(r"`(?:GET|POST) (/api[^`?]*)", DOCUMENT))
    assert named
    assert named <= description()["paths"].keys()


def test_every_status_is_told() -> None:
    rows = {int(status) for status in re.findall(r"^\| (\d{3}) \|", DOCUMENT, flags=re.M)}
    assert rows == TITLES.keys()


def test_every_command_is_there() -> None:
    told = CliRunner().invoke(program, ["token", "create", "--help"]).output
    commands = re.findall(r"dragoman token (\w+)", DOCUMENT)
    assert set(commands) == {"create", "list", "revoke"}
    assert all(option in told for option in re.findall(r"token create \w+ (--\w+)", DOCUMENT))

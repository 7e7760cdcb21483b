"""Tables and help texts on narrow terminals."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.commands.watch import command as watch
from dragoman.cli.tables import rendered, table
from dragoman.cli.writing import write_out


@pytest.mark.parametrize("columns", ["60", "80", "100"])
def test_main_text_keeps_its_room_on_a_narrow_terminal(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    row = [
        "proposed",
        "2025-03-01/2025-03-31",
        "patrol boats " * 9,
        "1.5 billion USD",
        "open, no report since then tells what came of it",
        "[r258d:5018-5065]",
    ]
    shown = rendered(
        table(["kind", "date", "what", "target", "stands", "cited"], "what", [row]), styled=False
    )
    assert "patrol" in shown
    assert "cited" in shown
    assert max(map(len, shown.splitlines())) <= int(columns)


def test_help_of_watch_shows_its_file_line_by_line() -> None:
    shown = CliRunner().invoke(watch, ["--help"]).output
    assert "  sources:\n" in shown
    assert "\\b" not in shown


def test_output_to_a_device_leaves_the_device_there(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_out("two lines", pipe)
    assert os.read(reading, 20) == b"two lines"
    os.close(reading)
    assert pipe.is_fifo()

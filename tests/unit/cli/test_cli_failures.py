"""What goes wrong is told in one line, with an exit code that says whose fault it was."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

CODE = "from dragoman.cli import main; main()"


def dragoman(*words: object, stdin: str | None = None, **environment: str):
    return subprocess.run(
        [sys.executable, "-c", CODE, *map(str, words)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )


def read(scripted, *paths, **more):
    paths = paths or (scripted.folder,)
    return dragoman("read", *paths, "--reader", "scripted", "--record", scripted.record, **more)


def one_line(done, code: int, words: str) -> None:
    assert done.returncode == code
    assert done.stderr.count("\n") == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_run_that_reads_all_ends_well(scripted):
    done = read(scripted)
    assert done.returncode == 0
    assert done.stdout.startswith("3 read, 1 skipped")
    assert "manifest.yaml: a manifest, not a report" in done.stderr


def test_some_reports_not_read(scripted):
    (scripted.folder / "empty.txt").write_bytes(b"")
    (scripted.folder / "image.txt").write_bytes(bytes(range(256)) * 40)
    done = read(scripted)
    assert done.returncode == 3
    assert "3 read" in done.stdout
    assert "2 not read" in done.stdout
    assert done.stderr.count("not read: ") == 2


def test_a_list_of_paths_on_standard_input(scripted):
    listed = "\n".join(str(path) for path in sorted(scripted.folder.glob("*.txt")))
    assert read(scripted, "-", stdin=f"{listed}\n\n").stdout.startswith("3 read")


def test_a_dry_run(scripted):
    done = dragoman("read", scripted.folder, "--dry-run", "--record", scripted.record)
    assert done.stdout.count("would read: ") == 3
    assert not scripted.record.exists()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("read", "none.txt"), 2, "none.txt"),
        (("read",), 2, "--help"),
        (("bake",), 2, "bake"),
        (("events", "--colour", "red"), 2, "--colour"),
        (("events", "--json", "--csv"), 2, "one of"),
        (("read", "x.txt", "--reader", "augur"), 2, "x.txt"),
        (("timeline",), 1, "dragoman read"),
        (("export", "--format", "csv", "-o", "x"), 1, "no record"),
        (("evaluate", "none.json"), 2, "none.json"),
    ],
)
def test_mistakes_on_the_command_line(tmp_path, monkeypatch, words, code, told):
    monkeypatch.chdir(tmp_path)
    one_line(dragoman(*words), code, told)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_readable_files(scripted, tmp_path):
    bare = tmp_path / "bare"
    bare.mkdir()
    one_line(read(scripted, bare), 2, "no file to read")


def test_a_record_that_is_none_or_newer_or_in_use(scripted, tmp_path):
    scripted.record.write_text("my letters")
    one_line(read(scripted), 1, "not a Dragoman record")
    one_line(dragoman("brief", "--record", scripted.record), 1, "not a Dragoman record")
    scripted.record.unlink()
    read(scripted)
    raw = sqlite3.connect(scripted.record)
    raw.execute("PRAGMA user_version = 999")
    raw.close()
    one_line(dragoman("events", "--record", scripted.record), 1, "newer Dragoman")


def test_an_empty_record_says_what_to_do_next(database):
    done = dragoman("brief", "--record", database.path)
    assert done.returncode == 0
    assert "dragoman read PATH" in done.stdout


def test_unknown_filters_and_items(scripted):
    read(scripted)
    record = ("--record", scripted.record)
    one_line(dragoman("events", "--kind", "party", *record), 2, "AGREE")
    one_line(dragoman("events", "--between", "GHA", "Atlantis", *record), 2, "Atlantis")
    one_line(dragoman("show", "zzz", *record), 2, "zzz")
    one_line(dragoman("who", "nobody", *record), 2, "nobody")
    one_line(dragoman("search", '"open', *record), 2, "quote")
    one_line(dragoman("export", "--format", "pigeon", *record), 2, "json")
    one_line(dragoman("export", "-o", "/none/x.json", *record), 1, "/none/x.json")


def test_no_space_for_the_record(scripted):
    limit = (
        "import resource, signal;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096 * 3, 4096 * 3));"
    )
    words = ("read", scripted.folder, "--reader", "scripted", "--record", scripted.record)
    done = subprocess.run(
        [sys.executable, "-c", limit + CODE, *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
    )
    one_line(done, 1, "talks.db")


def test_output_that_cannot_be_written_is_one_line(scripted):
    read(scripted)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", CODE, "events", "--json", "--record", str(scripted.record)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "dragoman: the output cannot be written: No space left on device\n"


def test_output_that_is_not_wanted_any_more(scripted):
    read(scripted)
    with subprocess.Popen(
        [sys.executable, "-c", CODE, "export", "--record", str(scripted.record)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_terminal_that_lacks_letters(scripted):
    read(scripted)
    done = dragoman("entities", "--record", scripted.record, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Bj\\xf8rn" in done.stdout


WAITING = '''
import signal, sys

class Waiting:
    """Reads one report and waits on the second until it is stopped."""

    name, version = "waiting", "1"
    calls = 0

    def read(self, reports):
        from dragoman.record.nouns import Reading

        self.calls += 1
        if self.calls == 2:
            print("waiting", flush=True)
            signal.pause()
        for report in reports:
            yield Reading(report=report.id, reader=self.name, version=self.version)

def reader():
    return Waiting()
'''


def test_ctrl_c_keeps_what_was_whole_and_the_next_run_goes_on(scripted, tmp_path):
    outside = tmp_path / "outside"
    info = outside / "waiting-1.dist-info"
    info.mkdir(parents=True)
    (outside / "waiting.py").write_text(WAITING)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: waiting\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[dragoman.readers]\nwaiting = waiting:reader\n")
    words = ("read", str(scripted.folder), "--reader", "waiting", "--record", str(scripted.record))
    # The run that is stopped must be of the same Dragoman as the one after it.
    searched = [str(outside), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(searched)}
    with subprocess.Popen(
        [sys.executable, "-c", CODE, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout.readline() == "waiting\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert process.returncode == 130
    assert out.startswith("Stopped: 1 read")
    assert "run the same command again" in out
    assert err == ""
    again = read(scripted)
    assert again.stdout.startswith("3 read")
    assert Path(scripted.record).exists()

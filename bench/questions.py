"""How many of forty questions a command answers: `python bench/questions.py FOLDER [--misses]`.

FOLDER holds the five reports the questions are on; they are not part of the repository. They are
read into a record of their own, every command of `questions.yaml` is run on it, and its output is
searched for the words that answer the question. `--table` prints docs/questions.md's table.
"""

import os
import shlex
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from dragoman.cli.program import program

QUESTIONS = Path(__file__).with_name("questions.yaml")
# Wide enough that no line of a table is wrapped.
COLUMNS = "4000"


def main() -> None:
    """Ask every question of the record of the folder given, and count the right answers."""
    rows: list[dict[str, Any]] = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    if "--table" in sys.argv:
        print(table(rows))
        return
    folders = [word for word in sys.argv[1:] if not word.startswith("--")]
    if len(folders) != 1:
        sys.exit("usage: python bench/questions.py FOLDER [--misses]")
    with tempfile.TemporaryDirectory() as place:
        os.environ |= {"DRAGOMAN_RECORD": f"{place}/record.db", "COLUMNS": COLUMNS}
        output("read", folders[0])
        found = [missing(row) for row in rows]
    for number, (row, lost) in enumerate(zip(rows, found, strict=True), start=1):
        if "--misses" in sys.argv and (lost or row.get("lacks")):
            why = "; ".join(lost) or "answered now: take its `lacks` out"
            print(f"{number:2} {row['asks']}\n   dragoman {row['command']}\n   {why}")
            print(f"   {row.get('lacks', 'it was answered before')}")
    print(f"{sum(not lost for lost in found)} of {len(rows)} questions answered rightly")


def missing(row: dict[str, Any]) -> list[str]:
    """Return what is wrong with a command's output: words that lack, or must not stand there."""
    try:
        told = plain(" ".join(output(*words(row["command"])).split()))
    except Exception as error:  # A command that fails answers nothing.
        return [f"{type(error).__name__}: {error}"]
    wanted = [f"lacks {want}" for want in map(str, row["finds"]) if want not in told]
    return wanted + [f"says {no}" for no in map(str, row.get("absent", ())) if no in told]


def plain(told: str) -> str:
    """Return an output without the marks that stand around words searched for."""
    return told.replace(">>", "").replace("<<", "")


def words(command: str) -> list[str]:
    """Return a command's words; the quotes of a search stay in it."""
    name, _, rest = command.partition(" ")
    return [name, rest] if name == "search" else [name, *shlex.split(rest)]


def output(*given: str) -> str:
    """Run a command in this process and return what it prints."""
    done = CliRunner().invoke(program, list(given), catch_exceptions=False)
    if done.exit_code:
        raise RuntimeError(done.output.strip())
    return done.output


def table(rows: list[dict[str, Any]]) -> str:
    """Return the questions, commands and where the answers stand, as a table in Markdown."""
    lines = ["| | question | command | where in the output |", "|---|---|---|---|"]
    for number, row in enumerate(rows, start=1):
        command = row["command"].replace("|", "\\|")
        if row["command"].startswith("search "):
            command = f"search '{command[7:]}'"
        finds = "; ".join(map(str, row["finds"]))
        where = f"not yet: {row['lacks']}" if row.get("lacks") else f"{row['where']}: {finds}"
        lines.append(f"| {number} | {row['asks']} | `dragoman {command}` | {where} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()

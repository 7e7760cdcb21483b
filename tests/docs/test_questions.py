"""The table of questions is what the bench asks."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_table_is_made_from_what_the_bench_asks():
    made = subprocess.run(
        [sys.executable, ROOT / "bench" / "questions.py", "--table"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert made in (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")

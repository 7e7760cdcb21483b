"""Linking given perfect readings: keys taken apart by report and put together again."""

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import pytest
from splitting import split

from dragoman.linking import link
from dragoman.runs.evaluation import Scores, evaluate

SHARED = Path(__file__).parents[4] / "shared"
SAMPLE = Path(str(files("dragoman") / "data" / "sample"))
KEYS = {
    "sample": (SAMPLE / "key.json", SAMPLE / "reports"),
    "seeds": (SHARED / "record" / "seeds.key.json", SHARED / "seeds"),
    "A": (SHARED / "record" / "dev" / "A.key.json", SHARED / "record" / "dev"),
    "B": (SHARED / "record" / "dev" / "B.key.json", SHARED / "record" / "dev"),
}
# What differs in date cannot be seen here: a key gives one date for all reports.
DISAGREEMENTS = {"sample": 0.3, "seeds": 0.6, "A": 0.75, "B": 0.3}


def put_together(name: str) -> Scores:
    path, folder = KEYS[name]
    if not path.exists():
        pytest.skip(f"{path.name} does not stand here")
    key = json.loads(path.read_text("utf-8"))
    texts = {
        p.name: p.read_text("utf-8")
        for p in folder.iterdir()
        if p.suffix in (".txt", ".md", ".html")
    }
    parts = split(key, texts)
    record = link([f for f, _ in parts], [r for _, r in parts])
    return evaluate(key, export(key, msgspec.to_builtins(record)), texts)


def export(key: Mapping[str, Any], record: dict[str, Any]) -> dict[str, Any]:
    origins = {r: o["id"] for o in record["origins"] for r in o["reports"]}
    reports = [{**r, "origin": origins[r["id"]]} for r in key["reports"]]
    return {**record, "reports": reports}


@pytest.mark.parametrize("name", KEYS)
def test_perfect_readings_make_nearly_the_record_of_the_key(name):
    layers = put_together(name).layers
    assert layers["entities"]["strict"].f1 >= 0.95
    assert layers["events"]["merge"].f1 >= 0.9
    assert layers["commitments"]["merge"].f1 >= 0.85
    assert layers["disagreements"]["strict"].f1 >= DISAGREEMENTS[name]
    assert layers["disagreements"]["strict"].p >= 0.5
    origin = layers["reports"]["origin"]
    assert origin is None or origin.f1 == 1.0

"""The same figures, to the digit, as the scorer that may stand beside the code."""

import copy
import json
import random
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from dragoman.runs.evaluation import evaluate

SHARED = Path(__file__).parents[5] / "shared"
SCORER = SHARED / "record" / "score.py"
KEYS = {
    "seeds": (SHARED / "record" / "seeds.key.json", SHARED / "seeds"),
    "A": (SHARED / "record" / "dev" / "A.key.json", SHARED / "record" / "dev"),
    "B": (SHARED / "record" / "dev" / "B.key.json", SHARED / "record" / "dev"),
}
LISTS = ("missed", "spurious")
pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the scorer does not stand here")


def spoiled(key: dict, seed: int) -> dict:
    """Return a key with rows left out, values changed and quotes moved, as an export might."""
    chance = random.Random(seed)
    export = copy.deepcopy(key)
    for layer in ("entities", "roles", "events", "commitments", "statements", "figures"):
        export[layer] = [row for row in export[layer] if chance.random() > 0.2]
        for row in export[layer]:
            if "kind" in row and chance.random() < 0.2:
                row["kind"] = chance.choice(("agreed", "interest", "estimate"))
            if "date" in row and chance.random() < 0.2:
                row["date"] = chance.choice((None, "2025", "2025-07-09"))
            for quote in row.get("mentions") or ():
                if chance.random() < 0.2:
                    quote["quote"] = quote["quote"][4:] or "nowhere to be found"
    export["disagreements"] = export["disagreements"][1:]
    return export


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("seed", [None, 1, 2])
def test_every_measure_is_the_same(name, seed, tmp_path):
    path, folder = KEYS[name]
    key = json.loads(path.read_text("utf-8"))
    export = key if seed is None else spoiled(key, seed)
    written = tmp_path / "export.json"
    written.write_text(json.dumps(export), "utf-8")
    command = [sys.executable, str(SCORER), str(path), str(written), str(folder), "--json"]
    wanted = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    texts = {
        p.name: p.read_text("utf-8", "replace")
        for p in folder.iterdir()
        if p.suffix in (".txt", ".md")
    }
    scores = evaluate(key, export, texts)
    for layer, measures in scores.layers.items():
        assert msgspec.to_builtins(measures) == {
            name: value for name, value in wanted[layer].items() if name not in LISTS
        }
    assert (scores.cited, scores.overall) == (wanted["cited"], wanted["overall"])
    for what in LISTS:
        assert [(m.layer, m.id) for m in scores.misses if m.what == what] == [
            (layer, miss[0]) for layer in scores.layers for miss in wanted[layer].get(what, ())
        ]

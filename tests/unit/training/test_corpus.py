"""The corpus keeps its form, and becomes answer keys."""

from pathlib import Path

import pytest
from training.corpus.check import faults
from training.corpus.cluster import NOTICE, key_of

from dragoman.runs.evaluation import evaluate

CLUSTERS = sorted(
    p.parent for p in (Path(__file__).parents[3] / "corpus").glob("clusters/*/key.yaml")
)


@pytest.mark.parametrize("folder", CLUSTERS, ids=[f.name for f in CLUSTERS])
def test_every_quote_stands_in_its_report_and_every_id_resolves(folder):
    assert list(faults(folder)) == []


@pytest.mark.parametrize("folder", CLUSTERS[:3], ids=[f.name for f in CLUSTERS[:3]])
def test_a_key_scored_against_itself_is_right_throughout(folder):
    key = key_of(folder)
    texts = {r["file"]: (folder / r["file"]).read_text("utf-8") for r in key["reports"]}
    assert evaluate(key, key, texts).overall == pytest.approx(1.0)


def test_a_fault_is_told(tmp_path):
    (tmp_path / "1.txt").write_text("Kenya spoke.", "utf-8")
    (tmp_path / "key.yaml").write_text(
        "reports:\n  - {id: r1, file: 1.txt}\n"
        "entities:\n  - {id: ken, type: realm, mentions: {r1: {name: [Kenya, Uganda]}}}\n",
        "utf-8",
    )
    found = "\n".join(faults(tmp_path))
    assert "'realm'" in found
    assert "Uganda" in found
    assert "the key has no note" in found
    assert "does not end with the notice" in found


def test_the_notice_is_furniture_though_no_key_lists_it():
    key = key_of(CLUSTERS[0])
    assert {m["report"] for m in key["furniture"] if m["quote"] == NOTICE} == {
        row["id"] for row in key["reports"]
    }

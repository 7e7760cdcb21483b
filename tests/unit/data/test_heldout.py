"""The held-out clusters that accuracy is reported on: texts and answer keys agree."""

import json
from pathlib import Path
from typing import Any

import pytest

HELDOUT = Path(__file__).parents[2] / "quality" / "heldout"
SPANNED = ("entities", "roles", "events", "commitments", "statements", "figures")


def load(cluster: str) -> tuple[dict[str, list[dict[str, Any]]], dict[str, str]]:
    key = json.loads((HELDOUT / f"{cluster}.key.json").read_text("utf-8"))
    folder = HELDOUT / cluster
    return key, {row["id"]: (folder / row["file"]).read_text("utf-8") for row in key["reports"]}


@pytest.mark.parametrize("cluster", ["C", "D", "E"])
def test_every_quote_stands_in_its_report(cluster: str) -> None:
    key, raw = load(cluster)
    mentions = [m for layer in SPANNED for row in key[layer] for m in row["mentions"]]
    mentions += [
        m for row in key["disagreements"] for side in row["sides"] for m in side["mentions"]
    ]
    mentions += key["furniture"]
    missing = [
        (each["report"], each["quote"])
        for each in mentions
        if each["quote"] not in raw[each["report"]]
        or ("start" in each and raw[each["report"]][each["start"] : each["end"]] != each["quote"])
    ]
    assert missing == []


@pytest.mark.parametrize("cluster", ["C", "D", "E"])
def test_parties_places_and_follow_ups_resolve(cluster: str) -> None:
    key, _ = load(cluster)
    entities, events, commitments = (
        {row["id"] for row in key[layer]} for layer in ("entities", "events", "commitments")
    )
    used = {each for row in key["events"] for each in [*row["actors"], *row["recipients"]]}
    used |= {row["place"] for row in key["events"]} | {row["person"] for row in key["roles"]}
    used |= {each for row in key["commitments"] for each in [*row["by"], *row["to"]]}
    used |= {each for row in key["statements"] for each in [*row["speakers"], row["speaker"]]}
    assert used - {None} <= entities
    follow_ups = [each for row in key["commitments"] for each in row["follow_ups"]]
    assert {each["event"] for each in follow_ups} - {None} <= events
    assert {each["commitment"] for each in follow_ups} - {None} <= commitments

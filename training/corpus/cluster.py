"""A cluster of the corpus as an answer key in the published form of the record."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from training.corpus.mentions import placed

NOTICE = "Invented for the Dragoman corpus: nothing told here happened. CC BY 4.0."
"""The last line of every text of the corpus; the keys need not list it as furniture."""
LAYERS = ("entities", "roles", "events", "commitments", "statements", "figures")
SAFELY = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is seven times as fast
DEFAULTS: dict[str, dict[str, Any]] = {
    "reports": {"title": None, "outlet": None, "published": None, "language": "en"},
    "entities": {"country": None},
    "roles": {"country": None, "organization": None},
    "events": {"mode": None, "actors": [], "recipients": [], "place": None, "date": None},
    "commitments": {"by": [], "to": [], "target": {}, "status": "open", "date": None},
    "statements": {"speaker": None, "via": None, "hedge": "stated"},
    "figures": {},
}


def load(folder: Path, file: str = "key.yaml") -> dict[str, Any]:
    """Return the annotation in `folder` as it is written."""
    loaded: dict[str, Any] = yaml.load((folder / file).read_text("utf-8"), SAFELY)
    return loaded


def key_of(folder: Path, file: str = "key.yaml") -> dict[str, Any]:
    """Return the cluster in `folder` as an answer key that `dragoman evaluate` takes."""
    written = load(folder, file)
    key: dict[str, Any] = {
        "reports": [_plain({**DEFAULTS["reports"], **row}) for row in written["reports"]]
    }
    for row in key["reports"]:
        row.setdefault("origin", row["id"])
    for layer in LAYERS:
        key[layer] = [_row(layer, row) for row in written.get(layer) or ()]
    key["disagreements"] = [_disagreement(row) for row in written.get("disagreements") or ()]
    notices = [{"report": row["id"], "quote": NOTICE} for row in key["reports"]]
    key["furniture"] = _mentions(written.get("furniture")) + notices
    return key


def texts_of(folder: Path) -> dict[str, str]:
    """Return the texts of the cluster in `folder` by file name, as they stand."""
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))}


def _row(layer: str, row: Mapping[str, Any]) -> dict[str, Any]:
    full = _plain({**DEFAULTS[layer], **row})
    full["mentions"] = _mentions(row.get("mentions"))
    if layer == "entities":
        full["names"] = sorted({m["quote"] for m in full["mentions"] if m.get("form") == "name"})
    return full


def _disagreement(row: Mapping[str, Any]) -> dict[str, Any]:
    sides = []
    for side in row["sides"]:
        mentions = _mentions(side.get("mentions"))
        reports = sorted({m["report"] for m in mentions})
        sides.append({"value": str(side["value"]), "reports": reports, "mentions": mentions})
    return {**row, "about": row.get("about"), "sides": sides}


def _mentions(written: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    rows = []
    for one in placed(written):
        row: dict[str, Any] = {"report": one.report, "quote": one.quote}
        if one.occurrence > 1:
            row["occurrence"] = one.occurrence
        if one.form is not None:
            row["form"] = one.form
        rows.append(row)
    return rows


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with its dates as ISO 8601 text, as YAML may have read them as dates."""
    for field in ("date", "published"):
        if row.get(field) is not None:
            row[field] = str(row[field])
    target = dict(row.get("target") or {})
    if target.get("due") is not None:
        target["due"] = str(target["due"])
    return {**row, "target": target} if "target" in row else row

"""An answer key taken apart into what a perfect reader would have read in each report."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from dragoman.linking import ReportFacts
from dragoman.record.nouns import Reading, Record

Row = dict[str, Any]
LAYERS = ("entities", "roles", "events", "commitments", "statements", "figures")


def split(key: Mapping[str, Any], texts: Mapping[str, str]) -> list[tuple[ReportFacts, Reading]]:
    """Return the facts and the reading of each report.

    An item tells in a report only what stands there: names that occur in it, the place and the
    number that its own clause gives; its subject is that clause where several reports tell it.
    """
    place_all(key, texts)
    return [(_facts(r, texts), _reading(key, r["id"])) for r in key["reports"]]


def place_all(key: Mapping[str, Any], texts: Mapping[str, str]) -> None:
    """Give every mention of a key its offsets."""
    files = {r["id"]: Path(r["file"]).name for r in key["reports"]}
    for layer in LAYERS:
        for row in key[layer]:
            for quote in row.get("mentions") or ():
                if "start" not in quote:
                    _place(quote, texts[files[quote["report"]]])


def _place(quote: Row, text: str) -> None:
    pattern = r"\s+".join(map(re.escape, quote["quote"].split()))
    hits = list(re.finditer(pattern, text))
    hit = hits[min(quote.get("occurrence") or 1, len(hits)) - 1]
    quote |= {"start": hit.start(), "end": hit.end(), "quote": hit.group()}


def _facts(report: Row, texts: Mapping[str, str]) -> ReportFacts:
    words = re.findall(r"\w+", texts[Path(report["file"]).name].lower())
    return ReportFacts(
        id=report["id"],
        published=report["published"],
        outlet=report["outlet"],
        title=report["title"],
        shingles=frozenset(hash(tuple(words[i : i + 4])) for i in range(len(words) - 3)),
    )


def _reading(key: Mapping[str, Any], report: str) -> Reading:
    rows = {layer: list(_told(key, layer, report)) for layer in LAYERS}
    for event in rows["events"]:
        event["place"] = _own_place(event, rows["entities"])
    for bond in rows["commitments"]:
        bond["status"] = bond["status"] if bond["status"] in ("lapsed", "denied") else "open"
        bond["follow_ups"] = []
        _own_subject(bond, key)
        _own_number(bond, rows["figures"])
    local = _local_ids(rows, key, report)
    whole = msgspec.convert(rows, Record)
    return Reading(
        report=report,
        reader="key",
        version="1",
        **{layer: tuple(_led(row, local) for row in getattr(whole, layer)) for layer in LAYERS},
    )


def _told(key: Mapping[str, Any], layer: str, report: str) -> Iterator[Row]:
    for row in key[layer]:
        here = [m for m in row.get("mentions") or () if m["report"] == report]
        if here:
            own = {**row, "mentions": [dict(m) for m in here]}
            if layer == "entities":
                _own_names(own)
            yield {k: v for k, v in own.items() if v is not None or k in ("date", "place")}


def _own_names(entity: Row) -> None:
    said = [m["quote"] for m in entity["mentions"]]
    entity["names"] = [n for n in entity["names"] if any(n in quote for quote in said)]
    entity["name"] = max(entity["names"], key=len, default=said[0])
    for quote in entity["mentions"]:
        named = any(n in quote["quote"] for n in entity["names"])
        quote["form"] = "name" if named else "nominal"


def _inside(inner: Row, outer: Row) -> bool:
    return any(
        m["start"] <= n["start"] and n["end"] <= m["end"]
        for m in outer["mentions"]
        for n in inner["mentions"]
    )


def _own_place(event: Row, entities: list[Row]) -> str | None:
    named = [e["id"] for e in entities if e["type"] == "place" and _inside(e, event)]
    own = event.get("place")
    return own if not own or not named or own in named else named[0]


def _own_subject(bond: Row, key: Mapping[str, Any]) -> None:
    whole = next(c for c in key["commitments"] if c["id"] == bond["id"])
    if len({m["report"] for m in whole["mentions"]}) > 1:
        bond["subject"] = bond["mentions"][0]["quote"][:120]


def _own_number(bond: Row, figures: list[Row]) -> None:
    target = bond["target"] = dict(bond.get("target") or {})
    near = [
        f["value"]
        for f in figures
        for m in f["mentions"]
        if any(m["start"] < n["end"] and n["start"] < m["end"] for n in bond["mentions"])
    ]
    if target.get("amount") is not None and target["amount"] not in near:
        target["amount"] = near[0] if near else None


def _local_ids(rows: dict[str, list[Row]], key: Mapping[str, Any], report: str) -> dict[str, str]:
    """Number the entities of a report, those it has no mention of (but needs) among them."""
    held = {e["id"] for e in rows["entities"]}
    needed = {
        i
        for row in (*rows["events"], *rows["commitments"], *rows["roles"], *rows["statements"])
        for name in ("actors", "recipients", "by", "to", "person", "speaker", "via", "place")
        for i in ([row[name]] if isinstance(row.get(name), str) else row.get(name) or [])
    }
    for row in key["entities"]:
        if row["id"] in needed - held:
            bare = {k: row[k] for k in ("id", "type", "name", "country") if row.get(k)}
            rows["entities"].append({**bare, "mentions": [], "names": []})
    return {e["id"]: f"{report}-e{i}" for i, e in enumerate(rows["entities"])}


def _led(row: Any, local: Mapping[str, str]) -> Any:
    """Return a row whose entity ids are local."""
    fields = {
        name: _lead(value, local)
        for name in row.__struct_fields__
        if isinstance(value := getattr(row, name), str)
        or (isinstance(value, tuple) and value and isinstance(value[0], str))
        if name not in ("name", "names", "title", "subject")
    }
    return msgspec.structs.replace(row, **fields)


def _lead(value: str | tuple[str, ...], local: Mapping[str, str]) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(local.get(v, v) for v in value)
    return local.get(value, value)

"""The record as entities of FollowTheMoney, one on a line: for OpenAleph, yente, nomenklatura.

Each line has `properties`, which every tool of that family reads, and `statements`, which say of
each value in which report it was first and last seen and where it stands (`origin`).
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import IO, Any, Literal

import msgspec

from dragoman.exporters._known import Known, place
from dragoman.exporters._proxies import Proxy, proxies
from dragoman.exporters._walk import distinct
from dragoman.record.nouns import Mention, Record, Report

DATASET = "dragoman"


def exporter() -> "FtmExporter":
    """Return the exporter."""
    return FtmExporter()


class FtmExporter:
    """Writes JSON lines, entity by entity."""

    name = "ftm"
    form: Literal["text"] = "text"

    def write(self, record: Record, reports: Sequence[Report], target: IO[str]) -> None:
        """Write to `target`, line by line."""
        known = Known(record, reports)
        for proxy in proxies(record, reports):
            row = {
                "id": proxy.id,
                "schema": proxy.schema,
                "datasets": [DATASET],
                "properties": proxy.properties,
                "statements": list(_statements(proxy, known)),
            }
            target.write(msgspec.json.encode(row).decode() + "\n")


def _statements(proxy: Proxy, known: Known) -> Iterator[dict[str, Any]]:
    mentions = distinct(proxy.mentions)
    for prop, values in proxy.properties.items():
        for value in values:
            # A name rests on where it is written so, all else on the whole evidence.
            resting = [m for m in mentions if m.quote == value] or mentions
            yield _statement(proxy, prop, value, resting, known)


def _statement(
    proxy: Proxy, prop: str, value: str, resting: Sequence[Mention], known: Known
) -> dict[str, Any]:
    first, last = known.seen(resting)
    # As followthemoney.statement.Statement.make_key (4.11): tools match statements by it.
    key = f"{DATASET}.{proxy.id}.{prop}.{value}"
    told = {
        "entity_id": proxy.id,
        "prop": prop,
        "schema": proxy.schema,
        "value": value,
        "dataset": DATASET,
        "first_seen": first,
        "last_seen": last,
        "origin": place(resting[0]) if resting else None,
        "id": hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(),
    }
    return {name: one for name, one in told.items() if one is not None}

"""Who met whom, who did what to whom, who is bound to whom: a graph of a record's entities.

Nodes are the entities that take part in something, edges what stands between two of them: of an
event from each actor to each recipient, of a commitment from who is bound to the counterpart, and
where one side stands alone between each two of it. An item of many parties has many edges, which
`item` tells to be one.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Any

from dragoman.exporters._known import Known, place
from dragoman.exporters._walk import distinct, nouns_of, origin_by_report, origins_of
from dragoman.record.days import days
from dragoman.record.extras import needing
from dragoman.record.nouns import Event, Record, Report
from dragoman.record.plain import plain
from dragoman.record.vocabulary import LADDER

Attributes = dict[str, str | int]
_RELATIONS = {"CONSULT": "met", "AGREE": "agreed"}


def graph(record: Record, reports: Sequence[Report]) -> Any:
    """Return a networkx.MultiDiGraph with words that XML can hold; needs the extra `exports`."""
    with needing("exports"):
        from networkx import MultiDiGraph

    known = Known(record, reports)
    nouns = nouns_of(record)
    origin_of = origin_by_report(record)
    made = MultiDiGraph(name="A record of Dragoman")
    edges: list[tuple[str, str, Attributes]] = []
    for item in (*nouns["events"], *nouns["commitments"]):
        told = _told(item, known) | {"origins": len(origins_of(item, origin_of))}
        for number, (one, other) in enumerate(_pairs(item, known)):
            edges.append((one, other, told | {"id": f"{item.id}.{number}"}))
    offices: dict[str, list[str]] = {}
    for role in nouns["roles"]:
        offices.setdefault(role.person, []).append(role.title)
    taking_part = {key for one, other, _ in edges for key in (one, other)}
    for entity in known.held(sorted(taking_part)):
        node = {
            "label": entity.name,
            "kind": entity.type,
            "country": entity.country,
            "offices": "; ".join(dict.fromkeys(offices.get(entity.id, []))),
        }
        made.add_node(entity.id, **_given(node))
    for one, other, attributes in edges:
        made.add_edge(one, other, key=attributes["id"], **attributes)
    return made


def _pairs(item: Any, known: Known) -> Iterator[tuple[str, str]]:
    """Yield the ids of each two entities that an item stands between."""
    sides = (item.actors, item.recipients) if isinstance(item, Event) else (item.by, item.to)
    one, other = ([entity.id for entity in known.held(side)] for side in sides)
    pairs = product(one, other) if one and other else combinations(one or other, 2)
    yield from dict.fromkeys(pair for pair in pairs if pair[0] != pair[1])


def _told(item: Any, known: Known) -> Attributes:
    covered = days(item.date)
    mentions = distinct(item.mentions)
    common = {
        "item": item.id,
        "date": item.date,
        "start": covered[0] if covered else None,
        "end": covered[1] if covered else None,
        "quote": mentions[0].quote if mentions else None,
        "citation": place(mentions[0]) if mentions else None,
    }
    if isinstance(item, Event):
        own: dict[str, Any] = {
            "relation": _RELATIONS.get(item.type, "acted"),
            "label": item.type,
            "mode": item.mode,
            "hedge": item.hedge,
            "place": known.name(item.place),
        }
    else:
        own = {
            "relation": "bound",
            "label": item.kind,
            "firmness": LADDER.index(item.kind) + 1,
            "status": item.status,
            "subject": item.subject,
            "due": item.target.due,
        }
    return _given(own | common)


def _given(attributes: dict[str, Any]) -> Attributes:
    """Return what is known, each text on a line and without what XML cannot hold."""
    clean = {k: plain(v) if isinstance(v, str) else v for k, v in attributes.items()}
    return {name: value for name, value in clean.items() if value not in (None, "")}

"""Events in the JSON of PLOVER, one on a line, with our firmness and evidence beside it.

Names and meaning of the fields: Open Event Data Alliance, "PLOVER: A Political Language Ontology
for Verifiable Event Records", manual of 2024, chapters "Event Categories" and "Data Fields". What
PLOVER has no field for stands under `dragoman`. The text itself is left out: it is its publisher's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any, Literal

import msgspec

from dragoman.exporters._known import Known, place, web_address
from dragoman.exporters._walk import distinct, nouns_of, origin_by_report, origins_of
from dragoman.record.days import days
from dragoman.record.nouns import Commitment, Entity, Event, Mention, Record, Report, Role
from dragoman.record.vocabulary import LADDER

CODEBOOK = "PLOVER 2024-02"
QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD = {category: quad for quad, categories in QUADS.items() for category in categories}
# The field an event is in is a mode with us and a context with PLOVER, which has no "cultural".
_CONTEXTS = {
    "economic": ["economic"],
    "military": ["military"],
    "intelligence": ["intelligence"],
    "judicial": ["legal"],
    "cultural": [],
}
# PLOVER's CONSULT is a meeting where it has no mode.
_NO_MODES = {*_CONTEXTS, "meet"}
_VOICED = ("AGREE", "REQUEST")


def exporter() -> "PloverExporter":
    """Return the exporter."""
    return PloverExporter()


class PloverExporter:
    """Writes every event, and every commitment that no event of agreeing or asking tells of."""

    name = "plover"
    form: Literal["text"] = "text"

    def write(self, record: Record, reports: Sequence[Report], target: IO[str]) -> None:
        """Write to `target`, line by line."""
        writer = _Coder(record, reports)
        for row in writer.rows():
            target.write(msgspec.json.encode(row).decode() + "\n")


class _Coder:
    def __init__(self, record: Record, reports: Sequence[Report]) -> None:
        self._known = Known(record, reports)
        self._origin_of = origin_by_report(record)
        self._nouns = nouns_of(record)
        self._offices: dict[str, list[Role]] = defaultdict(list)
        for role in self._nouns["roles"]:
            self._offices[role.person].append(role)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the events with the commitments they voice, then the other commitments."""
        events, commitments = self._nouns["events"], self._nouns["commitments"]
        voiced = _voiced(events, commitments)
        for event in events:
            yield self._event(event, voiced.get(event.id, []))
        told = {made.id for held in voiced.values() for made in held}
        for made in commitments:
            if made.id not in told:
                yield self._commitment(made)

    def _event(self, event: Event, voiced: Sequence[Commitment]) -> dict[str, Any]:
        own = {
            "noun": "event",
            "mode": event.mode,
            "hedge": event.hedge,
            "commitments": [_firmness(made) for made in voiced],
        }
        mode = [] if event.mode in _NO_MODES or event.mode is None else [event.mode]
        context = list(_CONTEXTS.get(event.mode or "", []))
        if event.hedge == "denied":
            context.append("negation")
        more: dict[str, Any] = {"mode": mode, "context": context}
        if where := self._known.held([event.place]):
            more["event_loc"] = _location(where[0])
        if event.trigger:
            more["event_text"] = [event.trigger]
        if event.part_of:
            more["link"] = event.part_of
        return self._row(event, event.type, (event.actors, event.recipients), own, more)

    def _commitment(self, made: Commitment) -> dict[str, Any]:
        category = "REQUEST" if made.kind == "requested" else "AGREE"
        own = {"noun": "commitment", "commitments": [_firmness(made)]}
        more: dict[str, Any] = {"mode": [], "context": ["future"]}
        return self._row(made, category, (made.by, made.to), own, more)

    def _row(
        self,
        item: Any,
        category: str,
        sides: tuple[Iterable[str], Iterable[str]],
        own: dict[str, Any],
        more: dict[str, Any],
    ) -> dict[str, Any]:
        mentions = distinct(item.mentions)
        covered, basis = days(item.date), "told"
        if covered is None:
            covered, basis = days(self._known.seen(mentions)[0]), "first report"
        first, last = covered or (None, None)
        evidence = [{"citation": place(m), "quote": m.quote} for m in mentions]
        own |= {"date": item.date, "date_basis": basis, "evidence": evidence}
        own["origins"] = origins_of(item, self._origin_of)
        return {
            "id": item.id,
            "date": first,
            **({"enddate": last} if last != first else {}),
            "actor": [self._entity(one) for one in self._known.held(sides[0])],
            "recipient": [self._entity(one) for one in self._known.held(sides[1])],
            "event": [category],
            "quad_code": _QUAD.get(category),
            **more,
            **self._source(mentions),
            "coder": "Dragoman",
            "dragoman": own,
        }

    def _entity(self, entity: Entity) -> dict[str, Any]:
        offices = [role.title for role in self._offices[entity.id]]
        told = {
            "code": "KOS" if entity.country == "XKX" else entity.country,
            "sector": "GOV" if entity.type == "state" else None,
            "entity_text": entity.name,
            "identifier_id": entity.id,
            "identifier_text": entity.name,
            "office": "; ".join(dict.fromkeys(offices)) or None,
        }
        return {name: value for name, value in told.items() if value is not None}

    def _source(self, mentions: Sequence[Mention]) -> dict[str, Any]:
        if not mentions:
            return {}
        first = mentions[0]
        report = self._known.reports.get(first.report)
        cited: dict[str, Any] = {"citation": place(first), "codebook": CODEBOOK}
        if report is not None:
            cited |= {
                "title": report.title,
                "publication": report.outlet,
                "language": report.language,
                "url": web_address(report.url),
            }
        return {"text_info": {"start": first.start, "end": first.end}, "cite_info": cited}


def _location(entity: Entity) -> dict[str, Any]:
    told = {"extracted_place": entity.name, "country_code": entity.country}
    return {name: value for name, value in told.items() if value}


def _firmness(made: Commitment) -> dict[str, Any]:
    """Return what a commitment adds to PLOVER; `firmness` counts its kind from 1, expected."""
    return {
        "id": made.id,
        "kind": made.kind,
        "firmness": LADDER.index(made.kind) + 1,
        "subject": made.subject,
        "status": made.status,
        "target": msgspec.to_builtins(made.target),
    }


def _voiced(
    events: Sequence[Event], commitments: Sequence[Commitment]
) -> dict[str, list[Commitment]]:
    """Return by event the commitments it voices: an act of agreeing or asking in the same words."""
    acts: dict[str, list[tuple[Mention, Event]]] = defaultdict(list)
    for event in events:
        if event.type in _VOICED:
            for mention in event.mentions:
                acts[mention.report].append((mention, event))
    found: dict[str, list[Commitment]] = defaultdict(list)
    for made in commitments:
        for mention in distinct(made.mentions):
            voicing = [event for act, event in acts[mention.report] if _overlap(act, mention)]
            if voicing:
                found[voicing[0].id].append(made)
                break
    return found


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end

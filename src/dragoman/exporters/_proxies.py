"""What a record is in the model of FollowTheMoney: which schema, which properties.

Schemata and properties of FollowTheMoney 4 (followthemoney.tech, MIT licence). A state is a
PublicBody, as it acts; an agreement a Contract, a programme a Project, a place an Address. Events
and commitments are Events, so that parties stand in `involved`; what is said, counted and disputed
is a Note. Documentation ties each of them to the reports it stands in.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from dragoman.exporters._known import Known, place, web_address
from dragoman.exporters._walk import distinct, lines_of, mentions_of, nouns_of, words_of
from dragoman.record.countries import alpha_2
from dragoman.record.days import days
from dragoman.record.nouns import (
    Commitment,
    Disagreement,
    Entity,
    Event,
    Figure,
    Mention,
    Record,
    Report,
    Role,
    Side,
    Statement,
)
from dragoman.record.plain import plain

SCHEMATA = {
    "person": "Person",
    "organization": "Organization",
    "body": "PublicBody",
    "state": "PublicBody",
    "place": "Address",
    "programme": "Project",
    "agreement": "Contract",
}
_INVOLVED = ("Person", "Organization", "PublicBody")
# Nouns that are more than a note, or none.
_NO_NOTES = ("entities", "roles", "events", "commitments", "origins")
_POSTED = ("Organization", "PublicBody")
# What a value holds at most, by its property's type there (name, address, text; else string).
_LONGEST = {"name": 384, "alias": 384, "full": 250, "location": 250}
_LONG_TEXTS = dict.fromkeys(("summary", "description", "notes"), 64_000)
_LONGEST_STRING = 512

Values = Iterable[str | None]


class Proxy(NamedTuple):
    """An entity of FollowTheMoney, and the mentions its values rest on."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    mentions: tuple[Mention, ...] = ()


def proxies(record: Record, reports: Sequence[Report]) -> Iterator[Proxy]:
    """Yield the reports, then every item with the papers that tie it to the reports."""
    known = Known(record, reports)
    nouns = nouns_of(record)
    for report in reports:
        yield _article(report)
    offices: dict[str, list[Role]] = defaultdict(list)
    for role in nouns["roles"]:
        offices[role.person].append(role)
    for entity in nouns["entities"]:
        yield from _papered(_entity(entity, offices[entity.id]), known)
    yield from _offices(nouns["roles"], known)
    for event in nouns["events"]:
        yield from _papered(_event(event, known), known)
    for made in nouns["commitments"]:
        yield from _papered(_commitment(made, known), known)
    for noun in (noun for noun in nouns if noun not in _NO_NOTES):
        for item in nouns[noun]:
            yield from _papered(_note(item, known), known)


def _article(report: Report) -> Proxy:
    found: dict[str, Values] = {
        "title": [report.title],
        "fileName": [report.file],
        "publisher": [report.outlet],
        "publishedAt": [_day(report.published)],
        "sourceUrl": [web_address(report.url)],
    }
    return Proxy(report.id, "Article", _filled(found))


def _entity(entity: Entity, offices: Sequence[Role]) -> Proxy:
    schema = SCHEMATA.get(entity.type, "Organization")
    found: dict[str, Values] = {
        "name": [entity.name],
        "alias": [name for name in entity.names if name != entity.name],
        "country": [_country(entity.country)],
    }
    if schema == "Person":
        found["position"] = [role.title for role in offices]
    elif schema == "Address":
        found["full"] = [entity.name]
    elif schema == "Contract":
        found["title"] = [entity.name]
    return Proxy(entity.id, schema, _filled(found), entity.mentions)


def _offices(roles: Sequence[Role], known: Known) -> Iterator[Proxy]:
    """Yield each office once, and who holds it."""
    there: set[str] = set()
    for role in roles:
        post = _hashed("position", role.title, role.country, role.organization)
        if post not in there:
            there.add(post)
            found: dict[str, Values] = {
                "name": [role.title],
                "country": [_country(role.country)],
                "organization": _ids([role.organization], known, _POSTED),
            }
            yield Proxy(post, "Position", _filled(found), role.mentions)
        held: dict[str, Values] = {
            "holder": [role.person],
            "post": [post],
            "date": [role.first_seen, role.last_seen],
            "proof": _reports(role.mentions),
            "summary": known.footnotes(role),
        }
        yield Proxy(_hashed(post, role.person), "Occupancy", _filled(held), role.mentions)


def _event(event: Event, known: Known) -> Proxy:
    parties = (*event.actors, *event.recipients)
    kind = " ".join(part for part in (event.type, event.mode) if part)
    found: dict[str, Values] = {
        "name": [": ".join([kind, *([", ".join(known.names(parties))] if parties else [])])],
        "involved": _ids(parties, known, _INVOLVED),
        "location": [known.name(event.place)],
        "addressEntity": _ids([event.place], known, ("Address",)),
        "keywords": ["event", event.type, event.mode, event.hedge],
        "summary": [mention.quote for mention in distinct(event.mentions)],
        **_dated(event.date),
    }
    return Proxy(event.id, "Event", _filled(found), event.mentions)


def _commitment(made: Commitment, known: Known) -> Proxy:
    target = made.target
    amount = "" if target.amount is None else f"target: {target.amount:.15g} {target.unit or ''}"
    due = f"due {target.due}" if target.due else ""
    found: dict[str, Values] = {
        "name": [f"{made.kind}: {made.subject}"],
        "involved": _ids((*made.by, *made.to), known, _INVOLVED),
        "keywords": ["commitment", made.kind, made.status],
        "notes": [amount, due, *(f"{made.status}: {f.later}" for f in made.follow_ups if f.later)],
        "summary": [mention.quote for mention in distinct(made.mentions)],
        **_dated(made.date),
    }
    return Proxy(made.id, "Event", _filled(found), made.mentions)


def _note(item: Any, known: Known) -> Proxy:
    about: Values
    if isinstance(item, Statement):
        about = [item.speaker, *item.speakers]
        told: Values = [mention.quote for mention in item.mentions]
        words: Values = [item.hedge, item.source]
    elif isinstance(item, Figure):
        about, words = [], [item.kind, item.unit]
        told = [f"{item.measure}: {item.value:.15g} {item.unit}"]
    elif isinstance(item, Disagreement):
        about, words = [item.about], [item.kind]
        told = [
            f"{side.value} ({'; '.join(map(known.source, side.reports))})" for side in item.sides
        ]
    else:
        about, told, words = words_of(item), lines_of(item), []
    found: dict[str, Values] = {
        "description": told,
        "entity": _ids(about, known, tuple(SCHEMATA.values())),
        "keywords": [type(item).__name__.lower(), *words],
    }
    return Proxy(item.id, "Note", _filled(found), tuple(mentions_of(item)))


def _side(side: Side, known: Known) -> str:
    return f"{side.value} ({'; '.join(map(known.source, side.reports))})"


def _papered(proxy: Proxy, known: Known) -> Iterator[Proxy]:
    """Yield an entity and, for each report it stands in, the paper that says where."""
    yield proxy
    by_report: dict[str, list[Mention]] = defaultdict(list)
    for mention in distinct(proxy.mentions):
        by_report[mention.report].append(mention)
    for report, mentions in by_report.items():
        told = known.reports.get(report)
        found: dict[str, Values] = {
            "document": [report],
            "entity": [proxy.id],
            "role": ["evidence"],
            "date": [_day(told.published) if told else None],
            "recordId": [place(mention) for mention in mentions],
            "summary": [mention.quote for mention in mentions],
        }
        yield Proxy(_hashed(proxy.id, report), "Documentation", _filled(found), tuple(mentions))


def _filled(found: dict[str, Values]) -> dict[str, list[str]]:
    """Return what is known: clean texts, each once, no property without a value."""
    clean = {name: [_cut(name, plain(v)) for v in values if v] for name, values in found.items()}
    unique = {name: [v for v in dict.fromkeys(values) if v] for name, values in clean.items()}
    return {name: values for name, values in unique.items() if values}


def _cut(name: str, text: str) -> str:
    longest = (_LONGEST | _LONG_TEXTS).get(name, _LONGEST_STRING)
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _dated(date: str | None) -> dict[str, Values]:
    """Return a date, which may lack its month and day, or the two ends of an interval."""
    first, _, last = (_day(date) or "").partition("/")
    return {"startDate": [first], "endDate": [last]} if last else {"date": [first]}


def _day(date: str | None) -> str | None:
    return date if days(date) else None


def _ids(keys: Iterable[str | None], known: Known, schemata: Sequence[str]) -> Values:
    return [one.id for one in known.held(keys) if SCHEMATA.get(one.type) in schemata]


def _reports(mentions: Iterable[Mention]) -> Values:
    return sorted({mention.report for mention in mentions})


def _country(code: str | None) -> str | None:
    return alpha_2().get(code or "", "").lower() or None


def _hashed(*parts: str | None) -> str:
    return hashlib.sha1(msgspec.json.encode(parts), usedforsecurity=False).hexdigest()

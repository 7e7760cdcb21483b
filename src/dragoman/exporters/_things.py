"""What each noun is in the words of schema.org, and in ours where it has none."""

import hashlib
from collections.abc import Callable, Container, Iterable
from typing import Any

import msgspec

from dragoman.exporters._context import OWN
from dragoman.exporters._walk import distinct
from dragoman.record.nouns import (
    Commitment,
    Disagreement,
    Entity,
    Event,
    Figure,
    Mention,
    Role,
    Statement,
)

Node = dict[str, Any]
_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "body": "GovernmentOrganization",
    "state": "Country",
    "place": "Place",
    "programme": "Project",
    "agreement": "CreativeWork",
}
_STATUSES = {"open": "Potential", "progressing": "Active", "fulfilled": "Completed"}


def thing(item: Any, known: Container[str]) -> Node:
    """Return the node of an item, without its id and without what it was derived from.

    `known` are the ids of the record: a text that is one of them becomes a link.
    """
    make = _MAKERS.get(type(item))
    return _own(item, known) if make is None else make(item)


def _own(item: msgspec.Struct, known: Container[str]) -> Node:
    """Return a noun, or a part of one, that schema.org has no word for, in our own words."""
    node: Node = {"type": [f"own:{type(item).__name__}", "prov:Entity"]}
    for field in item.__struct_fields__:
        value = getattr(item, field)
        parts = value if isinstance(value, tuple) else (value,)
        if field != "id" and not any(isinstance(part, Mention) for part in parts):
            node[f"own:{field}"] = [_value(p, known) for p in parts if p is not None]
    return filled(node)


def _value(part: Any, known: Container[str]) -> Any:
    if isinstance(part, msgspec.Struct):
        return _own(part, known)
    return {"id": link(part)} if isinstance(part, str) and part in known else part


def _entity(entity: Entity) -> Node:
    within = "containedInPlace" if entity.type == "place" else "parentOrganization"
    return {
        "type": [_TYPES.get(entity.type, "Thing"), "prov:Entity"],
        "name": entity.name,
        "alternateName": [name for name in entity.names if name != entity.name],
        "country": entity.country,
        "kind": entity.type,
        within: link(entity.within),
    }


def _event(event: Event) -> Node:
    first, _, last = (event.date or "").partition("/")
    return {
        "type": ["Event", "prov:Entity"],
        "name": " ".join(part for part in (event.type, event.mode) if part),
        "startDate": first,
        "endDate": last,
        "location": link(event.place),
        "superEvent": link(event.part_of),
        "actor": links(event.actors),
        "recipient": links(event.recipients),
        "category": event.type,
        "mode": event.mode,
        "hedge": event.hedge,
    }


def _commitment(made: Commitment) -> Node:
    target = made.target
    aim = {"type": "QuantitativeValue", "value": target.amount, "unitText": target.unit}
    return {
        "type": ["PlanAction", "prov:Entity"],
        "name": made.subject,
        "agent": links(made.by),
        "participant": links(made.to),
        "startTime": made.date,
        "due": target.due,
        "object": filled(aim) if target.amount is not None else None,
        "actionStatus": f"https://schema.org/{_STATUSES.get(made.status, 'Failed')}ActionStatus",
        "firmness": made.kind,
        "status": made.status,
        "drift": made.drift,
        "followedBy": links(later.later for later in made.follow_ups if later.later),
    }


def _role(role: Role) -> Node:
    return {
        "type": ["Role", "prov:Entity"],
        "roleName": role.title,
        "country": role.country,
        "holder": link(role.person),
        "organization": link(role.organization),
        "firstSeen": role.first_seen,
        "lastSeen": role.last_seen,
    }


def _statement(said: Statement) -> Node:
    return {
        "type": ["Claim", "prov:Entity"],
        "text": [mention.quote for mention in distinct(said.mentions)],
        "author": links((said.speaker, *said.speakers)),
        "appearance": links(mention.report for mention in said.mentions),
        "via": link(said.via),
        "speakerAsTold": said.source,
        "hedge": said.hedge,
    }


def _figure(figure: Figure) -> Node:
    return {
        "type": ["PropertyValue", "prov:Entity"],
        "name": figure.measure,
        "value": figure.value,
        "unitText": figure.unit,
        "kind": figure.kind,
    }


def _disagreement(disputed: Disagreement) -> Node:
    sides = [
        {"type": "PropertyValue", "value": side.value, "wasDerivedFrom": links(side.reports)}
        for side in disputed.sides
    ]
    return {
        "type": ["Disagreement", "prov:Entity"],
        "kind": disputed.kind,
        "about": link(disputed.about),
        "side": sides,
    }


_MAKERS: dict[type, Callable[[Any], Node]] = {
    Entity: _entity,
    Role: _role,
    Event: _event,
    Commitment: _commitment,
    Statement: _statement,
    Figure: _figure,
    Disagreement: _disagreement,
}


def role_id(role: Role) -> str:
    """Return the address of a role, which has no id in the record."""
    parts = msgspec.json.encode([role.person, role.title, role.country, role.organization])
    return f"{OWN}role:{hashlib.sha256(parts).hexdigest()[:12]}"


def link(key: str | None) -> str | None:
    """Return the address of an item or report."""
    return f"{OWN}{key}" if key else None


def links(keys: Iterable[str | None]) -> list[str]:
    """Return the addresses of several, each once."""
    return [f"{OWN}{key}" for key in dict.fromkeys(keys) if key]


def filled(node: Node) -> Node:
    """Return a node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}

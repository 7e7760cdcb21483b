"""Roles, disagreements and what follows up a commitment, as decided."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from dragoman.linking.decided.cast import Cast, Member
from dragoman.linking.decided.fields import Hand, changed, correct
from dragoman.linking.decided.grouping import gone
from dragoman.linking.decided.ledger import Ledger
from dragoman.record.decisions import DecidedNoun, Ground
from dragoman.record.nouns import Disagreement, Entity, Mention, Role
from dragoman.record.telling import telling

Who = Callable[[Ground], str | None]


def decided_roles(
    roles: Sequence[Role], ledger: Ledger, who: Who, entities: Mapping[str, Entity]
) -> tuple[Role, ...]:
    """Return the roles as decided; two that corrections made alike become one."""
    if not any(one.noun == "role" for one in ledger.decisions):
        return tuple(roles)
    rows: dict[str, Any] = {role_id(role): role for role in roles}
    for one in ledger.of("role", "add"):
        ground = one.grounds[0]
        missing = next((g for c in one.changes for g in c.entities if who(g) is None), None)
        if missing is not None:
            ledger.note(one, "lost", why=gone(missing))
            continue
        made = Role(person="", title="", mentions=ground.mentions)
        for change in one.changes:
            made = changed(made, change, who)
        rows[role_id(made)] = _joined(rows.get(role_id(made)), made)
        ledger.note(one, "applied", role_id(made))
    names = {own: one.name for own, one in entities.items()}
    _settle("role", rows, ledger, who, names)
    return _folded(rows.values())


def role_id(role: Role) -> str:
    """Return by what a role is known: person, office and of what; for decisions only."""
    return "/".join((role.person, "role", role.title, role.country or "", role.organization or ""))


def decided_disagreements(
    found: Sequence[Disagreement], ledger: Ledger, who: Who
) -> tuple[Disagreement, ...]:
    """Return the disagreements as decided."""
    if not any(one.noun == "disagreement" for one in ledger.decisions):
        return tuple(found)
    rows: dict[str, Any] = {one.id: one for one in found}
    _settle("disagreement", rows, ledger, who, {})
    return tuple(row for row in rows.values())


def _settle(
    noun: DecidedNoun,
    rows: dict[str, Any],
    ledger: Ledger,
    who: Who,
    names: Mapping[str, str],
) -> None:
    """Correct, confirm and reject rows that nothing is merged of."""

    def kin_of(told: Mapping[str, str]) -> str | None:
        return told.get("kind") if noun == "disagreement" else told.get("title")

    members = {
        own: [Member(own, _evidence(row), kin_of(telling(noun, row, names)))]
        for own, row in rows.items()
    }
    cast: Cast[str] = Cast(members, lambda own: telling(noun, rows[own], names))

    def find(ground: Ground) -> str | None:
        return cast.find(ground, kin_of(ground.told))

    correct(rows, ledger.of(noun, "correct"), Hand(find, who, names, ledger))
    for one in ledger.of(noun, "reject"):
        own = find(one.grounds[0])
        if own is None:
            ledger.note(one, "lost", why=gone(one.grounds[0]))
        else:
            cast.move([n for n, holder in enumerate(cast.holder) if holder == own], None)
            del rows[own]
            ledger.note(one, "applied", own)
    for one in ledger.of(noun, "confirm"):
        own = find(one.grounds[0])
        if own is None:
            ledger.note(one, "lost", why=gone(one.grounds[0]))
        else:
            ledger.note(one, "held", own)


def _evidence(row: Role | Disagreement) -> tuple[Mention, ...]:
    if isinstance(row, Disagreement):
        return tuple(m for side in row.sides for m in side.mentions)
    return row.mentions


def _folded(roles: Any) -> tuple[Role, ...]:
    rows: dict[str, Role] = {}
    for role in roles:
        rows[role_id(role)] = _joined(rows.get(role_id(role)), role)
    ranked = sorted(rows.values(), key=lambda r: (r.person, r.title, r.country or ""))
    return tuple(ranked)


def _joined(old: Role | None, new: Role) -> Role:
    if old is None:
        return new
    mentions = sorted({*old.mentions, *new.mentions}, key=lambda m: (m.report, m.start, m.end))
    return msgspec.structs.replace(old, mentions=tuple(mentions))

"""The log of decisions."""

from collections.abc import Sequence

from sqlalchemy import Connection

from dragoman.record.decisions import Decision
from dragoman.record.errors import ItemGone, ItemNotFound
from dragoman.store.decisions.keeping import load_decisions
from dragoman.store.decisions.linkage import led_to, load_effects

_DONE = {
    "merge": "merged",
    "split": "set apart",
    "correct": "corrected",
    "confirm": "confirmed",
    "reject": "rejected in part",
    "add": "added",
    "undo": "undone",
}


def touching(connection: Connection, decisions: Sequence[Decision], key: str) -> list[Decision]:
    """Return the decisions on an item (also under an old id), or the one with this id.

    Raises ItemNotFound where there is none.
    """
    key = key.strip("[] ")
    now = led_to(connection, key) or key
    bearing = {e.decision for e in load_effects(connection, [key, now])}
    found = [
        one
        for one in decisions
        if one.id.startswith(key)
        or one.id in bearing
        or (one.undoes or "") in bearing
        or any(ground.item == key for ground in one.grounds)
    ]
    if not found:
        raise ItemNotFound(f"nothing was decided on {key!r}; `dragoman log` lists all decisions")
    return found


def lost(connection: Connection) -> list[str]:
    """Return why decisions are lost, a line each."""
    found = [effect for effect in load_effects(connection) if effect.state == "lost"]
    return [f"{effect.decision}: {effect.why}" for effect in found]


def lines_on(connection: Connection, key: str, asked: str) -> tuple[str, ...]:
    """Return in lines what was decided on an item, and that it was asked for by an old id."""
    lines = [] if key.startswith(asked) else [_leads(connection, asked)]
    effects = [e for e in load_effects(connection, [key]) if e.state in ("applied", "held")]
    made = {one.id: one for one in load_decisions(connection)} if effects else {}
    for effect in effects:
        one = made[effect.decision]
        words = _DONE[one.kind]
        if effect.field:
            words = f"{effect.field} {words}"
        said = f"; the reader said {effect.said or 'nothing'}" if effect.field else ""
        why = f" ({one.why})" if one.why else ""
        lines.append(f"{words} by {one.by} on {one.at[:10]}{why}{said} [{one.id}]")
    return tuple(lines)


def _leads(connection: Connection, asked: str) -> str:
    if led_to(connection, asked) is None:
        return f"this is what was known by that day of {asked}"
    return f"{asked} leads here: the two are one"


def raise_if_rejected(connection: Connection, key: str) -> None:
    """Raise ItemGone where a decision took the item with this id out of the record."""
    effects = [e for e in load_effects(connection, [key]) if e.state == "applied"]
    made = {one.id: one for one in load_decisions(connection)} if effects else {}
    for effect in effects:
        one = made[effect.decision]
        if one.kind == "reject":
            raise ItemGone(
                f"{key} was rejected by {one.by} on {one.at[:10]}: "
                f"`dragoman undo {one.id}` brings it back"
            )

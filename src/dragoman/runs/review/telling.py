"""What became of decisions, in words: on the command line and on pages alike."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from dragoman.record.decisions import Change, Decision, Effect, Ground
from dragoman.record.errors import DecisionNotFound
from dragoman.record.telling import cut
from dragoman.runs.review.deciding import Changed
from dragoman.store.decisions.keeping import load_decisions
from dragoman.store.decisions.linkage import load_effects

_WHAT = {
    "new": "comes into the record",
    "gone": "goes out of the record",
    "status": "stands otherwise",
    "evidence": "rests on fewer reports",
}
_WHAT_SEVERAL = {
    "new": "come into the record",
    "gone": "go out of the record",
    "status": "stand otherwise",
    "evidence": "rest on fewer reports",
}
_PLURALS = {"entity": "entities"}


def lines(decisions: Sequence[Decision], effects: Sequence[Effect]) -> Iterator[str]:
    """Yield a line for each decision: what it was on and what it does."""
    for one in decisions:
        yield _line(one, [effect for effect in effects if effect.decision == one.id])


def line_of(connection: Connection, key: str) -> tuple[Decision, str]:
    """Return the decision with this id, and in a line what it does. Raises DecisionNotFound."""
    one = next((d for d in load_decisions(connection) if d.id == key), None)
    if one is None:
        raise DecisionNotFound(f"{key!r} was never decided; `dragoman log` lists all")
    return one, _line(one, [e for e in load_effects(connection) if e.decision == key])


def change_words(changed: Sequence[Changed]) -> list[str]:
    """Return in lines how many items of each noun a decision moves, and how."""
    counted = Counter((one.what, one.noun) for one in changed if one.noun != "report")
    return [
        f"{number} {noun if number == 1 else _PLURALS.get(noun, f'{noun}s')} "
        f"{(_WHAT if number == 1 else _WHAT_SEVERAL)[what]}"
        for (what, noun), number in sorted(counted.items())
    ]


def _line(one: Decision, own: Sequence[Effect]) -> str:
    words = " and ".join(f"{g.item} ({g.words})" for g in one.grounds[:2])
    item = next((e.item for e in own if e.item), None)
    if one.kind == "merge" and len({g.item for g in one.grounds}) == 1:
        words, tail = f"{item} ({one.grounds[0].words})", ": it stays one"
    elif one.kind == "merge":
        leads = "".join(f"; {g.item} leads there" for g in one.grounds if g.item != item)
        tail = f" are one: {item}{leads}"
    elif one.kind == "split":
        words, tail = _split(one.grounds[0], one.grounds[1], item)
    elif one.kind == "correct":
        words = one.grounds[0].item
        said = {e.field: e.said for e in own}
        tail = ": " + "; ".join(
            f"{c.field} {_value(c)} (the reader said {said.get(c.field) or 'nothing'})"
            for c in one.changes
        )
    elif one.kind == "undo":
        words, tail = str(one.undoes), " is taken back"
    elif one.kind == "add":
        tail = f" as {item}"
    else:
        tail = ""
    return f"{one.kind} {words}{tail} [{one.id}]"


def _split(part: Ground, rest: Ground, item: str | None) -> tuple[str, str]:
    """Return what was split, and what became of its sides: that of the first mention has its id."""
    words = f"{part.item} ({part.words})"
    if item != part.item:
        return words, f": {item} is set apart from it, with {_quoted(part)}"
    return words, f": it keeps {_quoted(part)}; set apart is {_quoted(rest)}"


def _quoted(ground: Ground) -> str:
    more = len(ground.mentions) - 1
    return f"“{cut(ground.mentions[0].quote)}”" + (f" and {more} more" if more else "")


def _value(change: Change) -> str:
    named = ", ".join(g.told.get("name", g.item) for g in change.entities)
    value = change.value
    return named or (f"{value:.15g}" if isinstance(value, float) else value) or "emptied"

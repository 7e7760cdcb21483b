"""What reports tell of bodies, in words."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.record.nouns import Entity
from dragoman.record.workings import Working
from dragoman.store.views.bodies import Machinery, Node
from dragoman.store.views.citations import Citer, first_by_report
from dragoman.store.views.listing import Names
from dragoman.store.views.pages import Line
from dragoman.store.views.words import cited, date_words

_TENS = 10
_TEENS = (11, 12, 13)
_FOUNDED = {"done": "set up", "planned": "to be set up", "missed": "not set up"}
_MET = {"done": "held", "planned": "planned", "missed": "did not take place", "put off": "put off"}


def body_lines(found: Machinery, citer: Citer, *, typed: bool = False) -> tuple[Line, ...]:
    """Return a line for each body at the top, with what is told of it and those under it below.

    `typed`: the lines at the top say too that it is a body, for lists that hold other things.
    """
    nodes = list(found.nodes)
    lines = _branches(nodes, 0, found, citer)
    if not typed:
        return tuple(lines)
    kinds = [node.body.item for node in nodes if not node.depth and node.body.item.type == "body"]
    own = {one.id: _named(one) for one in kinds}
    return tuple(_typed(line, own.get(line.item or "")) for line in lines)


def working_words(told: Working, names: Names) -> str:
    """Return what a report tells of a body in words: "3rd session: held, 9 July 2025"."""
    if told.kind == "rhythm":
        return f"to meet: {told.value}"
    if told.kind == "chair":
        who = " and ".join(names.get(key, key) for key in told.parties) or told.value
        return f"{'to be chaired' if told.state == 'planned' else 'chaired'} by {who}"
    if told.kind == "within":
        return f"under {', '.join(names.get(key, key) for key in told.parties)}"
    when = f", {date_words(told.date)}" if told.date else ""
    if told.kind == "founded":
        return f"{_FOUNDED.get(told.state or '', 'set up')}{when}"
    return f"{_session(told)}{when}" if told.value != "since" else _none_since(told)


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 11th."""
    last = number % _TENS
    ending = "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
    return f"{number}{ending}"


def _session(told: Working) -> str:
    which = f"{ordinal(told.number)} session" if told.number else "session"
    if told.state == "missed" and told.value:
        return f"no session {told.value}"
    by_then = " by then" if told.value == "by then" and not told.date else ""
    return f"{which}: {_MET.get(told.state or '', 'told of')}{by_then}"


def _none_since(told: Working) -> str:
    return f"no session since {date_words(told.date)}" if told.date else "no session since"


def _branches(nodes: list[Node], depth: int, found: Machinery, citer: Citer) -> Iterator[Line]:
    """Yield the lines of the nodes at one depth; takes them, and those under them, off the list."""
    while nodes and nodes[0].depth == depth:
        node = nodes.pop(0)
        below = tuple(_branches(nodes, depth + 1, found, citer))
        yield Line(
            text=f"{_named(node.body.item)}{_kind(node.body.item)}{_written(node.body.item)}",
            citations=_cited(node, citer),
            item=node.body.item.id,
            under=(*_told(node, found), *below),
        )


def _typed(line: Line, name: str | None) -> Line:
    if name is None:
        return line
    return msgspec.structs.replace(line, text=line.text.replace(name, f"{name} (body)", 1))


def _told(node: Node, found: Machinery) -> Iterator[Line]:
    for row in node.workings:
        text = working_words(row.item, found.names)
        if row.item.id in found.unheard:
            text += f"; no report of it up to {date_words(found.until)}"
        yield Line(text=text, citations=cited(row), item=row.item.id)


def _cited(node: Node, citer: Citer) -> tuple[str, ...]:
    """Return where a body is told to stand under another, else where it is named."""
    if node.depth and node.above:
        return tuple(citation for row in node.above for citation in cited(row))
    mentions = node.body.item.mentions
    named = [mention for mention in mentions if mention.form == "name"] or list(mentions)
    return citer.cite_all(first_by_report(named)[:3])


def _named(one: Entity) -> str:
    """Return a name without the article that opened its sentence: "A Joint Commission is …"."""
    return re.sub(r"^(?:A|An|The) (?=[A-Z])", "", one.name)


def _kind(one: Entity) -> str:
    return "" if one.type == "body" else f" ({one.type})"


def _written(one: Entity) -> str:
    others: Sequence[str] = [n for n in one.names if n.casefold() not in one.name.casefold()]
    return f", also {', '.join(others[:3])}" if others else ""

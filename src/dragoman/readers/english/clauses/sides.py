"""The two states a report is about, and which of them somebody stands for."""

from collections.abc import Iterable

from spacy.tokens import Doc

from dragoman.readers.english.coreference.salience import main_states
from dragoman.readers.english.lexicon import mapping


def both_sides(doc: Doc) -> tuple[int, ...]:
    """Return the two states most spoken of, for what lies between them and nobody is named for."""
    cached: tuple[int, ...] | None = doc.user_data.get("dragoman.both_sides")
    if cached is None:
        known = states(doc)
        cached = tuple(known[c] for c in main_states(doc)[:2] if c in known)
        doc.user_data["dragoman.both_sides"] = cached
    return cached


def states(doc: Doc) -> dict[str, int]:
    """Return the states the report speaks of by ISO code."""
    found: dict[str, int] = {}
    for k, thing in enumerate(doc._.things):
        if thing.type == "state" and thing.country:
            found.setdefault(thing.country, k)
    return found


def offices(doc: Doc) -> dict[int, str]:
    """Return the states (ISO codes) that persons and organs act for; computed once a Doc."""
    cached: dict[int, str] | None = doc.user_data.get("dragoman.offices")
    if cached is None:
        cached = {}
        for role in doc._.roles or ():
            thing = doc._.things[role.thing]
            told = role.country or (None if role.organization else thing.country or thing.guess)
            if told and _is_office(role.title):
                cached.setdefault(role.thing, told)
        for k, thing in enumerate(doc._.things):
            told = thing.country or thing.guess
            if thing.type == "organization" and told and _is_organ(thing.name):
                cached.setdefault(k, told)
        doc.user_data["dragoman.offices"] = cached
    return cached


def forget_offices(doc: Doc) -> None:
    """Have `offices` worked out anew: who belongs to which state has changed."""
    doc.user_data.pop("dragoman.offices", None)


def _is_organ(name: str) -> bool:
    """Whether an organization is a ministry, a force or the like, which acts for its state."""
    words = set(name.lower().replace("-", " ").split())
    return bool(words & set(mapping("clauses", "offices.yaml")["organs"]))


def _is_office(title: str) -> bool:
    """Whether a title is that of somebody who acts for a state, not of a lawmaker or a mayor."""
    words = set(title.lower().replace("-", " ").split())
    listed = mapping("clauses", "offices.yaml")
    return bool(words & set(listed["state"])) and not words & set(listed["apart"])


def with_states(doc: Doc, things: Iterable[int], facing: Iterable[int] = ()) -> tuple[int, ...]:
    """Add the states whose offices the persons hold, but for those on the side `facing` them."""
    given = tuple(things)
    against = set(facing)
    held = offices(doc)
    known = states(doc)
    acted_for = (known[held[i]] for i in given if i in held and held[i] in known)
    return tuple(dict.fromkeys((*given, *(i for i in acted_for if i not in against))))


def with_members(doc: Doc, things: Iterable[int]) -> tuple[int, ...]:
    """Add the report's two states to a standing body that alone is named: both sit in it."""
    given = tuple(things)
    if given and all(doc._.things[i].type == "body" for i in given):
        return tuple(dict.fromkeys((*given, *both_sides(doc))))
    return given


def counterpart(doc: Doc, things: Iterable[int]) -> tuple[int, ...]:
    """Return the other of the report's two states, where `things` all act for one of them."""
    both = both_sides(doc)
    held = offices(doc)
    acting = {held[i] if i in held else _country(doc, i) for i in things}
    mine = [i for i in both if doc._.things[i].country in acting]
    if len(both) != 2 or len(mine) != 1 or len(acting) != 1:
        return ()
    return tuple(i for i in both if i not in mine)


def other_side(doc: Doc, things: Iterable[int]) -> tuple[int, ...]:
    """Return the other of the report's two states, seen from where `things` belong or likely do.

    Unlike `counterpart` it also takes those who act for themselves: what a union of one state
    asks for in coverage of two, it mostly asks of the other.
    """
    both = both_sides(doc)
    own = {doc._.things[i].country or doc._.things[i].guess for i in things}
    mine = [i for i in both if doc._.things[i].country in own]
    return tuple(i for i in both if i not in mine) if len(both) == 2 and len(mine) == 1 else ()


def _country(doc: Doc, thing: int) -> str | None:
    found = doc._.things[thing]
    country: str | None = found.country
    if found.type == "organization" and _is_apart(found.name):
        return None
    return country if found.type in ("state", "organization") else None


def _is_apart(name: str) -> bool:
    """Whether an organization is a party, a union or the like, which acts for itself."""
    words = set(name.lower().replace("-", " ").split())
    return bool(words & set(mapping("clauses", "offices.yaml")["own"]))

"""Rows on who is who made into entities and roles."""

from collections.abc import Iterator, Mapping

from dragoman.readers.llm.answers import EntityRow, RoleRow
from dragoman.readers.llm.chunks import Span
from dragoman.readers.llm.grounds import Grounds
from dragoman.readers.llm.parsing import tidy
from dragoman.readers.llm.refusals import NO_NAME, NOT_THERE
from dragoman.record.nouns import Entity, Mention, Role


def draft_entity(row: EntityRow, grounds: Grounds) -> Iterator[Entity]:
    """Yield the entity if one of its names stands in the text, with all places where they do."""
    mentions = list(_names(row, grounds))
    names = list(dict.fromkeys(tidy(mention.quote) for mention in mentions))
    if not names:
        if not row.names:
            grounds.refuse("entities", row.key, NO_NAME)
        return
    yield Entity(
        id=grounds.mark(row.key),
        type=row.type,
        name=max(names, key=len) if row.type == "person" else names[0],
        names=tuple(names),
        country=grounds.country(row.country, "entities", names[0]),
        within=grounds.known(row.within),
        mentions=_one_a_place([*mentions, *_others(row, grounds)]),
    )


def draft_role(row: RoleRow, grounds: Grounds, named: Mapping[str, list[Span]]) -> Iterator[Role]:
    """Yield the role if its words stand in the text; `named` has the names of each entity."""
    person, title = grounds.known(row.person), tidy(row.title)
    place = grounds.place(row.quote, row.context, named.get(person or "", ()))
    if place is None:
        grounds.refuse("roles", row.quote, NOT_THERE)
    elif person not in named:
        grounds.refuse("roles", row.quote, f"the person is no entity of the answer: {row.person}")
    elif not title or not grounds.holds(title):
        grounds.refuse("roles", row.quote, "the title does not stand in the text that was sent")
    else:
        yield Role(
            person=person or "",
            title=title,
            country=grounds.country(row.country, "roles", row.quote),
            organization=grounds.known(row.organization),
            mentions=(grounds.mention(place),),
        )


def is_name(words: str) -> bool:
    """Say whether words can be a name: no single sign, and not all in small letters."""
    bare = words.strip()
    has_capitals = bare.lower() != bare.upper()
    return len(bare) > 1 and (bare != bare.lower() or not has_capitals)


def _names(row: EntityRow, grounds: Grounds) -> Iterator[Mention]:
    for name in dict.fromkeys(row.names):
        places = grounds.places(name)
        if not places:
            grounds.refuse("entities", name, NOT_THERE)
        elif not is_name(name):
            grounds.refuse("entities", name, NO_NAME)
        else:
            yield from (grounds.mention(place, "name") for place in places)


def _others(row: EntityRow, grounds: Grounds) -> Iterator[Mention]:
    for other in row.mentions:
        place = grounds.place(other.quote, other.context)
        if place is None:
            grounds.refuse("entities", other.quote, NOT_THERE)
        else:
            yield grounds.mention(place, other.form)


def _one_a_place(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Return mentions in text order, the first of each place."""
    places = {(mention.start, mention.end): mention for mention in reversed(mentions)}
    return tuple(places[place] for place in sorted(places))

"""Names: spellings under which a search for the other finds nothing."""

from collections.abc import Iterator

from dragoman.linking.disagreements.sides import Draft, Linkage, Told, draft
from dragoman.linking.who.person_names import is_full, name_tokens
from dragoman.record.nouns import Entity


def differing_names(linkage: Linkage) -> Iterator[Draft]:
    """Yield full names of one person that differ in more than accents, marks and initials."""
    for entity in linkage.entities.values():
        if entity.type != "person":
            continue
        told = _full_names(entity)
        for length in sorted({len(_spelled_out(name)) for name, _ in told}, reverse=True):
            found = draft("name", entity.id, [t for t in told if len(_spelled_out(t[0])) == length])
            if found:
                yield found
                break


def _full_names(entity: Entity) -> list[Told]:
    """Return the full names of an entity and where they stand, one form for each spelling.

    Which of its names comes first, given or family, is no matter of spelling.
    """
    forms: dict[tuple[str, ...], str] = {}
    told: list[Told] = []
    for mention in entity.mentions:
        name = " ".join(mention.quote.split())
        if mention.form == "name" and is_full(name) and name in entity.names:
            key = tuple(sorted(_spelled_out(name)))
            told.append((forms.setdefault(key, name), mention))
    return told


def _spelled_out(name: str) -> list[str]:
    return [t for t in name_tokens(name) if len(t) > 1 and t not in ("jr", "sr")]

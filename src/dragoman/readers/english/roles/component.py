"""The spaCy component `dragoman_roles`: sets `doc._.roles`."""

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.gazetteer.lookup import fold
from dragoman.readers.english.mentions.offices import state_before
from dragoman.readers.english.mentions.words import titles
from dragoman.readers.english.roles.described import described
from dragoman.readers.english.roles.offices import name_tokens, offices
from dragoman.readers.english.roles.parts import Office


class RoleDraft(msgspec.Struct, frozen=True, kw_only=True):
    """An office of a person (`thing`), told by [start, end); `organization` is a thing too."""

    start: int
    end: int
    thing: int
    title: str
    country: str | None
    organization: int | None


@Language.component("dragoman_roles")
def roles(doc: Doc) -> Doc:
    """Collect the offices told around the names of persons."""
    found: list[RoleDraft] = []
    for name in doc._.mentions:
        if name.form != "name" or doc._.things[name.things[0]].type != "person":
            continue
        first, last = name_tokens(doc, name)
        for office in offices(doc, first, last):
            found.append(_draft(doc, office, name.things[0]))
    for name, office in described(doc):
        found.append(_as_told(_draft(doc, office, name.things[0]), found))
    doc._.roles = tuple(found)
    return doc


def _as_told(draft: RoleDraft, found: list[RoleDraft]) -> RoleDraft:
    """Return a draft with the state and organization that the same office was told with."""
    for other in found:
        if other.thing == draft.thing and fold(other.title) == fold(draft.title):
            return msgspec.structs.replace(
                draft, title=other.title, country=other.country, organization=other.organization
            )
    return draft


def _draft(doc: Doc, office: Office, person: int) -> RoleDraft:
    span = doc[office.start : office.end]
    organization = _organization(doc, office)
    country = office.country or state_before(doc, office.start)
    title = _of_house(_of_ministry(office.title))
    if organization is not None:
        title = _without(doc, office, organization) or _ahead_of(doc, office, organization) or title
        country = country or doc._.things[organization].country
    country = country or doc._.things[person].country
    return RoleDraft(
        start=span.start_char,
        end=span.end_char,
        thing=person,
        title=title,
        country=country,
        organization=organization,
    )


def _of_ministry(title: str) -> str:
    """Return "spokesman" of "foreign ministry spokesman" and of "spokesman for the ministry"."""
    words = title.split()
    low = [w.lower() for w in words]
    for at, word in enumerate(low):
        if word in ("ministry", "department", "embassy", "agency"):
            if at + 1 < len(words) and low[at + 1] not in ("of", "for"):
                return " ".join(words[at + 1 :])
            cut = next((k for k in range(at) if low[k] in ("of", "for", "at")), 0)
            return " ".join(words[:cut]) or title
    return title


def _of_house(title: str) -> str:
    """Return "chief executive" of "chief executive of Tema Steel"."""
    words = title.split()
    for at in range(1, len(words) - 1):
        house = words[at].lower() in ("of", "for") and words[at - 1].lower() in titles("of_houses")
        if house or words[at].lower() == "at":
            name = words[at + 1 + (words[at + 1].lower() == "the") :]
            return " ".join(words[:at]) if name and name[0][:1].isupper() else title
    return title


def _organization(doc: Doc, office: Office) -> int | None:
    """Return the organization named inside an office or right behind it ("… of the NATO")."""
    start, end = doc[office.start].idx, doc[min(office.end + 4, len(doc) - 1)].idx
    before = _right_before(doc, office)
    if before is not None:
        return before
    for name in doc._.mentions:
        if name.form == "name" and start <= name.start < end:
            thing = name.things[0]
            if doc._.things[thing].type in ("organization", "body") and _tied(
                doc, office, name.start
            ):
                return int(thing)
    return None


def _right_before(doc: Doc, office: Office) -> int | None:
    """Return the organization whose name ends right where an office begins."""
    at = office.start
    if at and doc[at - 1].text in ("'s", "’s"):
        at -= 1
    edge = doc[at - 1].idx + len(doc[at - 1]) if at else 0
    for name in doc._.mentions:
        if name.end == edge and doc._.things[name.things[0]].type in ("organization", "body"):
            return int(name.things[0])
    return None


def _tied(doc: Doc, office: Office, at: int) -> bool:
    if at < doc[office.end - 1].idx + len(doc[office.end - 1]):
        return True
    return doc[office.end].lower_ in ("of", "at", "for", "in") if office.end < len(doc) else False


def _ahead_of(doc: Doc, office: Office, organization: int) -> str:
    """Return the title without the organization's name behind it: "head | of the Ports Board"."""
    for name in doc._.mentions:
        inside = name.form == "name" and organization in name.things
        if inside and doc[office.start].idx < name.start < doc[office.end - 1].idx:
            words = doc.char_span(doc[office.start].idx, name.start, alignment_mode="contract")
            kept = list(words) if words is not None else []
            while kept and kept[-1].lower_ in titles("connectors"):
                kept.pop()
            before = "".join(t.text_with_ws for t in kept).strip()
            return before if office.title.startswith(before) else office.title
    return ""


def _without(doc: Doc, office: Office, organization: int) -> str:
    """Return the title without the organization's name in front of it."""
    for name in sorted(doc._.things[organization].names, key=len, reverse=True):
        if fold(office.title).startswith(fold(name) + " "):
            return office.title[len(name) :].strip()
    return ""

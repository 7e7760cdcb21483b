"""Named mentions to entities: one state, one full name, surnames and acronyms joined to it."""

from spacy.tokens import Doc

from dragoman.readers.english.coreference.gender import by_name, told
from dragoman.readers.english.coreference.likeness import (
    initials_of,
    plain,
    same_name,
    same_parliament,
    same_person,
)
from dragoman.readers.english.coreference.things import Collected, Things
from dragoman.readers.english.coreference.types import settle_types
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.acronyms import acronyms
from dragoman.readers.english.mentions.offices import state_before
from dragoman.readers.english.mentions.words import written
from dragoman.readers.english.roles.offices import counterpart_state, name_tokens, offices
from dragoman.record.nouns import EntityType

ORG_KINDS: tuple[EntityType, ...] = ("organization", "body")


def collect(doc: Doc, names: list[Name], things: Things) -> list[int]:
    """Return for each named mention the position of its entity in `things`."""
    kinds = settle_types(doc, names)
    defined = {fold(short): span for short, span in acronyms(doc).items()}
    order = sorted(
        range(len(names)),
        key=lambda i: -len(written(doc, names[i]).split()),
    )
    found: dict[int, int] = {}
    for i in order:
        span = defined.get(plain(written(doc, names[i])))
        long_form = None if span is None else _at_span(doc, names, found, span)
        if long_form is not None and kinds[i] != "state":
            found[i] = long_form
        elif kinds[i] == "state":
            found[i] = _state(doc, names[i], things)
        elif kinds[i] == "person":
            found[i] = _person(doc, names[i], things)
        else:
            holder = _by_initials(written(doc, names[i]), things)
            found[i] = _other(doc, names[i], kinds[i], things) if holder is None else holder
        things.all[found[i]].names[written(doc, names[i])] += 1
    return [found[i] for i in range(len(names))]


def _by_initials(text: str, things: Things) -> int | None:
    """Return the only person whose full name has these initials, or None."""
    fitting = [i for i in things.of_kind("person") if initials_of(text, things.all[i].words())]
    return fitting[0] if len(fitting) == 1 else None


def _at_span(
    doc: Doc, names: list[Name], found: dict[int, int], span: tuple[int, int]
) -> int | None:
    """Return the entity already found at a span of tokens."""
    start, end = doc[span[0]].idx, doc[span[1] - 1].idx + len(doc[span[1] - 1])
    for i, at in found.items():
        if names[i].start < end and names[i].end > start and names[i].end == end:
            return at
    return None


def _state(doc: Doc, name: Name, things: Things) -> int:
    country = name.country or plain(written(doc, name))
    return things.state(country, gazetteer().names.get(country, written(doc, name)))


def _person(doc: Doc, name: Name, things: Things) -> int:
    words = [w for w in plain(written(doc, name)).replace(".", " ").split() if w]
    best = None
    for i in things.of_kind("person"):
        if same_person(words, things.all[i].words()):
            best = i
            break
    at = things.add("person") if best is None else best
    first, last = name_tokens(doc, name)
    for office in offices(doc, first, last):
        things.all[at].offices.append(fold(office.title))
        if office.country:
            _mark(things.all[at], office.country, 3)
    for country, weight in ((state_before(doc, first), 2), (counterpart_state(doc, first), 3)):
        if country:
            _mark(things.all[at], country, weight)
    person = things.all[at]
    person.gender = person.gender or told(doc, first, last) or by_name(written(doc, name))
    led = gazetteer().leader(written(doc, name))
    if led:
        things.all[at].led = led
        things.all[at].votes[led] += 2
    return at


def _mark(person: Collected, country: str, weight: int) -> None:
    person.votes[country] += weight
    person.marked.add(country)


def _other(doc: Doc, name: Name, kind: EntityType, things: Things) -> int:
    text = written(doc, name)
    country = name.country or _country_of(doc, name, text)
    group = ORG_KINDS if kind in ORG_KINDS else (kind,)
    one_chamber = not any("Senate" in n for t in things.all for n in t.names)
    for i in things.of_kind(*group):
        thing = things.all[i]
        same = same_name(text, thing) or (one_chamber and same_parliament(text, thing))
        if same and (country is None or thing.country is None or thing.country == country):
            if country and not thing.country:
                thing.votes[country] += 2
            return i
    return things.add(kind, country)


def _country_of(doc: Doc, name: Name, text: str) -> str | None:
    """Return the state of an organization or place: inside its name or owning it."""
    known = gazetteer()
    words = [w for w in text.replace("-", " ").split() if w[0].isupper()]
    for word in words:
        if fold(word) in known.adjectives:
            return known.adjectives[fold(word)]
    folded = [fold(w) for w in words]
    for at in range(len(words)):
        hit = known.at(folded, words, at)
        if hit and hit[1].type == "state" and not hit[1].capital:
            return hit[1].country
    first, last = name_tokens(doc, name)
    before = state_before(doc, first)
    if before:
        return before
    return _lies_in(doc, last)


def _lies_in(doc: Doc, last: int) -> str | None:
    """Return the state right after "in" behind a name: "the Ministry of Health in Lima"."""
    if last + 1 >= len(doc) or doc[last].lower_ not in ("in", "of", ","):
        return None
    raw = [t.text for t in doc[last + 1 : last + 5]]
    if not raw or not raw[0][:1].isupper():
        return None
    hit = gazetteer().at([fold(w) for w in raw], raw, 0)
    if hit is not None and hit[1].type == "state":
        return hit[1].country
    return gazetteer().city(raw[0])

"""Named mentions to entities: one state, one full name, surnames and acronyms joined to it."""

from collections import Counter, defaultdict
from functools import lru_cache

from rapidfuzz import fuzz
from spacy.tokens import Doc

from dragoman.readers.english.coreference.things import Collected, Things
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.acronyms import acronyms
from dragoman.readers.english.mentions.offices import state_before
from dragoman.readers.english.mentions.words import is_acronym, kind_words, titles
from dragoman.readers.english.roles.offices import counterpart_state, name_tokens, offices
from dragoman.record.nouns import EntityType

_ARTICLES = ("the ", "a ", "an ")
NEAR = 88
ORG_KINDS: tuple[EntityType, ...] = ("organization", "body")


def plain(text: str) -> str:
    """Return a name folded, without a leading article and with single spaces."""
    low = " ".join(fold(text).split())
    for article in _ARTICLES:
        low = low.removeprefix(article)
    return low


def settle_types(doc: Doc, names: list[Name]) -> list[EntityType]:
    """Return one type for each name: the same words in a report are the same kind of thing.

    A title before a name or an acronym in brackets behind it outweighs what the model said.
    """
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    parts = _parts_of_persons(doc, names)
    for name in names:
        if name.type is None:
            continue
        first, last = name_tokens(doc, name)
        key = plain(doc.text[name.start : name.end])
        weight = 3 if name.type == "person" and offices(doc, first, last) else 1
        votes[key][name.type] += weight
        if name.type in ("person", "organization") and _names_programme(doc, last):
            votes[key]["programme"] += 2
        if name.type in ("place", "organization") and key in parts and not _is_where(doc, first, last):
            votes[key]["person"] += 2
        if name.type in ("person", "organization") and key not in parts:
            votes[key]["place"] += 2 * bool(gazetteer().city(doc.text[name.start : name.end]))
        if name.type == "person" and _is_where(doc, first, last):
            votes[key]["place"] += 2
        if name.type == "person" and _leads_office(doc, last):
            votes[key]["organization"] += 2
        if last + 1 < len(doc) and doc[last].text == "(" and is_acronym(doc[last + 1].text):
            if name.type in ("person", "place"):
                votes[key]["organization"] += 3
    settled: list[EntityType] = []
    for name in names:
        key = plain(doc.text[name.start : name.end])
        kinds = votes[key]
        if name.type == "state" or (name.type == "place" and kinds["state"]):
            settled.append(name.type)
        else:
            settled.append(min(kinds, key=lambda k: (-kinds[k], k)))
    return settled


def _names_programme(doc: Doc, last: int) -> bool:
    """Whether the next word is what a programme is called by: "… fighter", "… project"."""
    return last < len(doc) and doc[last].is_lower and doc[last].lower_ in kind_words("programme", "last")


def _parts_of_persons(doc: Doc, names: list[Name]) -> set[str]:
    """Return the folded words of the persons' names of more than one word."""
    parts: set[str] = set()
    for name in names:
        words = plain(doc.text[name.start : name.end]).split()
        if name.type == "person" and len(words) > 1:
            parts.update(words)
    return parts


def _is_where(doc: Doc, first: int, last: int) -> bool:
    """Whether a name stands after "in" or "at", owning nothing: a place."""
    owns = last < len(doc) and doc[last].text in ("'s", "’s")
    return first > 0 and not owns and doc[first - 1].lower_ in ("in", "at", "near", "off")


def _leads_office(doc: Doc, last: int) -> bool:
    """Whether an office and a name follow: "… leader Amina Said"."""
    if last + 1 >= len(doc) or not doc[last].is_lower or doc[last].text not in titles("heads"):
        return False
    return doc[last + 1].ent_type_ in ("PER", "PERSON")


def collect(doc: Doc, names: list[Name], things: Things) -> list[int]:
    """Return for each named mention the position of its entity in `things`."""
    kinds = settle_types(doc, names)
    defined = {fold(short): span for short, span in acronyms(doc).items()}
    order = sorted(range(len(names)), key=lambda i: -len(doc.text[names[i].start : names[i].end].split()))
    found: dict[int, int] = {}
    for i in order:
        span = defined.get(plain(doc.text[names[i].start : names[i].end]))
        long_form = None if span is None else _at_span(doc, names, found, span)
        if long_form is not None and kinds[i] != "state":
            found[i] = long_form
        elif kinds[i] == "state":
            found[i] = _state(doc, names[i], things)
        elif kinds[i] == "person":
            found[i] = _person(doc, names[i], things)
        else:
            found[i] = _other(doc, names[i], kinds[i], things)
        things.all[found[i]].names[doc.text[names[i].start : names[i].end]] += 1
    return [found[i] for i in range(len(names))]


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
    country = name.country or plain(doc.text[name.start : name.end])
    return things.state(country, gazetteer().names.get(country, doc.text[name.start : name.end]))


def _person(doc: Doc, name: Name, things: Things) -> int:
    words = [w for w in plain(doc.text[name.start : name.end]).replace(".", " ").split() if w]
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
    led = gazetteer().leader(doc.text[name.start : name.end])
    if led:
        things.all[at].led = led
        things.all[at].votes[led] += 2
    return at


def _mark(person: Collected, country: str, weight: int) -> None:
    person.votes[country] += weight
    person.marked.add(country)


def same_person(short: list[str], full: list[str]) -> bool:
    """Whether two folded names within one report name one person.

    The shorter must be made of words of the longer (spelling slips allowed) and hold its last
    word or its first two; given names alone join only when they are the name's own words.
    """
    if len(short) > len(full):
        short, full = full, short
    if not short:
        return False
    if len(short) == 1:
        word = short[0]
        if any(word == w for w in full):
            return True
        return len(word) > 4 and word[0] == full[-1][0] and fuzz.ratio(word, full[-1]) >= 80
    hits = sum(any(_near(a, b) for b in full) for a in short)
    return hits == len(short)


def _near(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a == b or (min(len(a), len(b)) > 3 and fuzz.ratio(a, b) >= NEAR)


def _other(doc: Doc, name: Name, kind: EntityType, things: Things) -> int:
    text = doc.text[name.start : name.end]
    country = name.country or _country_of(doc, name, text)
    group = ORG_KINDS if kind in ORG_KINDS else (kind,)
    for i in things.of_kind(*group):
        thing = things.all[i]
        if same_name(text, thing) and (
            country is None or thing.country is None or thing.country == country
        ):
            if country and not thing.country:
                thing.votes[country] += 2
            return i
    return things.add(kind, country)


def same_name(text: str, thing: Collected) -> bool:
    """Whether `text` is a written form of a thing that is no person: equal, or its acronym."""
    low = plain(text)
    for known in thing.names:
        other = plain(known)
        if _canonical(text) and _canonical(text) == _canonical(known):
            return True
        if _singular(low) == _singular(other) or _acronym_of(text, known) or _acronym_of(known, text):
            return True
        if len(low) > 7 and fuzz.ratio(low, other) >= 93:
            return True
    return False


@lru_cache(maxsize=10_000)
def _canonical(text: str) -> str | None:
    """Return the usual form of a known name; None for one the gazetteer does not hold whole."""
    words = text.split()
    hit = gazetteer().at([fold(w) for w in words], words, 0)
    return hit[1].name if hit and hit[0] == len(words) else None


def _singular(low: str) -> str:
    """Return a designation without its plural s: "k2s" as "k2"."""
    return low[:-1] if low.endswith("s") and low[-2:-1].isdigit() else low


def _acronym_of(short: str, long: str) -> bool:
    if not is_acronym(short) or len(long.split()) < 2:
        return False
    letters = [c for c in fold(short) if c.isalnum()]
    words = plain(long).replace("-", " ").split()
    small = ("of", "the", "and", "for", "in", "on", "to")
    full = [w[0] for w in words if w]
    lean = [w[0] for w in words if w and w not in small]
    return letters in (full, lean) or letters == [c for c in plain(long)[:1]] + lean[1:]


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

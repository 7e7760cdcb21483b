"""The likeliest state of officials and institutions that the words of a report leave unmarked."""

from collections import Counter

from spacy.tokens import Doc

from dragoman.readers.english.clauses.parties import SUBJECTS, case
from dragoman.readers.english.coreference.bearers import at_home
from dragoman.readers.english.coreference.things import Collected, Things
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.lexicon import mapping

MARKED = 2
UNMARKED_LEADER = 3
HINTED = 3
SURE = 4


def settle(doc: Doc, names: list[Name], found: list[int], things: Things, main: list[str]) -> None:
    """Set the likeliest state of persons and of institutions that name none.

    How a name is formed speaks for one of the states a report is about. Coverage marks the other
    side's officials ("the Peruvian minister") and leaves its own unmarked: the home state is the
    main state whose adjective stands least before offices. Who travels to a state does not belong
    to it, and two of one office do not belong to one state.
    """
    if not main:
        return
    sides = main[:2]
    home = _home(doc, names, things, sides)
    away = _destinations(doc, names, found, things)
    marks = mapping("gazetteer", "kinds.yaml")["of_state"]
    for at, item in enumerate(things.all):
        if item.votes:
            continue
        if item.kind == "person":
            item.guess = _likeliest(item, things, home, main, away.get(at, set()))
        elif (
            item.guess is None
            and item.kind == "organization"
            and _is_of_state(item.best_name(), marks)
        ):
            item.guess = home


def _likeliest(
    item: Collected, things: Things, home: str, main: list[str], away: set[str]
) -> str | None:
    held = {t.country for t in things.all if t is not item and _same_office(t, item)}
    sides = tuple(c for c in main[:HINTED] if c not in away | held)
    hint, weight = at_home(item.best_name(), sides)
    if weight < SURE:
        hint, weight = at_home(item.best_name(), tuple(c for c in sides if c in main[:2]))
    if item.guess is not None:
        return hint if weight >= SURE else item.guess
    if hint is not None or not item.offices:
        return hint
    return next((c for c in (home, *main[:2]) if c not in away | held), None)


def _same_office(one: Collected, other: Collected) -> bool:
    """Whether two persons hold one office of which a state has but one: "energy minister"."""
    return bool(one.country) and any(
        office.endswith("minister") and len(office.split()) > 1 and office in other.offices
        for office in one.offices
    )


def _is_of_state(name: str, marks: list[str]) -> bool:
    low = f" {fold(name)} "
    return any(f" {mark} " in low for mark in marks) or low.startswith(" ministry of")


def _home(doc: Doc, names: list[Name], things: Things, sides: list[str]) -> str:
    """Return the main state the report speaks from: the least marked, its leaders unmarked."""
    marks: Counter[str] = Counter()
    adjectives = gazetteer().adjectives
    for token in doc:
        if token.text[:1].isupper() and adjectives.get(fold(token.text)) in sides:
            marks[adjectives[fold(token.text)]] += 1
    for at in things.of_kind("person"):
        item = things.all[at]
        for country in item.marked:
            marks[country] += MARKED
        if item.led and item.offices and item.led not in item.marked:
            marks[item.led] -= UNMARKED_LEADER
    dateline = _dateline(doc, names, sides)
    if dateline is not None and marks[dateline] <= min(marks[c] for c in sides) + 1:
        return dateline
    return min(sides, key=lambda c: (marks[c], sides.index(c)))


def _dateline(doc: Doc, names: list[Name], sides: list[str]) -> str | None:
    for name in names:
        if doc._.kinds[name.head] == "dateline" and name.country in sides:
            return name.country
    return None


def _destinations(
    doc: Doc, names: list[Name], found: list[int], things: Things
) -> dict[int, set[str]]:
    """Return for each person the states that the report has him or her go to."""
    out: dict[int, set[str]] = {}
    motion = mapping("mentions", "motion.yaml")
    by_head = {n.head: f for n, f in zip(names, found, strict=True)}
    for name, at in zip(names, found, strict=True):
        token = doc[name.head]
        if things.all[at].kind != "person" or token.dep_ not in (*SUBJECTS, "conj"):
            continue
        verb = token.head.head if token.dep_ == "conj" else token.head
        if verb.lemma_.lower() not in (*motion["ways"], *motion["objects"]):
            continue
        for child in verb.children:
            reached = child.dep_ == "obj" or case(child) in ("to", "in", "into", "at")
            if reached and child.i in by_head:
                country = things.all[by_head[child.i]].country
                if country:
                    out.setdefault(at, set()).add(country)
    return out

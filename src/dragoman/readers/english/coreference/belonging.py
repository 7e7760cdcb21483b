"""Which state a person or an institution belongs to where its own words do not say."""

from collections import Counter
from itertools import pairwise

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import SUBJECTS, case
from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.offices import state_before

GAP = 60
MARKED = 2
UNMARKED_LEADER = 3


def vote(doc: Doc, names: list[Name], found: list[int], things: Things) -> None:
    """Collect votes for the states of persons: lists, possessives, what they say of their state.

    "X voiced Chile's interest" and "X said Chile was ready" speak for Chile; persons joined by
    "and" or commas are presumed to share a state.
    """
    heads = {n.head: f for n, f in zip(names, found, strict=True)}
    for name, at in zip(names, found, strict=True):
        if things.all[at].kind == "person":
            _vote_by_scene(doc, name, at, things)
            _vote_by_clause(doc[name.head], at, heads, things)
    _share_in_lists(doc, names, found, things)


def _vote_by_clause(token: Token, at: int, heads: dict[int, int], things: Things) -> None:
    if token.dep_ not in SUBJECTS:
        return
    verb = token.head
    for child in verb.children:
        if child.dep_ == "obj":
            for owner in child.children:
                if owner.dep_ == "nmod:poss" and owner.i in heads:
                    _vote_state(things, at, heads[owner.i], 1)
        elif case(child) == "for" and child.i in heads:
            if verb.lemma_.lower() in mapping("coreference", "verbs.yaml")["acting_for"]:
                _vote_state(things, at, heads[child.i], 2)
        elif child.dep_ in ("ccomp", "parataxis"):
            for inner in child.children:
                if inner.dep_ in SUBJECTS and inner.i in heads:
                    _vote_state(things, at, heads[inner.i], 1)


def _vote_by_scene(doc: Doc, name: Name, at: int, things: Things) -> None:
    """Vote for the state whose capital opens the sentence: "In Lusaka, spokesman X said …"."""
    sent = doc[name.head].sent
    if len(sent) < 4 or sent[0].lower_ != "in" or not things.all[at].offices:
        return
    raw = [t.text for t in sent[1:6]]
    hit = gazetteer().at([fold(w) for w in raw], raw, 0)
    if hit is not None and hit[1].capital and raw[hit[0] : hit[0] + 1] == [","]:
        things.all[at].votes[str(hit[1].country)] += 1


def _vote_state(things: Things, person: int, state: int, weight: int) -> None:
    item = things.all[state]
    if item.kind == "state" and item.country:
        things.all[person].votes[item.country] += weight


def _share_in_lists(doc: Doc, names: list[Name], found: list[int], things: Things) -> None:
    ordered = sorted(range(len(names)), key=lambda k: names[k].start)
    for left, right in pairwise(ordered):
        a, b = found[left], found[right]
        if a == b or {things.all[a].kind, things.all[b].kind} != {"person"}:
            continue
        if not _listed(doc, names[left], names[right]):
            continue
        for one, other in ((a, b), (b, a)):
            country = things.all[one].country
            if country and not things.all[other].votes:
                things.all[other].guess = country


def _listed(doc: Doc, left: Name, right: Name) -> bool:
    """Whether two names stand in one list with only offices, commas and "and" between them.

    The joint subjects of "held talks" or "signed" are no list: they face each other.
    """
    if _face_each_other(doc[left.head]):
        return False
    span = doc.char_span(left.end, right.start, alignment_mode="contract")
    if span is None or right.start - left.end > GAP or doc[left.head].sent != doc[right.head].sent:
        return False
    if any(
        t.pos_ in ("VERB", "ADP", "AUX", "PRON") and t.lower_ not in ("of", "for") for t in span
    ):
        return False
    return not any(state_before(doc, t.i + 1) for t in span)


def _face_each_other(token: Token) -> bool:
    first = token.head if token.dep_ == "conj" else token
    if first.dep_ not in SUBJECTS:
        return False
    verb = first.head
    motion = mapping("mentions", "motion.yaml")
    moves = verb.lemma_.lower() in (*motion["ways"], *motion["objects"])
    return not moves and not any(case(c) == "with" for c in verb.children)


def settle(doc: Doc, names: list[Name], found: list[int], things: Things, main: list[str]) -> None:
    """Set the likeliest state of persons with an office and of institutions that name none.

    Coverage marks the other side's officials ("the Peruvian minister") and leaves its own
    unmarked: the home state is the main state whose adjective stands least before offices. Who
    travels to a state does not belong to it.
    """
    if not main:
        return
    sides = main[:2]
    home = _home(doc, names, things, sides)
    away = _destinations(doc, names, found, things)
    marks = mapping("gazetteer", "kinds.yaml")["of_state"]
    for at, item in enumerate(things.all):
        if item.votes or item.guess:
            continue
        if item.kind == "person" and item.offices:
            options = [c for c in (home, *sides) if c not in away.get(at, ())]
            if options:
                item.guess = options[0]
        elif item.kind == "organization" and _is_of_state(item.best_name(), marks):
            item.guess = home


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

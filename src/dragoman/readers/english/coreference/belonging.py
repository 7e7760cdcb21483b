"""Which state a person or an institution belongs to where its own words do not say."""

from itertools import pairwise

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import SUBJECTS, case
from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.offices import state_before

GAP = 60


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

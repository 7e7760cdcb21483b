"""What a report tells of who sits in the chair of a body."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.bodies.found import Spot, session_of, stretch
from dragoman.readers.english.bodies.vocabulary import is_verb, listed, nouns
from dragoman.readers.english.clauses.phrases import noun_span
from dragoman.readers.english.clauses.reality import is_negated, reality
from dragoman.readers.english.drafts import WorkingDraft
from dragoman.record.workings import WorkingState

_ACTING = ("person", "organization", "state")
_REACH = 14
_JOINTS = ("conj", "appos", "flat", "nmod:desc", "nmod", "nmod:poss")


def chairs(doc: Doc, spot: Spot) -> Iterator[WorkingDraft]:
    """Yield who chairs or co-chairs the body that stands at `spot`."""
    yield from _by_verb(doc, spot)
    yield from _by_noun(doc, spot)
    if spot.name.form == "name":
        yield from _by_office(doc, spot)


def _by_verb(doc: Doc, spot: Spot) -> Iterator[WorkingDraft]:
    session = session_of(spot.head)
    words = {spot.head.i, session.i} if session is not None else {spot.head.i}
    for verb in spot.head.sent:
        if not _is_chairing(verb) or abs(verb.i - spot.head.i) > _REACH or is_negated(verb):
            continue
        by = next((c for v in _parts(verb) for c in v.children if _is_agent(c)), None)
        if by is not None and (by.i > verb.i) and _on(verb, words):
            yield from _draft(doc, spot, verb, by)
        elif by is None and _object(verb) in words:
            subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            if subject is not None:
                yield from _draft(doc, spot, verb, subject)
            else:
                yield from _by_those_before(doc, spot, verb)


def _is_chairing(verb: Token) -> bool:
    return (
        verb.tag_[:2] in ("VB", "NN", "JJ")
        and is_verb(verb, "chairs")
        and verb.tag_
        not in (
            "NN",
            "NNS",
        )
    )


def _parts(verb: Token) -> tuple[Token, ...]:
    """Return a verb and the "co-" before it, which the parser may take for the verb itself."""
    return (verb, verb.head) if verb.head.lower_ == "co" else (verb,)


def _is_agent(word: Token) -> bool:
    return any(c.lower_ == "by" and c.dep_ == "case" for c in word.children)


def _on(verb: Token, words: set[int]) -> bool:
    """Whether "chaired by" is said of the body: it hangs on it, or on what the body hangs on.

    "Co-chaired" is three words to the parser, which may hang them anywhere near.
    """
    at = verb
    for _ in range(4):
        if at.i in words:
            return True
        if any(c.dep_ == "nsubj:pass" and c.i in words for c in at.children):
            return True
        if at.dep_.startswith("acl") and at.head.i in words:
            return True
        at = at.head
    return False


def _object(verb: Token) -> int | None:
    """Return the position of what is chaired; "preside over" and a stray "co-" are met too."""
    for child in verb.children:
        if child.dep_ in ("obj", "obl", "nmod") and child.i > verb.i and not _is_place(child):
            return child.i
    return None


def _is_place(word: Token) -> bool:
    return any(c.lower_ in ("in", "at", "on") and c.dep_ == "case" for c in word.children)


def _by_those_before(doc: Doc, spot: Spot, verb: Token) -> Iterator[WorkingDraft]:
    """Yield the person named last before a verb without a subject; of those who co-chair, two."""
    before = [
        (name.things[0], doc[name.head])
        for name in doc._.mentions
        if name.form == "name" and len(name.things) == 1
        if verb.sent.start <= name.head < verb.i and doc._.things[name.things[0]].type == "person"
    ]
    joint = verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ == "co"
    kept = before[-2:] if joint else before[-1:]
    if kept:
        yield _chaired(spot, verb, kept)


def _draft(doc: Doc, spot: Spot, verb: Token, by: Token) -> Iterator[WorkingDraft]:
    people = _people(doc, by)
    if people:
        yield _chaired(spot, verb, people)
    elif by.pos_ != "PRON":
        start, end = stretch(spot.head, verb, by)
        first, last = noun_span(by)
        yield WorkingDraft(
            start=start,
            end=end,
            body=spot.thing,
            kind="chair",
            value=_plain(doc.text[first:last]),
            state=_state(verb),
        )


def _chaired(spot: Spot, verb: Token, people: list[tuple[int, Token]]) -> WorkingDraft:
    start, end = stretch(spot.head, verb, *(word for _, word in people))
    return WorkingDraft(
        start=start,
        end=end,
        body=spot.thing,
        kind="chair",
        parties=tuple(dict.fromkeys(thing for thing, _ in people)),
        state=_state(verb),
    )


def _state(verb: Token) -> WorkingState:
    told = all(reality(v) in ("told", "present") for v in _parts(verb))
    return "done" if told else "planned"


def _people(doc: Doc, word: Token) -> list[tuple[int, Token]]:
    """Return who is named by a word and the words joined to it, persons before all others."""
    tokens = {t.i for t in _joined(word)}
    found = [
        (name.things[0], doc[name.head])
        for name in doc._.mentions
        if name.head in tokens and len(name.things) == 1
        if doc._.things[name.things[0]].type == "person"
        or (name.form == "name" and doc._.things[name.things[0]].type in _ACTING)
    ]
    people = [f for f in found if doc._.things[f[0]].type == "person"]
    return people or found


def _joined(word: Token) -> Iterator[Token]:
    yield word
    for child in word.children:
        if child.dep_ in _JOINTS:
            yield from _joined(child)


def _by_noun(doc: Doc, spot: Spot) -> Iterator[WorkingDraft]:
    """Yield from "the commission's co-chair, Ana Ruiz" and "its chair is Ana Ruiz"."""
    noun = spot.head.head
    hung = spot.head.dep_ in ("nmod", "nmod:poss", "compound")
    if not hung or noun.lower_ not in nouns("chair_nouns") or _is_no_chair(noun):
        return
    near = [c for c in noun.children if c.dep_ in ("appos", "nsubj", "flat")]
    if noun.dep_ in ("appos", "nmod:desc"):
        near.append(noun.head)
    if noun.dep_.startswith("nsubj") and any(c.dep_ == "cop" for c in noun.head.children):
        near.append(noun.head)
    for word in near:
        people = [p for p in _people(doc, word) if doc._.things[p[0]].type == "person"]
        start, end = stretch(spot.head, noun, *(p[1] for p in people))
        if people and ";" not in doc.text[start:end]:
            yield WorkingDraft(
                start=start,
                end=end,
                body=spot.thing,
                kind="chair",
                parties=tuple(p[0] for p in people),
                state="done",
            )
            return


def _by_office(doc: Doc, spot: Spot) -> Iterator[WorkingDraft]:
    """Yield those whose office in the body is its chair."""
    for role in doc._.roles or ():
        title = role.title.lower().split()
        near = abs(role.start - spot.name.start) < 120
        held = role.organization == spot.thing and near and title
        if held and title[-1] in nouns("chair_nouns") and not set(title) & listed("no_chairs"):
            yield WorkingDraft(
                start=min(role.start, spot.name.start),
                end=max(role.end, spot.name.end),
                body=spot.thing,
                kind="chair",
                parties=(role.thing,),
                state="done",
            )


def _is_no_chair(noun: Token) -> bool:
    return any(c.lower_ in listed("no_chairs") for c in noun.children) or (
        noun.i > 0 and noun.nbor(-1).lower_ in listed("no_chairs")
    )


def _plain(text: str) -> str:
    words = text.split()
    return " ".join(words[1:] if words and words[0].lower() in ("the", "a", "an", "by") else words)

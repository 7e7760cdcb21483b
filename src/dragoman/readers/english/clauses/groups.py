"""Groups without a name, which stand under their state: "Kenyan soldiers", "three Poles".

A state that a report tells by its adjective alone is met here too: "rejected a Kenyan offer".
"""

from collections.abc import Iterator
from functools import cache

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.forms import noun_index
from dragoman.readers.english.drafts import Name, Thing
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.lexicon import mapping


@cache
def _groups() -> frozenset[str]:
    return frozenset(noun_index(mapping("clauses", "groups.yaml")["groups"]))


@cache
def _acts() -> frozenset[str]:
    return frozenset(noun_index(mapping("clauses", "groups.yaml")["acts"]))


def name_groups(doc: Doc) -> None:
    """Add to `doc._.mentions` the groups told by a state's adjective, and states so met first."""
    covered = {i for name in doc._.mentions for i in _tokens(doc, name)}
    things = list(doc._.things)
    states = {t.country: k for k, t in enumerate(things) if t.type == "state"}
    met = {name.head: name for name in doc._.mentions if name.form == "nominal"}
    added: dict[int, Name] = {}
    for start, head, country in (*_told(doc, covered), *_acting(doc, covered, states)):
        if country not in states:
            states[country] = len(things)
            name = gazetteer().names.get(country, country)
            things.append(Thing(type="state", name=name, country=country))
        mention = _mention(doc, start, head, states[country], country)
        before = added.get(head.i) or met.get(head.i)
        added[head.i] = mention if before is None else _both(before, mention)
    if added:
        doc._.things = tuple(things)
        others = (n for n in doc._.mentions if n.head not in added or n.form != "nominal")
        doc._.mentions = tuple(sorted([*others, *added.values()], key=lambda n: (n.start, -n.end)))
        doc.user_data.pop("dragoman.by_head", None)


def _tokens(doc: Doc, name: Name) -> range:
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    return range(0) if span is None else range(span.start, span.end)


def _told(doc: Doc, covered: set[int]) -> Iterator[tuple[int, Token, str]]:
    """Yield first token, head and state (ISO code) of each group."""
    known, readable = gazetteer(), doc._.readable
    for token in doc:
        if token.i in covered or not readable[token.i] or not token.text[0].isupper():
            continue
        people = known.people.get(fold(token.text))
        adjective = known.adjectives.get(fold(token.text))
        if adjective is not None:
            head = _group_after(token)
            if head is not None and (head.i not in covered or _is_joined(token)):
                yield token.i, head, adjective
                continue
        if people is not None and token.pos_ in ("NOUN", "PROPN") and token.text.endswith("s"):
            yield token.i, token, people


def _acting(
    doc: Doc, covered: set[int], known: dict[str | None, int]
) -> Iterator[tuple[int, Token, str]]:
    """Yield the adjectives of states that only what they say or do speaks of."""
    named = set(known)
    for token in doc:
        country = gazetteer().adjectives.get(fold(token.text))
        if country is None or country in named or token.i in covered or not token.text[0].isupper():
            continue
        if doc._.readable[token.i] and token.head.lower_ in _acts() and token.head.i > token.i:
            yield token.i, token, country


def _both(one: Name, other: Name) -> Name:
    """Return one mention of two groups told together: "Turkish and Greek sides"."""
    things = tuple(dict.fromkeys((*one.things, *other.things)))
    return msgspec.structs.replace(one, plural=len(things) > 1, things=things)


def _group_after(adjective: Token) -> Token | None:
    """Return the noun of a group that the adjective opens, at most three words on."""
    doc = adjective.doc
    reach = 6 if _is_joined(adjective) else 4
    for at in range(adjective.i + 1, min(adjective.i + reach, adjective.sent.end)):
        if doc[at].lower_ in _groups() and doc[at].pos_ in ("NOUN", "PROPN"):
            following = doc[at + 1] if at + 1 < adjective.sent.end else None
            if following is None or (following.dep_ != "compound" and not _goes_on(following)):
                return doc[at]
        elif at == adjective.i + 1 and _is_joined(adjective):
            continue
        elif doc[at].pos_ not in _BETWEEN and doc[at].text != "-":
            return None
    return None


_BETWEEN = frozenset(("ADJ", "NOUN", "PROPN", "VERB"))


def _is_joined(adjective: Token) -> bool:
    """Whether another state's adjective follows after "and": "Omani and Kenyan officers"."""
    if adjective.i + 2 >= adjective.sent.end or adjective.nbor().lower_ != "and":
        return False
    return fold(adjective.nbor(2).text) in gazetteer().adjectives


def _goes_on(token: Token) -> bool:
    return token.lower_ in _groups() and token.pos_ == "NOUN"


def _mention(doc: Doc, start: int, head: Token, thing: int, country: str) -> Name:
    return Name(
        start=doc[start].idx,
        end=head.idx + len(head),
        head=head.i,
        form="nominal",
        type="state",
        country=country,
        things=(thing,),
    )

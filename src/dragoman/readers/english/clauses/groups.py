"""Groups without a name, which stand under their state: "Kenyan soldiers", "three Poles"."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.forms import noun_index
from dragoman.readers.english.drafts import Name, Thing
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.lexicon import mapping


@cache
def _groups() -> frozenset[str]:
    return frozenset(noun_index(mapping("clauses", "groups.yaml")["groups"]))


def name_groups(doc: Doc) -> None:
    """Add to `doc._.mentions` the groups told by a state's adjective, and states so met first."""
    covered = {i for name in doc._.mentions for i in _tokens(doc, name)}
    things = list(doc._.things)
    states = {t.country: k for k, t in enumerate(things) if t.type == "state"}
    added: list[Name] = []
    for start, head, country in _told(doc, covered):
        if country not in states:
            states[country] = len(things)
            name = gazetteer().names.get(country, country)
            things.append(Thing(type="state", name=name, country=country))
        added.append(_mention(doc, start, head, states[country], country))
    if added:
        doc._.things = tuple(things)
        doc._.mentions = tuple(sorted([*doc._.mentions, *added], key=lambda n: (n.start, -n.end)))
        doc.user_data.pop("dragoman.by_head", None)


def _tokens(doc: Doc, name: Name) -> range:
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    return range(0) if span is None else range(span.start, span.end)


def _told(doc: Doc, covered: set[int]) -> Iterator[tuple[int, Token, str]]:
    """Yield first token, head and state (ISO code) of each group."""
    known = gazetteer()
    for token in doc:
        if token.i in covered or not doc._.readable[token.i] or not token.text[0].isupper():
            continue
        people = known.people.get(fold(token.text))
        adjective = known.adjectives.get(fold(token.text))
        if adjective is not None:
            head = _group_after(token)
            if head is not None and head.i not in covered:
                yield token.i, head, adjective
                continue
        if people is not None and token.pos_ in ("NOUN", "PROPN") and token.text.endswith("s"):
            yield token.i, token, people


def _group_after(adjective: Token) -> Token | None:
    """Return the noun of a group that the adjective opens, at most three words on."""
    doc = adjective.doc
    for at in range(adjective.i + 1, min(adjective.i + 4, adjective.sent.end)):
        if doc[at].lower_ in _groups() and doc[at].pos_ in ("NOUN", "PROPN"):
            following = doc[at + 1] if at + 1 < adjective.sent.end else None
            if following is None or (following.dep_ != "compound" and not _goes_on(following)):
                return doc[at]
        elif doc[at].pos_ not in ("ADJ", "NOUN", "PROPN", "VERB") and doc[at].text != "-":
            return None
    return None


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

"""From the subject of a cue to the speaker: named, unnamed, a text, or who they speak for."""

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import mentions_by_head, things_of
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.words import titles
from dragoman.readers.english.statements.found import Voice
from dragoman.readers.english.statements.frames import speakers
from dragoman.readers.english.statements.owners import (
    able,
    both_sides,
    holder,
    is_unnamed,
    owner,
    text_voice,
)
from dragoman.readers.english.statements.phrases import (
    name_behind,
    name_over,
    names_before,
    phrase,
)

_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "who",
        "which",
        "that",
        "this",
        "these",
        "his",
        "her",
        "its",
        "their",
        "him",
        "them",
    ]
)
_CITING = 7
_BEHIND = 7


def voice_of(token: Token | None) -> Voice | None:
    """Return who speaks where `token` heads the subject of a cue; None where nobody can speak.

    A text ("the communiqué") speaks for who issued it, a spokesman for who is named with them;
    one without a name is given in the report's words.
    """
    if token is None:
        return None
    if token.lower_ in _PRONOUNS:
        return _pronoun(token)
    if token.lower_ == "both":
        return Voice(things=_latest_pair(token))
    found = _noun(token)
    return found if found is None else _citing(token, found)


def _noun(token: Token) -> Voice | None:
    person = _apposed_person(token) or _apposed_group(token)
    if person is not None:
        return Voice(things=person.things)
    named = name_over(token)
    if named is not None:
        return _named(token, named)
    behind = name_behind(token)
    if behind is not None and token.doc._.things[behind.things[0]].type == "person":
        return Voice(things=behind.things)
    return _described(token)


def _named(token: Token, named: Name) -> Voice | None:
    joined = things_of(token) if named.head == token.i else named.things
    found = _agents(token, joined)
    if found is None and token.doc._.things[named.things[0]].type == "place":
        return Voice(source=token.doc._.report.text[named.start : named.end])
    return found or _press(token)


def _described(token: Token) -> Voice | None:
    """Return who a description means: a spokesman's owner, a text's, somebody known or unnamed."""
    low = token.lower_
    if low in speakers("spokesmen"):
        speaks_for = owner(token)
        if speaks_for:
            return Voice(things=speaks_for)
    if low in speakers("texts"):
        return text_voice(token)
    if is_unnamed(token):
        return _unnamed(token)
    return _known(token)


def _known(token: Token) -> Voice | None:
    """Return somebody described who is named elsewhere, else their words as the source."""
    low = token.lower_
    able_nouns = titles("heads") | speakers("unnamed") | speakers("groups")
    known = low in able_nouns or _singular(low) in able_nouns
    if known or token.i in mentions_by_head(token.doc) or token.pos_ == "PROPN" or _apposed(token):
        found = _agents(token, things_of(token))
        if found is not None and not (_is_human(token) and not _has_person(token, found)):
            return found
    nation = _of_nation(token)
    if nation is not None:
        return nation
    if not known and token.pos_ != "PROPN":
        return None
    person = holder(token)
    return Voice(things=person) if person else Voice(source=phrase(token))


def _apposed_person(token: Token) -> Name | None:
    """Return the person named in apposition to a title: "the premier, Kari Lund"."""
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i:
            name = name_over(child)
            if name is not None and token.doc._.things[name.things[0]].type == "person":
                return None if name_over(token) is name else name
    return None


def _apposed_group(token: Token) -> Name | None:
    """Return the organization named behind a group: "a rival bidder, the consortium Sol Norte"."""
    doc = token.doc
    if token.tag_ != "NN" or name_over(token) is not None or _is_human(token):
        return None
    comma = token.i + 1
    if comma + 1 >= token.sent.end or doc[comma].text != ",":
        return None
    for at in range(comma + 1, min(comma + 1 + _BEHIND, token.sent.end)):
        name = name_over(doc[at])
        if name is not None and doc[at].idx == name.start:
            kind = doc._.things[name.things[0]].type
            closed = doc._.report.text[name.end : name.end + 1] == ","
            return name if closed and kind in ("organization", "body", "person") else None
        if (
            doc[at].pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT", "VERB")
            or doc[at].text == ","
        ):
            return None
    return None


def _citing(token: Token, voice: Voice) -> Voice:
    """Return the voice of the press that only cites others: "the paper, citing sources, said"."""
    doc = token.doc
    end = min(token.i + _CITING, token.sent.end)
    at = next((t.i for t in doc[token.i + 1 : end] if t.lower_ in speakers("citing")), None)
    if at is None or len(voice.things) > 1 or _kind(doc, voice) not in (None, "organization"):
        return voice
    cited = next(
        (
            t
            for t in doc[at + 1 : at + 6]
            if (t.pos_ in ("NOUN", "PROPN") and t.tag_ != "NN") or t.lower_ in speakers("unnamed")
        ),
        None,
    )
    if cited is None or not voice.things:
        return msgspec.structs.replace(voice, rumour=True)
    return Voice(source=phrase(cited), via=voice.things[0], rumour=True)


def _kind(doc: Doc, voice: Voice) -> str | None:
    return str(doc._.things[voice.things[0]].type) if voice.things else None


def _pronoun(token: Token) -> Voice | None:
    found = _agents(token, things_of(token, joined=False))
    if found is not None:
        return found
    return Voice() if token.lower_ in ("he", "she", "they", "his", "her", "their") else None


def _agents(token: Token, things: tuple[int, ...]) -> Voice | None:
    speaking = able(token.doc, things)
    return Voice(things=speaking) if speaking else None


def _press(token: Token) -> Voice | None:
    """Return a name that is no person or organization as a source in words, if it is the press."""
    if token.lower_ in speakers("texts") | speakers("press") | speakers("press_names"):
        return Voice(source=phrase(token))
    return None


def _latest_pair(token: Token) -> tuple[int, ...]:
    """Return what "both" stands for: the latest mention of two."""
    pairs = (n.things for n in names_before(token) if len(n.things) == 2)
    return next(pairs, ())


def _apposed(token: Token) -> bool:
    return any(c.dep_ in ("appos", "flat") and name_over(c) is not None for c in token.children)


def _is_human(token: Token) -> bool:
    """Whether a noun means persons who speak for themselves, not for their state."""
    low = token.lower_
    if low == "authorities" or low in speakers("groups"):
        return False
    return low in speakers("unnamed") or _singular(low) in titles("heads")


def _singular(low: str) -> str:
    return low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")


def anybody(token: Token) -> Voice | None:
    """Return a noun in no list as a source in words: for verbs that only somebody can be behind."""
    known = mentions_by_head(token.doc).get(token.i)
    if token.tag_ != "NN" or (known is not None and known.type in ("agreement", "programme")):
        return None
    return Voice(source=phrase(token))


def _has_person(token: Token, voice: Voice) -> bool:
    return any(token.doc._.things[i].type == "person" for i in voice.things)


def _of_nation(token: Token) -> Voice | None:
    """Return the latest person of a state that "the Kenyan" stands for; "the Kenyans" are it."""
    country = gazetteer().people.get(fold(token.text)) or gazetteer().adjectives.get(
        fold(token.text)
    )
    if country is None or not token.text[0].isupper():
        return None
    if token.tag_ in ("NNS", "NNPS"):
        return _whole_nation(token, country)
    for name in names_before(token):
        thing = token.doc._.things[name.things[0]]
        if thing.type == "person" and thing.country == country:
            return Voice(things=name.things)
    return None


def _whole_nation(token: Token, country: str) -> Voice | None:
    """Return the state that a people stands for: "the Kenyans said", not "two Kenyans"."""
    if [c.lower_ for c in token.children if c.i < token.i] != ["the"]:
        return None
    things = enumerate(token.doc._.things)
    state = next((k for k, t in things if t.type == "state" and t.country == country), None)
    return None if state is None else Voice(things=(state,))


def _unnamed(token: Token) -> Voice:
    pair = both_sides(token)
    if pair:
        return Voice(things=pair)
    rumour = token.lower_ in ("source", "sources")
    return Voice(source=phrase(token), rumour=rumour)

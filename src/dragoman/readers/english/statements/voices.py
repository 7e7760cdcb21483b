"""From the subject of a cue to the speaker: named, unnamed, a text, or who they speak for."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import mentions_by_head, things_of
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.words import titles
from dragoman.readers.english.statements.found import Voice
from dragoman.readers.english.statements.frames import speakers

SPEAKING = ("person", "organization", "body", "state")
_PRONOUNS = frozenset("he she it they we i you who which that this these those".split())
_MARKS = frozenset(', ; : “ ” " ( ) — –'.split())
_BESIDE = 3
_SEVERAL = ("one", "some", "many", "others")


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
        return Voice(source=token.doc.text[named.start : named.end])
    return found or _press(token)


def name_over(token: Token) -> Name | None:
    """Return the name that a token stands in, or None."""
    cached: dict[int, Name] | None = token.doc.user_data.get("dragoman.names_over")
    if cached is None:
        cached = {}
        for name in token.doc._.mentions or ():
            span = token.doc.char_span(name.start, name.end, alignment_mode="expand")
            if name.form == "name" and span is not None:
                cached.update(dict.fromkeys(range(span.start, span.end), name))
        token.doc.user_data["dragoman.names_over"] = cached
    return cached.get(token.i)


def _described(token: Token) -> Voice | None:
    """Return who a description means: a spokesman's owner, a text's, somebody known or unnamed."""
    low = token.lower_
    if low in speakers("spokesmen"):
        owner = _owner(token)
        if owner:
            return Voice(things=owner)
    if low in speakers("texts"):
        return _text(token)
    if _is_unnamed(token):
        return _unnamed(token)
    known = low in speakers("unnamed") | speakers("groups") | titles("heads")
    if known or token.i in mentions_by_head(token.doc) or token.pos_ == "PROPN" or _apposed(token):
        found = _agents(token, things_of(token))
        if found is not None and not (_is_crowd(token) and _has_state(token, found)):
            return found
    nation = _of_nation(token)
    if nation is not None:
        return nation
    return Voice(source=phrase(token)) if known else None


def _pronoun(token: Token) -> Voice | None:
    found = _agents(token, things_of(token, joined=False))
    if found is not None:
        return found
    return Voice() if token.lower_ in ("he", "she", "they") else None


def _agents(token: Token, things: tuple[int, ...]) -> Voice | None:
    known = token.doc._.things
    able = tuple(i for i in things if known[i].type in SPEAKING)
    return Voice(things=able) if able else None


def _press(token: Token) -> Voice | None:
    """Return a name that is no person or organization as a source in words, if it is the press."""
    if token.lower_ in speakers("texts") | speakers("press") | speakers("press_names"):
        return Voice(source=phrase(token))
    return None


def name_behind(token: Token) -> Name | None:
    """Return the name right behind a title or description: "spokesman | Ali Omar"."""
    end = token.idx + len(token)
    for name in _starting(token.doc, token.i + 1):
        if name.form == "name" and name.start - end <= 1:
            return name
    return None


def _starting(doc: Doc, at: int) -> list[Name]:
    cached: dict[int, list[Name]] | None = doc.user_data.get("dragoman.by_start")
    if cached is None:
        cached = {}
        for name in doc._.mentions or ():
            cached.setdefault(name.start, []).append(name)
        doc.user_data["dragoman.by_start"] = cached
    return cached.get(doc[at].idx, []) if at < len(doc) else []


def _latest_pair(token: Token) -> tuple[int, ...]:
    """Return what "both" stands for: the latest mention of two."""
    best: tuple[int, ...] = ()
    for name in token.doc._.mentions or ():
        if name.start >= token.idx:
            break
        if len(name.things) == 2:
            best = name.things
    return best


def _apposed(token: Token) -> bool:
    return any(c.dep_ in ("appos", "flat") and name_over(c) is not None for c in token.children)


def _is_crowd(token: Token) -> bool:
    """Whether a noun means several who speak for themselves, not for their state."""
    plural = token.tag_ in ("NNS", "NNPS") or token.lower_ in speakers("press")
    return plural and token.lower_ in speakers("unnamed") and token.lower_ != "authorities"


def _has_state(token: Token, voice: Voice) -> bool:
    return any(token.doc._.things[i].type == "state" for i in voice.things)


def _of_nation(token: Token) -> Voice | None:
    """Return the person that "the Kenyan" stands for: the latest of that state."""
    country = gazetteer().people.get(fold(token.text)) or gazetteer().adjectives.get(
        fold(token.text)
    )
    if country is None or token.tag_ in ("NNS", "NNPS") or not token.text[0].isupper():
        return None
    best: tuple[int, ...] = ()
    for name in token.doc._.mentions or ():
        if name.start >= token.idx:
            break
        thing = token.doc._.things[name.things[0]]
        if thing.type == "person" and thing.country == country:
            best = name.things
    return Voice(things=best) if best else None


def _is_unnamed(token: Token) -> bool:
    """Whether a noun means somebody without a name: "officials", "a Kenyan lawmaker"."""
    low = token.lower_
    if low not in speakers("unnamed") and low not in titles("heads"):
        return False
    left = [t.lower_ for t in token.doc[left_edge(token) : token.i]]
    if any(w in ("the", "both", "two", "his", "her", "their", "its") for w in left[:1]):
        return False
    if low in _SEVERAL or any(w in speakers("indefinite") for w in left):
        return True
    plural = token.tag_ in ("NNS", "NNPS") or low in speakers("press")
    return low in speakers("unnamed") and plural


def _unnamed(token: Token) -> Voice:
    pair = _both_sides(token)
    if pair:
        return Voice(things=pair)
    rumour = token.lower_ in ("source", "sources") or _cites(token)
    return Voice(source=phrase(token), rumour=rumour)


def _both_sides(token: Token) -> tuple[int, ...]:
    """Return the states in "officials on both sides"."""
    for child in token.children:
        if child.i > token.i and child.lower_ in ("sides", "countries", "nations", "governments"):
            return things_of(child)
    return ()


def _cites(token: Token) -> bool:
    """Whether the press only cites others: "the paper, citing sources, said"."""
    near = token.doc[token.i + 1 : min(token.i + 5, token.sent.end)]
    return any(t.lower_ in speakers("citing") for t in near)


def _owner(token: Token) -> tuple[int, ...]:
    """Return whom a spokesman, an office or a text belongs to: "a spokesman for …", "X's office"."""
    for child in token.children:
        if child.dep_.startswith("nmod") and child.i > token.i:
            case = next((c.lower_ for c in child.children if c.dep_ == "case"), None)
            found = _able(token.doc, things_of(child))
            if case in speakers("owners") and found:
                return found
    for child in token.children:
        if child.dep_ in ("nmod:poss", "compound", "nmod:desc") and child.i < token.i:
            found = _able(token.doc, things_of(child, joined=False))
            if found:
                return found
    return _name_before(token)


def _able(doc: Doc, things: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(i for i in things if doc._.things[i].type in SPEAKING)


def _name_before(token: Token) -> tuple[int, ...]:
    """Return the organization named right before a noun: "Foreign Ministry press | release"."""
    start = token.doc[max(token.i - _BESIDE, token.sent.start)].idx
    for at in range(token.i - 1, max(token.i - _BESIDE, token.sent.start) - 1, -1):
        named = mentions_by_head(token.doc).get(at)
        if named is not None and named.form == "name" and named.end > start:
            return _able(token.doc, named.things)
    return ()


def _text(token: Token) -> Voice:
    things = token.doc._.things
    owner = tuple(
        i
        for i in _owner(token)
        if things[i].type != "state" or token.lower_ in ("statement", "communique", "communiqué")
    )
    if owner:
        return Voice(things=owner, text=True)
    return Voice(things=_both_sides(token), source=phrase(token), text=True)


def left_edge(token: Token) -> int:
    """Return where the noun phrase of `token` begins: behind prepositions, commas and quotes."""
    first = token.left_edge.i
    for at in range(token.i - 1, first - 1, -1):
        before = token.doc[at]
        if (
            before.text in _MARKS
            or before.is_space
            or before.dep_ in ("case", "fixed", "cc", "mark")
        ):
            if (
                before.lower_ in ("'s", "’s", "'", "’")
                or before.head.i < token.i
                and before.lower_ in ("of", "for")
                and at > first
            ):
                continue
            return at + 1
    return first


def phrase(token: Token) -> str:
    """Return the words of a noun phrase, without clauses hung on it."""
    last = token.i
    for child in token.children:
        if child.i > token.i and child.dep_ in (
            "nmod",
            "flat",
            "compound",
            "appos",
            "amod",
            "fixed",
        ):
            inner = [t.i for t in child.subtree if not t.is_punct]
            if inner and min(inner) == last + 1:
                last = max(inner)
    return " ".join(token.doc[left_edge(token) : last + 1].text.split())

"""Lines that open with who speaks: "Minister: no troops", interviews, minutes of a debate."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.mentions.words import titles
from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.frames import speakers
from dragoman.readers.english.statements.owners import able, holder
from dragoman.readers.english.statements.phrases import name_over
from dragoman.readers.english.statements.quotes import paragraphs
from dragoman.readers.english.statements.spans import trimmed

_LABEL = 6
_LEAST = 3
_FIRST_PERSON = frozenset(("i", "we", "my", "our", "us", "me"))


def labelled(doc: Doc) -> Iterator[Found]:
    """Yield what stands behind the name or the office that a line opens with and a colon."""
    hosted = any(_is_host(doc, first) for first, _ in paragraphs(doc))
    for first, last in paragraphs(doc):
        colon = next(
            (at for at in range(first, min(first + _LABEL, last)) if doc[at].text == ":"), None
        )
        if colon is None or colon == first or last - colon <= _LEAST:
            continue
        if hosted and not any(t.lower_ in _FIRST_PERSON for t in doc[colon:last]):
            continue
        voice = _voice(doc, first, colon)
        end = next((at for at in range(colon, last) if doc[at].text == ";"), last)
        span = trimmed(doc, colon + 1, end)
        if voice is not None and span is not None:
            yield Found([span], colon, voice, "clause", "stated")


def _is_host(doc: Doc, first: int) -> bool:
    """Whether a line is that of a programme's own voice: "PRESENTER: …"."""
    behind = doc[first + 1].text if first + 1 < len(doc) else ""
    return behind == ":" and doc[first].lower_ in speakers("hosts")


def _voice(doc: Doc, first: int, colon: int) -> Voice | None:
    """Return the speaker where nobody but them is named before the colon."""
    label = doc[first:colon]
    named = name_over(label[-1])
    if named is not None and _covers(label[0], named.start):
        people = able(doc, named.things)
        is_person = any(doc._.things[i].type in ("person", "organization") for i in people)
        return Voice(things=people) if is_person else None
    head = label[-1]
    if head.lower_ not in titles("heads") | speakers("unnamed") | speakers("labels"):
        return None
    person = holder(head)
    return Voice(things=person) if person else Voice(source=" ".join(label.text.split()))


def _covers(token: Token, start: int) -> bool:
    """Whether the words from a token to a name are its title."""
    doc = token.doc
    before = [t for t in doc[token.i :] if t.idx < start]
    return all(
        t.lower_ in titles("heads") | titles("modifiers") | titles("honorifics") for t in before
    )

"""A readout of talks: who passes on what the sides are told to have said."""

from spacy.tokens import Doc

from dragoman.readers.english.clauses.parties import mentions_by_head
from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.frames import speakers, words
from dragoman.readers.english.statements.quotes import paragraphs
from dragoman.readers.english.statements.spans import has_verb, trimmed

_REACH = 6
_TITLE = 12


class _Readout:
    """An account of talks by one office: its things, the sides it tells of, where it began."""

    def __init__(self, via: int, parties: frozenset[int], states: frozenset[str], paragraph: int):
        self.via, self.parties, self.states, self.paragraph = via, parties, states, paragraph


def pass_on(doc: Doc, found: list[Found]) -> list[Found]:
    """Set `via` on what the sides of a readout say, and add what it goes on to tell of the talks.

    A readout begins where an organization tells of talks; it ends at a subhead, a few paragraphs
    on, or where others are heard.
    """
    spans = list(paragraphs(doc))
    added: list[Found] = []
    current: _Readout | None = None
    ordered = sorted(found, key=lambda f: f.start)
    at = 0
    for number, (first, last) in enumerate(spans):
        if current is not None and (
            _is_title(doc, first, last) or number - current.paragraph > _REACH
        ):
            current = None
        end = doc[last - 1].idx + len(doc[last - 1])
        here: list[Found] = []
        while at < len(ordered) and ordered[at].start < end:
            here.append(ordered[at])
            at += 1
        for sent_first, sent_last in _sentences(doc, first, last):
            own = [f for f in here if doc[sent_first].idx <= f.start < doc[sent_last - 1].idx + 1]
            opened = next((r for r in (_opens(doc, f, number) for f in own) if r is not None), None)
            if current is not None and opened is None:
                if own:
                    current = _marked(doc, own, current)
                elif _continues(doc, sent_first, sent_last, current, number):
                    added += _told(doc, sent_first, sent_last, current)
            current = opened or current
    return [*found, *added]


def _is_title(doc: Doc, first: int, last: int) -> bool:
    """Whether a line is a subhead: short and without a full stop."""
    return last - first <= _TITLE and doc[last - 1].text not in (".", "!", "?", "”", '"', ":", ")")


def _sentences(doc: Doc, first: int, last: int) -> list[tuple[int, int]]:
    starts = [i for i in range(first, last) if i == first or doc[i].is_sent_start]
    return list(zip(starts, [*starts[1:], last], strict=True))


def _opens(doc: Doc, f: Found, number: int) -> _Readout | None:
    """Return the readout that a statement of an office opens where it tells of talks."""
    things = doc._.things
    if len(f.voice.things) != 1 or not _is_office(doc, f.voice.things[0]):
        return None
    span = doc.char_span(*f.spans[0], alignment_mode="expand")
    if span is None or not any(t.lower_ in words("talks") for t in span):
        return None
    by_head = mentions_by_head(doc)
    parties = {i for t in span if t.i in by_head for i in by_head[t.i].things}
    able = frozenset(i for i in parties if things[i].type in ("person", "state", "organization"))
    states = frozenset(str(things[i].country) for i in able if things[i].country)
    return _Readout(f.voice.things[0], able, states, number) if able else None


def _is_office(doc: Doc, thing: int) -> bool:
    """Whether a speaker gives accounts of others: an organization, or its spokesman."""
    if doc._.things[thing].type in ("organization", "body"):
        return True
    titles = " ".join(r.title.lower() for r in doc._.roles or () if r.thing == thing).split()
    return any(w in speakers("spokesmen") for w in titles)


def _marked(doc: Doc, own: list[Found], readout: _Readout) -> _Readout | None:
    """Set `via` on what the sides say; return the readout, or None where others are heard."""
    for f in own:
        voice = f.voice
        if voice.via is not None or readout.via in voice.things or f.family == "charged":
            continue
        if not voice.things:
            return None
        if not all(_takes_part(doc, i, readout, voice) for i in voice.things):
            return None
        f.voice = Voice(voice.things, voice.source, readout.via, voice.rumour, voice.text)
    return readout


def _takes_part(doc: Doc, thing: int, readout: _Readout, voice: Voice) -> bool:
    """Whether a speaker is one of a readout's sides.

    Where a readout names no persons ("the sides"), those of its states may be the ones who met.
    """
    if thing in readout.parties:
        return True
    kind, country = doc._.things[thing].type, doc._.things[thing].country
    if kind == "person":
        return _only_states(doc, readout) and country in (None, *readout.states)
    return kind == "state" and len(voice.things) > 1


def _only_states(doc: Doc, readout: _Readout) -> bool:
    """Whether a readout names no persons, so that "the sides" stand for those who met."""
    return not any(doc._.things[i].type == "person" for i in readout.parties)


def _continues(doc: Doc, first: int, last: int, readout: _Readout, number: int) -> bool:
    """Whether a sentence without a cue still tells of the talks."""
    if not has_verb(doc, first, last) or number - readout.paragraph > _REACH:
        return False
    subjects = [t for t in doc[first:last] if t.dep_.startswith("nsubj") and t.head.dep_ == "ROOT"]
    return any(t.lower_ in words("sides") for t in subjects[:1])


def _told(doc: Doc, first: int, last: int, readout: _Readout) -> list[Found]:
    span = trimmed(doc, first, last)
    if span is None:
        return []
    cue = next(t.i for t in doc[first:last] if t.dep_ == "ROOT" or t.i == last - 1)
    return [Found([span], cue, Voice(things=(readout.via,)), "readout", "stated")]

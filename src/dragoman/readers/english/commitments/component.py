"""The spaCy component `dragoman_commitments`: sets `doc._.commitments`."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.clauses.sides import both_sides
from dragoman.readers.english.clauses.when import time_of
from dragoman.readers.english.commitments.found import Found
from dragoman.readers.english.commitments.futures import by_futures
from dragoman.readers.english.commitments.nouns import by_nouns
from dragoman.readers.english.commitments.spans import subject_text
from dragoman.readers.english.commitments.targets import due_of, with_targets
from dragoman.readers.english.commitments.verbs import by_verbs
from dragoman.readers.english.drafts import CommitmentDraft


@Language.component("dragoman_commitments")
def commitments(doc: Doc) -> Doc:
    """Find what somebody is bound to, offers, asks for or plans; set `doc._.commitments`."""
    found = _apart(doc, [*by_verbs(doc), *by_nouns(doc), *by_futures(doc)])
    doc._.commitments = tuple(d for one in found for d in _drafts(doc, one))
    return doc


def _apart(doc: Doc, found: Iterable[Found]) -> list[Found]:
    """Keep one commitment a content; what lies inside what is to be done is no other one."""
    kept: list[Found] = []
    inside: set[int] = set()
    for one in sorted(found, key=lambda f: (f.cue, f.content)):
        if one.content in inside or one.cue in inside:
            continue
        inside.update(t.i for t in doc[one.content].subtree)
        kept.append(one)
    return kept


def _drafts(doc: Doc, one: Found) -> Iterator[CommitmentDraft]:
    content = doc[one.content]
    by = _acted_for(doc, one, one.by or _speakers(doc, one) or _sides(doc, one))
    time = time_of(doc[one.cue], frozenset((one.content,)))
    draft = CommitmentDraft(
        start=one.span[0],
        end=one.span[1],
        token=one.cue,
        kind=one.kind,
        subject=subject_text(content),
        by=by,
        to=tuple(i for i in one.to if i not in by),
        due=due_of(content, doc._.published),
        date=time.date if time is not None and time.date else _told_on(doc, one),
        status=one.status,
    )
    yield from with_targets(doc, draft, one)


def _acted_for(doc: Doc, one: Found, by: tuple[int, ...]) -> tuple[int, ...]:
    """Add the states whose offices the persons hold: a minister's pledge binds the state."""
    if one.kind in ("expected", "requested"):
        return by
    offices = {r.thing: r.country for r in doc._.roles or () if r.country}
    wanted = {offices.get(i) for i in by} - {None}
    states = (k for k, t in enumerate(doc._.things) if t.type == "state" and t.country in wanted)
    return tuple(dict.fromkeys((*by, *states)))


def _speakers(doc: Doc, one: Found) -> tuple[int, ...]:
    """Return who says it, where the clause names nobody who would do it."""
    for statement in doc._.statements or ():
        if any(start <= one.span[0] < end for start, end in statement.spans):
            return tuple(statement.speakers)
    return ()


def _sides(doc: Doc, one: Found) -> tuple[int, ...]:
    """Return who is bound where nobody is named: those who signed, else the report's two states."""
    if one.kind == "signed":
        for event in reversed(doc._.events or ()):
            if event.type == "AGREE" and event.start <= one.span[0]:
                return (*event.actors, *event.recipients)
    return both_sides(doc)


def _told_on(doc: Doc, one: Found) -> str | None:
    """Return the date of the happening in which it was voiced: the last told before its end."""
    date = None
    for event in doc._.events or ():
        if event.start >= one.span[1]:
            break
        date = event.date
    return date

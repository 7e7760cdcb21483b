"""The spaCy component `dragoman_commitments`: sets `doc._.commitments`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.clauses.sides import (
    both_sides,
    counterpart,
    with_members,
    with_states,
)
from dragoman.readers.english.clauses.spans import clause_tokens
from dragoman.readers.english.clauses.voice import speakers_of
from dragoman.readers.english.clauses.when import time_of
from dragoman.readers.english.commitments.cues import verbs_of
from dragoman.readers.english.commitments.enumerated import Listed, by_lists
from dragoman.readers.english.commitments.found import Found
from dragoman.readers.english.commitments.futures import by_futures
from dragoman.readers.english.commitments.lists import each_listed
from dragoman.readers.english.commitments.nouns import by_nouns
from dragoman.readers.english.commitments.spans import subject_text
from dragoman.readers.english.commitments.targets import due_of, with_targets
from dragoman.readers.english.commitments.verbs import by_verbs
from dragoman.readers.english.drafts import CommitmentDraft, Time

FACING = frozenset(("requested", "proposed", "pledged", "agreed", "signed", "interest"))
"""What one side voices to the other."""
COMING = frozenset(("planned", "expected", "agreed", "pledged"))
"""What goods that were ordered are told as, on their way."""
NEAR = 40
"""How many happenings before, at most, the signing may be told."""


@Language.component("dragoman_commitments")
def commitments(doc: Doc) -> Doc:
    """Find what somebody is bound to, offers, asks for or plans; set `doc._.commitments`."""
    listed = list(by_lists(doc))
    told = _not_in(listed, (*by_verbs(doc), *by_nouns(doc), *by_futures(doc)))
    found = _apart(doc, [*listed, *(item for one in told for item in each_listed(doc, one))])
    doc._.commitments = tuple(d for one in found for d in drafts_of(doc, one))
    return doc


def _not_in(listed: Iterable[Listed], told: Iterable[Found]) -> Iterator[Found]:
    """Yield what was found but for what lists tell already, or opens one."""
    opened = {one.opened for one in listed}
    contents = {one.content for one in listed}
    yield from (f for f in told if f.cue not in opened and f.content not in contents)


def _apart(doc: Doc, found: Iterable[Found]) -> list[Found]:
    """Keep one commitment a content; what lies inside what is to be done is no other one."""
    kept: list[Found] = []
    inside: set[int] = set()
    cues: set[int] = set()
    contents: set[int] = set()
    for one in sorted(found, key=lambda f: (f.cue, f.content)):
        apart = doc[one.content].dep_ == "acl:relcl" or one.cue in cues or isinstance(one, Listed)
        within = one.content in inside or one.cue in inside
        if one.content in contents or (within and not apart):
            continue
        inside.update(t.i for t in clause_tokens(doc[one.content]))
        cues.add(one.cue)
        contents.add(one.content)
        kept.append(one)
    return _cut(doc, kept)


def _cut(doc: Doc, found: list[Found]) -> list[Found]:
    """End what holds another commitment in a relative clause before that clause."""
    relative = {f.content for f in found if doc[f.content].dep_ == "acl:relcl"}
    for one in found:
        inner = (t for t in doc[one.content].subtree if t.i in relative and t.i != one.content)
        start = min((t.left_edge.idx for t in inner), default=one.span[1])
        if one.span[0] < start < one.span[1]:
            text = doc._.report.text[one.span[0] : start].rstrip(" ,;:")
            one.span = (one.span[0], one.span[0] + len(text))
    return found


def drafts_of(doc: Doc, one: Found) -> Iterator[CommitmentDraft]:
    """Yield what was found as drafts, one for each number it can be checked against."""
    content = doc[one.content]
    by = one.by or speakers_of(content) or _sides(doc, one)
    by = with_states(doc, with_members(doc, by), one.to)
    time = _voiced_at(doc, one)
    draft = CommitmentDraft(
        start=one.span[0],
        end=one.span[1],
        token=one.cue,
        kind=one.kind,
        subject=subject_text(content),
        by=by,
        to=tuple(i for i in one.to if i not in by) or _faced(doc, one, by),
        due=due_of(content, doc._.published),
        date=time.date if time is not None and time.date else _told_on(doc, one),
        status=one.status,
    )
    yield from with_targets(doc, draft, one)


def _faced(doc: Doc, one: Found, by: tuple[int, ...]) -> tuple[int, ...]:
    """Return the other of the report's two states, where one of them binds itself or asks."""
    return counterpart(doc, by) if one.kind in FACING else ()


def _sides(doc: Doc, one: Found) -> tuple[int, ...]:
    """Return who is bound where nobody is named: those who signed, else the report's two states.

    Of goods that are to come, the companies that signed are to bring them.
    """
    arriving = one.kind in COMING and doc[one.content].lower_ in verbs_of("arriving")
    if one.kind == "signed" or arriving:
        events = doc._.events or ()
        before = bisect_right(events, one.span[0], key=lambda e: e.start)
        for event in reversed(events[max(0, before - NEAR) : before]):
            if event.type == "AGREE":
                named = (*event.actors, *event.recipients)
                companies = (i for i in named if doc._.things[i].type == "organization")
                told = tuple(companies) or (() if arriving else named)
                if told:
                    return told
    return both_sides(doc)


def _voiced_at(doc: Doc, one: Found) -> Time | None:
    """Return the time told of the verb that voices it, not that of what is to be done."""
    cue, content = doc[one.cue], doc[one.content]
    if content.i in (cue.i, cue.head.i):
        governed = content.dep_.split(":")[0] == "ccomp"
        return time_of(content.head, frozenset((one.content,))) if governed else None
    return time_of(cue, frozenset((one.content,)))


def _told_on(doc: Doc, one: Found) -> str | None:
    """Return the date of the happening in which it was voiced: the last told before its end."""
    events = doc._.events or ()
    before = bisect_left(events, one.span[1], key=lambda e: e.start)
    return events[before - 1].date if before else None

"""One list of statements from all that was found: nesting, joined cues, denials, continuations."""

from itertools import pairwise

from spacy.tokens import Doc

from dragoman.readers.english.mentions.words import titles
from dragoman.readers.english.statements.continuing import go_on_reporting
from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.frames import speakers
from dragoman.readers.english.statements.interviews import answer
from dragoman.readers.english.statements.quotes import Quotes
from dragoman.readers.english.statements.readouts import pass_on
from dragoman.readers.english.statements.relayed import relayed_by

_JOINED = {"act": ("act",), "object": ("object",)}
_BACK = 900
_NEAR = 400
_KEPT = 40
_BARE = 2
_CLOSE = 40
_ANSWER = 200
_MARKS = "“\"‘'«"


def settle(doc: Doc, found: list[Found], quotes: Quotes) -> list[Found]:
    """Return the statements of a report, each once, in text order.

    What reports another's report gives way to it and is kept as its `via`; what stands inside
    another statement is part of that.
    """
    found = sorted(found, key=lambda f: (f.start, -f.end))
    found = _same_speaker(doc, _outermost(_relays(doc, found)))
    found = _join(doc, found)
    found = _point_back(doc, found)
    found = pass_on(doc, _told_before(doc, found))
    return answer(doc, _outermost(go_on_reporting(doc, found, quotes)), quotes)


def _relays(doc: Doc, found: list[Found]) -> list[Found]:
    """Replace "A said that B denied x", said by A, by x, said by B and passed on by A."""
    denied = {tuple(f.spans) for f in found if f.hedge == "denied"}
    found = [f for f in found if f.family != "hearsay" or tuple(f.spans) not in denied]
    by_cue: dict[int, list[Found]] = {}
    for f in found:
        by_cue.setdefault(f.cue, []).append(f)
    dropped: set[int] = set()
    for outer in found:
        head = _root(doc, outer)
        if head is not None and head == outer.cue:
            head = next((c.i for c in doc[head].children if c.dep_ in ("xcomp", "advcl")), None)
        if head is None or outer.hedge in ("denied", "alleged"):
            continue
        inner = [f for f in by_cue.get(head, ()) if f is not outer and outer.holds(f.start)]
        if not inner or all(_is_act_of_others(doc, f) for f in inner):
            continue
        chain = [head, *(t.i for t in doc[head].conjuncts if t.i > head)]
        for cue in chain:
            for f in by_cue.get(cue, ()):
                if f is not outer and outer.holds(f.start):
                    _take_over(f, outer)
        dropped.add(id(outer))
    return [f for f in found if id(f) not in dropped]


def _is_act_of_others(doc: Doc, f: Found) -> bool:
    """Whether a statement inside another's is rather told by that one: "said Oslo had insisted"."""
    if not f.voice.things:
        return f.voice.source is None
    kinds = {doc._.things[i].type for i in f.voice.things}
    return kinds == {"state"} or (f.family == "object" and "person" not in kinds)


def _take_over(inner: Found, outer: Found) -> None:
    inner.voice = relayed_by(inner.voice, outer.voice)
    if inner.hedge == "stated" and (outer.voice.rumour or outer.hedge == "unconfirmed"):
        inner.hedge = "unconfirmed"


def _same_speaker(doc: Doc, found: list[Found]) -> list[Found]:
    """Give "the spokesman said" and "the statement said" to who spoke right before.

    Only in one paragraph, and for a description with "the" that nothing else explains.
    """
    latest: Found | None = None
    for f in found:
        source = f.voice.source or ""
        if latest is not None and not f.voice.things and source.lower().startswith("the "):
            near = (
                "\n" not in doc._.report.text[latest.end : f.start] and f.start - latest.end < _NEAR
            )
            if near and _may_repeat(doc, source, latest.voice):
                f.voice = _repeated(f.voice, latest.voice)
        latest = f
    return found


def _told_before(doc: Doc, found: list[Found]) -> list[Found]:
    """Set `via` where a person's account goes on: "…, she said. Lima had told them that …"."""
    for first, second in pairwise(found):
        near = (
            "\n" not in doc._.report.text[first.end : second.start]
            and second.start - first.end < _NEAR
        )
        pluperfect = any(c.lower_ in ("had", "'d", "’d") for c in doc[second.cue].children)
        if not (near and pluperfect and first.family == second.family == "clause"):
            continue
        via = next(iter(first.voice.things), None)
        apart = second.voice.things and first.voice.things != second.voice.things
        if apart and second.voice.via is None and _is_person(doc, via):
            second.voice = relayed_by(second.voice, first.voice)
    return found


def _is_person(doc: Doc, thing: int | None) -> bool:
    return thing is not None and doc._.things[thing].type == "person"


def _may_repeat(doc: Doc, source: str, before: Voice) -> bool:
    """Whether "the spokesman" or "the statement" can be who spoke before."""
    words = source.lower().split()
    if len(words) != _BARE or not (before.things or before.source):
        return False
    if words[-1] in speakers("texts"):
        return True
    single = words[-1] in speakers("unnamed") | titles("heads") and not words[-1].endswith("s")
    return single and all(_is_person(doc, i) for i in before.things)


def _repeated(voice: Voice, before: Voice) -> Voice:
    if voice.text and before.via is not None:
        return Voice(things=(before.via,), text=True)
    return Voice(before.things, before.source, before.via, before.rumour, voice.text)


def _root(doc: Doc, found: Found) -> int | None:
    """Return the token that heads a statement's content."""
    start, end = found.spans[0]
    span = doc.char_span(start, end, alignment_mode="expand")
    return None if span is None or len(span) == 0 else int(span.root.i)


def _outermost(found: list[Found]) -> list[Found]:
    """Drop what lies in another statement's span, but for denials of what was charged."""
    kept: list[Found] = []
    for f in sorted(found, key=lambda f: (f.start, -f.end)):
        if not any(_inside(f, other) for other in kept[-6:]):
            kept.append(f)
    return kept


def _inside(f: Found, other: Found) -> bool:
    if f.refers:
        return False
    if "denied" in (f.hedge, other.hedge) and f.hedge != other.hedge and f.start == other.start:
        return False
    return all(any(s <= a and b <= e for s, e in other.spans) for a, b in f.spans)


def _join(doc: Doc, found: list[Found]) -> list[Found]:
    """Join contents of one kind whose cues are joined by "and": "thanked … and praised …"."""
    by_cue = {f.cue: f for f in found}
    gone: set[int] = set()
    for f in found:
        first = doc[f.cue].head.i if doc[f.cue].dep_ == "conj" else None
        if first is None or first not in by_cue or f.family not in _JOINED:
            continue
        lead = by_cue[first]
        if lead.family not in _JOINED[f.family] or lead.voice.things != f.voice.things:
            continue
        if (
            id(lead) in gone
            or lead.end > f.start
            or f.start - lead.end > 60
            or lead.hedge != f.hedge
        ):
            continue
        lead.spans[-1] = (lead.spans[-1][0], f.spans[-1][1])
        by_cue[f.cue] = lead
        gone.add(id(f))
    return [f for f in found if id(f) not in gone]


def _point_back(doc: Doc, found: list[Found]) -> list[Found]:
    """Give "rejected the claim" the span of the latest claim by another before it.

    Where the denier is quoted right behind, the quote is the denial.
    """
    kept: list[Found] = []
    for k, f in enumerate(found):
        if not f.refers:
            kept.append(f)
            continue
        own = found[k + 1] if k + 1 < len(found) else None
        if own is not None and _answers(doc, f, own):
            own.hedge = "denied"
            continue
        claim = _latest_claim(kept, f)
        if claim is not None:
            if claim.hedge == "stated" and not claim.voice.things:
                claim.hedge = "alleged"
            _end_before(doc, claim, f)
            kept.append(Found(list(claim.spans), f.cue, f.voice, "deny", "denied"))
    return kept


def _end_before(doc: Doc, claim: Found, f: Found) -> None:
    """End a claim before its denial in the same sentence: "…, a claim the firm denies"."""
    start, end = claim.spans[-1]
    if not start < f.start < end:
        return
    cut = doc._.report.text.rfind(",", start, f.start)
    if cut > start:
        claim.spans[-1] = (start, cut)


def _answers(doc: Doc, f: Found, own: Found) -> bool:
    """Whether a quote right behind a bare denial says what is denied."""
    if own.family != "clause" or doc._.report.text[own.start] not in _MARKS:
        return False
    between = doc._.report.text[f.end : own.start]
    same = own.voice.things == f.voice.things and own.voice.source == f.voice.source
    return same and len(between) < _ANSWER and "\n" not in between


def _latest_claim(kept: list[Found], f: Found) -> Found | None:
    """Return what a bare denial denies: the latest charge near by, else what was just told."""
    near = [c for c in kept[-_KEPT:] if f.start - c.end < _BACK and c.hedge != "denied"]
    others = [c for c in near if c.voice != f.voice or c.voice == Voice()]
    doubted = [c for c in others if c.hedge in ("alleged", "unconfirmed")]
    just = [c for c in others if f.start - c.end < _CLOSE]
    best = doubted or just
    return best[-1] if best else None

"""Commitments told by the future: "will", "would", "is to", "is due to", headlines with "to"."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.arguments import is_passive, parties_of
from dragoman.readers.english.clauses.parties import agent, subject
from dragoman.readers.english.clauses.reality import (
    auxiliaries,
    in_headline,
    infinitive_mark,
    is_negated,
    listed,
)
from dragoman.readers.english.clauses.voice import speakers_of, statement_around
from dragoman.readers.english.clauses.when import beside_own_day, own_time, times_by_token
from dragoman.readers.english.commitments.adjectives import BE, after_be, by_adjective
from dragoman.readers.english.commitments.cues import (
    adjective_cues,
    noun_cues,
    verbs_of,
    words_of,
)
from dragoman.readers.english.commitments.firmness import firmness, is_vague, made_nearby
from dragoman.readers.english.commitments.found import Found
from dragoman.readers.english.commitments.spans import from_cue
from dragoman.readers.english.commitments.targets import figures_in
from dragoman.record.nouns import CommitmentKind

ADVERBS = 2
HEADED = frozenset(("ROOT", "acl", "advcl", "xcomp", "parataxis", "ccomp"))
"""How a headline's infinitive may hang on its party."""
TIMETABLE: Mapping[str, CommitmentKind] = {"should": "planned", "could": "expected"}
"""How firm a word makes what has a day to come."""


def by_futures(doc: Doc) -> Iterator[Found]:
    """Yield the commitments told by auxiliaries, adjectives and infinitives."""
    readable = doc._.readable
    for token in doc:
        if not readable[token.i] or token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
            continue
        found = (
            _by_auxiliary(token)
            or _by_infinitive(token)
            or _by_possibility(token)
            or by_adjective(token)
            or _by_timetable(token)
            or _by_terms(token)
        )
        if found is not None:
            yield found


def _by_auxiliary(verb: Token) -> Found | None:
    if verb.pos_ != "VERB":
        return None
    helpers = [a for a in auxiliaries(verb) if a.i < verb.i]
    if any(a.lower_ in ("must", "should", "ought") for a in helpers) and _reported(verb):
        return _demanded(verb)
    cue = next((a for a in helpers if a.lower_ in listed("future") | listed("would")), None)
    if (
        cue is None
        or _is_supposed(verb)
        or (verb.lower_ in verbs_of("no_act") and not is_passive(verb))
    ):
        return None
    if cue.lower_ in listed("would") and not _reported(verb):
        return None
    return _future(verb, cue, is_to=False)


def _by_timetable(verb: Token) -> Found | None:
    """Return what the present, "should" or "could" tells of a day to come: "leaves on Friday"."""
    helpers = [a.lower_ for a in auxiliaries(verb)]
    modal = next((h for h in helpers if h in TIMETABLE), None)
    timed = verbs_of("schedule") | verbs_of("timed")
    present = not helpers and verb.tag_ in ("VBZ", "VBP") and verb.lower_ in timed
    if not (modal or present) or verb.pos_ not in ("VERB", "AUX", "ADJ") or _is_supposed(verb):
        return None
    time = own_time(verb)
    published = verb.doc._.published
    both = beside_own_day(time.date, published) if time is not None and published else None
    if both is None or both[0][: len(both[1])] <= both[1]:
        return None
    if subject(verb) is None:
        return None
    return _found(verb, verb, TIMETABLE[modal] if modal else "planned")


def _by_terms(verb: Token) -> Found | None:
    """Return what the present tells of the sides under what was just signed: "Oslo pays half"."""
    if verb.tag_ not in ("VBZ", "VBP") or verb.lower_ not in verbs_of("terms"):
        return None
    if auxiliaries(verb) or is_negated(verb) or _is_supposed(verb) or in_headline(verb):
        return None
    named = subject(verb)
    made = made_nearby(verb)
    if named is None or not parties_of(named, inside=False) or made is None:
        return None
    return _found(verb, verb, made)


def _by_possibility(verb: Token) -> Found | None:
    """Return what "may" and "might" foretell of somebody who can act."""
    cue = next((c for c in verb.children if c.lower_ in ("may", "might") and c.i < verb.i), None)
    if cue is None or _is_supposed(verb) or verb.lower_ in verbs_of("no_act"):
        return None
    named = subject(verb)
    if named is None or not parties_of(named):
        return None
    return _found(verb, cue, "expected")


def _demanded(verb: Token) -> Found | None:
    """Return what somebody says that another must do."""
    asked = parties_of(subject(verb), inside=False)
    by = speakers_of(verb)
    if not (asked or is_passive(verb)) or not by or set(asked) & set(by) or is_negated(verb):
        return None
    span = from_cue(verb, verb)
    return Found(kind="requested", cue=verb.i, content=verb.i, span=span, by=by, to=asked)


def _is_supposed(verb: Token) -> bool:
    """Whether the clause is a condition, or stands beside one."""
    marks = [c.lower_ for c in verb.children if c.dep_ == "mark"]
    if any(m in listed("conditional") for m in marks):
        return True
    return any(
        c.dep_ == "advcl" and any(m.lower_ in ("if", "unless", "should") for m in c.children)
        for c in verb.children
    )


def _reported(verb: Token) -> bool:
    """Whether a clause is the content of something said, so that "would" is the future."""
    at = verb
    while at.dep_ == "conj" and at.head.pos_ in ("VERB", "AUX"):
        at = at.head
    if at.dep_.split(":")[0] in ("ccomp", "parataxis"):
        return True
    return statement_around(at) is not None or _says_beside(at)


def _says_beside(verb: Token) -> bool:
    return any(c.dep_ == "parataxis" and c.pos_ == "VERB" for c in verb.children)


def _by_infinitive(verb: Token) -> Found | None:
    """Return what "is to buy", "are set to sign" or a headline's "to visit" tells."""
    mark = infinitive_mark(verb)
    if mark is None or mark.i == verb.sent.start:
        return None
    at = verb.doc[mark.i - 1]
    for _ in range(ADVERBS):
        if at.pos_ == "ADV" and at.lower_ not in adjective_cues() and at.i > verb.sent.start:
            at = verb.doc[at.i - 1]
    if at.lower_ in BE and verb.doc[mark.i - 1].lower_ != "yet":
        return _as_named(verb, at) or _future(verb, at, is_to=True)
    kind = adjective_cues().get(at.lower_)
    if kind is not None and at.i > verb.sent.start and after_be(at):
        return _found(verb, at, kind)
    if in_headline(verb) and verb.dep_ in HEADED:
        return _headline(verb, mark)
    return None


def _as_named(verb: Token, cue: Token) -> Found | None:
    """Return what a noun calls a wish or a plan: "her country's aim is to buy gas"."""
    named = subject(verb)
    called = noun_cues().get(named.lower_) if named is not None and not is_negated(verb) else None
    if named is None or not called:
        return None
    own = (c for c in named.children if c.dep_ == "nmod:poss")
    by = next((p for c in own if (p := parties_of(c))), ())
    span = (named.left_edge.idx, from_cue(verb, verb)[1])
    return Found(kind=called[0].kind, cue=cue.i, content=verb.i, span=span, by=by)


def _headline(verb: Token, mark: Token) -> Found | None:
    """Return the plan of a headline: "Oslo to buy frigates"; the party stands right before "to"."""
    before = verb.doc[mark.i - 1]
    if before.pos_ not in ("PROPN", "NOUN") or not parties_of(before, inside=False):
        return None
    by = parties_of(before)
    return Found(
        kind=firmness(verb, by, is_to=True),
        cue=mark.i,
        content=verb.i,
        span=(before.idx, from_cue(verb, verb)[1]),
        by=by,
    )


def _future(verb: Token, cue: Token, *, is_to: bool) -> Found | None:
    """Return what a future tells, unless it asks, denies, or says nothing that can be checked."""
    if is_negated(verb) or verb.sent.text.rstrip("\"'”’ ").endswith("?"):
        return None
    found = _found(verb, cue, "planned")
    if found is None:
        return None
    named = subject(verb)
    if named is not None and named.lower_ in words_of("asking") and not parties_of(named):
        return None
    counted = _is_counted(verb, found.span)
    if not is_passive(verb) and is_vague(verb, named, counted):
        return None
    found.kind = firmness(verb, found.by, is_to=is_to, counted=counted)
    return found


def _is_counted(verb: Token, span: tuple[int, int]) -> bool:
    """Whether a number or a date stands in a span."""
    known = times_by_token(verb.doc)
    dated = any(t.i in known for t in verb.subtree if span[0] <= t.idx < span[1])
    return dated or bool(figures_in(verb.doc, span))


def _found(verb: Token, cue: Token, kind: CommitmentKind) -> Found | None:
    doer = agent(verb) if is_passive(verb) else None
    named = doer or subject(verb) or subject(cue)
    if named is not None and named.lower_ in words_of("no_party") and not parties_of(named):
        return None
    by = parties_of(doer) if doer is not None else parties_of(named)
    start, end = from_cue(verb, verb)
    opening = min(start, cue.idx)
    if named is not None and named.head.i == verb.i:
        opening = min(opening, named.left_edge.idx)
    return Found(kind=kind, cue=cue.i, content=verb.i, span=(opening, end), by=by)

"""When a clause says it happened, from the time expressions of the report."""

from collections import deque
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import case
from dragoman.readers.english.drafts import Time
from dragoman.record.relative import is_relative, resolve

SOME_DAY = date(2021, 6, 16)
"""What relative dates are counted from where only their order counts."""
CLAUSES = ("conj", "advcl", "ccomp", "xcomp", "parataxis", "acl", "csubj")
DEEPEST = 3
BACKGROUND = frozenset(("during", "after", "before", "since", "following", "amid"))


def times_by_token(doc: Doc) -> dict[int, Time]:
    """Return the dated time expressions by each of their tokens; computed once a Doc."""
    cached: dict[int, Time] | None = doc.user_data.get("dragoman.times_by_token")
    if cached is None:
        cached = {}
        for time in doc._.times or ():
            span = doc.char_span(time.start, time.end, alignment_mode="expand")
            if time.date and span is not None:
                cached.update({t.i: time for t in span})
        doc.user_data["dragoman.times_by_token"] = cached
    return cached


def beside_own_day(told: str | None, published: str | None) -> tuple[str, str] | None:
    """Return a date and the day of its report so that they can be compared; None if they cannot.

    A relative date is counted from SOME_DAY, which then stands for the report's.
    """
    if told is None:
        return None
    if is_relative(told):
        counted = resolve(told, SOME_DAY)
        return (counted, SOME_DAY.isoformat()) if counted else None
    return (told, published) if published else None


def tells_time(token: Token) -> bool:
    """Whether a word is part of a time expression, dated or not."""
    return any(t.start <= token.idx < t.end for t in token.doc._.times or ())


def own_time(head: Token, closed: frozenset[int] = frozenset()) -> Time | None:
    """Return the time told of `head` itself, the one hung nearest to it.

    Clauses that hang on it and the tokens `closed`, with what hangs on them, are left out.
    """
    known = times_by_token(head.doc)
    if not known:
        return None
    queue: deque[tuple[Token, int]] = deque([(head, 0)])
    while queue:
        token, depth = queue.popleft()
        if token.i in known and token.i != head.i:
            return known[token.i]
        if depth == DEEPEST:
            continue
        for child in token.children:
            verbal = child.dep_.split(":")[0] in CLAUSES and child.pos_ in ("VERB", "AUX")
            if not verbal and child.i not in closed:
                queue.append((child, depth + 1))
    return None


def direct_time(verb: Token, closed: frozenset[int] = frozenset()) -> Time | None:
    """Return the time hung on a verb itself or on the one it is joined to, not on its objects."""
    known = times_by_token(verb.doc)
    at = verb
    for _ in range(4):
        for child in at.children:
            if child.i in known and child.i not in closed and child.dep_ not in ("obj", "nsubj"):
                return known[child.i]
        found = _opening(at)
        if found is not None:
            return found
        if at.dep_ != "conj" or at.head.i == at.i:
            return None
        at = at.head
    return None


def time_of(verb: Token, closed: frozenset[int] = frozenset()) -> Time | None:
    """Return the time told of `verb`, else of the clauses it is joined to or hung on."""
    at = verb
    for _ in range(6):
        found = own_time(at, closed | {verb.i} if at.i != verb.i else closed)
        if found is not None:
            return found
        found = _opening(at) or _meanwhile(at)
        if found is not None:
            return found
        relation = at.dep_.split(":")[0]
        if relation not in ("conj", "advcl", "xcomp", "parataxis") or at.head.i == at.i:
            return None
        at = at.head
    return None


def _opening(verb: Token) -> Time | None:
    """Return the time that opens the sentence, or stands right before the subject of a verb.

    "In May 2020, Oslo …", "and in August 2022 Oslo …".
    """
    known = times_by_token(verb.doc)
    own = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    if own is not None:
        first = own.left_edge.i
        for at in range(first - 1, max(first - 3, verb.sent.start - 1), -1):
            if at in known:
                return known[at]
    if verb.dep_ != "ROOT":
        return None
    first = verb.sent.start
    return next((known[i] for i in range(first, min(first + 3, verb.i)) if i in known), None)


def _meanwhile(verb: Token) -> Time | None:
    """Return the time of a clause with "when" or "while" on it."""
    for child in verb.children:
        marks = (c.lower_ for c in child.children if c.dep_ in ("mark", "advmod"))
        if child.dep_ == "advcl" and any(m in ("when", "while", "as") for m in marks):
            return own_time(child)
    return None


def time_after(noun: Token) -> Time | None:
    """Return the time that follows the phrase of a noun: "during the war with Chad in May".

    With a preposition it tells of the noun only where the noun itself stands in the background.
    """
    known = times_by_token(noun.doc)
    after = max((t.i for t in noun.subtree), default=noun.i) + 1
    if case(noun) not in BACKGROUND:
        return known.get(after)
    for at in range(after, min(noun.sent.end, after + 3)):
        if at in known:
            return known[at]
        if noun.doc[at].lower_ not in ("in", "on", "of", "last", "this", "early", "late", "the"):
            return None
    return None

"""Reported speech in clauses: "X said that …", "…, X said", "…, X said, …"."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.statements.frames import forms, match, words
from dragoman.readers.english.statements.phrases import left_edge
from dragoman.readers.english.statements.spans import has_verb, trimmed

_BREAKS = frozenset([",", "—", "–", "(", "-"])
_SKIP = frozenset(["whether", "if"])
_QUESTIONS = frozenset(("why", "how", "what", "when", "where", "who", "which", "whose"))
_VERBAL = ("VERB", "AUX")
_NEAR, _FEW = 14, 2
_OWN_CUES = frozenset(("clause", "accuse", "deny", "ask", "act", "object", "attitude", "value"))


def phrase_start(verb: Token, subject: Token | None) -> int:
    """Return where the words of a cue begin: its subject, its auxiliaries, or the verb."""
    first = verb.i
    for child in verb.children:
        if (
            child.dep_.split(":")[0] in ("aux", "advmod")
            and child.i < first
            and child.i > verb.i - 4
        ):
            first = child.i
    if subject is not None and subject.i < verb.i and subject.sent.start == verb.sent.start:
        first = min(first, left_edge(subject))
    doc = verb.doc
    first -= first > 0 and doc[first - 1].lower_ == "so"
    return first - _is_aside(doc, first)


def _is_aside(doc: Doc, so: int) -> bool:
    """Whether a cue is put in as an aside: ", or so | the mayor said,"."""
    return so > 0 and doc[so].lower_ == "so" and doc[so - 1].lower_ in ("or", "and")


def after(verb: Token, last: int) -> list[tuple[int, int]]:
    """Return the content that follows a cue: its clause, from behind "that" to its end."""
    head = _clause_after(verb, last)
    if head is None:
        return []
    doc = verb.doc
    first = max(last + 1, _open(doc, head, last))
    if doc[first].lower_ in _SKIP and not doc[first].is_punct:
        return []
    end = _whole_end(verb, head.right_edge.i + 1)
    span = trimmed(doc, first, next((at for at in range(first, end) if _ends(doc, at)), end))
    return [span] if span else []


def _whole_end(verb: Token, end: int) -> int:
    """Return the end of a clause whose last words the parse tore off: "was | ready to go"."""
    doc, last = verb.doc, verb.sent.end
    if end >= last or doc[end].pos_ not in ("ADJ", "NUM", "SYM", "NOUN", "PROPN"):
        return end
    while end < last and not doc[end].is_punct and doc[end].lower_ not in ("and", "but", "while"):
        end += 1
    return end


def _ends(doc: Doc, at: int) -> bool:
    """Whether a content stops at a token: a semicolon, an overlooked full stop before a quote."""
    if doc[at].text == ";":
        return True
    stops = doc[at].text in (".", "!", "?") and bool(doc[at].whitespace_)
    return stops and at + 1 < len(doc) and doc[at + 1].text in '“"«'


def marked(verb: Token, last: int) -> list[tuple[int, int]]:
    """Return the content of a cue that a clause follows only with its mark: "asked | why …"."""
    doc = verb.doc
    behind = doc[min(last + 1, len(doc) - 1)]
    if behind.lower_ in _QUESTIONS and verb.lower_ in forms("ask") | forms("wonder"):
        end = max((c.right_edge.i + 1 for c in verb.children if c.i > last), default=last)
        span = trimmed(doc, last + 1, end)
        return [span] if span and has_verb(doc, last + 1, end) else []
    return by_that(verb, last)


def _open(doc: Doc, head: Token, last: int) -> int:
    first = head.left_edge.i
    for at in range(last + 1, head.i):
        if doc[at].lower_ == "that" and at <= first + 1 and doc[at + 1].pos_ not in _VERBAL:
            return at + 1
    return last + 1 if _torn(doc, last, first) else first


def _torn(doc: Doc, last: int, first: int) -> bool:
    """Whether the parse tore the beginning of a clause off: "said | the price was high"."""
    gap = doc[last + 1 : first]
    if not gap or any(t.is_punct or t.is_space for t in gap):
        return False
    return any(t.dep_.startswith("nsubj") for t in gap) or gap[0].pos_ == "DET"


def _clause_after(verb: Token, last: int) -> Token | None:
    """Return the head of the clause that a verb brings on its right, or None."""
    best: Token | None = None
    for child in verb.children:
        if child.i <= last:
            continue
        dep = child.dep_.split(":")[0]
        marks = [c.lower_ for c in child.children if c.dep_ == "mark"]
        clausal = child.pos_ in _VERBAL or any(
            c.dep_ == "cop" or c.dep_.startswith("nsubj") for c in child.children
        )
        if not clausal:
            continue
        infinitive = "to" in marks and not any(c.dep_.startswith("nsubj") for c in child.children)
        if infinitive or is_participle(child):
            continue
        if dep == "conj" and verb.dep_ == "ccomp":
            continue
        if dep == "ccomp" or (
            dep in ("advcl", "obj", "xcomp", "acl", "dep", "conj") and "that" in marks
        ):
            return child
        if dep == "parataxis" and best is None and not _parted(verb.doc, last, child.left_edge.i):
            best = child
    return best


def is_participle(token: Token) -> bool:
    """Whether a verb is a bare participle, as in "…, adding that": no clause of its own."""
    return token.tag_ == "VBG" and not any(
        c.dep_.startswith(("nsubj", "aux", "cop")) or c.dep_ == "mark" for c in token.children
    )


def _parted(doc: Doc, last: int, first: int) -> bool:
    """Whether a comma stands between a cue and what would be its content."""
    return any(t.text in (",", ";", "—", "–") for t in doc[last:first])


def by_that(verb: Token, last: int) -> list[tuple[int, int]]:
    """Return what follows "that" close behind a cue, to the end of the sentence.

    For sentences whose parse hangs the clause elsewhere.
    """
    doc, end = verb.doc, verb.sent.end
    for at in range(last + 1, min(last + _NEAR, end)):
        if doc[at].lower_ == "that" and (doc[at].dep_ == "mark" or doc[at].pos_ == "SCONJ"):
            if _describes(verb, last, at):
                return []
            span = trimmed(doc, at + 1, end)
            return [span] if span and has_verb(doc, at + 1, end) else []
        described = doc[at].dep_.startswith("acl") and doc[at].tag_ in ("VBN", "VBG")
        if doc[at].text in (".", ";") or (doc[at].pos_ == "VERB" and not described):
            break
    return []


def _describes(verb: Token, last: int, at: int) -> bool:
    """Whether "that" describes the object: "recalled the support that Cuba had given"."""
    if any(verb.lower_ in forms(lemma) for lemma in words("addressed")):
        return False
    return any(c.dep_ == "obj" and last < c.i < at for c in verb.children)


def before(verb: Token, last: int, start: int, opening: int) -> list[tuple[int, int]]:
    """Return the content that a cue follows or parts: "…, X said" and "…, X said, …".

    `start` is the first token of the cue's phrase, `opening` where the content may begin at the
    earliest.
    """
    doc = verb.doc
    if start <= opening or doc[start - 1].text not in _BREAKS:
        return []
    if _has_object(verb) or is_participle(verb) or verb.dep_.startswith("acl"):
        return []
    whole = any(t.pos_ in _VERBAL and t.lower_ != "according" for t in doc[opening:start])
    whole = whole or _is_headline(verb)
    spans = [trimmed(doc, _beginning(doc, opening, start), start)]
    rest = _resumes(verb, last, opening, start)
    if rest is not None:
        spans.append(trimmed(doc, rest, _resumed_end(doc, rest, verb.sent.end)))
    found = [s for s in spans if s is not None]
    if len(found) > 1 and start - opening <= _FEW and not whole:
        return found[1:]
    return found if spans[0] is not None and (whole or len(found) > 1) else []


def _is_headline(verb: Token) -> bool:
    """Whether a cue stands in a line without a full stop, which may do without another verb."""
    sent = verb.sent
    closed = sent[-1] if not sent[-1].is_space or len(sent) == 1 else sent[-2]
    return not closed.is_punct and verb.tag_ in ("VBZ", "VBP")


def _has_object(verb: Token) -> bool:
    """Whether a verb has an object that is no addressee: "…; the firm promised one"."""
    if any(verb.lower_ in forms(lemma) for lemma in words("addressed")):
        return False
    return any(
        c.dep_ == "obj" and c.i > verb.i and c.pos_ in ("NOUN", "PROPN", "NUM", "PRON")
        for c in verb.children
    ) and not _is_inverted(verb)


def _is_inverted(verb: Token) -> bool:
    return verb.doc[verb.i - 1].text in (",", "”", '"', "’")


def _beginning(doc: Doc, opening: int, start: int) -> int:
    """Return where the content before a cue begins, behind "But" and "And"."""
    first = opening
    while first < start and doc[first].lower_ in ("but", "and", "so", "yet"):
        first += 1
    return first


def _resumes(verb: Token, last: int, opening: int, start: int) -> int | None:
    """Return where the content goes on behind a parenthetical cue: its head is still to come."""
    doc, end = verb.doc, verb.sent.end
    comma = next(
        (at for at in range(last + 1, min(last + _NEAR, end)) if doc[at].text == ","), None
    )
    if comma is None or comma + 1 >= end:
        return None
    if not _is_whole(doc, opening, start) or _is_aside(doc, start + 1):
        return comma + 1
    return None


def _is_whole(doc: Doc, first: int, last: int) -> bool:
    """Whether a clause stands complete in tokens [first, last): a finite verb heads it there."""
    for token in doc[first:last]:
        if not (token.pos_ in _VERBAL or any(c.dep_ == "cop" for c in token.children)):
            continue
        if token.dep_ == "ROOT" or (
            token.dep_ in ("ccomp", "parataxis", "conj") and not _hangs_inside(token, first, last)
        ):
            subjects = [c for c in token.children if c.dep_.startswith(("nsubj", "expl", "csubj"))]
            if subjects and not any(s.dep_.startswith("csubj") for s in subjects):
                return (
                    token.left_edge.lower_ not in ("what", "whoever", "whatever")
                    or token.dep_ != "ccomp"
                )
    return False


def _hangs_inside(token: Token, first: int, last: int) -> bool:
    return first <= token.head.i < last and token.head.i != token.i


def _resumed_end(doc: Doc, first: int, end: int) -> int:
    for at in range(first, end):
        if doc[at].text == ";":
            return at
    return end


def second_cue(doc: Doc, verb: int, start: int, end: int, inside: frozenset[int]) -> int | None:
    """Return a cue inside a content that its speaker is the subject of, parted by a comma.

    "…, and accused the firm of delay"; "…, adding that a second round would follow".
    """
    for token in doc[verb + 1 : doc[verb].sent.end]:
        if not start < token.idx < end or token.i in inside:
            continue
        before, second = doc[token.i - 1], doc[token.i - 2]
        joined = before.lower_ in ("and", "but") and token.tag_ in ("VBD", doc[verb].tag_)
        if joined and second.text != "," and not _is_shifted(token.head):
            joined = _is_addressed(token, doc[verb])
        parted = before.text == "," or (before.text in "”\"’'" and second.text == ",")
        participle = parted and token.tag_ == "VBG"
        if not (joined or participle) or any(c.dep_.startswith("nsubj") for c in token.children):
            continue
        kinds = {f.kind for f in match(token)[0]}
        if participle and not (("clause" in kinds and _brings_clause(token)) or "deny" in kinds):
            continue
        if kinds & _OWN_CUES:
            return token.i
    return None


def _is_addressed(token: Token, verb: Token) -> bool:
    """Whether a verb goes on the speaker's doing: "said … was open and | invited him"."""
    if token.head.tag_ in ("VB", "VBN") and token.tag_ == verb.tag_ != "VB":
        return True
    return token.lower_ in {f for lemma in words("turning") for f in forms(lemma)}


def _is_shifted(verb: Token) -> bool:
    """Whether a verb is in the mood of reported speech, which a plain past does not go on."""
    return any(c.lower_ in ("had", "would", "will", "could", "should") for c in verb.children)


def _brings_clause(token: Token) -> bool:
    return bool(after(token, token.i) or by_that(token, token.i))


def end_before(doc: Doc, at: int) -> int:
    """Return where a content ends that stops before the cue at token `at`."""
    last = at
    while doc[last - 1].text in (",", ";") or doc[last - 1].lower_ in ("and", "but"):
        last -= 1
    return doc[last - 1].idx + len(doc[last - 1])

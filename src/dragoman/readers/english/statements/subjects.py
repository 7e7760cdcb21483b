"""Who a cue's subject is: by the parse, or by the words around it where the parse errs."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import is_passive, subject
from dragoman.readers.english.mentions.words import titles
from dragoman.readers.english.statements.cues import Cue
from dragoman.readers.english.statements.frames import speakers, words
from dragoman.readers.english.statements.phrases import name_over

_NOMINAL = ("NOUN", "PROPN", "PRON")
_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "ADP", "X")


def subject_of(cue: Cue) -> Token | None:
    """Return the subject of a cue: the parse's nearest, else a noun right before or behind it."""
    verb = cue.verb
    inverted = _inverted(cue)
    if inverted is not None:
        return inverted
    own = _nearest(verb, verb)
    if own is not None:
        return _antecedent(own, verb)
    before = noun_before(verb)
    if before is not None and verb.tag_ != "VBG":
        return before
    if verb.dep_ == "xcomp" and is_passive(verb.head):
        return _nearest(verb.head, verb)
    found = subject(verb)
    able = found is not None and (found.pos_ in _NOMINAL or found.lower_ == "both")
    return found if found is not None and able and _fits(verb, found) else before


def _nearest(governor: Token, verb: Token) -> Token | None:
    """Return the subject of `governor` nearest before `verb`."""
    own = [
        c
        for c in governor.children
        if c.dep_.startswith("nsubj") and c.i < verb.i and _fits(verb, c)
    ]
    return max(own, key=lambda c: c.i) if own else None


def _antecedent(token: Token, verb: Token) -> Token:
    """Return the noun that a relative pronoun stands for, else the word itself."""
    if token.lower_ not in ("who", "which", "that") or not verb.dep_.startswith("acl"):
        return token
    before = token.doc[max(token.i - 2, 0) : token.i]
    named = next((n for n in map(name_over, reversed(before)) if n is not None), None)
    return token.doc[named.head] if named is not None and token.lower_ == "who" else verb.head


def _fits(verb: Token, found: Token) -> bool:
    """Whether a subject stands in the verb's own sentence, ends of sentences inside it counted."""
    if found.sent.start != verb.sent.start or abs(found.i - verb.i) > 60:
        return False
    low, high = sorted((found.i, verb.i))
    return not any(t.text in (".", "!", "?") for t in verb.doc[low:high])


def _inverted(cue: Cue) -> Token | None:
    """Return the subject behind its verb: “…,” said the minister."""
    verb, doc = cue.verb, cue.verb.doc
    before = doc[verb.i - 1].text if verb.i > verb.sent.start else ""
    if before not in (",", "”", '"', "’", "'") or verb.tag_ == "VBG" or not _inverts(cue):
        return None
    at = cue.last + 1
    if at < verb.sent.end and doc[at].pos_ == "ADP":
        return None
    while at < verb.sent.end and doc[at].pos_ in _PHRASE and doc[at].tag_ not in ("WP", "WP$"):
        at += 1
    ends = at >= verb.sent.end or doc[at].text in (",", ".", ";") or doc[at].is_space
    if not ends and doc[at].lower_ not in ("who", "whose", "briefed", "speaking"):
        return None
    nouns = [t for t in doc[cue.last + 1 : at] if t.pos_ in _NOMINAL]
    head = next((t for t in nouns if not (cue.last < t.head.i < at)), nouns[0] if nouns else None)
    return head if head is not None and _may_speak(head) else None


def _inverts(cue: Cue) -> bool:
    """Whether a verb may stand before its subject: not those that are said to somebody."""
    return cue.frame("clause") is not None and cue.frames[0].verb not in words("addressed")


def _may_speak(head: Token) -> bool:
    """Whether a noun behind its verb is who says it, not what is said of."""
    known = speakers("texts") | speakers("unnamed") | speakers("spokesmen") | titles("heads")
    return head.dep_.startswith("nsubj") or head.lower_ in known or name_over(head) is not None


def noun_before(verb: Token) -> Token | None:
    """Return the head of the noun phrase before a verb, an insertion between them allowed."""
    doc, at = verb.doc, verb.i - 1
    while at > verb.sent.start and doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    if at < verb.sent.start:
        return None
    if doc[at].text == ",":
        return _before_insertion(verb, at)
    named = name_over(doc[at])
    if named is not None:
        return _hung_on(doc[named.head])
    if doc[at].pos_ not in _NOMINAL:
        return None
    token = doc[at]
    while (
        token.head.i < token.i
        and token.head.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
        and not _parts(doc, token.head.i, at)
    ):
        token = token.head
    return token if token.pos_ in (*_NOMINAL, "NUM") else doc[at]


def _hung_on(name: Token) -> Token:
    """Return the speaking noun that a name hangs on: "| officials in Lima", else the name."""
    over = name.head
    near = over.i < name.i and name.dep_ == "nmod" and not _parts(name.doc, over.i, name.i)
    return over if near and over.pos_ == "NOUN" and _may_speak(over) else name


def _parts(doc: Doc, first: int, last: int) -> bool:
    return any(t.text in (",", ".", ";", "”", '"') for t in doc[first:last])


def _before_insertion(verb: Token, comma: int) -> Token | None:
    """Return the noun before an insertion: "Lund, who leads the party, | said"."""
    doc = verb.doc
    for at in range(comma - 1, verb.sent.start, -1):
        if doc[at].text in (".", ";", "”", '"'):
            return None
        if doc[at].text == "," and doc[at - 1].pos_ in ("PROPN", "NOUN"):
            token = doc[at - 1]
            while (
                token.head.i < token.i
                and token.head.pos_ in ("NOUN", "PROPN")
                and token.dep_ in ("flat", "nmod", "conj", "compound")
            ):
                token = token.head
            return token
    return None

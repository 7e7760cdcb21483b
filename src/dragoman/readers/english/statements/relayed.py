"""What is said through somebody else: "X quoted Y as saying …", "Y was quoted by X as saying …"."""

from spacy.tokens import Token

from dragoman.readers.english.clauses.parties import agent, is_passive, things_of
from dragoman.readers.english.statements import clausal, quoted
from dragoman.readers.english.statements.cues import Cue
from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.quotes import Quotes
from dragoman.readers.english.statements.subjects import subject_of
from dragoman.readers.english.statements.voices import voice_of

_NOMINAL = ("NOUN", "PROPN", "PRON")
_NEAR = 25


def relayed(cue: Cue, quotes: Quotes) -> Found | None:
    """Return what a cue of quoting passes on, with the one quoted as the speaker, or None."""
    saying = _saying(cue)
    if saying is None:
        return None
    doc, verb = cue.verb.doc, cue.verb
    if is_passive(verb) or verb.dep_ == "acl":
        speaker, outer = voice_of(subject_of(cue)), _agent(verb)
    else:
        named = [t for t in doc[cue.last + 1 : saying.i - 1] if t.pos_ in _NOMINAL]
        speaker = voice_of(_head(named[0], cue.last)) if named else None
        outer = voice_of(subject_of(cue))
    spans = _content(cue, saying, quotes)
    if speaker is None or not spans:
        return None
    hedge = "unconfirmed" if outer is not None and outer.rumour else "stated"
    return Found(spans, verb.i, relayed_by(speaker, outer), "clause", hedge)  # type: ignore[arg-type]


def relayed_by(inner: Voice, outer: Voice | None) -> Voice:
    """Return the voice of `inner` passed on by `outer`, the nearest to the speaker kept."""
    via = inner.via
    if via is None and outer is not None:
        via = next(iter(outer.things), None) if outer.things else outer.via
    if via is not None and via in inner.things:
        via = None
    return Voice(inner.things, inner.source, via, inner.rumour, inner.text)


def _saying(cue: Cue) -> Token | None:
    """Return the "saying" of "quoted … as saying"."""
    doc = cue.verb.doc
    for at in range(cue.last + 1, min(cue.last + _NEAR, cue.verb.sent.end - 1)):
        if doc[at].lower_ == "as" and doc[at + 1].lower_.endswith("ing"):
            return doc[at + 1]
    return None


def _agent(verb: Token) -> Voice | None:
    by = agent(verb)
    return voice_of(by) if by is not None and things_of(by) else None


def _content(cue: Cue, saying: Token, quotes: Quotes) -> list[tuple[int, int]]:
    doc, sent = cue.verb.doc, cue.verb.sent
    start = clausal.phrase_start(cue.verb, subject_of(cue))
    quote = quoted.ending_before(quotes, doc, start)
    if quote is not None:
        return [(quote.start, quote.end)]
    spans = clausal.after(saying, saying.i) or clausal.by_that(saying, saying.i)
    if spans:
        return spans
    following = quoted.starting_behind(quotes, doc, saying.i, sent.end)
    if following is not None:
        return [(following.start, following.end)]
    return clausal.before(cue.verb, saying.i, start, sent.start)


def _head(token: Token, least: int) -> Token:
    """Return the head of the noun phrase a token stands in, behind position `least`."""
    while (
        token.head.i != token.i
        and token.head.i > least
        and token.head.pos_ in _NOMINAL
        and token.head.i <= token.i + 1
    ):
        token = token.head
    return token

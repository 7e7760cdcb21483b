"""From a cue to a statement: the speaker, the shape of the content, the hedge."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import is_passive, subject
from dragoman.readers.english.statements import clausal, denied, objects, quoted
from dragoman.readers.english.statements.cues import Cue, cues
from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.frames import Frame, speakers, words
from dragoman.readers.english.statements.quotes import Quote
from dragoman.readers.english.statements.voices import voice_of
from dragoman.record.nouns import Hedge

Span = tuple[int, int]
_NOMINAL = ("NOUN", "PROPN", "PRON")
OBJECTS = (
    "ask",
    "accuse",
    "as",
    "bare",
    "addressed",
    "act",
    "attitude",
    "object",
    "value",
    "unnamed",
)


class Reporter:
    """Reads the cues of one report."""

    def __init__(self, doc: Doc, quotes: list[Quote], inside: frozenset[int]) -> None:
        self.doc, self.quotes, self.inside = doc, quotes, inside
        self._used: dict[int, Found] = {}

    def all(self) -> list[Found]:
        """Return the statements that cues bring, quotes that go on joined to them."""
        found = [f for cue in cues(self.doc, self.inside) for f in self._read(cue)]
        quoted.go_on(self.doc, self.quotes, self._used)
        return found

    def _read(self, cue: Cue) -> Iterator[Found]:
        quoting = cue.frame("quoting")
        if quoting is not None and cue.verb.tag_ != "VBN":
            relayed = self._relayed(cue)
            if relayed is not None:
                yield relayed
                return
        head = subject_of(cue)
        if head is None or (is_passive(cue.verb) and not _speaks_itself(cue)):
            return
        voice = voice_of(head)
        if voice is None or (
            voice.text and cue.frames[0].verb not in words("text_verbs") | _object_verbs()
        ):
            return
        yield from self._clause(cue, head, voice)

    def _clause(self, cue: Cue, head: Token, voice: Voice) -> Iterator[Found]:
        frame = cue.frame("clause")
        if frame is not None:
            spans = self._said(cue, head, frame)
            if spans:
                found = Found(spans, cue.verb.i, voice, "clause", _hedge(frame, voice))
                self._claim(found)
                yield found
                return
        yield from self._object(cue, head, voice)

    def _said(self, cue: Cue, head: Token, frame: Frame) -> list[Span]:
        """Return what is said: a quote, a clause before, around or behind the cue."""
        verb, doc = cue.verb, self.doc
        start = clausal.phrase_start(verb, head)
        opening = self._opening(verb.sent.start)
        quote = quoted.ending_before(self.quotes, doc, start)
        if quote is None and head.i > verb.i:
            quote = quoted.ending_before(self.quotes, doc, verb.i)
        if quote is not None and (
            quote.first <= opening or quoted.begins_sentence(doc, quote.first)
        ):
            return self._broken(cue, quote)
        following = quoted.starting_behind(self.quotes, doc, max(cue.last, head.i), verb.sent.end)
        if frame.verb in words("quote_only"):
            return [(following.start, following.end)] if following else []
        right = clausal.after(verb, cue.last) or clausal.by_that(verb, cue.last)
        if right and not self._parted(cue, right[0]):
            return right
        left = clausal.before(verb, max(cue.last, head.i), start, opening)
        if left or right:
            return left or right
        return [(following.start, following.end)] if following else []

    def _opening(self, start: int) -> int:
        quote = clausal.quote_around(self.quotes, start)
        return quote.first if quote is not None and quote.first < start < quote.last - 1 else start

    def _broken(self, cue: Cue, quote: Quote) -> list[Span]:
        """Return a quote and its second half behind the cue: “…,” he said, “…”."""
        spans = [(quote.start, quote.end)]
        later = quoted.starting_behind(self.quotes, self.doc, cue.last, cue.verb.sent.end)
        if later is not None and later.first > quote.last:
            spans.append((later.start, later.end))
        return spans

    def _parted(self, cue: Cue, span: Span) -> bool:
        first = next(t.i for t in self.doc[cue.last :] if t.idx >= span[0])
        return any(t.text in (",", "—", "–") for t in self.doc[cue.last + 1 : first][-2:])

    def _claim(self, found: Found) -> None:
        for quote in self.quotes:
            if any(s <= quote.start and quote.end <= e for s, e in found.spans):
                self._used[quote.first] = found

    def _object(self, cue: Cue, head: Token, voice: Voice) -> Iterator[Found]:
        denial = denied.denial(cue, head, voice)
        if denial is not None:
            yield denial
            return
        for kind in OBJECTS:
            frame = cue.frame(kind)
            if frame is None or (kind == "unnamed" and voice.things):
                continue
            spans = _content(cue, kind)
            if spans:
                family = kind if kind in ("act", "ask", "accuse") else "object"
                hedge = _hedge(frame, voice)
                if kind == "value" and _of_press(voice):
                    hedge = "unconfirmed"
                yield Found(spans, cue.verb.i, voice, family, hedge)
                return

    def _relayed(self, cue: Cue) -> Found | None:
        """Return what is said in "X quoted Y as saying …": speaker Y, passed on by X."""
        doc = self.doc
        for at in range(cue.last + 1, min(cue.last + 25, cue.verb.sent.end - 1)):
            if (
                doc[at].lower_ != "as"
                or (doc[at + 1].tag_ != "VBG"
                and not doc[at + 1].lower_.endswith("ing"))
            ):
                continue
            spoken = next((t for t in reversed(doc[cue.last + 1 : at]) if t.pos_ in _NOMINAL), None)
            speaker = voice_of(_head_before(spoken, cue.last)) if spoken is not None else None
            saying = doc[at + 1]
            spans = clausal.after(saying, at + 1) or clausal.by_that(saying, at + 1)
            if not spans:
                following = quoted.starting_behind(self.quotes, doc, at + 1, cue.verb.sent.end)
                spans = [(following.start, following.end)] if following else []
            left = clausal.before(
                cue.verb,
                at + 1,
                clausal.phrase_start(cue.verb, subject_of(cue)),
                self._opening(cue.verb.sent.start),
            )
            quote = quoted.ending_before(
                self.quotes, doc, clausal.phrase_start(cue.verb, subject_of(cue))
            )
            if not spans or at + 1 == spans[0][0]:
                spans = [(quote.start, quote.end)] if quote else spans or left
            elif quote is not None:
                spans = [(quote.start, quote.end)]
            if speaker is None or not spans:
                return None
            outer = voice_of(subject_of(cue))
            found = Found(spans, cue.verb.i, relayed_by(speaker, outer), "clause", "stated")
            if outer is not None and outer.rumour:
                found.hedge = "unconfirmed"
            self._claim(found)
            return found
        return None


def relayed_by(inner: Voice, outer: Voice | None) -> Voice:
    """Return the voice of `inner` passed on by `outer`, the nearest to the speaker kept."""
    via = inner.via
    if via is None and outer is not None:
        via = outer.via if outer.via is not None else next(iter(outer.things), None)
    if via is not None and via in inner.things:
        via = None
    return Voice(inner.things, inner.source, via, inner.rumour, inner.text)


def subject_of(cue: Cue) -> Token | None:
    """Return the subject of a cue; beside the parse's, a noun right before or behind the verb."""
    found = subject(cue.verb)
    if found is not None and found.pos_ in _NOMINAL and _own(cue.verb, found):
        return found
    doc, at = cue.verb.doc, cue.verb.i - 1
    while at > cue.verb.sent.start and doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    if at >= cue.verb.sent.start and doc[at].pos_ in _NOMINAL and cue.verb.tag_ != "VBG":
        return doc[at]
    behind = doc[cue.last + 1 : min(cue.last + 8, cue.verb.sent.end)]
    inverted = cue.verb.i > cue.verb.sent.start and doc[cue.verb.i - 1].text in (
        ",",
        "”",
        '"',
        "’",
        "'",
    )
    if inverted and found is None:
        return next((t for t in behind if t.pos_ in _NOMINAL and t.head not in behind), None)
    return found


def _own(verb: Token, found: Token) -> bool:
    return abs(found.i - verb.i) < 60 and found.sent.start == verb.sent.start


def _head_before(token: Token, least: int) -> Token:
    """Return the head of the noun phrase a token stands in, behind position `least`."""
    while (
        token.head.i != token.i
        and token.head.i > least
        and token.head.pos_ in _NOMINAL
        and token.head.i <= token.i + 1
    ):
        token = token.head
    return token


def _speaks_itself(cue: Cue) -> bool:
    return cue.verb.lower_ == "quoted" or cue.frames[0].verb == "be"


def _object_verbs() -> frozenset[str]:
    return frozenset(w.split()[0] for w in words("object")) | frozenset(
        w.split()[0] for w in words("for")
    )


def _hedge(frame: Frame, voice: Voice) -> Hedge:
    if frame.hedge == "unconfirmed":
        return "stated" if voice.things and not voice.rumour else "unconfirmed"
    if frame.hedge == "stated" and voice.rumour and _of_press(voice):
        return "unconfirmed"
    return frame.hedge


def _of_press(voice: Voice) -> bool:
    source = (voice.source or "").lower().split()
    return bool(source) and any(w in speakers("press") for w in source)


def _content(cue: Cue, kind: str) -> list[Span]:
    """Return the content of one shape, or nothing."""
    if kind in ("as", "bare"):
        named = objects.named_so(cue)
        return named or objects.called(cue, bare=kind == "bare")
    readers = {
        "ask": objects.asked,
        "accuse": objects.accused,
        "addressed": objects.addressed,
        "act": objects.act,
        "attitude": objects.attitude,
        "object": objects.plain_object,
        "value": objects.put_at,
        "unnamed": objects.plain_object,
    }
    return readers[kind](cue)

"""From a cue to a statement: the speaker, the shape of the content, the hedge."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import agent, is_passive
from dragoman.readers.english.statements import clausal, denied, quoted
from dragoman.readers.english.statements.carriers import carrier
from dragoman.readers.english.statements.cues import Cue, cues
from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.frames import Frame, speakers, words
from dragoman.readers.english.statements.opening import opening
from dragoman.readers.english.statements.quotes import Quote, Quotes
from dragoman.readers.english.statements.relayed import relayed
from dragoman.readers.english.statements.shapes import OBJECTS, content_of, sender
from dragoman.readers.english.statements.subjects import subject_of
from dragoman.readers.english.statements.voices import anybody, voice_of
from dragoman.record.nouns import Hedge

Span = tuple[int, int]


class Reporter:
    """Reads the cues of one report."""

    def __init__(self, doc: Doc, quotes: Quotes, inside: frozenset[int]) -> None:
        self.doc, self.quotes, self.inside = doc, quotes, inside
        self._spoken: dict[int, Found] = {}
        self._heirs: dict[int, Voice] = {}

    def all(self) -> list[Found]:
        """Return the statements that cues bring, quotes that go on joined to them."""
        found = [f for cue in cues(self.doc, self.inside) for f in self._read(cue)]
        quoted.go_on(self.doc, self.quotes, self._spoken, found)
        return found

    def _read(self, cue: Cue) -> Iterator[Found]:
        if cue.frame("quoting") is not None:
            passed_on = relayed(cue, self.quotes)
            if passed_on is not None:
                self._claim(passed_on)
                yield passed_on
                return
        heir = self._heirs.get(cue.verb.i)
        head = subject_of(cue) or (cue.verb if heir else None)
        if is_passive(cue.verb):
            head = _teller(cue)
        if head is None:
            return
        known = heir or voice_of(head)
        voice = known or _anybody(cue, head) or _it(cue, head)
        if voice is None or (voice.text and not _of_text(cue, head)):
            return
        found = self._clause(cue, head, voice)
        if found is None and known is not None:
            found = self._object(cue, head, voice)
        if found is not None:
            if found.voice.via is None:
                found.voice = _passed(found.voice, carrier(cue))
            yield found

    def _clause(self, cue: Cue, head: Token, voice: Voice) -> Found | None:
        frame = cue.frame("clause")
        spans = self._said(cue, head, frame) if frame is not None else []
        if frame is None or not spans:
            return None
        found = Found(spans, cue.verb.i, voice, "clause", _hedge(frame, voice))
        self._cut(cue, found)
        self._claim(found)
        return found

    def _said(self, cue: Cue, head: Token, frame: Frame) -> list[Span]:
        """Return what is said: a quote, a clause before, around or behind the cue."""
        verb, doc = cue.verb, self.doc
        start = clausal.phrase_start(verb, head)
        first = opening(doc, self.quotes, verb.sent.start, min(start, verb.i))
        quote = quoted.ending_before(self.quotes, doc, start if head.i < verb.i else verb.i)
        if (
            quote
            and not clausal.is_participle(verb)
            and (quote.first <= first or quoted.begins_sentence(doc, quote.first))
        ):
            return self._broken(cue, quote)
        following = quoted.starting_behind(self.quotes, doc, max(cue.last, head.i), verb.sent.end)
        partial = following is not None and quoted.is_partial(doc, following)
        direct = [(following.start, following.end)] if following and not partial else []
        if frame.verb in words("quote_only"):
            return direct or clausal.marked(verb, cue.last)
        right = []
        if head.i <= verb.i or is_passive(verb):
            right = clausal.after(verb, cue.last) or clausal.by_that(verb, cue.last)
        if right and not self._parted(cue, right[0]):
            return right
        return clausal.before(verb, max(cue.last, head.i), start, first) or right or direct

    def _broken(self, cue: Cue, quote: Quote) -> list[Span]:
        """Return a quote and its second half behind the cue: “…,” he said, “…”."""
        spans = [(quote.start, quote.end)]
        later = quoted.starting_behind(self.quotes, self.doc, cue.last, cue.verb.sent.end)
        if later is not None and later.first > quote.last:
            spans.append((later.start, later.end))
        return spans

    def _parted(self, cue: Cue, span: Span) -> bool:
        first = next(t.i for t in self.doc[cue.last :] if t.idx >= span[0])
        between = [t.text for t in self.doc[cue.last + 1 : first]]
        return bool({",", "—", "–"} & set(between[-2:])) or ";" in between

    def _cut(self, cue: Cue, found: Found) -> None:
        """End a clause before a second cue of the same speaker: "…, and accused", "…, warning"."""
        start, end = found.spans[-1]
        at = clausal.second_cue(self.doc, cue.verb.i, start, end, self.inside)
        if at is not None:
            found.spans[-1] = (start, clausal.end_before(self.doc, at))
            self._heirs[at] = found.voice

    def _claim(self, found: Found) -> None:
        for start, end in found.spans:
            for quote in self.quotes.inside(start, end):
                self._spoken[quote.first] = found

    def _object(self, cue: Cue, head: Token, voice: Voice) -> Found | None:
        denial = denied.denial(cue, head, voice)
        if denial is not None:
            return denial
        if cue.verb.dep_ == "advcl" and any(c.lower_ == "as" for c in cue.verb.children):
            return None
        for kind in OBJECTS:
            frame = cue.frame(kind)
            if frame is None:
                continue
            if frame.verb in words("past_only") and cue.verb.tag_ != "VBD":
                continue
            spans = content_of(cue, kind)
            if spans:
                family = kind if kind in ("act", "ask", "accuse", "call") else "object"
                hedge = _hedge(frame, voice)
                if kind == "value" and _of_press(voice):
                    hedge = "unconfirmed"
                found = Found(spans, cue.verb.i, voice, family, hedge)
                if family in ("object", "ask"):
                    self._cut(cue, found)
                self._claim(found)
                return _sent(cue, found)
        return None


def _teller(cue: Cue) -> Token | None:
    """Return who tells in the passive: "the board was told by | the bank that …"."""
    addressed = any(f.verb in words("addressed") for f in cue.frames)
    return agent(cue.verb) if addressed else None


def _anybody(cue: Cue, head: Token) -> Voice | None:
    return anybody(head) if cue.frames[0].verb in words("core") else None


def _it(cue: Cue, head: Token) -> Voice | None:
    """Return nobody in particular for "it said" where nothing tells what "it" is."""
    plain = cue.frames[0].verb in ("say", "add") and cue.verb.tag_ in ("VBD", "VBZ")
    return Voice() if plain and head.lower_ == "it" else None


def _sent(cue: Cue, found: Found) -> Found:
    """Give greetings conveyed for somebody to who sends them."""
    things = sender(cue)
    if things and things != found.voice.things:
        via = next(iter(found.voice.things), None)
        found.voice = Voice(things=things, via=via)
        found.family = "sent"
    return found


def _passed(voice: Voice, via: int | None) -> Voice:
    if via is None or via in voice.things:
        return voice
    return msgspec.structs.replace(voice, via=via)


def _of_text(cue: Cue, head: Token) -> bool:
    """Whether a text may be the subject of a cue: "the survey shows", not "the survey urged".

    A statement or a letter speaks as who issued it.
    """
    if head.lower_ in speakers("official_texts"):
        return True
    able = words("text_verbs")
    return any(" ".join((f.verb, *f.tail)) in able for f in cue.frames)


def _hedge(frame: Frame, voice: Voice) -> Hedge:
    if frame.hedge == "unconfirmed":
        return "stated" if voice.things and not voice.rumour else "unconfirmed"
    words_of_source = (voice.source or "").lower().split()
    heard = voice.rumour and not {"source", "sources"} & set(words_of_source)
    if frame.hedge == "stated" and heard:
        return "unconfirmed"
    return frame.hedge


def _of_press(voice: Voice) -> bool:
    source = (voice.source or "").lower().split()
    return any(w in speakers("press") for w in source)

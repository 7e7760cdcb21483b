"""Attributions without a verb: "according to X, …", "…, according to X"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from dragoman.readers.english.mentions.words import readable_sentences
from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.frames import speakers, words
from dragoman.readers.english.statements.spans import has_verb, trimmed
from dragoman.readers.english.statements.voices import voice_of

_NOMINAL = ("NOUN", "PROPN", "PRON")
_NEAR = 7


def attributions(doc: Doc, inside: frozenset[int]) -> Iterator[Found]:
    """Yield what is told "according to" somebody, the attribution itself left out."""
    openers: dict[str, list[list[str]]] = {}
    for entry in words("according"):
        openers.setdefault(entry.split()[0], []).append(entry.split())
    for sent in readable_sentences(doc):
        for token in sent:
            if token.i in inside:
                continue
            for opener in openers.get(token.lower_, ()):
                if [t.lower_ for t in doc[token.i : token.i + len(opener)]] == opener:
                    found = _attribution(doc, sent, token.i, token.i + len(opener))
                    if found is not None:
                        yield found
            found = _in_view(doc, sent, token)
            if found is not None:
                yield found


def _attribution(doc: Doc, sent: Span, first: int, behind: int) -> Found | None:
    head = _named(doc, behind, sent.end)
    if head is None:
        return None
    voice = voice_of(head) or Voice(source=_words(doc, behind, _end(doc, head, sent.end)))
    end = _end(doc, head, sent.end)
    spans = _content(doc, sent, first, end)
    if not spans:
        return None
    heard = voice.rumour or (head.lower_ in speakers("press") and not voice.things)
    return Found(spans, first, voice, "according", "unconfirmed" if heard else "stated")


def _in_view(doc: Doc, sent: Span, token: Token) -> Found | None:
    """Return what is told "in her view" or "in the minister's words"."""
    if token.lower_ not in ("in", "by"):
        return None
    near = doc[token.i + 1 : min(token.i + _NEAR, sent.end)]
    noun = next((t for t in near if t.lower_ in words("in_words")), None)
    owner = noun and next((c for c in noun.children if c.dep_ == "nmod:poss"), None)
    voice = voice_of(owner) if owner is not None else None
    if noun is None or voice is None:
        return None
    spans = _content(doc, sent, token.i, noun.i + 1)
    return Found(spans, token.i, voice, "according", "stated") if spans else None


def _named(doc: Doc, first: int, end: int) -> Token | None:
    """Return the head of the noun phrase that begins at `first`."""
    for token in doc[first:end]:
        if token.pos_ in _NOMINAL:
            return _top(token, first, end)
        if token.is_punct and token.text not in "“\"‘'":
            return None
    return None


def _top(token: Token, first: int, end: int) -> Token:
    """Climb from the first noun of a phrase to its head on the right."""
    while token.head.pos_ in _NOMINAL and token.i < token.head.i < end:
        if token.dep_ in ("nsubj", "conj", "appos", "obl") or token.head.i < first:
            break
        token = token.head
    return token


def _end(doc: Doc, head: Token, limit: int) -> int:
    """Return the token behind the attribution's words: the next comma, or the verb it opens."""
    depth = 0
    for at in range(head.i + 1, limit):
        token = doc[at]
        depth += token.text == "("
        depth -= token.text == ")"
        if depth == 0 and (token.text in (",", ".", ";", ":", "—", "–") and at > head.i):
            if token.text == "," and _apposed(head, at):
                continue
            return at
        if (
            token.pos_ in ("VERB", "AUX")
            and not token.dep_.startswith("acl")
            and at > head.i
            and token.head not in doc[head.i : at]
        ):
            return at
    return limit


def _apposed(head: Token, at: int) -> bool:
    """Whether the comma at token `at` opens an apposition to the attribution's name."""
    return any(
        c.dep_ == "appos" and c.left_edge.i <= at + 2 and c.right_edge.i > at
        for c in head.subtree
        if c.i > at
    )


def _words(doc: Doc, first: int, end: int) -> str:
    return " ".join(doc[first:end].text.split())


def _content(doc: Doc, sent: Span, first: int, end: int) -> list[tuple[int, int]]:
    before = trimmed(doc, sent.start, first)
    ahead = before is not None and has_verb(doc, sent.start, first)
    behind = trimmed(doc, end, sent.end) if has_verb(doc, end, sent.end) else None
    if ahead and before is not None:
        last = first - 2 if doc[first - 1].text == "," else first - 1
        if doc[last].lower_ in ("which", "that", "who", "whom") and behind is not None:
            return [behind]
        return [before]
    return [behind] if behind is not None else []

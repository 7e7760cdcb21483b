"""Direct quotes: the cue before or behind them, broken ones, those that go on."""

from spacy.tokens import Doc

from dragoman.readers.english.statements.found import Found
from dragoman.readers.english.statements.quotes import Quote, Quotes
from dragoman.readers.english.statements.spans import has_verb

_LONG = 4
_REACH = 16
_ENDS = frozenset([".", "!", "?", "…", "”", '"', ":", "’", "'"])


def quoted_tokens(doc: Doc, quotes: Quotes) -> frozenset[int]:
    """Return the positions of all tokens in quotes: cues in there are the speaker's own."""
    return frozenset(i for q in quotes.all for i in range(q.first, q.last) if i < len(doc))


def begins_sentence(doc: Doc, at: int) -> bool:
    """Whether a token stands at the start of a line or behind the end of a sentence."""
    if at == 0 or doc[at].is_sent_start:
        return True
    before = doc[at - 1]
    return (before.is_space and "\n" in before.text) or before.text in _ENDS


def ending_before(quotes: Quotes, doc: Doc, start: int) -> Quote | None:
    """Return the quote that ends right before token `start`, a comma or dash between allowed."""
    direct = quotes.ending(start)
    if direct is not None and doc[direct.last - 2].text == "." and doc[start].text[0].isupper():
        return None
    if direct is None and start and doc[start - 1].text in (",", "—", "–", "-"):
        return quotes.ending(start - 1)
    return direct


def starting_behind(quotes: Quotes, doc: Doc, last: int, end: int) -> Quote | None:
    """Return the quote that a cue ending at token `last` leads to: ‘X said: "…"’."""
    quote = quotes.first_from(last + 1)
    if quote is None or quote.first > min(last + _REACH, max(end, last + 3)):
        return None
    between = [t.text for t in doc[last + 1 : quote.first] if not t.is_space]
    if any(t in (".", ";", "!", "?") for t in between):
        return None
    return quote if not between or between[-1] in (",", ":", "that", "—", "–") else None


def is_partial(doc: Doc, quote: Quote) -> bool:
    """Whether a quote is a phrase in the writer's sentence, not what was said as a whole."""
    if doc[quote.first - 1].text in (",", ":"):
        return False
    first = next((t for t in doc[quote.first : quote.last] if t.is_alpha), None)
    return (
        first is not None and first.text[0].islower() and not has_verb(doc, quote.first, quote.last)
    )


def go_on(doc: Doc, quotes: Quotes, used: dict[int, Found], reported: list[Found]) -> None:
    """Give quotes without a cue of their own to who spoke last: the quote before, near by.

    `used` maps the first token of each quote that has a speaker to its statement; a quote joins
    the statement where it follows in the same paragraph, and the latest one where a paragraph
    opens with it. One right behind a sentence of reported speech goes on that.
    """
    closing = _closing(doc, reported)
    latest: Found | None = None
    reach = 0
    for quote in quotes.all:
        own = used.get(quote.first)
        if own is not None:
            latest, reach = own, quote.last
            continue
        before = closing.get(quote.first)
        if before is not None and quote.words >= _LONG and not before.holds(quote.start):
            latest, reach = before, quote.first
        if latest is None or quote.words < _LONG or not begins_sentence(doc, quote.first):
            continue
        if latest.holds(quote.start) or not _near(doc, reach, quote.first):
            continue
        latest.spans.append((quote.start, quote.end))
        used[quote.first] = latest
        reach = quote.last


def _closing(doc: Doc, reported: list[Found]) -> dict[int, Found]:
    """Return the clauses told in the past or present by the token behind their sentence."""
    out: dict[int, Found] = {}
    for f in reported:
        if f.family == "clause" and f.hedge != "denied" and (f.voice.things or f.voice.source):
            sent = doc[f.cue].sent
            last = doc.char_span(*f.spans[-1], alignment_mode="expand")
            end = max(sent.end, last[-1].sent.end) if last is not None and len(last) else sent.end
            out[end] = f
            behind = last.end if last is not None else end
            if behind + 1 < len(doc) and doc[behind].text in (".", "!", "?"):
                out[behind + 1] = f
    return out


def _near(doc: Doc, last: int, first: int) -> bool:
    """Whether a quote follows within the rest of the sentence that told who speaks."""
    gap = doc[last:first]
    ends = sum(t.text in (".", "!", "?") for t in gap)
    breaks = sum(t.is_space and "\n" in t.text for t in gap)
    return len(gap) < 60 and ends <= 1 and breaks <= 1 and not (breaks and ends and len(gap) > 40)

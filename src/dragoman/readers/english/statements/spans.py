"""Where a content begins and ends: trimmed of marks that are not its own."""

from spacy.tokens import Doc, Token

_LEADING = frozenset([",", ";", ":", ".", "–", "—", "-", ")", "]", "…", "'s"])
_TRAILING = frozenset([",", ";", ":", ".", "–", "—", "-", "(", "[", "and", "or", "but", "that"])
_OPENING = "“\"‘'«„("
_PAIRS = {"”": "“", ")": "(", "’": "‘", "»": "«", '"': '"', "'": "'", "“": "“"}


def trimmed(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    """Return the characters of tokens [first, last) without outer marks; None where none is left.

    A closing quotation mark or bracket stays where its opening one is inside.
    """
    while first < last and (
        doc[first].is_space or doc[first].text in _LEADING or _stray(doc, first, last)
    ):
        first += 1
    while last > first and _drops_last(doc, first, last):
        last -= 1
    if first >= last or not any(t.is_alpha or t.like_num for t in doc[first:last]):
        return None
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1])


def _stray(doc: Doc, first: int, last: int) -> bool:
    """Whether the first token is a closing mark of something before."""
    text = doc[first].text
    if text in ("”", "»"):
        return True
    inside = [t.text for t in doc[first:last]]
    return (
        text == '"' and inside.count('"') % 2 == 1 and not (first + 1 < last and _hugs(doc, first))
    )


def _hugs(doc: Doc, at: int) -> bool:
    """Whether a straight mark stands at the start of a word: an opening one."""
    return not doc[at].whitespace_ and (
        at == 0 or bool(doc[at - 1].whitespace_) or doc[at - 1].is_punct
    )


def _drops_last(doc: Doc, first: int, last: int) -> bool:
    token = doc[last - 1]
    if token.is_space or token.text in _TRAILING or token.lower_ in _TRAILING:
        return not _closes_with(doc, last)
    opening = _PAIRS.get(token.text)
    if opening is None or len(token.text) > 1:
        return False
    inside = [t.text for t in doc[first : last - 1]]
    if opening == token.text:
        return inside.count(opening) % 2 == 0
    return opening not in inside


def _closes_with(doc: Doc, last: int) -> bool:
    """Whether an abbreviation's full stop ends the span."""
    return (
        doc[last - 1].text == "." and doc[last - 2].text.isupper() and len(doc[last - 2].text) == 1
    )


def has_verb(doc: Doc, first: int, last: int) -> bool:
    """Whether tokens [first, last) hold a finite verb or a verb with its subject."""
    return any(t.pos_ in ("VERB", "AUX") and _tells(t) for t in doc[first:last])


def _tells(token: Token) -> bool:
    if token.pos_ == "AUX" or token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(c.dep_.startswith(("nsubj", "aux")) for c in token.children)

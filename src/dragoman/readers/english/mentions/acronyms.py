"""Acronyms in brackets behind what they stand for.

Method: Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (PSB 2003): the letters are matched from the right, the first one at a word start.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from dragoman.readers.english.mentions.words import is_acronym

EXTRA_WORDS = 5


def definitions(doc: Doc, sent: Span) -> Iterator[tuple[int, int]]:
    """Yield the token spans of names that a bracketed acronym right behind them stands for."""
    for token in sent:
        if token.text != "(" or token.i + 2 >= len(doc) or token.i == sent.start:
            continue
        short = doc[token.i + 1]
        if not is_acronym(short.text) or doc[token.i + 2].text not in (")", ",", ";"):
            continue
        start = _long_form(doc, sent.start, token.i, short.text)
        if start is not None and token.i - start > 1:
            yield start, token.i


def acronyms(doc: Doc) -> dict[str, tuple[int, int]]:
    """Return the acronyms that a report explains, with the token span of what each stands for."""
    return {
        doc[end + 1].text: (start, end)
        for sent in doc.sents
        for start, end in definitions(doc, sent)
    }


def _long_form(doc: Doc, least: int, end: int, short: str) -> int | None:
    """Return where the words that spell `short` begin, or None."""
    letters = [c.lower() for c in short if c.isalpha()]
    reach = max(least, end - len(letters) * 2 - EXTRA_WORDS)
    words = [i for i in range(reach, end) if doc[i].text[0].isalnum() or doc[i].text in ("&",)]
    at = len(words) - 1
    left = len(letters) - 1
    while at >= 0:
        word = doc[words[at]].lower_
        if word[0] == letters[left] and doc[words[at]].text not in ("'s", "’s"):
            left -= 1
            if left < 0:
                return words[at] if doc[words[at]].text[0].isupper() else None
        elif not _may_skip(word, at, words, doc):
            return None
        at -= 1
    return None


def _may_skip(word: str, at: int, words: list[int], doc: Doc) -> bool:
    """Whether a word of the long form may have no letter in the acronym."""
    return word in ("of", "the", "and", "for", "in", "on", "de", "du", "s", "to", "&") or (
        doc[words[at]].text[0].isupper()
    )

"""Names by their shape: runs of capitalised words, cut at offices and typed by their words."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span

from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.candidate import Candidate
from dragoman.readers.english.mentions.kinds import ends_as_thing, kind_of_name
from dragoman.readers.english.mentions.offices import is_honorific, is_office_head, office_start
from dragoman.readers.english.mentions.words import is_capital, kind_words


@cache
def _small(key: str) -> frozenset[str]:
    return frozenset(mapping("gazetteer", "kinds.yaml")[key])


def runs(sent: Span) -> Iterator[tuple[int, int]]:
    """Yield maximal stretches of capitalised words with small words inside."""
    doc = sent.doc
    at = sent.start
    while at < sent.end:
        if not is_capital(doc[at]) or not doc[at].text[0].isalpha():
            at += 1
            continue
        end = at + 1
        while end < sent.end:
            gap = end
            while gap < sent.end and gap - end < 2 and doc[gap].lower_ in _small("inner"):
                gap += 1
            hyphen = doc[gap].text in ("-", "–") if gap < sent.end else False
            if hyphen and not doc[gap - 1].whitespace_ and not doc[gap].whitespace_:
                gap += 1
            if gap < sent.end and is_capital(doc[gap]):
                end = gap + 1
            else:
                break
        yield at, end
        at = end


def from_run(doc: Doc, start: int, end: int) -> Iterator[Candidate]:
    """Yield the persons and typed names inside one run of capitalised words."""
    head = _last_office(doc, start, end)
    if head is not None and head + 1 < end and doc[head + 1].lower_ not in _small("inner"):
        yield from _person_after(doc, head, end)
        end = office_start(doc, head + 1, start)
    elif head is not None:
        end = office_start(doc, end, start)
    yield from _typed(doc, start, end)


def _last_office(doc: Doc, start: int, end: int) -> int | None:
    for at in range(end - 1, start - 1, -1):
        if is_office_head(doc[at]) or (is_honorific(doc[at]) and at + 1 < end):
            return at
    return None


def _person_after(doc: Doc, head: int, end: int) -> Iterator[Candidate]:
    words = [t.text for t in doc[head + 1 : end]]
    small = any(w.lower() in ("and", "of", "for") for w in words)
    if small or len(words) > 6 or not all(w[0].isalpha() for w in words):
        return
    if ends_as_thing(words[-1].lower()) or _is_known(words):
        return
    yield Candidate(head + 1, end, "person", None, 4)


def _is_known(words: list[str]) -> bool:
    hit = gazetteer().at([fold(w) for w in words], words, 0)
    return hit is not None and hit[0] == len(words)


def _typed(doc: Doc, start: int, end: int) -> Iterator[Candidate]:
    """Yield the longest typed names in a run that has no office left in it."""
    if end - start > 1 and doc[start].text in kind_words("programme", "ship"):
        yield Candidate(start, end, "programme", None, 7)
        return
    for first, last in _pieces(doc, start, end):
        words = [t.text for t in doc[first:last]]
        kind = kind_of_name(words)
        if kind is None:
            continue
        if kind == "organization" and len(words) == 1:
            continue
        yield Candidate(first, last, kind, None, 7)


def _pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run where one name ends and the next begins: "and the", or "and" between two heads."""
    cut = start
    for at in range(start, end):
        if doc[at].lower_ in ("and", "&") and at > cut:
            left = [t.text for t in doc[cut:at]]
            right = [t.text for t in doc[at + 1 : end]]
            apart = doc[at - 1].ent_type_ and not doc[at].ent_type_ and doc[at + 1].ent_type_
            both = kind_of_name(left) and kind_of_name(right)
            if (
                right[:1] == ["the"]
                or both
                or (apart and doc[start].lower_ not in _small("listed_after_of"))
            ):
                yield cut, at
                cut = at + 1
    while cut < end and doc[cut].lower_ in _small("inner"):
        cut += 1
    if cut < end:
        yield cut, end

"""Offices told without the name: "The minister …" of a person named elsewhere in the report."""

from collections.abc import Iterator

from spacy.tokens import Doc

from dragoman.readers.english.drafts import Name
from dragoman.readers.english.mentions.offices import is_office_head
from dragoman.readers.english.mentions.words import titles
from dragoman.readers.english.roles.apposition import PERSONS, complement
from dragoman.readers.english.roles.parts import Office, split


def described(doc: Doc) -> Iterator[tuple[Name, Office]]:
    """Yield the descriptions of one person that are offices, each with its office."""
    for name in doc._.mentions:
        if name.form != "nominal" or name.plural or len(name.things) != 1:
            continue
        if doc._.things[name.things[0]].type != "person":
            continue
        head = doc[name.head]
        if not is_office_head(head) or head.lower_ in titles("no_offices"):
            continue
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        if span is None or head.tag_ in ("NNS", "NNPS"):
            continue
        begin = max((t.i + 1 for t in span[:-1] if t.pos_ in ("ADP", "VERB")), default=span.start)
        begin = max((t.i + 1 for t in doc[begin + 1 : span.end] if _owns(doc, t.i)), default=begin)
        start = next(
            (t.i for t in doc[begin : span.end] if t.lower_ not in titles("pointers")), begin
        )
        end = _end(doc, span.end)
        if end < len(doc) and doc[end].ent_type_ in PERSONS:
            continue
        for office in split(doc, start, end, name.country):
            yield name, office


def _owns(doc: Doc, at: int) -> bool:
    """Whether the possessive at `at` is of no superior: "the army's | spokesman"."""
    return doc[at].lower_ in ("'s", "’s") and not is_office_head(doc[at - 1])


def _end(doc: Doc, end: int) -> int:
    """Return where an office ends whose head is the word before `end`: "chargé | d'affaires"."""
    last = doc[end - 1].sent.end
    if end + 1 < last and doc[end].text == "-" and is_office_head(doc[end + 1]):
        end += 2  # "consul-general"
    ahead = end
    while ahead < last and (is_office_head(doc[ahead]) or doc[ahead].lower_ in titles("modifiers")):
        ahead += 1
        end = ahead if is_office_head(doc[ahead - 1]) else end
    while end < last and doc[end].lower_ in titles("behind_affairs"):
        end += 1
    return complement(doc, end, last)

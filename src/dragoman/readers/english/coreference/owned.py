"""Persons whose office a pronoun gives to a state: "Its foreign minister, Amina Said"."""

from spacy.tokens import Doc

from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.mentions.offices import is_office_head
from dragoman.readers.english.mentions.words import written

REACH = 80
WEIGHT = 3
OWNERS = ("its", "their")


def own(doc: Doc, mentions: list[Name], things: Things) -> None:
    """Give persons titled by "its" or "their" and an office the state the pronoun stands for."""
    persons = [n for n in mentions if n.form == "name" and things.all[n.things[0]].kind == "person"]
    for name in mentions:
        if name.form != "pronoun" or written(doc, name).lower() not in OWNERS:
            continue
        state = things.all[name.things[0]]
        if len(name.things) != 1 or state.kind != "state" or not state.country:
            continue
        person = next((p for p in persons if name.end < p.start <= name.end + REACH), None)
        if person is not None and _titled(doc, name, person):
            item = things.all[person.things[0]]
            if state.country not in item.marked and not item.marked:
                item.votes[state.country] += WEIGHT


def _titled(doc: Doc, pronoun: Name, person: Name) -> bool:
    """Whether the words between a pronoun and a name are an office."""
    span = doc.char_span(pronoun.end + 1, person.start - 1, alignment_mode="contract")
    if span is None or any(t.pos_ in ("VERB", "AUX", "PRON") for t in span):
        return False
    if any(t.is_sent_start for t in span):
        return False
    commas = sum(t.text == "," for t in span)
    return commas <= 1 and any(is_office_head(t) for t in span)

"""Who "I" and "we" are inside quotation marks: the one who is quoted, and the state spoken for."""

from spacy.tokens import Doc, Span, Token

from dragoman.readers.english.clauses.parties import SUBJECTS
from dragoman.readers.english.coreference.clauses import clause_of, lemma, quoted, verbs
from dragoman.readers.english.coreference.kinds import described
from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import gazetteer

ALONE = frozenset(("i", "me", "my", "mine", "myself"))
TOGETHER = frozenset(("we", "us", "our", "ours", "ourselves"))
REACH = 2


def first_persons(doc: Doc, kept: list[Name], things: Things) -> list[Name]:
    """Return the pronouns of the first person that stand for who is quoted, or the state meant."""
    inside = quoted(doc)
    speakers = _speakers(doc, kept, things, inside)
    found = []
    for k, sent in enumerate(sents := list(doc.sents)):
        for token in sent:
            low = token.lower_
            if not inside[token.i] or low not in ALONE | TOGETHER or not doc._.readable[token.i]:
                continue
            speaker = _speaker(doc, sents, k, speakers)
            thing = None if speaker is None else _meant(things, speaker, low in ALONE)
            if thing is not None:
                found.append(_mention(token, thing, things))
    return found


def _speakers(doc: Doc, kept: list[Name], things: Things, inside: list[bool]) -> dict[int, int]:
    """Return who speaks, by sentence start: the subject of a verb of saying outside quotes."""
    out: dict[int, int] = {}
    for name in kept:
        token = doc[name.head]
        if len(name.things) != 1 or inside[token.i] or token.dep_ not in SUBJECTS:
            continue
        speaks = lemma(clause_of(token)) in verbs("says")
        if speaks and things.all[name.things[0]].kind in ("person", "organization"):
            out.setdefault(token.sent.start, name.things[0])
    return out


def _speaker(doc: Doc, sents: list[Span], k: int, speakers: dict[int, int]) -> int | None:
    """Return who says the quotation that sentence `k` belongs to: named in it or next to it."""
    own = speakers.get(sents[k].start)
    if own is not None:
        return own
    for step in (1, -1):
        for away in range(1, REACH + 1):
            at = k + step * away
            if not 0 <= at < len(sents) or _parted(doc, sents[min(k, at)], sents[max(k, at)]):
                break
            if sents[at].start in speakers:
                return speakers[sents[at].start]
    return None


def _parted(doc: Doc, left: Span, right: Span) -> bool:
    """Whether a new paragraph begins between two sentences."""
    between = doc[left.start : right.start]
    return any(t.is_space and "\n" in t.text for t in between)


def _meant(things: Things, speaker: int, alone: bool) -> int | None:
    item = things.all[speaker]
    if item.kind == "organization":
        return None if alone else speaker
    if alone:
        return speaker
    country = item.likely_country
    official = any(head in office for office in item.offices for head in described("official"))
    if country is None or not official:
        return None
    return things.state(country, gazetteer().names.get(country, country))


def _mention(token: Token, thing: int, things: Things) -> Name:
    return Name(
        start=token.idx,
        end=token.idx + len(token),
        head=token.i,
        form="pronoun",
        type=things.all[thing].kind,
        things=(thing,),
    )

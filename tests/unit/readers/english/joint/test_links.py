"""Items are linked to what stands around them, however long the report."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.document import make_doc
from dragoman.readers.english.joint.candidates import NEAR, Candidates
from dragoman.readers.english.joint.labels import PARTS
from dragoman.readers.english.joint.links import FEATURES, NOWHERE, Anchored, Linker
from dragoman.readers.english.joint.sheet import make_sheet
from dragoman.readers.english.reading import FRAMES, build
from dragoman.record.nouns import Report

GIVEN = ("Rosa", "Amina", "Carlos", "Tendai", "Lucía", "Petrus", "Maria", "Johannes")
FAMILY = ("Quispe", "Shikongo", "Mamani", "Nangolo", "Flores", "Amukwaya", "Huamán", "Hamutenya")


@pytest.fixture(scope="module")
def frames() -> Language:
    return build(components=FRAMES)


@pytest.fixture(scope="module")
def long(frames: Language, written: Callable[..., Report]) -> Doc:
    lines = [
        f"Minister {given} {family} of Namibia told reporters in Lima about the fishing fleet."
        for given in GIVEN
        for family in FAMILY
    ]
    told = "Namibia and Peru signed a fisheries agreement in Lima on Tuesday.\n"
    return frames(make_doc(frames, written(told + "\n".join(lines) + "\n")))


def test_who_stands_far_away_is_no_candidate_but_the_two_states_are(long: Doc) -> None:
    known = Candidates(long, make_sheet(long, {}, {}))
    last = next(t.i for t in reversed(long) if t.lower_ == "told")
    near = [known.all[k] for k in known.near(last)]
    assert len(near) < len(known.all) / 2
    assert all(
        min(abs(head - last) for head in one.heads) <= NEAR
        or long._.things[one.thing].type == "state"
        for one in near
        if one.heads and one.thing is not None
    )
    countries = {long._.things[one.thing].country for one in near if one.thing is not None}
    assert {"NAM", "PER"} <= countries


def test_a_mention_is_not_linked_by_itself(long: Doc) -> None:
    sheet = make_sheet(long, {}, {})
    known = Candidates(long, sheet)
    alone = next(n for n in long._.mentions if long.text[n.start : n.end].startswith("Rosa"))
    links = Linker(long, sheet, known, {}).links([Anchored("mentions", alone.head, 1)])
    own = [known.all[c].thing in alone.things for c in links.candidates]
    assert links.words[own].tolist() == [NOWHERE]
    assert not any(known.all[c].thing is None for c in links.candidates)


def test_a_link_knows_which_part_its_draft_gives(long: Doc) -> None:
    sheet = make_sheet(long, {}, {})
    known = Candidates(long, sheet)
    signed = next(event for event in long._.events if event.type == "AGREE")
    links = Linker(long, sheet, known, {}).links([Anchored("events", signed.token, 1, signed)])
    drafted = links.features[:, FEATURES.index("drafted")]
    actors = {
        known.all[c].thing for c, part in zip(links.candidates, drafted, strict=True) if part == 1
    }
    assert set(signed.actors) <= actors
    assert PARTS["events"][0] == "actors"

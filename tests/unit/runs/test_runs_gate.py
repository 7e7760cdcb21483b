"""No span, no fact."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.nouns import Entity, Event, Mention, Reading, Report, Role, Statement
from dragoman.runs.gate import passed

TEXT = "Chad thanked Peru. İzmir hosted them."
REPORT = Report(id="r1", file="a.txt", text=TEXT, media_type="text/plain")


def at(start: int, end: int, quote: str | None = None) -> Mention:
    return Mention(report="r1", start=start, end=end, quote=quote or TEXT[start:end])


def reading(**layers) -> Reading:
    return Reading(report="r1", reader="r", version="1", **layers)


def test_what_stands_in_the_text_passes_unchanged():
    made = reading(
        entities=(Entity(id="e1", type="state", name="Chad", mentions=(at(0, 4),)),),
        events=(Event(id="v1", type="SUPPORT", actors=("e1",), mentions=(at(0, 17),)),),
    )
    assert passed(made, REPORT) == made


def test_a_quote_that_does_not_stand_there_is_quarantined_with_its_item():
    made = reading(
        entities=(
            Entity(id="e1", type="state", name="Chad", mentions=(at(0, 4), at(5, 9, "Peru"))),
            Entity(id="e2", type="state", name="Peru", mentions=(at(0, 4, "Peru"),)),
        ),
        roles=(Role(person="e2", title="x", mentions=(at(0, 4),)),),
        events=(
            Event(id="v1", type="AID", actors=("e1", "e2"), place="e2", mentions=(at(0, 17),)),
        ),
        statements=(Statement(id="s1", speaker="e2", mentions=(at(0, 17),)),),
    )
    kept = passed(made, REPORT)
    assert [entity.id for entity in kept.entities] == ["e1"]
    assert kept.entities[0].mentions == (at(0, 4),)
    assert kept.roles == ()
    assert (kept.events[0].actors, kept.events[0].place) == (("e1",), None)
    assert kept.statements[0].speaker is None
    assert [one.quote for one in kept.quarantined] == ["Peru", "Peru"]


def test_an_item_without_evidence_does_not_pass():
    kept = passed(reading(events=(Event(id="v1", type="AID"),)), REPORT)
    assert kept.events == ()
    assert kept.quarantined[0].reason == "no evidence was given"


@given(st.integers(-5, 50), st.integers(-5, 50), st.text(max_size=5))
def test_whatever_passes_stands_in_the_text(start, end, quote):
    mention = Mention(report="r1", start=start, end=end, quote=quote)
    made = reading(events=(Event(id="v1", type="AID", mentions=(mention, at(19, 24))),))
    for event in passed(made, REPORT).events:
        assert all(TEXT[m.start : m.end] == m.quote != "" for m in event.mentions)


def test_evidence_of_another_report_does_not_pass():
    stray = msgspec.structs.replace(at(0, 4), report="r2")
    assert (
        passed(reading(events=(Event(id="v1", type="AID", mentions=(stray,)),)), REPORT).events
        == ()
    )

"""Who acts on whom, by country."""

from bench.dyads import coded_dyads, told_dyads

from dragoman.record.nouns import Commitment, Entity, Event, Reading


def _coded(*codes):
    return [{"code": code} for code in codes]


def _reading():
    entities = (
        Entity(id="e0", type="state", name="Togo", country="TGO"),
        Entity(id="e1", type="person", name="Kofi Ayite", country="TGO"),
        Entity(id="e2", type="state", name="Ghana", country="GHA"),
        Entity(id="e3", type="organization", name="United Nations"),
    )
    return Reading(report="r", reader="x", version="1", entities=entities)


def test_a_coded_row_gives_a_dyad_for_each_source_and_target():
    row = {"source": _coded("TGO"), "target": _coded("GHA", "BEN")}
    assert coded_dyads(row, "ACCUSE") == {("TGO", "GHA"), ("TGO", "BEN")}


def test_those_who_act_together_have_no_direction():
    row = {"source": _coded("TGO", "GHA"), "target": ""}
    assert coded_dyads(row, "AGREE") == {("GHA", "TGO")}
    assert coded_dyads({"source": _coded("TGO"), "target": _coded("GHA")}, "AGREE") == {
        ("GHA", "TGO")
    }


def test_a_deed_done_to_nobody_named_stays_at_home():
    assert coded_dyads({"source": _coded("TGO")}, "RETREAT") == {("TGO", "TGO")}


def test_a_person_and_the_state_acted_for_are_one_side():
    event = Event(id="v0", type="REJECT", actors=("e1", "e0"), recipients=("e2",))
    assert told_dyads(_reading(), event, "REJECT") == {("TGO", "GHA")}


def test_what_belongs_to_no_state_has_a_code_of_its_own():
    bound = Commitment(id="c0", kind="pledged", subject="aid", by=("e3",), to=("e2",))
    assert told_dyads(_reading(), bound, "AGREE") == {("GHA", "IGO")}

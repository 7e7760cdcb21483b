"""Decisions made, refused, lost, shared: on a record read by the scripted reader."""

import json
from pathlib import Path

import msgspec
import pytest

from dragoman.record.decisions import Decision, decision_id
from dragoman.record.errors import (
    ClockSetBack,
    CorrectionInvalid,
    DecisionContradicts,
    DecisionError,
    DecisionNotFound,
    DecisionsInvalid,
    ItemGone,
    ItemNotFound,
    MergeUnfit,
    NeverMerged,
    ReportsForeign,
    SourceInvalid,
)
from dragoman.runs.opening import open_record
from dragoman.runs.reading import Order, Pick, read
from dragoman.runs.review import deciding, making, sharing
from dragoman.runs.review.queue import queue
from dragoman.store.decisions.keeping import load_decisions, save_decisions
from dragoman.store.decisions.linkage import load_effects
from dragoman.store.linked.loading import load_record
from dragoman.store.views.shown import shown

SIGNED = deciding.Signature(by="Ada", why="as agreed")


class Bench:
    """A record and what one does with it."""

    def __init__(self, scripted) -> None:
        self.scripted = scripted
        self.path: Path = scripted.record
        self.read()

    def read(self):
        order = Order(paths=(self.scripted.folder,), record=self.path, pick=Pick(reader="scripted"))
        return read(order)

    def record(self):
        with open_record(self.path).reading() as connection:
            return load_record(connection)

    def key(self, layer: str, **fields) -> str:
        (row,) = [
            r
            for r in getattr(self.record(), layer)
            if all(getattr(r, k) == v for k, v in fields.items())
        ]
        return row.id

    def do(self, build, *, dry_run=False):
        return deciding.decide(self.path, lambda c: [build(c)], SIGNED, dry_run=dry_run)

    def merge(self, *keys, **rest):
        return self.do(lambda c: making.merge(c, keys), **rest)

    def split(self, key, *off):
        return self.do(lambda c: making.split(c, key, off))

    def correct(self, key, **fields):
        return self.do(lambda c: making.correct(c, key, fields))

    def reject(self, key, follow_up=None):
        return self.do(lambda c: making.judge(c, "reject", key, follow_up))

    def add(self, noun, source, **fields):
        return self.do(lambda c: making.add(c, noun, source, fields))

    def undo(self, made):
        return self.do(lambda c: deciding.undoing(c, made.decisions[0].id))

    def kept(self) -> list[Decision]:
        with open_record(self.path).reading() as connection:
            return load_decisions(connection)


@pytest.fixture
def bench(scripted) -> Bench:
    return Bench(scripted)


@pytest.fixture
def two(bench) -> tuple[str, str]:
    """The ids of two persons."""
    return bench.key("entities", name="Bjørn Sæther"), bench.key("entities", name="Ama Owusu")


def test_a_merge_is_kept_and_an_undo_brings_back_the_record(bench):
    accra, council = (
        bench.key("entities", name="Fjord Wire"),
        bench.key("entities", name="Joint Fisheries Council"),
    )
    before = bench.record()
    made = bench.merge(accra, council)
    (decision,) = made.decisions
    assert (decision.by, decision.why, made.effects[0].state) == ("Ada", "as agreed", "applied")
    assert len(bench.record().entities) == len(before.entities) - 1
    bench.undo(made)
    assert bench.record() == before
    assert [d.kind for d in bench.kept()] == ["merge", "undo"]


def test_a_dry_run_tells_the_same_and_keeps_nothing(bench):
    keys = bench.key("entities", name="Fjord Wire"), bench.key("entities", name="foreign trawlers")
    before = bench.record()
    would = bench.merge(*keys, dry_run=True)
    assert would.effects[0].state == "applied"
    assert (bench.record(), bench.kept()) == (before, [])


def test_the_old_id_leads_to_the_new_and_show_says_so(bench):
    keys = bench.key("entities", name="Fjord Wire"), bench.key("entities", name="foreign trawlers")
    bench.merge(*keys)
    with open_record(bench.path).reading() as connection:
        pages = [shown(connection, key) for key in keys]
    assert pages[0].listing == pages[1].listing
    assert any("leads here" in line for page in pages for line in page.decided)


def test_a_correction_is_shown_beside_what_the_reader_said(bench):
    key = bench.key("events", type="ACCUSE")
    bench.correct(key, date="2025-06-30", place="Accra")
    with open_record(bench.path).reading() as connection:
        page = shown(connection, key)
    assert page.listing.rows[0].item.date == "2025-06-30"
    assert any("date corrected by Ada" in line and "nothing" in line for line in page.decided)


def test_reading_again_with_a_newer_reader_applies_decisions_again(bench):
    bench.correct(bench.key("events", type="ACCUSE"), date="2025-06-30")
    script = json.loads(bench.scripted.script.read_text(encoding="utf-8"))
    for event in script["events"]:
        event["trigger"] = "other"
    bench.scripted.script.write_text(json.dumps(script), encoding="utf-8")
    outcome = bench.read()
    assert (outcome.count("read"), outcome.lost) == (3, [])
    assert next(e.date for e in bench.record().events if e.type == "ACCUSE") == "2025-06-30"


def test_a_decision_whose_ground_is_gone_is_told_at_the_end_of_read(bench):
    made = bench.correct(bench.key("events", type="ACCUSE"), date="2025-06-30")
    script = json.loads(bench.scripted.script.read_text(encoding="utf-8"))
    script["events"] = [e for e in script["events"] if e["type"] != "ACCUSE"]
    bench.scripted.script.write_text(json.dumps(script), encoding="utf-8")
    (line,) = bench.read().lost
    assert made.decisions[0].id in line
    assert len(bench.kept()) == 1


def test_a_person_and_a_state_are_not_merged(bench, two):
    state = bench.key("entities", name="Norway")
    with pytest.raises(MergeUnfit, match=f"{two[0]}.*{state}.*correct"):
        bench.merge(two[0], state)
    with pytest.raises(MergeUnfit, match="cannot be one: entity and event"):
        bench.merge(two[0], bench.key("events", type="ACCUSE"))
    assert bench.kept() == []


def test_what_was_never_merged_is_not_split(bench):
    event = bench.key("events", type="ACCUSE")
    with pytest.raises(NeverMerged, match=f"{event}.*correct"):
        bench.split(event, "harbour_ledger.txt")
    with pytest.raises(NeverMerged, match=event):
        bench.split(event, "fjord_wire.txt")
    assert bench.kept() == []


def test_a_split_of_what_was_merged_by_decision_names_that_decision(bench):
    keys = bench.key("entities", name="Fjord Wire"), bench.key("entities", name="foreign trawlers")
    made = bench.merge(*keys)
    own = made.decisions[0].id
    with pytest.raises(DecisionContradicts, match=f"contradicts {own}.*dragoman undo {own}"):
        bench.split(keys[0], "harbour_ledger.txt")
    assert len(bench.kept()) == 1
    bench.undo(made)


def test_a_merge_of_what_was_set_apart_names_that_decision(bench):
    norway = bench.key("entities", name="Norway")
    made = bench.split(norway, "harbour_ledger.txt")
    (apart,) = {e.item for e in made.effects}
    with pytest.raises(DecisionContradicts, match=made.decisions[0].id):
        bench.merge(norway, apart)


def test_two_values_for_one_field_contradict(bench):
    key = bench.key("events", type="ACCUSE")
    made = bench.correct(key, date="2025-06-30")
    with pytest.raises(DecisionContradicts, match=f"{key} contradicts {made.decisions[0].id}"):
        bench.correct(key, date="2025-06-29")
    assert next(e.date for e in bench.record().events if e.id == key) == "2025-06-30"


def test_what_was_decided_on_is_not_rejected_before_that_is_undone(bench):
    key = bench.key("events", type="ACCUSE")
    made = bench.correct(key, date="2025-06-30")
    with pytest.raises(DecisionContradicts, match=made.decisions[0].id):
        bench.reject(key)
    bench.undo(made)
    bench.reject(key)


def test_an_id_that_was_rejected_says_how_to_bring_it_back(bench):
    key = bench.key("events", type="ACCUSE")
    made = bench.reject(key)
    with pytest.raises(ItemGone, match=f"{key} was rejected.*undo {made.decisions[0].id}"):
        bench.correct(key, date="2025-06-30")


def test_an_id_that_never_was_is_refused(bench):
    with pytest.raises(ItemNotFound, match="v00000"):
        bench.correct("v00000", date="2025-06-30")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"date": "last week"}, "no date"),
        ({"date": "2025-13"}, "no date"),
        ({"type": "PICNIC"}, "none of AGREE"),
        ({"colour": "red"}, "no field 'colour'"),
        ({"place": "Atlantis"}, "'Atlantis' is nobody"),
        ({"type": ""}, "cannot be without"),
        ({"mode": "hovering"}, "none of"),
        ({"hedge": "alleged"}, "already"),
    ],
)
def test_values_are_held_against_the_vocabulary(bench, fields, said):
    with pytest.raises(CorrectionInvalid, match=said):
        bench.correct(bench.key("events", type="ACCUSE"), **fields)
    assert bench.kept() == []


def test_an_addition_stands_on_its_quote(bench):
    made = bench.add(
        "event",
        ("harbour_ledger", "arrived in Tema"),
        type="COOPERATE",
        actors="Norway, Ghana",
        date="2025-06",
    )
    key = made.effects[0].item
    row = next(e for e in bench.record().events if e.id == key)
    assert (row.type, len(row.actors), row.mentions[0].quote) == ("COOPERATE", 2, "arrived in Tema")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (("nowhere", "arrived"), "nowhere"),
        (("harbour_ledger", "sank off Tema"), "is not in it"),
        (("harbour_ledger", "e"), "times in it"),
    ],
)
def test_an_addition_without_a_source_is_refused(bench, source, said):
    with pytest.raises(SourceInvalid, match=said):
        bench.add("event", source, type="AID")


def test_an_addition_without_its_fields_is_refused(bench):
    with pytest.raises(CorrectionInvalid, match="kind, subject"):
        bench.add("commitment", ("harbour_ledger", "arrived in Tema"))


def test_an_undo_of_nothing_is_refused(bench):
    with pytest.raises(DecisionNotFound, match="log"):
        bench.do(lambda c: deciding.undoing(c, "k123"))
    made = bench.reject(bench.key("events", type="ACCUSE"))
    bench.undo(made)
    with pytest.raises(DecisionNotFound, match="undone already"):
        bench.undo(made)


def test_nobody_cannot_decide(monkeypatch):
    monkeypatch.delenv("DRAGOMAN_BY", raising=False)
    monkeypatch.setattr(deciding, "_user", lambda: "")
    with pytest.raises(DecisionError, match="--by"):
        deciding.signature(None, None)


def test_a_clock_set_back_is_refused_and_the_last_decision_can_be_taken_back(bench):
    made = bench.reject(bench.key("events", type="ACCUSE"))
    (old,) = made.decisions
    ahead = msgspec.structs.replace(old, id="", at="2999-01-01T00:00:00.000000Z", why="ahead")
    ahead = msgspec.structs.replace(ahead, id=decision_id(ahead))
    with open_record(bench.path).writing() as connection:
        save_decisions(connection, [ahead])
    with pytest.raises(ClockSetBack, match=f"{ahead.id}.*undo {ahead.id}"):
        bench.reject(bench.key("events", type="AID"))
    bench.do(lambda c: deciding.undoing(c, ahead.id))
    bench.reject(bench.key("events", type="AID"))


def test_decisions_are_only_ever_added_to(bench):
    from sqlalchemy import exc

    bench.reject(bench.key("events", type="ACCUSE"))
    for statement in ("DELETE FROM decision", "UPDATE decision SET by = 'Eve'"):
        with (
            pytest.raises(exc.IntegrityError, match="only ever added"),
            open_record(bench.path).writing() as connection,
        ):
            connection.exec_driver_sql(statement)


def test_the_queue_leaves_out_what_was_decided_on(bench):
    script = json.loads(bench.scripted.script.read_text(encoding="utf-8"))
    for event in script["events"]:
        event["actors"] = []
    bench.scripted.script.write_text(json.dumps(script), encoding="utf-8")
    bench.read()
    with open_record(bench.path).reading() as connection:
        before = queue(connection)
    doubt = next(d for d in before if d.accept is not None)
    deciding.decide(bench.path, lambda _: [doubt.accept], SIGNED)
    with open_record(bench.path).reading() as connection:
        after = queue(connection)
    assert [d.item for d in after] == [d.item for d in before if d is not doubt]


@pytest.fixture
def shared(bench, tmp_path) -> Path:
    """A file with the decisions of a desk."""
    keys = bench.key("entities", name="Fjord Wire"), bench.key("entities", name="foreign trawlers")
    bench.merge(*keys)
    bench.correct(bench.key("events", type="ACCUSE"), date="2025-06-30")
    path = tmp_path / "decisions.jsonl"
    path.write_text(sharing.exported(bench.path), encoding="utf-8")
    return path


def take_in(record: Path, path: Path):
    head, decisions = sharing.load_file(path)
    return deciding.keep(record, lambda c: sharing.fitted(c, head, decisions))


def other_desk(bench, tmp_path, files) -> Path:
    record = tmp_path / "other.db"
    paths = tuple(bench.scripted.folder / name for name in files)
    read(Order(paths=paths, record=record, pick=Pick(reader="scripted")))
    return record


def test_two_desks_share_decisions(bench, shared, tmp_path):
    files = [p.name for p in sorted(bench.scripted.folder.iterdir(), reverse=True)]
    record = other_desk(bench, tmp_path, files)
    assert len(take_in(record, shared).decisions) == 2
    assert len(take_in(record, shared).decisions) == 0
    with open_record(record).reading() as connection:
        assert load_record(connection) == bench.record()
        assert load_effects(connection)


def test_decisions_on_other_reports_are_refused_with_what_is_missing(bench, shared, tmp_path):
    record = other_desk(bench, tmp_path, ["fjord_wire.txt"])
    with pytest.raises(ReportsForeign, match=r"coast_mirror|harbour_ledger") as refused:
        take_in(record, shared)
    assert bench.kept()[0].id in str(refused.value)
    with open_record(record).reading() as connection:
        assert load_decisions(connection) == []


def test_an_import_that_contradicts_is_refused_and_nothing_is_taken_in(bench, shared, tmp_path):
    files = [p.name for p in bench.scripted.folder.iterdir()]
    record = other_desk(bench, tmp_path, files)
    other = Bench.__new__(Bench)
    other.scripted, other.path = bench.scripted, record
    made = other.correct(other.key("events", type="ACCUSE"), date="2025-06-29")
    with pytest.raises(DecisionContradicts, match=made.decisions[0].id):
        take_in(record, shared)
    assert len(other.kept()) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: "nonsense\n" + t, "line 1"),
        (lambda t: t.replace("2025-06-30", "2025-06-29"), "changed after it was made"),
        (lambda t: t.replace("dragoman-decisions", "shopping-list"), "form"),
        (lambda t: t + "{}\n", "line 4"),
        (lambda _: "", "is empty"),
        (lambda t: t.replace('"version":1', '"version":9', 1), "install the newer version"),
        (lambda t: "[" * 100_000 + t, "line 1"),
    ],
)
def test_a_file_of_decisions_that_is_none_is_refused(shared, change, said):
    shared.write_text(change(shared.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(DecisionsInvalid, match=said):
        sharing.load_file(shared)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(DecisionsInvalid, match="cannot be read"):
        sharing.load_file(tmp_path / "none.jsonl")


def test_a_file_far_too_large_is_refused_unread(tmp_path):
    file = tmp_path / "video.mkv"
    with file.open("wb") as stream:
        stream.truncate(sharing.LARGEST + 1)
    with pytest.raises(DecisionsInvalid, match="256 at most"):
        sharing.load_file(file)

"""Read in any order, at once or one by one, decided on whenever: one record, ids included."""

import os
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.record.decisions import Decision, Effect
from dragoman.record.nouns import Record
from dragoman.runs.opening import open_record
from dragoman.runs.reading import Order, Pick, read
from dragoman.runs.review import deciding, making
from dragoman.store.database import create
from dragoman.store.decisions.keeping import load_decisions, save_decisions
from dragoman.store.decisions.linkage import load_effects
from dragoman.store.linked.loading import load_record

SIGNED = deciding.Signature(by="Ada")


def take(record: Path, folder: Path, names: list[str]) -> None:
    paths = tuple(folder / name for name in names)
    if paths:
        read(Order(paths=paths, record=record, pick=Pick(reader="scripted")))


def state(record: Path) -> tuple[Record, list[Effect]]:
    with open_record(record).reading() as connection:
        return load_record(connection), load_effects(connection)


def decided(record: Path) -> list[Decision]:
    """Merge two, set one apart, correct and reject; return what was decided."""
    rows = state(record)[0]
    named = {e.name: e.id for e in rows.entities}
    accuse = next(e.id for e in rows.events if e.type == "ACCUSE")
    pledge = next(c.id for c in rows.commitments if c.kind == "pledged")
    asks = (
        lambda c: making.merge(c, [named["Fjord Wire"], named["foreign trawlers"]]),
        lambda c: making.split(c, named["Bjørn Sæther"], ["harbour_ledger.txt"]),
        lambda c: making.correct(c, accuse, {"date": "2025-06-30"}),
        lambda c: making.judge(c, "reject", pledge, None),
    )
    for ask in asks:
        deciding.decide(record, lambda c, ask=ask: [ask(c)], SIGNED)
    with open_record(record).reading() as connection:
        return load_decisions(connection)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    order=st.permutations(("fjord_wire.txt", "coast_mirror.txt", "harbour_ledger.txt")),
    cuts=st.sets(st.integers(1, 2)),
    when=st.integers(0, 2),
)
def test_orders_splits_and_moments_of_deciding_change_nothing(scripted, order, cuts, when):
    known = Path(os.environ["DRAGOMAN_SCRIPT"]).with_name("known.db")
    if not known.exists():
        take(known, scripted.folder, sorted(order))
        decided(known)
    expected = state(known)
    with open_record(known).reading() as connection:
        decisions = load_decisions(connection)
    with TemporaryDirectory() as place:
        record = Path(place) / "other.db"
        edges = [0, *sorted(cuts), 3]
        goes = [list(order[a:b]) for a, b in pairwise(edges)]
        for number, names in enumerate(goes):
            if number == min(when, len(goes) - 1):
                # Before the reports it stands on are read, a decision is lost; then it is not.
                with create(record).writing() as connection:
                    save_decisions(connection, decisions)
            take(record, scripted.folder, names)
        assert state(record) == expected

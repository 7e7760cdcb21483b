"""A record that grew step by step is the record of all at once, row by row."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from test_decisions import decided

from dragoman.record.decisions import Decision, decision_id
from dragoman.record.nouns import Report
from dragoman.runs.linking import link_if_needed, link_within
from dragoman.runs.outcome import Unwatched
from dragoman.store import tables
from dragoman.store.database import Database, create
from dragoman.store.decisions.keeping import save_decisions
from dragoman.store.decisions.linkage import load_effects, load_reasons
from dragoman.store.decisions.tables import redirect
from dragoman.store.linked.loading import load_record
from dragoman.store.linked_tables import LINKED_TABLES, item_digest
from dragoman.store.readings import save_reading
from dragoman.store.reports import save_report

# Without shrinking: every example links many times over.
RELAXED = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
TEXT = "The salmon pact of Oslo and Lima was signed by forty boats in Santiago. " * 50


def take_in(database: Database, facts, reading) -> None:
    report = Report(
        id=facts.id,
        file=f"{facts.id}.txt",
        text=TEXT,
        media_type="text/plain",
        published=facts.published,
        outlet=facts.id,
    )
    with database.writing() as connection:
        save_report(connection, report, b"")
        save_reading(connection, reading)


def link(database: Database) -> None:
    link_if_needed(database, Unwatched())


def link_and_break_off(database: Database) -> None:
    with database.writing() as connection:
        link_within(connection)
        raise KeyboardInterrupt


def everything(database: Database):
    """Return the record and all that linking wrote beside it, without the numbers of rows."""
    with database.reading() as connection:
        rows = [
            (table.name, sorted(map(repr, connection.execute(select(*columns)))))
            for table in (*LINKED_TABLES, redirect)
            if (columns := [c for c in table.c if c.name != "id" or table is not tables.evidence])
        ]
        linkage = load_effects(connection), load_reasons(connection)
        return load_record(connection), linkage, rows


def at_once(place: str, made, decisions) -> Database:
    database = create(Path(place) / "whole.db")
    for facts, reading in made:
        take_in(database, facts, reading)
    with database.writing() as connection:
        save_decisions(connection, decisions)
    link(database)
    return database


@RELAXED
@given(decided(), st.randoms(use_true_random=False), st.booleans())
def test_reports_and_decisions_one_by_one_in_any_order(drawn, rnd, undone) -> None:
    made, decisions = drawn
    if undone and decisions:
        own = Decision(id="", kind="undo", noun=None, by="Ada", at="2027", undoes=decisions[0].id)
        decisions = [*decisions, Decision(**(fields(own) | {"id": decision_id(own)}))]
    later = iter(decisions)
    steps = [*((take_in, one) for one in made), *((None, None) for _ in decisions)]
    rnd.shuffle(steps)
    with TemporaryDirectory() as place:
        grown = create(Path(place) / "grown.db")
        for take, one in steps:
            if take is not None:
                take(grown, *one)
            else:
                # Decisions come in the order in which they were made.
                with grown.writing() as connection:
                    save_decisions(connection, [next(later)])
            # Without linking: a run that was broken off before it.
            if rnd.random() < 0.7:
                link(grown)
        link(grown)
        assert everything(grown) == everything(at_once(place, made, decisions))


def fields(one: Decision) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__struct_fields__}


@RELAXED
@given(decided(), st.integers(0, 5))
def test_a_run_broken_off_in_the_middle_is_made_good_by_the_next(drawn, at) -> None:
    made, decisions = drawn
    at = min(at, len(made) - 1)
    with TemporaryDirectory() as place:
        grown = create(Path(place) / "grown.db")
        for number, one in enumerate(made):
            take_in(grown, *one)
            if number == at:
                with pytest.raises(KeyboardInterrupt):
                    link_and_break_off(grown)
            else:
                link(grown)
        with grown.writing() as connection:
            save_decisions(connection, decisions)
        link(grown)
        assert everything(grown) == everything(at_once(place, made, decisions))


@RELAXED
@given(decided(), st.sampled_from(("no digest", "wrong digest", "item without", "half an item")))
def test_a_damaged_digest_is_not_trusted(drawn, damage) -> None:
    made, decisions = drawn
    with TemporaryDirectory() as place:
        grown = create(Path(place) / "grown.db")
        for one in made:
            take_in(grown, *one)
        link(grown)
        with grown.writing() as connection:
            table = item_digest
            if damage == "no digest":
                connection.execute(table.delete())
            elif damage == "wrong digest":
                connection.execute(table.update().values(digest=b"x"))
            elif damage == "item without":
                connection.execute(table.insert().values(item="e-none", digest=b"x"))
            else:
                first = select(table.c.item).limit(1).scalar_subquery()
                connection.execute(table.delete().where(table.c.item == first))
            save_decisions(connection, decisions)
            connection.execute(tables.linked.update().values(digest="another"))
        link(grown)
        assert everything(grown) == everything(at_once(place, made, decisions))

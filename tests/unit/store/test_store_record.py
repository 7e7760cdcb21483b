"""The linked record in and out of its tables."""

import msgspec
import pytest
from sqlalchemy.exc import IntegrityError

from dragoman.record.nouns import Event, Record
from dragoman.store.linked.loading import load_events, load_record
from dragoman.store.linked.saving import replace_record


def by_id(record: Record) -> dict[str, list[bytes]]:
    nouns = msgspec.structs.asdict(record)
    return {noun: sorted(msgspec.json.encode(one) for one in nouns[noun]) for noun in nouns}


def test_the_record_comes_back_as_it_was_kept(filled, coverage):
    with filled.reading() as connection:
        assert by_id(load_record(connection)) == by_id(coverage.record)


def test_a_new_record_takes_the_place_of_the_old_one_whole(filled):
    with filled.writing() as connection:
        replace_record(connection, Record(), "nothing")
    with filled.reading() as connection:
        assert load_record(connection) == Record()


def test_a_record_that_does_not_hold_together_changes_nothing(filled, coverage):
    stray = Event(id="v-x", type="AGREE", actors=("nobody",))
    with pytest.raises(IntegrityError), filled.writing() as connection:
        replace_record(connection, Record(events=(stray,)), "stray")
    with filled.reading() as connection:
        assert by_id(load_record(connection)) == by_id(coverage.record)


def test_items_are_loaded_by_id_alone(filled):
    with filled.reading() as connection:
        assert [event.id for event in load_events(connection, ["v-visit", "none"])] == ["v-visit"]

"""The reader as a whole."""

import pytest

from dragoman.readers.english import reader
from dragoman.readers.english.lexicon import CONFIG
from dragoman.readers.english.version import version
from dragoman.record.errors import PipelineNotFound
from dragoman.record.nouns import Block, Report

TEXT = (
    "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Entebbe on Monday. "
    "They agreed to build a 40 km railway by 2027, Ruto said."
)


def report(text=TEXT, **fields):
    return Report(
        id="r1",
        file="a.txt",
        text=text,
        media_type="text/plain",
        published="2024-05-16",
        blocks=(Block(start=0, end=len(text), kind="paragraph"),) if text else (),
        **fields,
    )


@pytest.fixture(scope="module")
def english():
    return reader()


def all_mentions(reading):
    for layer in ("entities", "roles", "events", "commitments", "statements", "figures"):
        for row in getattr(reading, layer):
            yield from row.mentions


def test_every_layer_is_read_and_every_quote_is_verbatim(english):
    (reading,) = english.read([report()])
    assert {e.name for e in reading.entities} >= {"William Ruto", "Yoweri Museveni", "Entebbe"}
    assert any(e.type == "CONSULT" and e.date == "2024-05-13" for e in reading.events)
    assert any(c.kind == "agreed" and c.target.due == "2027" for c in reading.commitments)
    assert reading.statements
    assert any((f.value, f.unit) == (40.0, "km") for f in reading.figures) or reading.commitments
    for mention in all_mentions(reading):
        assert TEXT[mention.start : mention.end] == mention.quote


def test_reading_twice_gives_the_same(english):
    assert list(english.read([report()])) == list(english.read([report()]))


@pytest.mark.parametrize(
    "text",
    ["", "…", "الرئيس", "a" * 5000, "Kenya " * 3000, "\u202e<script>"],
    ids=["empty", "dots", "arabic", "one word", "one name", "script"],
)
def test_odd_texts_are_read_without_a_fuss(english, text):
    (reading,) = english.read([report(text)])
    assert reading.report == "r1"


def test_a_pipeline_that_is_not_installed_is_named(english):
    with pytest.raises(PipelineNotFound, match="no_such_pipeline"):
        list(reader("no_such_pipeline").read([report()]))


def test_the_version_tells_pipelines_and_own_word_lists_apart(tmp_path, monkeypatch):
    plain = version()
    assert version("other") != plain
    (tmp_path / "english").mkdir()
    (tmp_path / "english" / "cities.tsv").write_text("name\tcountry\nNovgrad\tUKR\n", "utf-8")
    monkeypatch.setenv(CONFIG, str(tmp_path))
    assert version() != plain

"""The joint model settles a report's drafts without losing a word of its quotes."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.documents.reports import read_report
from dragoman.readers.english.document import make_doc
from dragoman.readers.english.joint.anchors import Anchors
from dragoman.readers.english.joint.items import labels
from dragoman.readers.english.joint.labels import COMMITMENTS
from dragoman.readers.english.joint.networks import LONGEST, open_networks
from dragoman.readers.english.reading import FRAMES, build
from dragoman.record.errors import WeightsInvalid
from dragoman.record.nouns import Report
from dragoman.runs.sample import SAMPLE

STORY = (
    "Namibia and Peru signed a fisheries agreement in Lima on Tuesday.\n"
    "Foreign Minister Rosa Quispe said Peru would train 40 Namibian inspectors by June 2025.\n"
    "Namibia has recalled its ambassador from Quito over the seizure of a trawler.\n"
)


Settle = Callable[[str], Doc]


@pytest.fixture(scope="module")
def whole() -> Language:
    return build()


@pytest.fixture(scope="module")
def settled(whole: Language, written: Callable[..., Report]) -> Settle:
    return lambda text: whole(make_doc(whole, written(text)))


def test_what_is_told_is_kept_with_its_parties(settled: Settle) -> None:
    doc = settled(STORY)
    first = doc._.events[0]
    assert first.type == "AGREE"
    assert {"NAM", "PER"} <= {doc._.things[i].country for i in (*first.actors, *first.recipients)}
    assert first.date == "2024-05-14"
    assert any(bound.amount == 40 for bound in doc._.commitments)


@pytest.mark.parametrize("file", sorted((SAMPLE / "reports").glob("*.*")), ids=lambda p: p.name)
def test_every_draft_stands_on_one_line_of_the_text(whole: Language, file: Path) -> None:
    if file.suffix not in (".md", ".txt", ".html"):
        pytest.skip("no report")
    report = read_report(file).report
    doc = whole(make_doc(whole, report))
    things = range(len(doc._.things))
    for draft in (*doc._.events, *doc._.commitments):
        quote = report.text[draft.start : draft.end]
        assert quote
        assert quote == quote.strip()
    for event in doc._.events:
        assert set(event.actors) | set(event.recipients) <= set(things)
        assert not set(event.actors) & set(event.recipients)
    for bound in doc._.commitments:
        assert not set(bound.by) & set(bound.to)


@pytest.mark.parametrize("text", ["", "Namibia.", "…\n\n—\n"])
def test_a_report_that_tells_nothing_yields_nothing(settled: Settle, text: str) -> None:
    doc = settled(text)
    assert not doc._.events
    assert not doc._.commitments


def test_a_report_longer_than_a_window_is_read_to_its_end(settled: Settle) -> None:
    doc = settled(STORY * (LONGEST // 15))
    assert len(doc) > 2 * LONGEST
    assert max(event.start for event in doc._.events) > len(doc._.report.text) * 0.9


def test_the_same_report_is_read_alike_whatever_is_read_beside_it(
    whole: Language, settled: Settle, written: Callable[..., Report]
) -> None:
    alone = settled(STORY)
    beside = [make_doc(whole, written(text)) for text in ("Chad met Peru.", STORY, "")]
    among = list(whole.pipe(beside, batch_size=3))[1]
    assert alone._.events == among._.events
    assert alone._.commitments == among._.commitments


def test_frames_read_alone_where_they_are_asked_to(written: Callable[..., Report]) -> None:
    frames = build(components=FRAMES)
    doc = frames(make_doc(frames, written(STORY)))
    assert any(event.type == "AGREE" for event in doc._.events)


def test_an_anchor_is_the_word_nearest_to_the_root(settled: Settle) -> None:
    doc = settled(STORY)
    anchor = Anchors(doc).of(0, STORY.index("."))
    assert anchor is not None
    assert doc[anchor].lower_ == "signed"
    assert Anchors(doc).of(len(STORY) - 2, len(STORY) - 1) is None


def test_damaged_weights_are_named(tmp_path: Path) -> None:
    (tmp_path / "reader.onnx").write_text(json.dumps("no network"))
    with pytest.raises(WeightsInvalid, match="joint model"):
        open_networks(tmp_path, 1)


def test_a_kind_beside_likely_ones_wins_over_one_that_stands_alone() -> None:
    odds = np.zeros((1, len(COMMITMENTS)), np.float32)
    for kind, likely in (("expected", 0.35), ("planned", 0.2), ("pledged", 0.25), ("agreed", 0.2)):
        odds[0, COMMITMENTS.index(kind)] = likely
    assert COMMITMENTS[int(labels("commitments", odds)[0])] == "pledged"
    assert int(labels("events", odds)[0]) == COMMITMENTS.index("expected")

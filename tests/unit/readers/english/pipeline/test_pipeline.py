from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.pipeline import load
from dragoman.readers.english.pipeline.networks import open_networks
from dragoman.readers.english.pipeline.sentences import MAX_SENTENCE, sentence_starts
from dragoman.record.errors import PipelineNotFound, WeightsInvalid

TEXT = """Kenya and Ethiopia to reopen border office

Kenyan Foreign Minister Wanjiru Abdi met Prime Minister Tesfaye Lemma in Addis Ababa on Tuesday. \
They signed an agreement on power lines. “We will not wait,” she said.
"""


@cache
def pipeline() -> Language:
    return load(threads=1)


def layers(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (word.text, word.tag_, str(word.morph), word.lemma_, word.dep_, word.head.i, word.ent_type_)
        for word in doc
    ]


def test_sentences_end_at_full_stops_and_at_line_breaks() -> None:
    starts = [sentence.text.split()[0] for sentence in pipeline()(TEXT).sents]
    assert starts == ["Kenya", "Kenyan", "They", "“"] or starts == [
        "Kenya",
        "Kenyan",
        "They",
        "“We",
    ]


def test_blocks_marked_before_hold_and_line_breaks_inside_them_do_not() -> None:
    text = "Kenya and Ethiopia signed\nan agreement. They will reopen\nthe office.\nPower lines"
    doc = pipeline().make_doc(text)
    doc.user_data["blocks"] = True
    for word in doc:
        word.is_sent_start = word.text == "Power"
    starts = [sentence[0].text for sentence in pipeline()(doc).sents]
    assert starts == ["Kenya", "They", "Power"]


def test_tags_trees_and_lemmas_are_universal_dependencies() -> None:
    signed = next(word for word in pipeline()(TEXT) if word.text == "signed")
    assert (signed.pos_, signed.tag_, signed.lemma_, signed.dep_) == ("VERB", "VBD", "sign", "ROOT")
    assert signed.morph.get("Tense") == ["Past"]
    children = {child.dep_: child.text for child in signed.children}
    assert children["nsubj"] == "They"
    assert children["obj"] == "agreement"


def test_names_of_other_continents_are_found() -> None:
    names = {(name.text, name.label_) for name in pipeline()(TEXT).ents}
    assert {("Kenya", "LOC"), ("Ethiopia", "LOC"), ("Wanjiru Abdi", "PER")} <= names


def test_the_same_text_gives_the_same_layers() -> None:
    assert layers(pipeline()(TEXT)) == layers(load(threads=1)(TEXT))


def test_a_text_is_read_alike_alone_and_in_a_stream() -> None:
    alone = layers(pipeline()(TEXT))
    assert [layers(doc) for doc in pipeline().pipe(["Another text.", TEXT])][1] == alone


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\t", "\n\n word", "\u2028", "\u200b", "."])
def test_texts_with_hardly_a_word(text: str) -> None:
    assert pipeline()(text).text == text


@pytest.mark.parametrize(
    "text",
    ["talks " * 900, "a" * 20_000, "( [ " * 300, "1, " * 300, "ﷺ 😀 \u0300 " * 99],
    ids=["one word", "one letter", "brackets", "numbers", "signs"],
)
def test_texts_without_sentence_ends(text: str) -> None:
    doc = pipeline()(text)
    assert doc.text == text
    for sentence in doc.sents:
        assert sum(not word.is_space for word in sentence) <= MAX_SENTENCE
        assert sum(word.head.i == word.i for word in sentence) == 1


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@settings(deadline=None, max_examples=60)
def test_every_word_stands_where_it_says(text: str) -> None:
    doc = pipeline()(text)
    assert doc.text == text
    for word in doc:
        assert text[word.idx : word.idx + len(word)] == word.text
        assert word.dep_
        assert word.lemma_
        assert word.sent.start <= word.head.i < word.sent.end
    for name in doc.ents:
        assert text[name.start_char : name.end_char] == name.text


def test_an_unknown_pipeline_is_named_in_one_line() -> None:
    with pytest.raises(PipelineNotFound, match="'no_such_pipeline'") as raised:
        load("no_such_pipeline")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("content", [None, b"", b"not a network"])
def test_missing_or_damaged_weights(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "encoder.onnx").write_bytes(content)
    with pytest.raises(WeightsInvalid, match="install dragoman again"):
        open_networks(tmp_path, 1)


def test_a_sentence_without_end_is_cut_where_a_start_is_likeliest() -> None:
    logits = np.full(MAX_SENTENCE + 50, -9, np.float32)
    logits[150] = -1
    assert sentence_starts(logits) == [0, 150]

"""The component sets the times of a whole Doc, with or without a parse."""

from collections.abc import Callable

import spacy
from spacy.tokens import Doc

from dragoman.readers.english.document import register
from dragoman.readers.english.times.component import dragoman_times, tense_of


def bare(text: str, published: str | None) -> Doc:
    register()
    doc = spacy.blank("en").make_doc(text)
    doc._.published = published
    dragoman_times(doc)
    return doc


def test_times_are_counted_from_the_reports_date() -> None:
    doc = bare("The envoy left on Monday.", "2024-10-16")
    assert [t.date for t in doc._.times] == ["2024-10-14"]


def test_without_a_full_date_of_the_report_times_wait_for_its_day() -> None:
    assert [t.date for t in bare("The envoy left on Monday.", "2024")._.times] == ["W1-6"]
    assert [t.date for t in bare("The envoy left on Monday.", None)._.times] == ["W1-6"]


def test_what_the_reports_month_or_year_fixes_needs_no_day() -> None:
    assert [t.date for t in bare("It fell last year.", "2024-05")._.times] == ["2023"]
    assert [t.date for t in bare("It fell in March.", "2024-05")._.times] == ["2024-03"]


def test_the_component_is_found_by_its_name() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("dragoman_times")
    assert [t.value for t in nlp("The pact of 2018.")._.times] == ["2018"]


def test_a_doc_without_a_parse_gives_no_tense() -> None:
    assert tense_of(spacy.blank("en").make_doc("He left on Monday.")) is None


def test_a_present_verb_tells_a_day_to_come(read: Callable[..., Doc]) -> None:
    doc = read("Talks between the delegations of both states resume this time on Monday.")
    tense = tense_of(doc)
    assert tense is not None
    start = doc.text.index("Monday")
    assert tense(start, start + len("Monday")) == "future"

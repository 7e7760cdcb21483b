"""Fingerprints: the same words give the same hashes, whatever stands around them."""

from dragoman.documents.fingerprint import shingles
from dragoman.documents.reports import report_from_bytes

BODY = "Peru and Chile have agreed to connect their power grids by 2029, both governments said."


def of(text):
    return shingles(report_from_bytes(text.encode(), "a.txt"))


def test_furniture_case_and_diacritics_do_not_count():
    plain = of(BODY)
    assert of(f"{BODY}\n\nRead more: Bolivia wants to join\nShare this article\n") == plain
    assert of(BODY.upper().replace("CHILE", "ÇHÍLE")) == plain


def test_a_copy_shares_most_and_another_text_nothing():
    copy = of(BODY + " The accord was signed in Lima.")
    assert len(copy & of(BODY)) / len(of(BODY)) == 1.0
    assert not of("Ghana and Togo opened a road on Tuesday in the presence of both kings.") & copy


def test_the_hashes_are_the_same_in_every_process():
    assert of("one two three four") == frozenset({5080767862552423026})
    assert len(of("one two")) == 1

"""The reports as BibTeX, read back by bibtexparser, and as RIS, read back by rispy."""

import bibtexparser
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.exporters.bibtex import escaped
from dragoman.record.nouns import Record, Report
from exporting import written
from hostile import TEXTS, hostile


def as_bibtex(reports) -> dict:
    text = written("bibtex", Record(), list(reports), None)[""].decode()
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    return {entry.key: entry.fields_dict for entry in library.entries}


def as_ris(reports) -> list[dict]:
    return rispy.loads(written("ris", Record(), list(reports), None)[""].decode())


def test_bibtex_has_an_entry_for_every_report(coverage):
    found = as_bibtex(coverage.reports.values())
    entry = found[coverage.reports["harbour_ledger"].id]
    assert entry["title"].value == "{Norway to pay for Ghana's patrol boats}"
    assert entry["howpublished"].value == "Harbour Ledger"
    assert (entry["year"].value, entry["month"].value) == ("2025", "7")
    assert r"harbour\_ledger.txt" in entry["note"].value


def test_ris_has_an_entry_for_every_report(coverage):
    found = {entry["id"]: entry for entry in as_ris(coverage.reports.values())}
    entry = found[coverage.reports["harbour_ledger"].id]
    assert entry["type_of_reference"] == "NEWS"
    assert entry["title"] == "Norway to pay for Ghana's patrol boats"
    assert entry["secondary_title"] == "Harbour Ledger"
    assert (entry["year"], entry["date"]) == ("2025", "2025/07/01/")


@pytest.mark.parametrize(
    ("published", "ris"), [("2025", "2025///"), ("2025-03", "2025/03//"), ("once", None)]
)
def test_a_date_is_as_precise_as_it_is_known(coverage, published, ris):
    (entry,) = as_ris([replace(coverage.reports["fjord_wire"], published=published)])
    assert entry.get("date") == ris
    assert as_bibtex([replace(coverage.reports["fjord_wire"], published=published)])


def test_an_address_of_the_web_is_kept_and_no_other(coverage):
    report = coverage.reports["fjord_wire"]
    good = replace(report, url="https://fjord.example/a_b?c=1&d=%20#e")
    (bibtex,) = as_bibtex([good]).values()
    assert bibtex["url"].value == good.url
    assert as_ris([good])[0]["urls"] == [good.url]
    for bad in ("javascript:alert(1)", "https://x.example/}{", "file:///etc/passwd"):
        (bibtex,) = as_bibtex([replace(report, url=bad)]).values()
        assert "url" not in bibtex
        assert "urls" not in as_ris([replace(report, url=bad)])[0]


def test_no_hostile_text_makes_an_entry_of_its_own(coverage):
    reports = [
        replace(hostile(report), id=f"r{number}-{place}", title=text)
        for place, report in enumerate(coverage.reports.values())
        for number, text in enumerate(TEXTS)
    ]
    ids = {report.id for report in reports}
    assert set(as_bibtex(reports)) == ids
    assert {entry["id"] for entry in as_ris(reports)} == ids


@given(st.text(alphabet=st.characters(codec="ascii", exclude_categories=("Cc",))))
def test_a_title_of_any_signs_keeps_to_its_field(title):
    kept = " ".join(title.split())
    report = Report(id="r1", file="f", text="t", media_type="text/plain", title=kept or "none")
    text = written("bibtex", Record(), [report], None)[""].decode()
    (entry,) = bibtexparser.parse_string(text).entries
    assert entry["title"] == f"{{{escaped(kept or 'none')}}}"

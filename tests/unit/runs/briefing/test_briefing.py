"""Briefs on two pages, read back by what opens them."""

import io
import re
import zipfile

import msgspec
import pypdfium2
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from dragoman.record.errors import QueryInvalid
from dragoman.runs.briefing import FORMATS, format_of, written
from dragoman.store.linked.saving import replace_record
from dragoman.store.views.brief.notes import shortened
from dragoman.store.views.brief.paper import Paper, paper
from dragoman.store.views.filters import Filters

HOSTILE = '<script>alert(1)</script> #evil[*x*] $y$ @a `c` [l](javascript:alert(1)) \x07\u202e&"\\'


def made(database) -> Paper:
    with database.reading() as connection:
        return paper(connection, Filters(between=("GHA", "NOR")))


def hostile(database, coverage) -> Paper:
    """Return the paper of a record whose words try to be markup."""
    commitments = tuple(
        msgspec.structs.replace(one, subject=HOSTILE) for one in coverage.record.commitments
    )
    with database.writing() as connection:
        replace_record(
            connection, msgspec.structs.replace(coverage.record, commitments=commitments), "by hand"
        )
    return made(database)


def test_every_sentence_has_footnotes_and_every_footnote_its_quote(filled, coverage):
    found = made(filled)
    by_number = {note.number: note for note in found.notes}
    sentences = [one for part in found.parts for one in part.sentences]
    assert sentences
    assert all(one.notes and set(one.notes) <= set(by_number) for one in sentences)
    texts = " ".join(" ".join(one.text.split()) for one in coverage.reports.values())
    assert all(note.quote.removesuffix(" …") in texts for note in found.notes)
    numbers = [number for one in sentences for number in one.notes]
    assert list(dict.fromkeys(numbers)) == sorted(by_number)


def test_the_parts_are_told_in_their_order(filled):
    headings = [part.heading for part in made(filled).parts]
    order = ["What happened", "What is bound", "What moved", "What is disputed", "What to watch"]
    assert headings == [one for one in order if one in headings]
    assert {"What happened", "What moved", "What is disputed"} <= set(headings)


def test_both_sides_of_a_dispute_are_told_with_their_outlets(filled):
    (part,) = [part for part in made(filled).parts if part.heading == "What is disputed"]
    (sentence,) = part.sentences
    assert "40 million kroner (Fjord Wire)" in sentence.text
    assert "45 million kroner (Harbour Ledger)" in sentence.text
    assert len(sentence.notes) == 2


def test_what_does_not_fit_is_counted_with_the_command_that_lists_it(filled, coverage):
    boats = coverage.record.commitments[0]
    many = tuple(
        msgspec.structs.replace(
            boats, id=f"c-{n:03}", follow_ups=(), status="open", subject="x" * n
        )
        for n in range(150)
    )
    with filled.writing() as connection:
        record = msgspec.structs.replace(coverage.record, commitments=many, disagreements=())
        replace_record(connection, record, "by hand")
    found = made(filled)
    (part,) = [part for part in found.parts if part.heading == "What is bound"]
    assert part.left == 150 - len(part.sentences)
    assert part.command == "dragoman commitments --between GHA NOR"
    with pypdfium2.PdfDocument(written(found, "pdf")) as pdf:
        assert len(pdf) == 2


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_paper_gives_the_same_bytes(filled, form):
    assert written(made(filled), form) == written(made(filled), form)


def test_pdf_holds_the_sentences_and_the_footnotes(filled):
    found = made(filled)
    with pypdfium2.PdfDocument(written(found, "pdf")) as pdf:
        assert len(pdf) <= 2
        text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    # A hyphen may stand where a line was broken.
    assert "Norway to Ghana" in text
    assert all(note.citation in text for note in found.notes)


def test_word_has_real_footnotes(filled):
    found = made(filled)
    with zipfile.ZipFile(io.BytesIO(written(found, "docx"))) as archive:
        feet = etree.fromstring(archive.read("word/footnotes.xml"))
        body = etree.fromstring(archive.read("word/document.xml"))
    space = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    name = f"{{{space['w']}}}id"
    marks = [one.get(name) for one in body.iterfind(".//w:footnoteReference", space)]
    notes = {one.get(name): "".join(one.itertext()) for one in feet.iterfind("w:footnote", space)}
    assert marks
    assert set(marks) | {"-1", "0"} == set(notes)
    assert any("Fjord Wire, 4 March 2025" in words for words in notes.values())


def test_html_links_each_mark_to_its_note(filled):
    page = html.fromstring(written(made(filled), "html"))
    links = {link.get("href") for link in page.iterfind(".//sup/a")}
    notes = {f"#{note.get('id')}" for note in page.iterfind(".//ol/li")}
    assert links == notes != set()


def test_markdown_defines_each_footnote_it_uses(filled):
    text = written(made(filled), "md").decode()
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(
        re.findall(r"^\[\^(\d+)\]:", text, re.M)
    )


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_words_stay_words(filled, coverage, form):
    found = hostile(filled, coverage)
    assert "\u202e" not in "".join(one.text for part in found.parts for one in part.sentences)
    data = written(found, form)
    if form == "html":
        page = html.fromstring(data)
        assert page.find(".//script") is None
        assert "<script>alert(1)</script>" in page.text_content()
        assert not [a for a in page.iterfind(".//a") if a.get("href").startswith("javascript")]
    elif form == "md":
        shown = html.fromstring(MarkdownIt().render(data.decode()))
        assert shown.find(".//script") is None
        assert shown.find(".//a") is None
        assert "<script>alert(1)</script>" in shown.text_content()
    elif form == "pdf":
        with pypdfium2.PdfDocument(data) as pdf:
            text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
        assert "#evil[*x*]" in text
    else:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = etree.fromstring(archive.read("word/document.xml"))
        assert "<script>alert(1)</script>" in "".join(body.itertext())


def test_the_ending_of_the_file_tells_the_format():
    assert format_of(None, ".PDF") == "pdf"
    assert format_of("md", ".txt") == "md"
    assert format_of(None, ".txt") is None
    with pytest.raises(QueryInvalid, match="none of md, html, docx, pdf"):
        format_of("odt", "")


def test_long_quotes_are_cut_at_a_word():
    assert shortened("one two  three", 9) == "one two …"
    assert shortened("one two", 9) == "one two"

"""A brief as a Word document with real footnotes.

python-docx knows no footnotes, so their part is made here (ECMA-376, part 1, 11.3.7 and 17.11).
What a sentence rests on again is told by the number of its first footnote.
"""

import io
import zipfile
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from dragoman.record.extras import needing
from dragoman.runs.briefing.formats import left_words, note_words
from dragoman.store.views.brief.notes import Note
from dragoman.store.views.brief.paper import Paper

if TYPE_CHECKING:
    from docx.document import Document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)
_FONT = "Times New Roman"
_TIGHT = '<w:spacing w:after="0" w:line="166" w:lineRule="exact"/>'
_RAISED = '<w:rPr><w:sz w:val="16"/><w:vertAlign w:val="superscript"/></w:rPr>'
# The first day a zip archive can carry: the same paper gives the same bytes.
_DAY = (1980, 1, 1, 0, 0, 0)


def write(made: Paper) -> bytes:
    """Return the paper as .docx. Raises ExtraMissing."""
    with needing("briefs"):
        from docx import Document
    document = Document()
    _set_page(document, made.title)
    document.add_heading(_xml_text(made.title), level=1)
    document.add_paragraph().add_run(_xml_text(made.intro)).italic = True
    feet = _Feet({note.number: note for note in made.notes})
    for part in made.parts:
        document.add_heading(part.heading, level=2)
        for sentence in part.sentences:
            paragraph = document.add_paragraph(_xml_text(sentence.text), style="List Bullet")
            for at, number in enumerate(sentence.notes):
                feet.mark(paragraph, number, first=at == 0)
        if part.left:
            document.add_paragraph().add_run(left_words(part)).italic = True
    feet.attach(document)
    stream = io.BytesIO()
    document.save(stream)
    return _undated(stream.getvalue())


class _Feet:
    """The footnotes of one document: a mark each time a sentence rests on something."""

    def __init__(self, notes: dict[int, Note]) -> None:
        self._notes = notes
        self._first: dict[int, int] = {}
        self._bodies: list[str] = []

    def mark(self, paragraph: Any, number: int, *, first: bool) -> None:
        """Set the mark of a footnote behind a paragraph's words."""
        from docx.oxml import parse_xml

        key = len(self._bodies) + 1
        earlier = self._first.setdefault(number, key)
        note = self._notes[number]
        words = f"{note_words(note)}: “{note.quote}”" if earlier == key else f"As note {earlier}."
        self._bodies.append(_body(key, words))
        if not first:
            paragraph.add_run(",").font.superscript = True
        run = f'<w:r xmlns:w="{_W}">{_RAISED}<w:footnoteReference w:id="{key}"/></w:r>'
        paragraph._p.append(parse_xml(run))

    def attach(self, document: "Document") -> None:
        """Put the footnotes into the document."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        xml = f'<w:footnotes xmlns:w="{_W}">{_SEPARATORS}{"".join(self._bodies)}</w:footnotes>'
        package = document.part.package
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, xml.encode(), package)
        document.part.relate_to(part, f"{_OFFICE}/footnotes")


def _body(key: int, words: str) -> str:
    small = f'<w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}"/><w:sz w:val="14"/></w:rPr>'
    return (
        f'<w:footnote w:id="{key}"><w:p><w:pPr>{_TIGHT}</w:pPr>'
        f"<w:r>{small}<w:footnoteRef/></w:r>"
        f'<w:r>{small}<w:t xml:space="preserve"> {escape(_xml_text(words))}</w:t></w:r>'
        "</w:p></w:footnote>"
    )


def _set_page(document: "Document", title: str) -> None:
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(19)
    section.top_margin = section.bottom_margin = Mm(14)
    for name, size, above in (("Normal", 9.5, 0), ("Heading 1", 15, 0), ("Heading 2", 11, 6)):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.paragraph_format.space_before = Pt(above)
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1
    document.core_properties.title = _xml_text(title)[:255]
    document.core_properties.author = "Dragoman"


def _xml_text(text: str) -> str:
    """Return a text without what XML 1.0 cannot hold."""
    return "".join(one for one in text if one >= " " and one not in "\ufffe\uffff")


def _undated(data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for one in old.infolist():
            new.writestr(zipfile.ZipInfo(one.filename, _DAY), old.read(one), zipfile.ZIP_DEFLATED)
    return stream.getvalue()

"""Small PDF files for the tests."""

from fpdf import FPDF

HEADER = "THE COAST COURIER   Wednesday, March 4, 2026"
HEADLINE = "Kenya and Oman sign an accord to widen the port of Mombasa after a year of talks"
PARAGRAPH = (
    "Paragraph {}. Kenya and Oman on Wednesday signed an accord to widen the port of Mombasa, the "
    "transport ministry said, ending a year of talks on long-term cooperation. The minister said "
    "that work would begin in May and that the cost would be shared by both states."
)


class _Paper(FPDF):
    def header(self):
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, HEADER, new_x="LMARGIN", new_y="NEXT")

    def footer(self):
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, f"Page {self.page_no()}", align="C")


def newspaper(*, password=None, paragraphs=14, title=None):
    """Return a PDF with a running header, page numbers, a headline and paragraphs."""
    paper = _Paper()
    if title:
        paper.set_title(title)
    if password:
        paper.set_encryption(owner_password=password, user_password=password)
    paper.add_page()
    paper.set_font("Helvetica", "B", 18)
    paper.multi_cell(0, 9, HEADLINE, new_x="LMARGIN", new_y="NEXT")
    paper.set_font("Helvetica", size=11)
    for number in range(paragraphs):
        paper.multi_cell(0, 6, PARAGRAPH.format(number), new_x="LMARGIN", new_y="NEXT")
        paper.ln(3)
    return bytes(paper.output())


def of_pictures():
    """Return a PDF with drawings and no text."""
    paper = FPDF()
    paper.add_page()
    paper.rect(20, 20, 100, 100)
    return bytes(paper.output())

"""Markdown: the text stays verbatim, marks and front matter yield nothing."""

from dragoman.documents.reports import report_from_bytes

TEXT = """---
title: "Ghana and Togo open a road"
date: 2026-03-04
outlet: The Volta Courier
url: https://volta.example/road
lang: en
---

# Ghana and Togo open a road #

*By Ama Example*

The two ministers opened the road
on Tuesday, and spoke of a *new* era for the border towns.

## What comes next

- The first lorries will go in May.

> “We are glad,” the minister said.

![A lorry](a.png)

---

Read more: [Another](https://volta.example/more)
"""


def pieces(text, kind):
    report = report_from_bytes(text.encode(), "a.md")
    return [report.text[b.start : b.end] for b in report.blocks if b.kind == kind]


def test_the_text_is_verbatim_and_front_matter_gives_the_details():
    report = report_from_bytes(TEXT.encode(), "a.md")
    assert report.text == TEXT
    assert report.media_type == "text/markdown"
    assert (report.title, report.outlet, report.published, report.url, report.language) == (
        "Ghana and Togo open a road",
        "The Volta Courier",
        "2026-03-04",
        "https://volta.example/road",
        "en",
    )


def test_headings_and_paragraphs_come_without_their_marks():
    assert pieces(TEXT, "headline") == ["Ghana and Togo open a road"]
    assert pieces(TEXT, "subhead") == ["What comes next"]
    assert pieces(TEXT, "paragraph") == [
        "The two ministers opened the road\n"
        "on Tuesday, and spoke of a *new* era for the border towns.",
        "The first lorries will go in May.",
        "“We are glad,” the minister said.",
    ]


def test_marks_images_bylines_and_links_are_furniture():
    furniture = pieces(TEXT, "furniture")
    assert furniture[0].startswith("---\ntitle")
    assert furniture[1:] == [
        "#",
        "#",
        "*By Ama Example*",
        "##",
        "-",
        ">",
        "![A lorry](a.png)",
        "---",
        "Read more: [Another](https://volta.example/more)",
    ]


def test_an_underlined_heading_and_a_rule_without_front_matter():
    text = "Ghana and Togo open a road\n===\n\nThe ministers met on Tuesday.\n\n---\n\nThey left.\n"
    assert pieces(text, "headline") == ["Ghana and Togo open a road"]
    assert pieces(text, "furniture") == ["===", "---"]


def test_dashes_around_prose_are_no_front_matter():
    text = "---\nThe ministers met.\n---\n\nThey left on Tuesday.\n"
    report = report_from_bytes(text.encode(), "a.md")
    assert "front matter" not in {block.why for block in report.blocks}


def test_a_front_matter_that_would_blow_up_is_harmless():
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for one, two in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{two}: &{two} [{', '.join([f'*{one}'] * 9)}]")
    text = "---\n" + "\n".join(lines) + "\ntitle: A road\n---\n\nThe ministers met on Tuesday.\n"
    assert report_from_bytes(text.encode(), "a.md").title == "A road"


def test_an_outlet_in_bold_is_named_without_its_stars():
    text = "# Lake pact\n\n**Zambezi Courier** | Analysis | 13 October 2024\n\nThe pact holds.\n"
    report = report_from_bytes(text.encode(), "a.md", None)
    assert report.outlet == "Zambezi Courier"

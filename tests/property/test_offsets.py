"""Whatever the text: blocks in order, apart, covering all that is not white space."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.documents.reports import report_from_bytes
from dragoman.record.errors import ReportError

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)
LINES = st.sampled_from(
    [
        "Read more: a thing",
        "Share",
        "(END)",
        "By Rosa Example",
        "date 2026-07-09 Fiji’s ministers held talks",
        "SUVA, July 28 (AA) — Two ministers met on Monday in the capital to talk.",
        "The envoy calls on the general in Suva.Screengrab",
        "PHOTO: the ministers on the quay. Credit: MOD",
        "THE FIJI HERALD   Wednesday, April 8, 2026",
        "# A heading #",
        "- an item",
        "> quoted",
        "---",
        "![a](b)",
        "Ağrı’da 𝒯𝓌𝑜 ministers 👩‍👩‍👧 met, and the two of them agreed on a bridge over the river.",
        "",
        "   ",
        "\u2028 \x85 \x0b",
    ]
)
TEXTS = st.lists(LINES | ANY_TEXT, max_size=12).map("\n".join)


def check(report):
    covered = [False] * len(report.text)
    end = 0
    for block in report.blocks:
        assert end <= block.start < block.end <= len(report.text)
        assert not report.text[block.start].isspace()
        assert not report.text[block.end - 1].isspace()
        assert (block.why is not None) == (block.kind == "furniture")
        covered[block.start : block.end] = [True] * (block.end - block.start)
        end = block.end
    assert all(done or char.isspace() for done, char in zip(covered, report.text, strict=True))


@settings(deadline=None, max_examples=300)
@given(TEXTS, st.sampled_from(["a.txt", "a.md"]))
def test_blocks_cover_any_text(text, name):
    try:
        report = report_from_bytes(text.encode(), name)
    except ReportError:
        return
    assert report.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    check(report)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_make_a_report_or_a_clear_error(raw, name):
    message = ""
    try:
        check(report_from_bytes(raw, name))
    except ReportError as error:
        message = str(error)
    assert "\n" not in message


@settings(deadline=None, max_examples=60)
@given(st.lists(ANY_TEXT, min_size=1, max_size=4))
def test_blocks_cover_any_page(paragraphs):
    body = "".join(
        f"<p>{text.replace('<', '&lt;')} The two ministers met on Monday and spoke of a bridge.</p>"
        for text in paragraphs
    )
    try:
        check(
            report_from_bytes(f"<html><body><main>{body}</main></body></html>".encode(), "a.html")
        )
    except ReportError:
        return

"""Web pages: the article and its details out of the markup; hostile pages do no harm."""

import pytest

from dragoman.documents.reports import report_from_bytes
from dragoman.record.errors import ReportWithoutText

HEAD = """<meta property="og:title" content="Kenya and Oman sign port accord">
<meta property="og:site_name" content="The Coast Courier">
<meta property="article:published_time" content="2026-03-04T08:15:00+03:00">
<link rel="canonical" href="https://coast.example/2026/03/04/port">"""
LINKED_DATA = """<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Kenya and Oman sign port accord", "datePublished": "2026-03-04T08:15:00+03:00",
"publisher": {"@type": "Organization", "name": "The Coast Courier"}}</script>"""
ARTICLE = """<article><h1>Kenya and Oman sign port accord</h1>
<p>Ministers meet in Mombasa after a year of talks</p>
<p>Kenya and Oman on Wednesday signed an accord to widen the port of Mombasa, the
<a href="/x">transport ministry</a> said, ending a year of talks.</p>
<p>The transport minister said that work would begin in May and that the cost would be shared
by both states over five years of building.</p>
<h2>What comes next</h2>
<p>Oman’s envoy said his government &amp; its banks would send experts in April.
“We are ready,” he told reporters<br>in the city.</p>
<p>Read more: <a href="/y">How the port was built</a></p></article>"""
PARAGRAPH = (
    "<p>The transport minister said that work would begin in May and that the cost would be "
    "shared by both states over five years of building.</p>"
)


def page(head=HEAD, body=ARTICLE):
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">{head}</head><body>'
        f'<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>{body}'
        "<aside><h3>Most read</h3><ul><li><a href='/a'>Other thing</a></li></ul></aside>"
        "<footer>© 2026 The Coast Courier. We use cookies.</footer></body></html>"
    )


def read(markup, name="a.html"):
    return report_from_bytes(markup if isinstance(markup, bytes) else markup.encode(), name)


@pytest.mark.parametrize("head", [HEAD, LINKED_DATA])
def test_the_markup_gives_the_details(head):
    report = read(page(head))
    assert report.title == "Kenya and Oman sign port accord"
    assert report.outlet == "The Coast Courier"
    assert report.published == "2026-03-04"
    assert report.language == "en-GB"
    assert report.media_type == "text/html"


def test_the_address_is_the_one_the_page_gives_for_itself():
    assert read(page()).url == "https://coast.example/2026/03/04/port"


def test_only_the_article_is_kept_one_paragraph_a_line():
    lines = read(page()).text.split("\n")
    assert lines[0] == "Kenya and Oman sign port accord"
    assert "the transport ministry said, ending a year of talks." in lines[2]
    assert lines[4] == "What comes next"
    assert "Other thing" not in "".join(lines)
    assert "cookies" not in "".join(lines)


def test_headings_are_known_and_links_to_other_articles_are_furniture():
    report = read(page())
    kinds = [(block.kind, report.text[block.start : block.end]) for block in report.blocks]
    assert ("headline", "Kenya and Oman sign port accord") in kinds
    assert ("subhead", "What comes next") in kinds
    assert ("furniture", "Read more: How the port was built") in kinds


def test_a_headline_outside_the_article_is_put_first():
    body = f"<h1>Kenya and Oman sign port accord</h1><main>{PARAGRAPH * 3}</main>"
    assert read(page(body=body)).text.startswith("Kenya and Oman sign port accord\n")


def test_a_date_elsewhere_on_the_page_is_not_taken():
    body = ARTICLE + "<div><p>Older: 3 May 2019</p></div>"
    assert read(page(head="", body=body)).published is None


def test_a_page_in_an_older_encoding_that_it_declares():
    markup = page(head="<title>x</title>").replace("utf-8", "windows-1254")
    markup = markup.replace("Oman’s", "Şahin’s")
    assert "Şahin’s envoy" in read(markup.encode("windows-1254")).text


def test_a_declared_encoding_that_is_an_attack_is_passed_over():
    markup = page().replace("utf-8", "unicode_escape").replace("in April", r"in April \ud800")
    assert "\ud800" not in read(markup).text


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>Hi</p></body></html>",
        "<html><body><nav><a href='/'>Home</a><a href='/n'>News</a></nav></body></html>",
        "<div>" * 9000,
        "<" * 9000,
        "<table>" * 3000,
        "<script>alert('The ministers met on Tuesday in the capital of the state.')</script>",
    ],
)
def test_a_page_without_an_article(markup):
    with pytest.raises(ReportWithoutText, match="no article"):
        read(markup)


@pytest.mark.parametrize(
    "hostile",
    [
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;&b;</p>",
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>",
        "<p " + "a=b " * 20_000 + ">",
        "<title>" + "a | " * 20_000 + "</title>",
        "<script>" + "a" * 500_000 + "</script>",
        "<p>\x0b\x1c \u2028 \ufeff</p>",
    ],
)
def test_hostile_markup_around_an_article_does_no_harm(hostile):
    text = read(f"<html><body>{hostile}<article>{PARAGRAPH * 3}</article></body></html>").text
    assert "The transport minister said that work would begin in May" in text


def test_a_page_of_very_many_tags_is_read_apart():
    filler = "".join(f"<i>{number}</i>" for number in range(10_001))
    with pytest.raises(ReportWithoutText):
        read(f"<html><body><nav>{filler}</nav></body></html>")

"""From words to what rests on them and back, in a real browser; charts as they are drawn."""

import re

import httpx
import pytest
from playwright.sync_api import Page

from dragoman.record.ids import report_id
from dragoman.record.nouns import Block, Report
from dragoman.store.database import create
from dragoman.store.reports import save_report

_CHOSEN = "[...CSS.highlights.get('chosen')].map((range) => range.toString()).join('')"


def _first_report(served) -> dict:
    listed = httpx.get(f"{served.address}/reports").text
    key = re.search(r'href="/report/(r[0-9a-f]{12})', listed)[1]
    return httpx.get(f"{served.address}/report/{key}.json").json()


@pytest.fixture
def astral(served, tmp_path):
    """A report whose letters lie outside the first plane, where JavaScript counts two."""
    lines = ("😀 Ministers met 🚢🚢.", "They signed 𝔞 pact.\r\nThe end.", "x " * 30_000)
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(start=at, end=at + len(line), kind="paragraph"))
        at += len(line) + 1
    text = "\n".join(lines)
    report = Report(
        id=report_id(text.encode()),
        file="astral.txt",
        text=text,
        media_type="text/plain",
        blocks=tuple(blocks),
    )
    database = create(tmp_path / "astral.db")
    with database.writing() as connection:
        save_report(connection, report, text.encode())
    server = type(served)(database.path)
    yield server, report
    server.close()


def test_a_click_on_words_shows_what_rests_on_them(page: Page, served) -> None:
    report = _first_report(served)
    page.goto(f"{served.address}/report/{report['id']}")
    assert page.locator("#here").is_hidden()
    page.locator("a.s.event").first.click()
    assert page.locator("#here .tag", has_text="event").first.is_visible()
    page.locator("#here a.item[href*='/event/']").first.click()
    page.wait_for_url(re.compile("/event/"))


def test_a_citation_shows_its_words(page: Page, served) -> None:
    report = _first_report(served)
    mark = next(one for one in report["marks"] if one["layer"] == "event")
    citation = f"{mark['start']}-{mark['end']}"
    page.goto(f"{served.address}/report/{report['id']}")
    page.locator(f'.beside a.cite[href="#{citation}"]').first.click()
    assert " ".join(page.evaluate(_CHOSEN).split()) == " ".join(mark["quote"].split())


def test_keys_step_through_the_spans_of_the_layers_shown(page: Page, served) -> None:
    report = _first_report(served)
    page.goto(f"{served.address}/report/{report['id']}")
    for layer in ("entity", "role"):
        page.locator(f"#hide-{layer}").check()
    assert page.url.endswith("?hide=entity&hide=role")
    page.locator("h1").click()
    seen = []
    for key in "nnp":
        page.keyboard.press(key)
        seen.append(page.locator("a.s.on").get_attribute("data-items"))
    assert seen[0] == seen[2]
    shown = page.locator("a.s.on").get_attribute("class")
    assert set(shown.split()) & {"event", "commitment", "statement", "figure", "disagreement"}


@pytest.mark.parametrize("words", ["Ministers met 🚢", "𝔞 pact.", "met 🚢🚢.\nThey signed"])
def test_any_span_can_be_shown_counted_in_code_points(page: Page, astral, words: str) -> None:
    server, report = astral
    start = report.text.index(words)
    page.goto(f"{server.address}/report/{report.id}#{start}-{start + len(words)}")
    page.wait_for_function("CSS.highlights.has('chosen')")
    assert page.evaluate(_CHOSEN).split() == words.replace("\n", " ").split()


def test_a_span_on_a_later_part_of_a_long_report_is_found(page: Page, astral) -> None:
    server, report = astral
    start = len(report.text) - 100
    page.goto(f"{server.address}/report/{report.id}#{start}-{start + 7}")
    page.wait_for_function("CSS.highlights.has('chosen')")
    assert page.evaluate(_CHOSEN) == report.text[start : start + 7]


def test_a_report_can_be_read_without_script(browser, served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    report = _first_report(served)
    mark = next(one for one in report["marks"] if one["layer"] == "event")
    page.goto(f"{served.address}/report/{report['id']}/{mark['start']}-{mark['end']}")
    assert page.locator(".chosen").first.is_visible()
    page.locator("a.s.event").first.click()
    assert re.search(r"#i\d+$", page.url)
    context.close()


def test_charts_are_drawn_under_the_policy_and_follow_the_theme(context, page, served) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{served.address}/between/JPN/PHL")
    plot = page.locator("#chart-timeline .plot svg")
    plot.wait_for()
    assert plot.get_attribute("role") == "img"
    assert plot.get_attribute("aria-label")
    light = plot.inner_html()
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "(before) => document.querySelector('#chart-timeline .plot svg')?.innerHTML !== before",
        arg=light,
    )


def test_the_timeline_zooms_and_hides_rows(page: Page, served) -> None:
    page.goto(f"{served.address}/between/JPN/PHL")
    plot = page.locator("#chart-timeline .plot svg")
    plot.wait_for()
    high = plot.bounding_box()["height"]
    page.locator("#chart-timeline .tools input").first.uncheck()
    page.wait_for_function(
        "(high) => document.querySelector('#chart-timeline svg').clientHeight < high", arg=high - 5
    )
    before = plot.inner_html()
    page.get_by_role("button", name="Zoom in").first.click()
    page.wait_for_function(
        "(before) => document.querySelector('#chart-timeline svg').innerHTML !== before", arg=before
    )


def test_a_mark_leads_to_its_item(page: Page, served) -> None:
    page.goto(f"{served.address}/map")
    page.locator("#chart-map svg path[aria-label], #chart-map .mark-symbol path").first.click()
    page.wait_for_url(re.compile("/entity/"))

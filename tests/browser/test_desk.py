"""A day at the desk in a real browser: read, look, click a span, correct, undo, take along, review.

Everything is done as an analyst does it: by links, forms and keys of the pages.
"""

import re
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import Page, expect

from dragoman.cli.program import program

_TEXT = (
    "Chile and Peru sign port accord\n\n"
    "LIMA, March 4 (Puerto Wire) - Chile and Peru signed an agreement on ports in Lima on "
    "Tuesday.\n\nPeruvian Transport Minister Inti Quispe said the ports would open by 2027.\n"
)


def _read(record: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / "puerto_wire.txt").write_text(_TEXT, encoding="utf-8")
    words = ("read", str(folder), "--record", str(record))
    done = CliRunner().invoke(program, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output


def _click_a_span(page: Page, served) -> None:
    page.goto(f"{served.address}/reports?q=ports")
    page.locator("main a[href^='/report/']").first.click()
    page.locator("article a.s.event").first.click()
    page.locator("#here a.item[href*='/event/']").first.click()
    page.wait_for_url(re.compile("/event/"))


def test_read_look_click_correct_undo_and_take_along(page: Page, own, tmp_path) -> None:
    _read(own.record, tmp_path / "coverage")
    _click_a_span(page, own)
    item = page.url
    page.locator("#decide > summary").click()
    page.get_by_label("date", exact=True).fill("2025-03-05")
    page.locator("#decide").get_by_label("Who", exact=True).fill("Ada")
    page.locator("#decide").get_by_label("Why", exact=True).fill("the accord is dated so")
    page.get_by_role("button", name="Correct", exact=True).click()
    told = page.get_by_role("status")
    expect(told).to_contain_text("date 2025-03-05")
    expect(page.locator("main dl.facts").first).to_contain_text("5 March 2025")
    told.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("is taken back")
    page.goto(item)
    expect(page.locator("main dl.facts").first).not_to_contain_text("5 March 2025")
    link = page.get_by_role("link", name="JSON", exact=True).get_attribute("href")
    row = page.request.get(own.address + link).json()
    assert row["evidence"][0]["mention"]["quote"] in _TEXT
    page.goto(f"{own.address}/decisions")
    expect(page.locator("tr[data-row]")).to_have_count(2)


def test_an_entity_is_corrected(page: Page, own) -> None:
    page.goto(f"{own.address}/entities?kind=person")
    page.locator("main a.item").first.click()
    page.locator("#decide > summary").click()
    page.get_by_label("country", exact=True).fill("Norway")
    page.locator("#decide").get_by_label("Who", exact=True).fill("Ada")
    page.get_by_role("button", name="Correct", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("country NOR")
    expect(page.locator("main dl.facts").first).to_contain_text("Norway")


def test_the_review_is_gone_through_by_keys(page: Page, own) -> None:
    page.goto(f"{own.address}/review?kind=merge")
    first = page.locator("#doubt").inner_text()
    page.keyboard.press("s")
    page.wait_for_url(re.compile("n=2"))
    page.go_back()
    for key, kind in (("a", "merge"), ("r", "split")):
        page.keyboard.press(key)
        expect(page.locator("#done")).to_contain_text(re.compile(f"^{kind} "))
        page.locator("#done").evaluate("told => told.id = 'seen'")
    expect(page.locator(".doubt")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator("#done")).to_contain_text("is taken back")
    assert page.locator("#doubt").inner_text() != first
    page.goto(f"{own.address}/decisions")
    expect(page.locator("tr[data-row]")).to_have_count(3)


def test_a_decision_needs_no_script(browser, own) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{own.address}/events")
    page.locator("main a.item").first.click()
    page.locator("#decide > summary").click()
    page.get_by_role("button", name="Confirm as it stands").click()
    expect(page.get_by_role("status")).to_contain_text("confirm")
    context.close()

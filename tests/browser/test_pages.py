"""Every kind of page in a real browser: what axe-core finds, what the keys and clicks do."""

import re

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe

LISTS = (
    "/", "/between", "/between/JPN/PHL", "/timeline", "/events", "/commitments",
    "/commitments/board", "/statements", "/figures", "/disagreements", "/entities", "/bodies",
    "/reports", "/map", "/search?q=agreement", "/search?q=nothingatall", "/event/none",
    "/events?since=soon", "/review", "/review?kind=item", "/decisions", "/add",
    "/add?noun=commitment", "/api",
)  # fmt: skip
KINDS = ("event", "commitment", "statement", "figure", "disagreement", "entity", "report")
# What axe-core calls these keeps somebody from reading or using a page (WCAG 2.2 AA).
_GRAVE = ("serious", "critical")


@pytest.fixture(scope="session")
def items(served) -> dict[str, str]:
    """The address of an item of each kind, the first that its list leads to."""
    found = {}
    for kind in KINDS:
        plural = "entities" if kind == "entity" else f"{kind}s"
        text = httpx.get(f"{served.address}/{plural}").text
        match = re.search(rf'href="(/{kind}/[^"#?]+)', text)
        assert match, plural
        found[kind] = match[1]
    for kind in ("event", "entity"):
        found[f"desk of {kind}"] = f"/decide/{found[kind].rpartition('/')[2]}"
    return found


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_serious(browser, served, items, scheme, width):
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    found = []
    for path in (*LISTS, *items.values()):
        page.goto(served.address + path, wait_until="load")
        for violation in Axe().run(page).response["violations"]:
            if violation["impact"] in _GRAVE:
                places = [node["html"][:160] for node in violation["nodes"][:3]]
                found.append(f"{path}: {violation['id']}: {places}")
    context.close()
    assert found == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_window(browser, served, items, width):
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    wide = []
    for path in (*LISTS, *items.values()):
        page.goto(served.address + path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
    context.close()
    assert wide == []


def test_keys_find_step_open_and_tell(page, served):
    page.goto(f"{served.address}/events")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    first = page.locator("[data-row]").first
    assert "here" in (first.get_attribute("class") or "")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("?")
    page.keyboard.press("o")
    page.wait_for_url(re.compile("/event/"))


def test_a_click_on_words_leads_to_the_item_and_the_item_leads_back(page, served, items):
    page.goto(served.address + items["report"])
    span = page.locator("article a.s.event").first
    words = span.inner_text()
    span.click()
    beside = page.locator("#here")
    assert beside.is_visible()
    beside.locator("a.item[href^='/event/']").first.click()
    page.wait_for_url(re.compile("/event/"))
    page.locator("main a[href*='/report/'][href*='#']").first.click()
    page.wait_for_url(re.compile(r"/report/[^#]+#\d+-\d+"))
    anchor = page.url.rpartition("#")[2]
    start, end = map(int, anchor.split("-"))
    chosen = page.evaluate(
        "() => [...(CSS.highlights?.get('chosen') ?? [])].map(String).join('')"
        " || [...document.querySelectorAll('.chosen')].map(e => e.textContent).join('')"
    )
    assert words.split()[0] in page.locator("article").inner_text()
    assert len(chosen) == end - start


def test_the_same_report_is_read_without_scripts(browser, served, items):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.address + items["report"])
    assert page.locator("article a.s").count() > 10
    page.locator("aside details[open] a.item").first.click()
    assert page.locator("h1").count() == 1
    context.close()


def test_light_and_dark_can_be_chosen_and_stay(page, served):
    page.emulate_media(color_scheme="light")
    page.goto(f"{served.address}/events")
    before = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.get_by_role("button", name="Dark").click()
    page.goto(f"{served.address}/commitments")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != before


def test_charts_are_drawn_and_stand_beside_a_table(page, served):
    page.goto(f"{served.address}/between/JPN/PHL")
    drawn = page.locator("figure svg, .chart svg, figure canvas, .chart canvas")
    drawn.first.wait_for()
    assert drawn.count() >= 1
    assert page.locator("table").count() >= 1


def test_nothing_is_asked_of_anyone_else(page, served, items):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", "/between/JPN/PHL", "/map", items["report"], items["entity"]):
        page.goto(served.address + path, wait_until="networkidle")
    assert asked
    assert [url for url in asked if not url.startswith((served.address, "data:", "blob:"))] == []


def test_a_first_page_weighs_little(context, served, items):
    weights, page = {}, context.new_page()
    for path in (*LISTS, *items.values()):
        total = [0]
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.on(
            "Network.loadingFinished",
            lambda event, total=total: total.__setitem__(0, total[0] + event["encodedDataLength"]),
        )
        page.goto(served.address + path, wait_until="networkidle")
        session.detach()
        weights[path] = total[0]
    assert {path: weight for path, weight in weights.items() if weight > 300 * 1024} == {}

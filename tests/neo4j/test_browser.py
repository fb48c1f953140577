"""The kit in the real Neo4j Browser: its queries on a real server, and pictures of what a person sees."""

import base64
import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from neo4j import READ_ACCESS, Driver, GraphDatabase
from playwright.sync_api import Browser, Page, Route, expect

from graph.ontology import read_ontology
from graph.questions.catalogue import Question, read_questions
from graph.questions.run import run
from loaders.browser import favourites, style
from loaders.browser.serve import serving
from loaders.store import open_store

ONTOLOGY, QUESTIONS = read_ontology(), read_questions()
PLANNED = 30_000  # milliseconds: a server that has just started takes its time to plan a long query
SCRIPTS = favourites.scripts(ONTOLOGY, QUESTIONS)
QUERIES = [script for script in SCRIPTS if script.written]
# What the samples say nothing of, for the parameters that a favourite is given.
SILENT = {"brokers", "conflicts-of-interest", "disputed", "shared"}
VIEW, PANEL = "svg.neod3viz", "[data-testid=vizInspector]"
DROP = """([name, data]) => {
  const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0)), files = new DataTransfer();
  files.items.add(new File([bytes], name));
  for (const type of ["dragenter", "dragover", "drop"])
    document.querySelector(".filedrop").dispatchEvent(
      new DragEvent(type, {dataTransfer: files, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def driver(seeded: SimpleNamespace) -> Iterator[Driver]:
    """A driver for the seeded server, without its advice on labels that the seeds have not."""
    made = GraphDatabase.driver(seeded.uri, auth=seeded.auth, notifications_min_severity="OFF")
    with made:
        yield made


@pytest.mark.parametrize("script", QUERIES, ids=lambda script: script.id)
def test_every_query_runs_with_parameters_and_written_out(driver: Driver, script: favourites.Script) -> None:
    with driver.session(default_access_mode=READ_ACCESS) as session:
        given = session.run(script.text(1), dict(script.parameters))
        rows = [record.values() for record in given]
        assert given.consume().query_type == "r"
        assert len([*session.run(script.step())]) == len(rows)
    assert rows or script.id.removesuffix("-table").removesuffix("-drawn") in SILENT


def given(question: Question) -> dict[str, Any]:
    """Its examples, or defaults where there are none."""
    known = question.parameters.items()
    return {name: p.default if p.example is None else p.example for name, p in known}


ASKED = [
    pytest.param(question, given(question) | more, id=f"{question.id}-{number}")
    for question in QUESTIONS.values()
    if not any(tier.analytic for tier in question.tiers)  # plain Cypher gives other paths
    for number, more in enumerate(
        [{}, {"by": ["state-us"]}, {"by": ["state-eu", "state-us"]}]
        if question.id in ("who-benefits", "who-loses", "conflicts-of-interest", "near-sanctioned")
        else [{}]
    )
]


@pytest.mark.parametrize(("question", "parameters"), ASKED)
def test_a_question_as_one_query_says_what_ask_says(
    driver: Driver, seeded: SimpleNamespace, question: Question, parameters: dict[str, Any]
) -> None:
    with open_store(seeded.uri, read_only=True) as store:
        answer = run(question, store.query, parameters)
    asked = {
        (r.kind, r.title, r.name or None, _commas(r.sentence))
        for row in answer.rows
        for r in (row, *row.reasons)
    }
    table = next(s for s in SCRIPTS if s.id == f"{question.id}-table")
    by = {"by": parameters["by"]} if "by" in parameters else {}
    found = driver.execute_query(table.text(1), table.parameters | by).records
    kinds = {tier.title: tier.kind for tier in question.tiers}
    assert {(kinds[r["tier"]], r["tier"], r["actor"], _commas(r["sentence"])) for r in found} == asked
    assert all(r["quotes"] for r in found)


def test_connected(chromium: Browser, seeded: SimpleNamespace, pictures: Path) -> None:
    page = connect(chromium, seeded)
    page.get_by_test_id("navigationDBMS").click()
    for label in ("Actor", "Statement", "Denied", "SANCTIONED_BY"):
        expect(page.get_by_text(label, exact=True).first).to_be_visible()
    command(page, SCRIPTS[1].text(1))
    table = page.locator("[data-testid=frameContents] table").first
    expect(table).to_contain_text("Person")
    expect(table).to_contain_text("Denied")
    shoot(page, pictures / "connected.png")


def test_dropped_files_become_style_and_favourites(
    chromium: Browser, seeded: SimpleNamespace, pictures: Path
) -> None:
    page = dress(connect(chromium, seeded), seeded)
    for folder in (favourites.EVERYDAY, f"{favourites.EVERYDAY} questions"):
        page.get_by_test_id(f"expandFolder-{folder}").click()
    for number, script in enumerate(SCRIPTS):
        expect(page.get_by_text(f"{number:02} {script.title}", exact=True)).to_be_visible()
    stored = json.loads(page.evaluate("localStorage['neo4j.grass']"))
    assert set(stored) == set(re.findall(r"^(\S+) \{", style.grass(ONTOLOGY), re.M))
    assert stored["node.Denied"]["caption"] == "DENIED {predicate}"
    favourite(page, "parameters")
    favourite(page, "who-benefits-table")
    expect(page.locator("[data-testid=frameContents] table").first).to_contain_text(
        "Belaruskali is under sanctions by", timeout=PLANNED
    )
    shoot(page, pictures / "favourites.png")


def test_statements_that_are_no_facts_look_it(
    chromium: Browser, seeded: SimpleNamespace, pictures: Path
) -> None:
    page = dress(connect(chromium, seeded), seeded)
    draw(page, "not-yet")
    for start in ("planned ", "if … "):
        assert any(name.startswith(start) for name in captions(page))
    assert_coloured(page)
    shoot(page, pictures / "style.png")


def test_who_benefits_is_drawn_in_the_colours_of_the_style(
    chromium: Browser, seeded: SimpleNamespace, pictures: Path
) -> None:
    page = dress(connect(chromium, seeded), seeded)
    draw(page, "who-benefits-drawn")
    names = captions(page)
    for name in ("Belaruskali", "PDVSA", "NIS", "Calder Ridge Energy", "United States"):
        assert name in names
    assert any(name.startswith("if … SANCTIONS_LIFTED") for name in names)
    assert not any(name.startswith("DENIED") for name in names)
    assert_coloured(page)
    shoot(page, pictures / "who-benefits.png")


def test_a_click_on_a_statement_shows_its_quote(
    chromium: Browser, seeded: SimpleNamespace, pictures: Path
) -> None:
    page = dress(connect(chromium, seeded), seeded)
    draw(page, "who-benefits-drawn")
    page.locator("g.node").filter(has_text="if …").first.click()
    inspector = page.get_by_test_id("vizInspector")
    expect(inspector).to_contain_text("Node properties")
    expect(inspector).to_contain_text(re.compile("quote.*(Washington|United States|European Union)", re.S))
    shoot(page, pictures / "quote.png")


def test_the_guide_opens_in_the_sidebar_and_fills_the_editor(
    chromium: Browser, seeded: SimpleNamespace, pictures: Path
) -> None:
    page = dress(connect(chromium, seeded), seeded)
    step = next(n for n, s in enumerate(QUERIES) if s.id == "neighbourhood")
    with serving(seeded.kit, 0) as address:
        command(page, f":guide {address}/guide.html#slide-{step + 3}")
        expect(page.get_by_text(f"{step + 1}. {QUERIES[step].title}")).to_be_visible()
    assert not page.get_by_text("Open in Neo4j Browser").first.is_visible()
    page.locator("pre.runnable").first.click()
    expect(page.get_by_test_id("activeEditor")).to_contain_text("name: 'United States'")
    page.get_by_test_id("editor-Run").click()
    page.wait_for_selector("g.node")
    settle(page)
    assert_coloured(page, 3)
    shoot(page, pictures / "guide.png")


def test_links_of_the_guide_open_browser_with_the_query(chromium: Browser, seeded: SimpleNamespace) -> None:
    text = (seeded.kit / "guide.html").read_text()
    links = [unescape(found) for found in re.findall(r'href="([^"]+)"', text)]
    assert len(links) == len(QUERIES)
    page = connect(chromium, seeded)
    page.goto("about:blank")
    page.goto(links[-1])
    page.wait_for_selector("[data-testid=editor-Run]")
    expect(page.get_by_test_id("activeEditor")).to_contain_text("Drawn: Who benefits")


def connect(chromium: Browser, seeded: SimpleNamespace) -> Page:
    """A page of Browser that is connected; it reaches nothing but this machine."""
    page = chromium.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(30_000)
    page.route(re.compile("^https?://(?!127.0.0.1|localhost)"), _refuse)
    page.goto(seeded.browser)
    expect(page.get_by_text(":play start").first).to_be_visible()
    page.wait_for_selector("[data-testid=frameStatusbar]")
    for _ in page.locator("button[title=Close]").all():
        page.locator("button[title=Close]").first.click()
    banner = page.get_by_text("we collect information").locator("xpath=following-sibling::*").last
    banner.click()
    return page


def dress(page: Page, seeded: SimpleNamespace) -> Page:
    """Drop style and favourites on Browser, as a person does, and open the favourites."""
    for name in ("style.grass", "favourites.zip"):
        page.evaluate(DROP, [name, base64.b64encode((seeded.kit / name).read_bytes()).decode()])
    page.wait_for_selector("[data-testid=exportGraSSButton]")
    page.locator("button[title=Close]").first.click()
    page.get_by_test_id("navigationFavorites").click()
    return page


def favourite(page: Page, id_: str) -> None:
    """Run a favourite with the button beside it."""
    number = next(number for number, script in enumerate(SCRIPTS) if script.id == id_)
    item = page.get_by_text(re.compile(rf"^{number:02} "))
    item.hover()
    item.locator("xpath=ancestor::*[.//*[@data-testid='savedScriptsButton-Run']][1]").get_by_test_id(
        "savedScriptsButton-Run"
    ).click()


def draw(page: Page, id_: str) -> None:
    """Set the parameters, run a favourite, and let the picture fill the window."""
    for folder in (favourites.EVERYDAY, f"{favourites.EVERYDAY} questions"):
        page.get_by_test_id(f"expandFolder-{folder}").click()
    favourite(page, "parameters")
    expect(page.get_by_text("Successfully set your parameters")).to_be_visible()
    favourite(page, id_)
    page.wait_for_selector("g.node")
    page.locator("button[title=Fullscreen]").first.click()
    settle(page)


def command(page: Page, text: str) -> None:
    """Type a command into the editor and run it."""
    page.get_by_test_id("activeEditor").locator(".monaco-editor").first.click()
    page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")


def settle(page: Page) -> None:
    """Wait until the nodes stand still, then fit them into the window, beside the panel that covers it."""
    places = "() => [...document.querySelectorAll('g.node')].map(n => n.getAttribute('transform')).join()"
    _stable(page, lambda: page.evaluate(places))
    page.locator("button[aria-label=zoom-to-fit]").first.click()
    _stable(page, lambda: page.locator("g.node").first.bounding_box())
    canvas, panel = page.locator(VIEW).first.bounding_box(), page.locator(PANEL).first.bounding_box()
    assert canvas is not None
    assert panel is not None
    room = panel["x"] - canvas["x"]
    left, right = _span(page)
    while right - left > room - 20:
        page.locator("button[aria-label=zoom-out]").first.click()
        _stable(page, lambda: page.locator("g.node").first.bounding_box())
        left, right = _span(page)
    at = canvas["x"] + room / 2, canvas["y"] + canvas["height"] - 8
    page.mouse.move(*at)
    page.mouse.down()
    page.mouse.move(at[0] + canvas["x"] + room / 2 - (left + right) / 2, at[1], steps=5)
    page.mouse.up()
    left, right = _span(page)
    assert canvas["x"] < left < right < panel["x"]


def _span(page: Page) -> tuple[float, float]:
    boxes = [box for node in page.locator("g.node").all() if (box := node.bounding_box()) is not None]
    return min(box["x"] for box in boxes), max(box["x"] + box["width"] for box in boxes)


def captions(page: Page) -> set[str]:
    """What stands on the nodes."""
    texts = page.evaluate(
        "() => [...document.querySelectorAll('g.node')]"
        ".map(n => [...n.querySelectorAll('text')].map(t => t.textContent.trim()).join(' ').trim())"
    )
    return set(texts)


def assert_coloured(page: Page, least: int = 4) -> None:
    """Nodes have the colours of the style and no others, and that many different ones."""
    fills = set(
        page.evaluate(
            "() => [...document.querySelectorAll('g.node circle')].map(c => c.getAttribute('fill'))"
        )
    )
    known = {
        *style.type_colours(ONTOLOGY).values(),
        style.AFFIRMED[0],
        *(s[0] for s in style.STATUSES.values()),
    }
    assert len(fills & known) >= least
    assert {fill for fill in fills if fill and fill.startswith("#")} <= known


def shoot(page: Page, path: Path) -> None:
    """Take a picture; how large it is depends on where the layout puts the nodes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page.mouse.move(5, 5)
    page.screenshot(path=path)


def _stable(page: Page, look: Callable[[], object]) -> None:
    last = None
    for _ in range(60):
        now = look()
        if now == last:
            return
        last = now
        page.wait_for_timeout(300)


def _refuse(route: Route) -> None:
    route.abort()


def _commas(text: str) -> str:
    return text.replace(" and ", ", ")

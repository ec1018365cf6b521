"""The page as somebody uses it: filter, open, follow, enlarge, print; and no barrier that axe can find."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

SHOWN = ".finding:not([hidden])"
MOST_BARRIERS_SHOWN = 5
PATIENCE = 50


def until(page: Any, condition: str) -> None:
    """Waits at most five seconds; what the browser's driver has for this, the page does not let run."""
    for _ in range(PATIENCE):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"this did not come true: {condition}")


def test_filters_leave_only_what_fits(page: Any) -> None:
    every = page.locator(".finding").count()
    assert page.locator("#left").inner_text() == f"{every} of {every} findings"
    page.get_by_label("warning").uncheck()
    left = page.locator(SHOWN)
    assert 0 < left.count() < every
    assert set(left.evaluate_all("all => all.map(each => each.dataset.severity)")) == {"error"}
    assert page.locator("#left").inner_text() == f"{left.count()} of {every} findings"
    page.get_by_role("button", name="Show all").click()
    until(page, f"document.querySelectorAll('{SHOWN}').length === {every}")


def test_filters_by_rule_reach_what_explains(page: Any) -> None:
    page.get_by_label("Rule", exact=True).select_option("already-triggered")
    assert page.locator(SHOWN).count() == 2
    assert page.locator(".journey:visible").count() == 2


def test_filters_by_journey_and_words(page: Any) -> None:
    page.get_by_label("Journey", exact=True).select_option("0")
    assert page.locator(".journey:visible").count() == 1
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Words").fill("quantity phone-only-nowhere")
    until(page, f"document.querySelectorAll('{SHOWN}').length === 0")
    assert page.locator("#left").inner_text().startswith("0 of ")


def test_a_finding_opens_by_keyboard_and_leads_to_its_rule(page: Any) -> None:
    finding = page.locator(".finding").first
    finding.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert finding.get_attribute("open") is not None
    assert finding.locator(".story").is_visible()
    finding.locator("a[href='#rule-no-human-correction']").first.click()
    until(page, "location.hash === '#rule-no-human-correction'")
    section = page.locator("#rule-no-human-correction")
    assert section.get_by_role("heading").first.is_visible()
    assert section.bounding_box()["y"] < 900


def test_a_link_into_what_is_closed_opens_it(page: Any) -> None:
    page.evaluate("location.hash = '#finding-2'")
    until(page, "document.getElementById('finding-2').open")


def test_a_link_to_what_is_filtered_away_shows_it_again(page: Any) -> None:
    page.get_by_label("error").uncheck()
    assert page.locator("#finding-1").get_attribute("hidden") is not None
    page.evaluate("location.hash = '#finding-1'")
    until(page, "document.getElementById('finding-1').open")
    assert page.locator("#finding-1").is_visible()


def test_a_picture_is_enlarged_moved_and_fitted_again(page: Any) -> None:
    finding = page.locator(".finding").first
    finding.locator("summary").first.click()
    view, image = finding.locator(".view"), finding.locator("img")
    fitted = image.bounding_box()["width"]
    finding.get_by_role("button", name="Larger").click()
    assert image.bounding_box()["width"] > fitted * 1.2
    view.focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    before = view.evaluate("view => view.scrollLeft")
    page.keyboard.press("ArrowRight")
    until(page, f"document.querySelector('.finding .view').scrollLeft > {before}")
    page.keyboard.press("0")
    assert image.bounding_box()["width"] == pytest.approx(fitted, abs=2)


def test_a_picture_is_moved_by_dragging(page: Any) -> None:
    finding = page.locator(".finding").first
    finding.locator("summary").first.click()
    view = finding.locator(".view")
    for _ in range(4):
        finding.get_by_role("button", name="Larger").click()
    view.evaluate("view => { view.scrollLeft = 100; }")
    box = view.bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 50)
    page.mouse.down()
    page.mouse.move(box["x"] + 250, box["y"] + 50)
    page.mouse.up()
    assert view.evaluate("view => view.scrollLeft") == 150
    page.mouse.move(box["x"] + 100, box["y"] + 50)
    assert view.evaluate("view => view.scrollLeft") == 150


def test_pictures_are_drawn(page: Any) -> None:
    finding = page.locator(".finding").first
    finding.locator("summary").first.click()
    until(page, "document.querySelector('.finding img').complete")
    assert finding.locator("img").evaluate("image => image.naturalWidth") > 300


def test_lines_to_write_can_be_copied(page: Any) -> None:
    page.locator(".lines", has_text="The lines to write").first.locator("summary").click()
    page.get_by_role("button", name="Copy").first.click()
    until(page, "/Copied|Selected/.test(document.querySelector('.copy').textContent)")


def test_on_paper_stands_what_is_open(page: Any) -> None:
    closed = page.locator("details:not([open])").count()
    short = page.pdf()
    page.locator("#open-all").click()
    long = page.pdf()
    assert short.startswith(b"%PDF")
    assert len(long) > 1.2 * len(short)
    page.locator("#close-all").click()
    assert page.locator("details:not([open])").count() == closed
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator("#filters").is_visible()


def test_without_scripts_everything_can_still_be_read(browser: Any, report_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report_file.as_uri())
    assert not page.locator("#filters").is_visible()
    page.locator(".finding summary").first.click()
    assert page.locator(".finding .story").first.is_visible()
    context.close()


@pytest.mark.parametrize("width", [1200, 360])
def test_nothing_is_wider_than_the_page(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.get_by_role("button", name="Open all").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(browser: Any, report_file: Path, scheme: str) -> None:
    axe = os.environ.get("JOURNEYAUDIT_AXE", "")
    if not axe:
        pytest.skip("JOURNEYAUDIT_AXE names no axe.min.js (npm install axe-core)")
    # only here the page may run what is not its own
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(report_file.as_uri())
    page.evaluate("for (const each of document.querySelectorAll('details')) { each.open = true; }")
    page.add_script_tag(path=axe)
    found = page.evaluate("axe.run().then((all) => all.violations.map((one) => [one.id, one.nodes[0].html]))")
    context.close()
    assert found[:MOST_BARRIERS_SHOWN] == []


def test_escape_closes_what_is_open_around_the_cursor(page: Any) -> None:
    finding = page.locator(".finding").first
    finding.locator("summary").first.click()
    finding.locator("a[href^='#rule-']").first.focus()
    page.keyboard.press("Escape")
    assert finding.get_attribute("open") is None
    assert finding.locator("summary").first.evaluate("summary => summary === document.activeElement")


def test_answers_stay_where_only_severities_are_chosen(page: Any) -> None:
    answers = page.locator(".answers:visible").count()
    for word in ("error", "warning"):
        page.get_by_label(word).uncheck()
    assert page.locator(SHOWN).count() == 0
    assert page.locator(".answers:visible").count() == answers > 0
    assert "Show all" in page.locator("#left").inner_text()


def test_a_journey_is_found_by_its_name(page: Any) -> None:
    name = page.locator(".journey h3 > span").first.inner_text()
    page.get_by_label("Words").fill(name)
    until(page, "document.body.classList.contains('narrowed')")
    assert name in page.locator(".journey:visible h3").all_inner_texts()[0]


def test_filtered_journeys_are_printed_without_the_summary(page: Any) -> None:
    page.emulate_media(media="print")
    assert page.locator(".summary").is_visible()
    page.emulate_media(media="screen")
    page.get_by_label("Journey", exact=True).select_option("0")
    page.emulate_media(media="print")
    assert not page.locator(".summary").is_visible()
    assert page.locator(".journey:visible").count() == 1

"""Every page through axe-core, in light and dark: nothing serious that we could mend."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.served import served

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed: make test")
pytest.importorskip("axe_playwright_python", reason="axe is not installed: make test")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

PATHS = (
    "/?indicator=grdp_growth&year=2020",
    "/province?province=lang-son&year=2020&lang=en",
    "/indicator?indicator=grdp_growth",
    "/articles",
    "/articles?article=000_49b6f01f64091812",
    "/data?province=lang-son",
    "/method?lang=en",
)
DRAWN = 2500
"""Milliseconds until charts and tables are drawn."""

STREAMLITS: dict[str, str] = {}
"""Rules broken by what Streamlit itself draws, each with what it is; at present none."""


@pytest.fixture(scope="module")
def address(database: Path) -> Iterator[str]:
    with served(database) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_no_serious_finding(browser: Browser, address, path, scheme):
    page = browser.new_page(color_scheme=scheme)
    page.goto(f"{address}{path}")
    expect(page.locator("h1").first).to_be_visible(timeout=20_000)
    idle = page.locator("[data-testid=stApp][data-test-script-state=notRunning]")
    expect(idle).to_be_visible(timeout=20_000)
    page.wait_for_timeout(DRAWN)
    found = Axe().run(page).response["violations"]
    page.close()
    serious = {
        finding["id"]: [(node["html"][:120], node["failureSummary"]) for node in finding["nodes"]]
        for finding in found
        if finding["impact"] in ("serious", "critical") and finding["id"] not in STREAMLITS
    }
    assert not serious


def test_every_answer_carries_the_security_headers(browser: Browser, address):
    page = browser.new_page()
    blocked: list[str] = []
    page.on("console", lambda said: blocked.append(said.text) if "Policy" in said.text else None)
    answer = page.goto(f"{address}/?indicator=grdp_growth&year=2020")
    assert answer
    assert "object-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    expect(page.get_by_test_id("stPlotlyChart").first).to_be_visible(timeout=20_000)
    page.wait_for_timeout(DRAWN)
    page.close()
    assert blocked == [], "the page asks for what its policy forbids"

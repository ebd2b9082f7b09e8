"""What a visitor waits for: the first chart of a first visit, and a new chart after a change.

Served as it is in use, with the given data, and opened in a headless browser on this machine: the
way over a network comes on top. A change is timed inside the page, from the key that makes the
choice to the frame in which the chart bears its title.
"""

import statistics
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import cycle, islice
from typing import TYPE_CHECKING

from benchmarks.pages import GIVEN
from scripts.browser import find_browser
from scripts.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

VISITS = 5
CHANGES = 24
GROWTH = "/?indicator=grdp_growth"
VIEWS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "overview, chart": (GROWTH, "Năm", ("2020", "2023", "2024", "2025")),
    "overview, map": (f"{GROWTH}&view=map", "Năm", ("2020", "2023", "2024", "2025")),
    "province": (
        "/province?province=nghe-an&year=2024",
        "Tỉnh, thành",
        ("Quảng Ninh", "Đắk Lắk", "Đà Nẵng", "Bình Thuận"),
    ),
    "indicator, map": (
        "/indicator?indicator=grdp_growth&view=map&year=2022",
        "Năm",
        ("2020", "2023", "2024", "2025"),
    ),
}
"""Where the visitor is, the box they choose in, and what they choose by turns."""
GOALS = {"seconds": 2.5, "megabytes": 3.5, "milliseconds": 300}
CHART = "[data-testid=stPlotlyChart] svg.main-svg text"
SETTLED = "[data-testid=stApp][data-test-script-state=notRunning]"
WATCH = """title => {
    const shown = () => [...document.querySelectorAll('[data-testid=stPlotlyChart]')]
        .some(chart => chart.textContent.includes(title));
    window.changed = new Promise(resolve => {
        document.addEventListener('keydown', () => {
            const started = performance.now();
            const look = () => shown()
                ? resolve(performance.now() - started) : requestAnimationFrame(look);
            requestAnimationFrame(look);
        }, {capture: true, once: true});
    });
    return shown();
}"""


def visit(browser: "Browser", address: str) -> tuple[float, float]:
    """Seconds to the first chart and megabytes over the wire, with nothing kept from before."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    received: list[float] = []
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(CHART)
    taken = time.perf_counter() - started
    page.wait_for_load_state("networkidle")
    context.close()
    return taken, sum(received) / 1e6


def changes(page: "Page", label: str, options: Sequence[str]) -> list[float]:
    """Milliseconds of changes of a filter, sorted; the first of each option is left out."""
    taken = []
    for option in islice(cycle(options), CHANGES + len(options)):
        box = page.get_by_role("combobox", name=label)
        box.click()
        box.fill(option)
        page.get_by_role("option", name=option).first.wait_for()
        if page.evaluate(WATCH, option):
            sys.exit(f"A chart bears the title {option} before it was chosen.")
        page.keyboard.press("Enter")
        taken.append(page.evaluate("window.changed"))
        page.wait_for_selector(SETTLED)
    return sorted(taken[len(options) :])


def main() -> None:
    """Measure first visits, then changes."""
    executable = find_browser()
    if executable is None or find_spec("playwright") is None:
        print("\nNo browser, or no Playwright, so what a visitor waits for is not measured.")
        return
    from playwright.sync_api import sync_playwright

    with served(GIVEN) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        seconds, megabytes = zip(*(visit(browser, address) for _ in range(VISITS)), strict=True)
        print(
            f"\nfirst chart of a first visit: p50 {statistics.median(seconds):.2f} s, "
            f"right after the start {seconds[0]:.2f} s (goal {GOALS['seconds']}); "
            f"{max(megabytes):.1f} MB (goal {GOALS['megabytes']})"
        )
        print(f"from a change to the new chart in ms (goal {GOALS['milliseconds']}):")
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        for view, (path, label, options) in VIEWS.items():
            page.goto(address + path)
            page.wait_for_selector(CHART)
            page.wait_for_selector(SETTLED)
            taken = changes(page, label, options)
            high = taken[round(0.95 * (len(taken) - 1))]
            print(f"{view:<24}p50{statistics.median(taken):>7.0f}   p95{high:>7.0f}", flush=True)


if __name__ == "__main__":
    main()

"""What a visitor waits for: the first chart of a first visit, and a new chart after a change.

Served as it is in use, with the given data, and opened in a headless browser on this machine: the
way over a network comes on top. Both are timed inside the page: the first chart from the moment in
which it was opened to the frame in which there is one, a change from the key that makes the choice
to the frame in which the chart bears its title.
"""

import json
import statistics
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import cycle, islice
from typing import TYPE_CHECKING

from benchmarks.pages import GIVEN
from scripts.browser import find_browser
from scripts.served import served
from scripts.visitor import Visitor, visitor

if TYPE_CHECKING:
    from playwright.sync_api import Page

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
BARE = "benchmarks/bare/app.py"
GOALS = {"seconds": 2.5, "megabytes": 3.5, "milliseconds": 300}
CHART = "[data-testid=stPlotlyChart] svg.main-svg text"
SETTLED = "[data-testid=stApp][data-test-script-state=notRunning]"
FIRST_CHART = """(chart => new Promise(resolve => {
    const received = kind => performance.getEntriesByType(kind)
        .reduce((sum, each) => sum + each.transferSize, 0);
    const look = () => {
        if (!document.querySelector(chart)) return requestAnimationFrame(look);
        const shown = performance.now();
        setTimeout(() => resolve([shown, received('navigation') + received('resource')]), 1500);
    };
    look();
}))"""
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


def first_chart(visitor: Visitor, address: str) -> tuple[float, float]:
    """Seconds to the first chart of a first visit, and megabytes over the wire."""
    milliseconds, received = visitor.visit(address, f"{FIRST_CHART}({json.dumps(CHART)})")
    return milliseconds / 1000, received / 1e6


def report_first_charts(executable: str) -> None:
    """Print what first visits take, ours and the least by turns."""
    with (
        visitor(executable) as someone,
        served(GIVEN) as address,
        served(GIVEN, BARE) as bare,
    ):
        first_chart(someone, bare)  # a browser's own first page takes it seconds longer
        at_start, _ = first_chart(someone, address)
        pairs = [(first_chart(someone, address), first_chart(someone, bare)) for _ in range(VISITS)]
    ours, least = zip(*pairs, strict=True)
    print(
        f"\nfirst chart of a first visit: p50 {statistics.median(s for s, _ in ours):.2f} s, "
        f"right after the start {at_start:.2f} s (goal {GOALS['seconds']}); "
        f"{max(megabytes for _, megabytes in ours):.1f} MB (goal {GOALS['megabytes']})\n"
        f"of Streamlit with one chart and nothing else: p50 "
        f"{statistics.median(s for s, _ in least):.2f} s"
    )


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

    report_first_charts(executable)
    with served(GIVEN) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
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

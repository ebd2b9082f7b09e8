"""Take the pictures in docs/: each page, light and dark, on a desktop and on a phone."""

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # when run as a file

from scripts.browser import find_browser
from scripts.served import ROOT, served

DATABASE = ROOT / "data" / "indicators.duckdb"
FOLDER = ROOT / "docs"
DESKTOP, PHONE = (1440, 1000), (390, 844)
GROWTH = "/?indicator=grdp_growth&year=2024"
PICTURES: dict[str, tuple[str, tuple[int, int], Literal["light", "dark"]]] = {
    "overview": (GROWTH, DESKTOP, "light"),
    "overview-dark": (GROWTH, DESKTOP, "dark"),
    "overview-phone": (GROWTH, PHONE, "light"),
    "scoreboard": ("/?view=scoreboard&year=2024", DESKTOP, "light"),
    "map": (f"{GROWTH}&view=map", DESKTOP, "light"),
    "map-merged": (f"{GROWTH}&view=map&basis=34&lang=en", DESKTOP, "dark"),
    "province": ("/province?province=lang-son&year=2020", DESKTOP, "light"),
    "province-english": ("/province?province=lang-son&year=2021&lang=en", DESKTOP, "light"),
    "province-phone": ("/province?province=lang-son&year=2020", PHONE, "dark"),
    "indicator": ("/indicator?indicator=grdp_growth&province=lang-son&year=2020", DESKTOP, "light"),
    "indicator-compared": (
        "/indicator?indicator=grdp_growth&provinces=lang-son,ninh-binh,nam-dinh,ha-nam&year=2024",
        DESKTOP,
        "light",
    ),
    "ranking": ("/indicator?indicator=grdp_growth&year=2024&view=table", DESKTOP, "light"),
    "articles": ("/articles?article=000_49b6f01f64091812", DESKTOP, "light"),
    "data": ("/data?province=lang-son", DESKTOP, "light"),
    "method": ("/method", DESKTOP, "light"),
    "method-phone": ("/method?lang=en", PHONE, "dark"),
}
SETTLED = "[data-testid=stApp][data-test-script-state=notRunning]"
LOADING = "[data-testid=stSkeleton]"
DRAWN = 2000
"""Milliseconds until charts and tables that have loaded are drawn."""


def take(browser: Browser, address: str, name: str) -> None:
    """Take one picture."""
    path, (width, height), scheme = PICTURES[name]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.goto(address + path)
    page.wait_for_selector(SETTLED)
    page.wait_for_timeout(DRAWN)
    page.wait_for_selector(LOADING, state="detached")
    page.wait_for_timeout(DRAWN)
    page.screenshot(path=FOLDER / f"{name}.png")
    page.close()


def main() -> int:
    """Take all pictures; 1 where there is no browser or no database."""
    executable = find_browser()
    if executable is None or not DATABASE.exists():
        print("Pictures need a browser and a database: make test, make build", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    with served(DATABASE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        for name in PICTURES:
            take(browser, address, name)
            print(f"docs/{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Find a Chromium or Chrome for the browser tests, or install one.

`python scripts/browser.py` says what it found or installed. Where neither works it says why, and
fails under CI=true; else the browser tests are skipped.
"""

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def find_browser() -> str | None:
    """The path of a browser that starts: $CHROMIUM, one on the PATH, or Playwright's own."""
    for candidate in [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), MAC_CHROME]:
        if candidate and _starts(candidate):
            return candidate
    own = _playwrights()
    return own if own and _starts(own) else None


def install_browser() -> None:
    """Install Chromium: from the distribution where we may, else through Playwright."""
    is_root = os.geteuid() == 0
    if shutil.which("apt-get") and is_root:
        print("Installing Chromium with apt-get ...", flush=True)
        _run("apt-get", "-qq", "update")
        _run("apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium")
        if find_browser():
            return
    print("Installing Chromium with Playwright ...", flush=True)
    with_libraries = ["--with-deps"] if is_root else []
    _run(sys.executable, "-m", "playwright", "install", *with_libraries, "chromium")


def _playwrights() -> str | None:
    try:
        api = importlib.import_module("playwright.sync_api")
    except ImportError:
        return None
    with api.sync_playwright() as playwright:
        return str(playwright.chromium.executable_path)


def _starts(browser: str) -> bool:
    if not Path(browser).exists():
        return False
    try:
        done = subprocess.run([browser, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _run(*command: str) -> bool:
    """Run a command quietly; show what it said where it failed."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        print(f"{' '.join(command)} failed:\n{done.stderr.strip()[-500:]}", file=sys.stderr)
    return done.returncode == 0


def main() -> int:
    """Say which browser the tests will use."""
    browser = find_browser()
    if browser is None:
        install_browser()
        browser = find_browser()
    if browser:
        print(f"The browser tests use {browser}.")
        return 0
    print(
        "No Chromium or Chrome, and none could be installed: the browser tests are SKIPPED.\n"
        "Install one, or name it: CHROMIUM=/path/to/chromium make test",
        file=sys.stderr,
    )
    return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())

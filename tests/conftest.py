"""What the tests share: a database built once from the given articles, and the browser."""

import gc
import os
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import streamlit
from hypothesis import settings

from etl.models import Kind, Observation
from scripts.browser import find_browser

ROOT = Path(__file__).parent.parent

# Machines differ in speed; and in continuous integration each run tries the same examples.
settings.register_profile("ours", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("ours")


@pytest.fixture(scope="session")
def articles() -> Path:
    """The folder of the given articles."""
    return ROOT / "data" / "articles"


@pytest.fixture(scope="session")
def database(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database built from the given articles; to be read only."""
    from etl.build import build

    path = tmp_path_factory.mktemp("database") / "indicators.duckdb"
    build([articles], path)
    return path


@pytest.fixture
def observation() -> Callable[..., Observation]:
    """Makes observations: what is named differs from Lạng Sơn's GRDP growth in 2020."""
    usual = Observation(
        observation="o1",
        article="a1",
        province="lang-son",
        indicator="grdp_growth",
        kind=Kind.ACTUAL,
        period="2020",
        year=2020,
        low=None,
        high=None,
        unit="percent",
        out_of=None,
        pct_of_plan=None,
        yoy=None,
        estimated=False,
        quote="2,03%",
        sentence="Tốc độ tăng trưởng ước đạt 2,03%.",
        start_char=27,
        end_char=32,
    )

    def make(value: float | None = None, **changes: Any) -> Observation:
        if "period" in changes:
            changes.setdefault("year", int(changes["period"].split("..")[-1][:4]))
        return replace(usual, **({"low": value, "high": value} | changes))

    return make


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Have pytest-playwright start the browser that is there."""
    return browser_type_launch_args | {"executable_path": find_browser()}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser, skip what needs one aloud; in continuous integration, fail."""
    needing = [item for item in items if item.get_closest_marker("browser")]
    lacking = _lacking() if needing else None
    if lacking is None:
        return
    if os.environ.get("CI") == "true":
        raise pytest.UsageError(f"The browser tests cannot run: {lacking}")
    for item in needing:
        item.add_marker(pytest.mark.skip(reason=lacking))


def pytest_sessionfinish() -> None:
    """Close the app's cached connections: DuckDB complains of those still open at the exit."""
    streamlit.cache_resource.clear()
    gc.collect()


def _lacking() -> str | None:
    if find_spec("pytest_playwright") is None:
        return "pytest-playwright is not installed: make test"
    if find_browser() is None:
        return "no Chromium or Chrome was found: make test, or name one in $CHROMIUM"
    return None

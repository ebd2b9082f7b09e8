"""What a visitor does, in a real browser."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from scripts.served import served

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed: make test")
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

WIDTHS = {"phone": 390, "tablet": 768, "desktop": 1440}
PATHS = ("/", "/?view=scoreboard", "/?view=map&basis=34", "/province", "/indicator")
PATHS += ("/indicator?provinces=lang-son,nghe-an,ha-nam", "/indicator?view=table")
PATHS += ("/articles", "/data", "/method")
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def address(database: Path) -> Iterator[str]:
    with served(database) as address:
        yield address


@pytest.fixture
def visit(page: Page, address: str):
    """Opens a path and waits until the page has run."""

    def visit(path: str) -> Page:
        page.goto(f"{address}{path}")
        settle(page)
        return page

    return visit


def settle(page: Page) -> None:
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()
    expect(page.locator("h1").first).to_be_visible()


def choose(page: Page, label: str, typed: str, option: str) -> None:
    """Choose in a select box by typing, as a visitor does."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(typed)
    page.get_by_role("option", name=option).first.click()


def click_cell(page: Page, row: int, across: int) -> None:
    """Click into a row of the first table, so many pixels from its left; tables are canvas."""
    canvas = page.get_by_test_id("stDataFrame").first.locator("canvas").first
    expect(canvas).to_be_visible()
    canvas.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # until it is drawn
    box = canvas.bounding_box()
    assert box
    page.mouse.click(box["x"] + across, box["y"] + 35 * (row + 1) + 17)


def quotation(page: Page):
    return page.locator("blockquote").first


def test_from_opening_to_the_sentence_and_the_csv(visit, database):
    page = visit("/")
    page.get_by_role("link", name="Tỉnh, thành").first.click()
    page.wait_for_url("**/province**")
    settle(page)
    choose(page, "Tỉnh, thành", "lang son", "Lạng Sơn")
    expect(page.get_by_role("heading", name="Lạng Sơn", exact=True)).to_be_visible()
    choose(page, "Năm", "2020", "2020")
    page.wait_for_url(re.compile("province=lang-son.*year=2020"))

    expect(page.get_by_test_id("stMetricValue").first).to_have_text("2,03%")
    expect(page.get_by_test_id("stMetricValue").nth(1)).to_have_text("8,5–9%")
    expect(quotation(page).locator("mark").first).to_have_text("2,03%")

    page.get_by_role("link", name="Xem trong bài").first.click()
    page.wait_for_url("**/articles**article=000_49b6f01f64091812**")
    expect(
        page.get_by_role("heading", level=1, name="Hội nghị Ban Chấp hành Đảng bộ tỉnh")
    ).to_be_visible()
    expect(page.locator("p mark", has_text="2,03%")).to_be_visible()

    page.get_by_role("link", name="Dữ liệu").first.click()
    page.wait_for_url("**/data**")
    expect(page.get_by_text("dòng: mỗi dòng một chỉ tiêu")).to_be_visible()
    page.get_by_role("button", name="Tải về").click()
    with page.expect_download() as download:
        page.get_by_test_id("stDownloadButton").filter(has_text="CSV").click()
    assert download.value.suggested_filename == "chi-tieu-pairs-lang-son-2020.csv"
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to read the diacritics"
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    with duckdb.connect(str(database), read_only=True) as connection:
        expected = connection.execute(
            """SELECT s.indicator, s.unit, s.actual, s.target_low, s.status, s.actual_period,
                      o.quote, o.article
               FROM scorecard s LEFT JOIN observations o ON o.observation = s.actual_observation
               WHERE s.province = 'lang-son' AND s.year = 2020"""
        ).fetchall()
    assert sorted(
        (
            row["indicator"],
            row["unit"],
            float(row["actual"]) if row["actual"] else None,
            float(row["target_low"]) if row["target_low"] else None,
            row["status"],
            row["actual_period"] or None,
            row["actual_quote"] or None,
            row["actual_article"] or None,
        )
        for row in rows
    ) == sorted(expected)


def test_a_click_on_a_row_of_the_chart_opens_its_evidence(visit):
    page = visit("/?indicator=grdp_growth&year=2020")
    chart = page.get_by_test_id("stPlotlyChart").first
    expect(chart.get_by_text("Lạng Sơn")).to_be_visible()
    row = chart.get_by_text("Nghệ An").bounding_box()
    assert row
    page.mouse.click(row["x"] + row["width"] + 200, row["y"] + row["height"] / 2)
    page.wait_for_url("**province=nghe-an**")
    expect(page.get_by_text("Nghệ An · Tốc độ tăng trưởng GRDP · 2020")).to_be_visible()
    expect(quotation(page).locator("mark")).to_have_text("4,45%")


def click_text(page: Page, text: str, aside: float = 0) -> None:
    """Click on a text of the first chart, or so many pixels right of its end."""
    mark = page.get_by_test_id("stPlotlyChart").first.get_by_text(text, exact=True)
    expect(mark).to_be_visible()
    mark.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # until the page has come to rest
    box = mark.bounding_box()
    assert box
    across = box["x"] + (box["width"] + aside if aside else box["width"] / 2)
    page.mouse.click(across, box["y"] + box["height"] / 2)


def test_a_click_on_a_square_of_the_map_opens_its_evidence(visit):
    page = visit("/?indicator=grdp_growth&year=2024")
    page.get_by_role("radio", name="Bản đồ").click()
    page.wait_for_url("**view=map**")
    click_text(page, "TP.HCM")
    page.wait_for_url("**province=ho-chi-minh**")
    expect(page.get_by_text("TP. Hồ Chí Minh · Tốc độ tăng trưởng GRDP · 2024")).to_be_visible()
    page.get_by_role("radio", name="34").click()
    page.wait_for_url("**basis=34**")
    page.get_by_role("radio", name="Bình Dương").click()
    page.wait_for_url("**province=binh-duong**")
    expect(page.get_by_text("Bình Dương · Tốc độ tăng trưởng GRDP · 2024")).to_be_visible()


def test_a_click_on_a_cell_of_the_scoreboard_opens_its_evidence(visit):
    page = visit("/?view=scoreboard&year=2024")
    click_text(page, "Hậu Giang", aside=92)
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text("Hậu Giang · Thu ngân sách")).to_be_visible()
    expect(drawer.locator("mark").first).to_be_visible()
    page.wait_for_url(re.compile("indicator=budget_revenue.*province=hau-giang"))


def test_provinces_are_compared_side_by_side_and_a_dot_opens_its_evidence(visit):
    page = visit("/indicator?indicator=grdp_growth&province=lang-son&year=2020")
    choose(page, "So sánh", "nghe an", "Nghệ An")
    page.wait_for_url("**provinces=lang-son%2Cnghe-an**")
    charts = page.get_by_test_id("stPlotlyChart")
    expect(charts).to_have_count(2)
    dot = charts.nth(1).locator(".scatterlayer .trace .point").last.bounding_box()
    assert dot
    page.mouse.click(dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2)
    page.wait_for_url("**province=nghe-an**")
    expect(page.get_by_text("Nghệ An · Tốc độ tăng trưởng GRDP")).to_be_visible()
    page.get_by_role("button", name="Lạng Sơn", exact=True).click()
    page.wait_for_url("**provinces=nghe-an&**")
    expect(charts).to_have_count(1)


def test_a_targets_story_leads_from_its_setting_to_the_article_that_reports_on_it(visit):
    page = visit("/province?province=lang-son&year=2021&indicator=budget_revenue&lang=en")
    lines = (
        page.get_by_role("link")
        .filter(has_text="5,738.9")
        .or_(page.get_by_role("link").filter(has_text="5,835"))
    )
    expect(lines).to_have_count(2)
    expect(lines.first).to_contain_text("2 December 2020")
    expect(lines.last).to_contain_text("of the target in 50% of the year")
    lines.last.click()
    page.wait_for_url("**/articles**")


def test_a_chart_is_saved_as_svg_with_its_title_source_and_date(visit):
    page = visit("/province?province=lang-son&year=2020&lang=en")
    page.get_by_role("button", name="Download", exact=True).click()
    page.get_by_role("radio", name="SVG").click()
    settle(page)
    page.keyboard.press("Escape")
    camera = page.get_by_test_id("stPlotlyChart").first.locator(".modebar-btn")
    expect(camera).to_have_attribute("data-title", "Save the chart (SVG)")
    with page.expect_download() as download:
        camera.click()
    assert download.value.suggested_filename == "chi-tieu-targets-and-results-lang-son-2020.svg"
    picture = Path(download.value.path()).read_text(encoding="utf-8")
    for told in ("Targets and results: Lang Son, 2020", "Source: the press", "built", "rule v1"):
        assert told in picture


def test_a_click_on_a_row_of_a_table_opens_its_evidence_beside_the_page(visit):
    page = visit("/data?province=lang-son&year=2020")
    click_cell(page, row=0, across=120)
    drawer = page.get_by_role("dialog")
    expect(drawer).to_be_visible()
    expect(drawer.locator("mark").first).to_have_text("2,03%")


def test_a_click_in_the_list_opens_the_article_and_one_on_a_figure_finds_it_in_the_text(visit):
    page = visit("/articles?province=lang-son")
    click_cell(page, row=0, across=300)
    page.wait_for_url("**article=**")
    expect(page.get_by_role("button", name="Danh sách bài")).to_be_visible()
    expect(page.locator("p mark").first).to_be_visible()
    click_cell(page, row=0, across=60)
    expect(page.locator("p mark[style*=outline]")).to_have_count(1)
    page.get_by_role("button", name="Danh sách bài").click()
    expect(page.get_by_role("heading", name="Bài báo và số liệu trong bài")).to_be_visible()
    page.wait_for_url(lambda url: "article=" not in url)


def test_a_year_in_the_table_of_an_indicator_opens_its_evidence(visit):
    page = visit("/indicator?indicator=plan_tasks_done")
    click_cell(page, row=0, across=220)
    drawer = page.get_by_role("dialog")
    expect(drawer.locator("mark").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)


@pytest.mark.parametrize("typed", ["lang son", "Lạng Sơn", "LẠNG"])
def test_a_province_is_found_with_and_without_diacritics(visit, typed):
    page = visit("/province")
    choose(page, "Tỉnh, thành", typed, "Lạng Sơn")
    page.wait_for_url("**province=lang-son**")


def test_a_link_survives_the_change_of_language(visit):
    page = visit("/province?province=lang-son&year=2020&lang=en")
    expect(page.get_by_role("heading", name="Lang Son", exact=True)).to_be_visible()
    page.get_by_role("radio", name="VI").click()
    expect(page.get_by_role("heading", name="Lạng Sơn", exact=True)).to_be_visible()
    assert "province=lang-son" in page.url
    assert "year=2020" in page.url
    expect(page.locator("html")).to_have_attribute("lang", "vi")


def test_the_back_button_restores_what_was_shown(visit):
    page = visit("/province?province=lang-son&year=2020")
    choose(page, "Năm", "2021", "2021")
    page.wait_for_url("**year=2021**")
    settle(page)
    page.go_back()
    page.wait_for_url("**year=2020**")
    expect(page.get_by_test_id("stMetricValue").first).to_have_text("2,03%")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_scrolls_sideways(visit, page, path, width):
    page.set_viewport_size({"width": width, "height": 900})
    visit(path)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert page.get_by_text("error", exact=False).count() == 0


def test_a_first_link_after_the_start_opens_its_page(database, page):
    with served(database) as address:
        page.goto(f"{address}/province?province=lang-son&year=2020&lang=en")
        settle(page)
        expect(page.get_by_role("heading", name="Lang Son", exact=True)).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)

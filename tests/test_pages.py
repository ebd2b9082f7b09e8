"""Every page through the app, in both languages, without a browser."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from etl.publish import SCHEMA_VERSION

ROOT = Path(__file__).parent.parent
PAGES = ("overview", "province", "indicator", "articles", "data", "method")
NASTY = "Thu <script>alert(1)</script> $5$ **đậm** :red[đỏ] đạt 2,03% năm 2020."

Open = Callable[..., AppTest]


@pytest.fixture
def open_page(monkeypatch, database) -> Open:
    """Opens a page of the app with the values of its URL."""

    def open_page(page: str = "overview", file: Path = database, **url: str) -> AppTest:
        monkeypatch.setenv("CHI_TIEU_DATABASE", str(file))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        app.query_params.update(url)
        app.run()
        if page != "overview":
            app.query_params.update(url)
            app.switch_page(f"pages/{page}.py").run()
        assert not app.exception, [each.message for each in app.exception]
        return app

    return open_page


@pytest.fixture
def copy(database, tmp_path) -> Callable[[str], Path]:
    """Makes a copy of the database, changed by a statement."""

    def copy(sql: str) -> Path:
        file = tmp_path / "changed.duckdb"
        file.write_bytes(database.read_bytes())
        with duckdb.connect(str(file)) as connection:
            connection.execute(sql)
        return file

    return copy


def text(app: AppTest) -> str:
    """All that a page says."""
    kinds = ("title", "markdown", "caption", "info", "warning", "error", "subheader", "header")
    words = [str(element.value) for kind in kinds for element in getattr(app, kind)]
    words += [f"{metric.label} {metric.value}" for metric in app.metric]
    return "\n".join([*words, *(element.proto.body for element in app.get("html"))])


def marked(app: AppTest) -> list[str]:
    return [element.proto.body for element in app.get("html") if "<mark" in element.proto.body]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_in_both_languages(open_page, name, lang):
    app = open_page(name, lang=lang)
    assert app.title
    assert not app.error


def test_a_link_opens_just_that_province_year_and_language(open_page):
    app = open_page("province", province="lang-son", year="2020", lang="en")
    assert app.title[0].value == "Lang Son"
    said = text(app)
    assert "Result 2.03%" in said
    assert "Target 8.5–9%" in said
    assert "far off" in said
    assert "rule v1" in said.replace("\\", "")


@pytest.mark.parametrize("basis", ["63", "34"])
@pytest.mark.parametrize("view", ["scoreboard", "chart", "map"])
def test_the_overviews_views_show_one_selection_and_link_to_it(open_page, view, basis):
    link = {"view": view, "basis": basis, "year": "2023", "indicator": "grdp_growth"}
    app = open_page("overview", province="ninh-thuan", region="", **link)
    wanted = {"view": view, "basis": basis} | link
    usual = {"view": "chart", "basis": "63"}
    assert {name: app.query_params.get(name, usual.get(name)) for name in wanted} == wanted
    assert app.query_params["province"] == "ninh-thuan"
    assert "2023" in app.selectbox(key="choose_year").value


@pytest.mark.parametrize(
    ("page", "url"),
    [
        ("overview", {"view": "scoreboard"}),
        ("overview", {"view": "chart", "basis": "34"}),
        ("overview", {"view": "map", "basis": "34", "colour": "value"}),
        ("province", {"province": "lang-son", "year": "2020"}),
        ("indicator", {"province": "lang-son"}),
        ("indicator", {"provinces": "lang-son,nghe-an"}),
        ("method", {}),
    ],
)
def test_every_chart_is_one_that_plotly_knows(open_page, page, url):
    charts = open_page(page, **url).get("plotly_chart")
    assert charts
    for chart in charts:
        go.Figure(json.loads(chart.proto.spec))  # raises ValueError for what it does not know


def test_a_switch_of_view_keeps_the_year_and_the_indicator(open_page):
    app = open_page("overview", indicator="budget_revenue", year="2023")
    app.segmented_control(key="choose_view").set_value("scoreboard").run()
    app.segmented_control(key="choose_view").set_value("map").run()
    assert app.query_params["view"] == "map"
    assert app.selectbox(key="choose_indicator").value == "budget_revenue"
    assert app.selectbox(key="choose_year").value == "2023"


def test_an_old_link_to_the_overview_shows_its_chart(open_page):
    app = open_page("overview", indicator="grdp_growth", year="2024")
    assert app.segmented_control(key="choose_view").value == "chart"
    assert app.segmented_control(key="choose_basis").value == "63"


@pytest.mark.parametrize(("year", "basis"), [("2024", "63"), ("2025", "34"), ("2026", "34")])
def test_the_provinces_of_the_year_are_shown_first(open_page, year, basis):
    app = open_page("overview", indicator="grdp_growth", year=year)
    assert app.segmented_control(key="choose_basis").value == basis


def test_a_sum_is_told_with_what_went_into_it(open_page):
    app = open_page("overview", indicator="grdp_size", year="2023", basis="34")
    said = text(app).replace("\\", "")
    assert "227.343 tỷ đồng (2023), cộng từ 2 tỉnh: Long An 168.108, Tây Ninh 59.235" in said


def test_rates_are_never_added(open_page):
    app = open_page("overview", indicator="grdp_growth", year="2023", basis="34")
    assert "cộng từ" not in text(app)


def test_figures_of_merged_provinces_are_counted_where_the_former_ones_are_shown(open_page):
    app = open_page("overview", indicator="grdp_growth", year="2025", basis="63")
    assert "là của tỉnh, thành mới sau sáp nhập" in text(app)


def test_a_merged_province_shows_its_members_side_by_side(open_page):
    app = open_page("province", province="phu-tho", year="2024", lang="en")
    assert "The provinces that are Phu Tho now, in 2024" in text(app)
    side_by_side = app.dataframe[-1].value
    assert list(side_by_side.columns) == ["indicator", "hoa-binh", "phu-tho", "vinh-phuc"]
    growth = side_by_side[side_by_side["indicator"] == "GRDP growth"].iloc[0]
    assert (growth["phu-tho"], growth["vinh-phuc"]) == ("▲ 9.53%", "10%")


def test_members_are_shown_where_the_province_itself_has_no_figures(open_page):
    app = open_page("province", province="an-giang", year="2024")
    assert "Các tỉnh nay là An Giang, năm 2024" in text(app)


def test_a_provinces_own_figures_of_an_unmerged_province_stand_alone(open_page):
    assert "Các tỉnh nay là" not in text(open_page("province", province="lang-son", year="2020"))


@pytest.mark.parametrize(
    ("province", "label"),
    [("ha-nam", "Nay thuộc Ninh Bình"), ("ninh-binh", "Hà Nam trước 7/2025")],
)
def test_a_province_links_to_what_it_became_and_what_it_was(open_page, province, label):
    app = open_page("province", province=province)
    assert label in [link.proto.label for link in app.get("page_link")]


def test_a_result_told_after_a_merger_is_not_set_silently_beside_a_target_from_before(open_page):
    app = open_page("province", province="hung-yen", year="2025", indicator="budget_revenue")
    assert "có thể không cùng một địa bàn" in text(app)


def test_provinces_are_compared_as_the_link_tells(open_page):
    app = open_page("indicator", indicator="grdp_growth", provinces="lang-son,nghe-an,atlantis")
    assert app.session_state["compared"] == ["lang-son", "nghe-an"]
    assert app.query_params["provinces"] == "lang-son,nghe-an"
    assert len(app.get("plotly_chart")) == 2


def test_a_seventh_province_is_left_out(open_page):
    names = "lang-son,nghe-an,ha-nam,nam-dinh,ninh-binh,can-tho,an-giang"
    app = open_page("indicator", indicator="grdp_growth", provinces=names)
    assert app.query_params["provinces"] == names.removesuffix(",an-giang")
    assert app.selectbox(key="choose_provinces").disabled


def test_a_province_without_figures_is_named_among_those_compared(open_page):
    for names in ("hue", "hue,lang-son"):
        app = open_page("indicator", indicator="grdp_growth", provinces=names)
        assert "Huế: chưa có số liệu về chỉ tiêu này" in text(app).replace("\\", "")


def test_one_province_more_can_be_compared(open_page):
    app = open_page("indicator", indicator="grdp_growth", province="lang-son")
    app.selectbox(key="choose_provinces").select("nghe-an").run()
    assert app.query_params["provinces"] == "lang-son,nghe-an"


def test_a_press_compares_with_the_same_region(open_page):
    app = open_page("indicator", indicator="grdp_growth", province="lang-son")
    next(each for each in app.button if each.label == "So với các tỉnh, thành cùng vùng").click()
    app.run()
    names = app.query_params["provinces"].split(",")
    regions = {queries.provinces()[name]["region"] for name in names}
    assert names[0] == "lang-son"
    assert len(names) == 6
    assert regions == {"trung-du-mien-nui-phia-bac"}


def test_the_ranking_names_the_provinces_that_it_lacks(open_page):
    app = open_page("indicator", indicator="grdp_growth", year="2024", view="table")
    assert app.dataframe[0].value["rank"].iloc[0] == 1
    said = text(app).replace("\\", "")
    assert "39 trong 63 tỉnh, thành chưa có kết quả cả năm 2024 để xếp hạng: An Giang" in said


def test_a_province_of_another_region_keeps_its_figures_when_compared(open_page):
    names = {"provinces": "lang-son,can-tho", "region": "dong-nam-bo"}
    app = open_page("indicator", indicator="grdp_growth", **names)
    assert len(app.get("plotly_chart")) == 2
    assert "chưa có số liệu về chỉ tiêu này" not in text(app)


def test_a_year_without_full_results_cannot_be_ranked_and_says_so(open_page):
    app = open_page("indicator", indicator="grdp_growth", year="2026", view="table")
    assert "chưa có kết quả cả năm nào để xếp hạng" in app.info[0].value


def test_the_scoreboard_says_how_many_provinces_it_lacks(open_page):
    app = open_page("overview", view="scoreboard", year="2024")
    assert "trong 63 tỉnh, thành không có cặp" in text(app)


@pytest.mark.parametrize("theme", ["society", ""])
def test_the_scoreboards_sentence_counts_each_pair_once(open_page, database, theme):
    with duckdb.connect(str(database), read_only=True) as connection:
        told = connection.execute(
            """SELECT count(*) FROM scorecard JOIN indicators USING (indicator)
               WHERE year = 2023 AND status NOT IN ('no_target', 'no_actual')
                 AND (? = '' OR theme = ?)""",
            [theme, theme],
        ).fetchall()
    app = open_page("overview", view="scoreboard", year="2023", theme=theme)
    counts = re.search(
        r"có (\d+) cặp .*?: (\d+) đạt, (\d+) gần đạt, (\d+) chưa đạt(?:; (\d+) cặp)?",
        text(app).replace("\\", ""),
    )
    assert counts
    pairs, *outcomes = (int(count or 0) for count in counts.groups())
    assert (pairs,) == told[0]
    assert pairs == sum(outcomes) > 0


def test_a_scoreboard_without_pairs_says_what_to_do(open_page):
    app = open_page("overview", view="scoreboard", year="2024", theme="party")
    (hint,) = app.info
    assert "bớt bộ lọc" in hint.value


def test_the_evidence_marks_actual_and_target_in_their_sentence(open_page):
    app = open_page("province", province="lang-son", year="2020")
    (sentence,) = marked(app)
    assert ">2,03%</mark>" in sentence
    assert ">8,5 – 9%</mark>" in sentence


def test_a_figure_comes_with_its_article_and_a_citation_to_copy(open_page):
    app = open_page("province", province="lang-son", year="2020", lang="en")
    title = "Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ hai"
    assert f"{title}\n" in text(app)
    (citation,) = [element.value for element in app.code]
    assert citation.startswith(
        "GRDP growth, Lang Son, 2020: result «2,03%»; target «8,5 – 9%». "
        f"“{title}”, baolangson.vn, 2 December 2020. http"
    )
    assert citation.endswith("rule v1.")


def test_a_stated_target_is_checked_against_the_implied_one(open_page):
    app = open_page("province", province="lang-son", year="2021", indicator="budget_revenue")
    said = text(app).replace("\\", "")
    assert "98,35% kế hoạch suy ra 5.835,2; nêu 5.835 tỷ đồng: khớp" in said
    assert "vượt tiến độ" in said


@pytest.mark.parametrize(
    ("province", "year", "status"),
    [("nghe-an", "2020", "chưa có chỉ tiêu"), ("ninh-thuan", "2023", "chưa có kết quả")],
)
def test_a_missing_side_is_said_plainly(open_page, province, year, status):
    assert status in text(open_page("province", province=province, year=year))


def test_a_theme_whose_indicators_stand_apart_in_the_catalogue_is_one_table(open_page, copy):
    file = copy(
        """INSERT INTO scorecard BY NAME
           SELECT 'bac-kan' AS province, indicator, 2022 AS year, unit,
             1.0 AS actual, 1.0 AS actual_low, 1.0 AS actual_high, '2022' AS actual_period,
             'none' AS actual_observation, false AS estimated, 'no_target' AS status,
             0 AS differing, '1' AS rule_version FROM indicators"""
    )
    app = open_page("province", file=file, province="bac-kan", year="2022", lang="en")
    headings = [element.value for element in app.subheader]
    assert len(set(headings)) == len(headings)


def test_filters_are_kept_from_page_to_page(open_page):
    app = open_page("overview", indicator="budget_revenue", year="2021", lang="en")
    app.switch_page("pages/indicator.py").run()
    assert app.title[0].value == "State budget revenue"
    app.switch_page("pages/data.py").run()
    assert app.selectbox(key="choose_year").value == "2021"
    assert app.query_params["indicator"] == "budget_revenue"


def test_choosing_in_a_box_shows_and_links_that_choice(open_page):
    app = open_page("province")
    app.selectbox(key="choose_province").select("lang-son").run()
    app.selectbox(key="choose_year").select("2021").run()
    assert app.title[0].value == "Lạng Sơn"
    assert app.query_params["province"] == "lang-son"
    assert app.query_params["year"] == "2021"


def test_switching_the_language_keeps_the_choices(open_page):
    app = open_page("province", province="lang-son", year="2020")
    app.segmented_control(key="choose_lang").set_value("en").run()
    assert app.title[0].value == "Lang Son"
    assert app.selectbox(key="choose_year").value == "2020"


@pytest.mark.parametrize(
    ("shown", "name", "value"),
    [
        ("province", "province", "atlantis"),
        ("province", "year", "1066"),
        ("province", "theme", "magic"),
        ("indicator", "provinces", "atlantis"),
        ("overview", "indicator", "happiness"),
        ("overview", "region", "mars"),
        ("articles", "article", "none"),
        ("data", "year", "<script>"),
    ],
)
def test_an_unknown_value_in_the_url_is_told_clearly(open_page, shown, name, value):
    app = open_page(shown, **{name: value})
    (warning,) = app.warning
    assert value in warning.value.replace("\\", "")
    assert app.title


def test_an_unknown_language_falls_back_to_vietnamese(open_page):
    assert open_page(lang="xx").title[0].value == "Chỉ tiêu đề ra, kết quả đạt được"


def test_a_province_without_figures_in_a_year_names_the_years_that_have_some(open_page):
    app = open_page("province", province="bac-kan", year="2025")
    (hint,) = app.info
    assert "2021" in hint.value


def test_filters_that_match_nothing_say_what_to_do(open_page):
    app = open_page("data", province="bac-kan", year="2026", indicator="pci_rank")
    (hint,) = app.info
    assert "bộ lọc" in hint.value


def test_a_database_without_figures_says_so_on_every_page(open_page, copy):
    file = copy(
        "DELETE FROM scorecard; DELETE FROM observations; DELETE FROM numbers; DELETE FROM articles"
    )
    for page in PAGES:
        assert open_page(page, file=file).info, page


def test_an_article_shows_its_figures_by_kind_and_the_other_numbers_with_their_fate(
    open_page, database
):
    article = "000_49b6f01f64091812"
    app = open_page("articles", article=article)
    html = marked(app)[-1]
    assert ">2,03%</mark>" in html
    assert "kết quả · 2020" in html
    with duckdb.connect(str(database), read_only=True) as connection:
        ((others,),) = connection.execute(
            "SELECT count(*) FROM numbers WHERE article = ? AND fate <> 'observation'", [article]
        ).fetchall()
    assert 0 < html.count("<span") <= others
    assert html.count(' title="') == html.count("<span") + html.count("<mark")


def test_markup_in_an_article_never_reaches_the_page(open_page, copy):
    start = NASTY.index("2,03%")
    file = copy(
        f"""UPDATE articles SET text = '{NASTY}', title = '{NASTY}', publisher = '{NASTY}'
            WHERE article = '000_49b6f01f64091812';
            UPDATE observations SET sentence = '{NASTY}', start_char = {start},
                end_char = {start + 5}
            WHERE article = '000_49b6f01f64091812' AND quote = '2,03%'"""
    )
    for page, url in (
        ("articles", {"article": "000_49b6f01f64091812"}),
        ("province", {"province": "lang-son", "year": "2020"}),
    ):
        said = text(open_page(page, file=file, **url))
        ours = "<script>document.documentElement.lang = 'vi'</script>"
        assert "<script" not in said.replace("\\<script", "").replace(ours, "")
        assert "**đậm**" not in "".join(
            element.value for element in open_page(page, file=file, **url).markdown
        )


def test_an_article_that_could_not_be_read_is_shown_with_what_is_wrong(open_page, copy):
    file = copy(
        """UPDATE articles SET text = '', title = NULL, publisher = NULL, published = NULL,
             province = NULL, province_basis = NULL, url = 'javascript:alert(1)',
             problem = 'not text (binary)' WHERE article = '000_49b6f01f64091812';
           DELETE FROM observations WHERE article = '000_49b6f01f64091812';
           DELETE FROM numbers WHERE article = '000_49b6f01f64091812'"""
    )
    said = text(open_page("articles", file=file, article="000_49b6f01f64091812"))
    assert "not text \\(binary\\)" in said
    assert "javascript" not in said


def test_downloads_tell_their_sizes_once_asked_for(open_page):
    app = open_page("data", province="lang-son", year="2020")
    assert not app.get("download_button")
    app.session_state["download"] = True
    app.run()
    labels = [button.proto.label for button in app.get("download_button")]
    assert [label.split()[0] for label in labels] == ["CSV", "Parquet"]
    assert all("kB" in label for label in labels)


def test_everything_can_be_downloaded_in_every_form(open_page):
    app = open_page("data", lang="en")
    app.session_state["all"] = True
    app.run()
    assert not app.exception
    labels = [button.proto.label for button in app.get("download_button")]
    assert [label.split(" (")[0] for label in labels] == [
        "CSV",
        "Parquet",
        "CSV",
        "Parquet",
        "Data package, ZIP",
        "DuckDB file",
    ]


def test_without_a_database_the_app_builds_one(open_page, tmp_path, monkeypatch):
    from etl import build as building

    folder = tmp_path / "articles"
    folder.mkdir()
    source = ROOT / "data" / "articles" / "original" / "000_49b6f01f64091812.txt"
    (folder / source.name).write_bytes(source.read_bytes())
    build = building.build
    monkeypatch.setattr(
        building,
        "build",
        lambda database, progress: build([folder], database, progress),
    )
    file = tmp_path / "new" / "indicators.duckdb"
    app = open_page("province", file=file, province="lang-son", year="2020")
    assert file.exists()
    assert "2,03%" in text(app)


def test_an_app_that_can_build_none_says_what_to_do(open_page, tmp_path, monkeypatch):
    from etl import build as building

    def fail(**_: object) -> None:
        raise building.NothingToBuildError("No articles in there: put some.")

    monkeypatch.setattr(building, "build", fail)
    app = open_page(file=tmp_path / "none.duckdb")
    assert "put some" in text(app)
    assert "make build" in app.code[0].value


@pytest.mark.parametrize(
    "sql",
    [
        f"UPDATE build SET schema_version = {SCHEMA_VERSION + 1}",
        "DROP TABLE build",
        "ALTER TABLE scorecard DROP COLUMN target_confirmed",
        "DELETE FROM build",
    ],
)
def test_a_database_of_another_version_is_named_with_the_remedy(open_page, copy, sql):
    app = open_page(file=copy(sql))
    (error,) = app.error
    assert "phiên bản khác" in error.value
    assert "python -m etl build" in app.code[0].value


def test_a_file_that_is_no_database_is_named_with_the_remedy(open_page, tmp_path):
    file = tmp_path / "broken.duckdb"
    file.write_bytes(b"no database" * 500)
    app = open_page(file=file)
    assert app.error
    assert "make build" in app.code[0].value


def test_a_database_swapped_while_the_app_runs_is_shown(open_page, copy, monkeypatch):
    file = copy("SELECT 1")
    monkeypatch.setenv("CHI_TIEU_DATABASE", str(file))
    assert queries.totals()["articles"] > 0
    other = file.with_name("other.duckdb")
    other.write_bytes(file.read_bytes())
    with duckdb.connect(str(other)) as connection:
        connection.execute("DELETE FROM articles")
    other.replace(file)
    assert queries.totals()["articles"] == 0

"""What can be taken along: buttons for the rows shown and for all data, with their sizes.

A file is made when its popover is opened, so that no page waits for one that nobody asked for.
"""

import streamlit as st

from dashboard import charts, exports, extracts, formats, published, queries
from dashboard.dictionary import dictionary
from dashboard.extracts import View
from dashboard.package import package
from dashboard.selections import EVERYTHING, Selection
from dashboard.words import Words

MANY = 100_000
"""Rows, some 100 MB, from which the tables are to be had in the DuckDB file only."""
HUGE = 500_000_000
"""Bytes from which the DuckDB file is not sent through a page either."""
TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet", "zip": "application/zip"}
ICON = ":material/download:"


def offer(view: View, selection: Selection, say: Words, *, drawn: bool = False) -> None:
    """A popover to download the rows of a view that the page shows, also where they are `drawn`."""
    label = say("download.open")
    with st.popover(label, icon=ICON, type="tertiary", on_change="rerun", key="download") as opened:
        if opened.open:
            rows = extracts.count(view, selection)
            st.markdown(say.count(f"data.count_{view}", rows))
            _tables(view, selection, rows, say)
            st.caption(say("download.cite"))
            if drawn:
                charts.choose_image()


def offer_all(say: Words) -> None:
    """A popover to download everything: both tables, the package, the database."""
    with st.popover(say("download.open_all"), icon=ICON, on_change="rerun", key="all") as opened:
        if not opened.open:
            return
        counts = {view: extracts.count(view, EVERYTHING) for view in extracts.VIEWS}
        for view, rows in counts.items():
            st.markdown(f"**{say(f'view.{view}')}**")
            _tables(view, EVERYTHING, rows, say)
        st.markdown(f"**{say('download.together')}**")
        if max(counts.values()) <= MANY:
            _button("zip", _package(published.stamp()), f"chi-tieu-{_day()}.zip", say)
            st.caption(say("download.package"))
        size = published.database().stat().st_size
        if size <= HUGE:
            _button("duckdb", published.file_bytes(), "chi-tieu.duckdb", say)
            st.caption(say("download.duckdb_note"))
        else:
            st.caption(say("download.huge", size=formats.size(size, say)))


def file_name(view: View, selection: Selection, ending: str) -> str:
    """An ASCII file name that tells what was filtered."""
    parts = [str(value).replace("_", "-") for value in selection if value]
    return "-".join(["chi-tieu", view, *parts]) + f".{ending}"


def _tables(view: View, selection: Selection, rows: int, say: Words) -> None:
    if rows > MANY:
        st.caption(say("download.many"))
        return
    with st.container(horizontal=True, gap="small"):
        for ending in ("csv", "parquet"):
            content = _file(published.stamp(), view, selection, ending)
            _button(ending, content, file_name(view, selection, ending), say)


def _button(ending: str, content: bytes, name: str, say: Words) -> None:
    st.download_button(
        say(f"download.{ending}", size=formats.size(len(content), say)),
        content,
        file_name=name,
        mime=TYPES.get(ending, "application/octet-stream"),
        on_click="ignore",
        key=name,
    )


def _day() -> str:
    return f"{queries.built_at():%Y%m%d}"


@st.cache_data(max_entries=16, show_spinner=False)
def _file(stamp: published.Stamp, view: View, selection: Selection, ending: str) -> bytes:
    rows = extracts.whole(view, selection)
    return exports.spreadsheet(rows) if ending == "csv" else exports.parquet(rows)


@st.cache_data(max_entries=1, show_spinner=False)
def _package(stamp: published.Stamp) -> bytes:
    return package(
        {name: extracts.packaged(name) for name in extracts.PACKAGED},
        dictionary(),
        extracts.required(),
        queries.build(),
        extracts.publishers(),
    )

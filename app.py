"""The entrance: page setup, a database to show, navigation, and the filters' way to the URL."""

from pathlib import Path

import streamlit as st

from dashboard import database, entrance, evidence, filters

LOGO = Path(__file__).parent / "dashboard" / "logo.svg"

st.set_page_config(page_title="Chỉ tiêu", page_icon=LOGO, layout="wide")
st.logo(LOGO)
filters.begin()
say = filters.say()

pages = [
    st.Page("pages/overview.py", title=say("nav.overview"), url_path="overview", default=True),
    st.Page("pages/province.py", title=say("nav.province"), url_path="province"),
    st.Page("pages/indicator.py", title=say("nav.indicator"), url_path="indicator"),
    st.Page("pages/articles.py", title=say("nav.articles"), url_path="articles"),
    st.Page("pages/data.py", title=say("nav.data"), url_path="data"),
    st.Page("pages/method.py", title=say("nav.method"), url_path="method"),
]
page = st.navigation(pages, position="top")

database.require()
with entrance.showing():
    page.run()
evidence.answer()
# Screen readers read by the page's language, which Streamlit leaves at English.
st.html(
    f"<script>document.documentElement.lang = '{say.language}'</script>",
    unsafe_allow_javascript=True,
)
filters.finish()

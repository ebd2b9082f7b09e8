"""See that there is a database to show: build it where there is none, else say what to do."""

import logging
from threading import Lock

import streamlit as st

from dashboard import filters, published

_LOG = logging.getLogger(__name__)
_BUILDING = Lock()
"""Held while a session builds, so that others wait for it instead of building once more."""


def require() -> None:
    """Go on where the database can be shown; build a missing one; else say so and stop the run."""
    say = filters.say()
    reason = ""
    problem = published.problem()
    if problem == "missing":
        reason = _build()
        problem = published.problem()
    if problem is None:
        return
    st.title(say("app.title"))
    file = filters.plain_markdown(str(published.database()))
    st.error(say(f"database.{problem}", file=file), icon=":material/database_off:")
    if reason:
        st.markdown(filters.plain_markdown(reason))
    st.markdown(say("database.remedy"))
    st.code("make build\npython -m etl build", language="bash")
    st.stop()


def _build() -> str:
    """Build the database; what kept it from being built, else an empty text."""
    from etl.build import build  # only here: pages that find a database need no recogniser

    say = filters.say()
    bar = st.progress(0.0, say("database.building"))

    def progress(done: int, total: int) -> None:
        bar.progress(done / total, say("database.building_of", done=done, total=total))

    with _BUILDING:
        if published.database().exists():
            return ""
        try:
            build(database=published.database(), progress=progress)
        except Exception as error:  # whatever it is, the visitor is told and the log has it whole
            _LOG.exception("The database could not be built")
            return str(error)
        finally:
            bar.empty()
    return ""

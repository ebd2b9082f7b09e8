"""Articles: what each one states, marked in its text, and why its other numbers are no figures."""

import streamlit as st

from dashboard import entrance, filters, passage, queries, reading

SHOWN = 200  # articles that the list holds at most

entrance.through_app()
say = filters.say()
with filters.row():
    province = filters.province(optional=True)

identifier = filters.current("article")
article = queries.article(identifier) if identifier else None
if identifier and article is None:
    st.warning(say("unknown.article", value=filters.plain_markdown(identifier)))

if article is None:
    st.title(say("articles.title"))
    count = queries.count_articles(province)
    if not count:
        st.info(say("empty.articles"), icon=":material/search_off:")
        entrance.end_page()
    st.markdown(say.count("articles.sentence", count))
    if count > SHOWN:
        st.caption(say.count("articles.first", SHOWN))
    reading.choose_from(queries.articles(province, SHOWN), say)
    entrance.end_page()

filters.keep("article", article["article"])
st.button(
    say("articles.back"),
    icon=":material/arrow_back:",
    type="tertiary",
    on_click=filters.drop,
    args=("article",),
)
st.title(filters.plain_markdown(article["title"] or article["article"]))
st.markdown(reading.head(article, say))
if article["problem"]:
    told = filters.plain_markdown(reading.problem(article["problem"], say))
    st.caption(say("articles.problem", problem=told))

figures = queries.article_figures(article["article"])
numbers = queries.article_numbers(article["article"])
left, right = st.columns([1.1, 1], gap="large")
with right:
    st.header(say.count("articles.figures", len(figures)))
    chosen = reading.figures_table(figures, say)
    with st.expander(say.count("articles.others", len(numbers))):
        reading.numbers_table(numbers, say)
with left:
    st.html(reading.legend(say))
    st.html(passage.paragraphs(article["text"], reading.marks(figures, numbers, chosen, say)))

"""The tables of the Method page: the rule by example, and how well each indicator is read."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard import filters, formats, queries, tables
from dashboard.status import mark
from dashboard.words import Words
from etl.models import Direction, Measure
from etl.status import Figure, judge, parse_period


@dataclass(frozen=True, slots=True)
class Example:
    """A result and a target to judge: bounds, unit, measure, direction, and the result's period."""

    actual: float
    low: float | None
    high: float | None
    unit: str = "percent"
    measure: Measure = Measure.RATE
    direction: Direction = Direction.UP
    period: str = "2020"


EXAMPLES = (
    Example(10.04, 8.5, 9),
    Example(8.7, 8.5, 9),
    Example(8.2, 8.5, 9),
    Example(6, 8.5, 9),
    Example(2.03, 8.5, 9),
    Example(-1.5, 8.5, 9),
    Example(1.2, None, 1, measure=Measure.STOCK, direction=Direction.DOWN),
    Example(36, 33, 34, direction=Direction.NEUTRAL),
    Example(5738.9, 5835, 5835, "billion_vnd", Measure.FLOW, period="2020-H1"),
    Example(6.1, 8, 8, period="2020-9M"),
)


def examples(say: Words) -> None:
    """Show what the rule says of some results and targets."""
    rows = pd.DataFrame([_judged(example, say) for example in EXAMPLES])
    st.dataframe(
        rows,
        column_config={
            name: st.column_config.TextColumn(
                say(f"column.{name}"),
                alignment="right" if name in tables.NUMBERS else "left",
                width=tables.WIDTHS.get(name),
            )
            for name in rows.columns
        },
        hide_index=True,
        height="content",
        alt=say("method.examples"),
    )


def accuracy(say: Words) -> None:
    """Show how well the articles were read at the last build, in all and by indicator."""
    build = queries.build()
    if build["f1"] is None:
        st.info(say("accuracy.none"), icon=":material/rule:")
        return
    st.markdown(
        say(
            "accuracy.sentence",
            labelled=formats.number(build["labelled_facts"], say),
            precision=formats.share(build["precision"], say),
            recall=formats.share(build["recall"], say),
            f1=formats.number(build["f1"], say),
        )
    )
    read = [
        {
            "indicator": say.name(row),
            "labelled": row["labelled"],
            "correct": row["correct"],
            "wrong": row["wrong"],
            "precision": formats.share(row["precision"], say) or "–",
            "recall": formats.share(row["recall"], say) or "–",
        }
        for row in queries.accuracy()
    ]
    st.dataframe(
        pd.DataFrame(read),
        column_config={
            "indicator": st.column_config.TextColumn(say("column.indicator"), width=320),
        }
        | {
            name: st.column_config.Column(say(f"accuracy.{name}"), alignment="right")
            for name in ("labelled", "correct", "wrong", "precision", "recall")
        },
        hide_index=True,
        height=420,
        alt=say("accuracy.title"),
    )


def citation(text: str, say: Words) -> str:
    """How to cite the collection as it was built."""
    build = queries.build()
    return text.format(
        version=filters.plain_markdown(build["version"]),
        built=formats.day(build["built_at"].date(), say),
        rule_version=filters.plain_markdown(build["rule_version"]),
    )


def _judged(example: Example, say: Words) -> dict[str, str]:
    unit = example.unit
    actual = Figure(example.actual, example.actual, unit, parse_period(example.period))
    target = Figure(example.low, example.high, unit, parse_period("2020"))
    verdict = judge(actual, target, example.measure, example.direction)
    share = formats.share(verdict.attainment, say)
    if verdict.pace is not None:
        share += f" · {say('cell.pace', pace=formats.number(verdict.pace, say))}"
    return {
        "actual": formats.with_unit(formats.number(example.actual, say), unit, say),
        "period": formats.period(example.period, say),
        "target": formats.with_unit(formats.bounds(example.low, example.high, say), unit, say),
        "direction": say(f"direction.{example.direction}").rstrip("."),
        "attainment": share,
        "gap": formats.gap(verdict.gap, unit, say),
        "status": f"{mark(verdict.status).glyph} {say(f'status.{verdict.status}')}",
    }

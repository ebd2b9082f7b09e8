"""How well short passages by others are read: words of the trade, targets or results, periods.

The passages are invented, figures and all; those of periods, of the first two sets of words and
some of targets were looked at while rules were made, the others were not. Each line: title, date,
text and facts (province, indicator, kind, period, low, high, unit).
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from etl.build import read_article
from etl.evaluate import fact_of, written
from etl.placing.gazetteer import load_places

PASSAGES = Path(__file__).parent / "gold" / "passages"


@pytest.mark.parametrize(
    ("name", "least"),
    [("kind", 0.81), ("time", 0.84), ("words_1", 0.96), ("words_2", 0.89), ("words_3", 0.83)],
)
def test_passages_by_others_are_read_as_well_as_before(
    name: str, least: float, tmp_path: Path
) -> None:
    provinces = load_places().provinces
    labelled = found = right = 0
    for line in (PASSAGES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        year, month, day = passage["date"].split("-")
        path = tmp_path / f"{passage['id']}.txt"
        dated = f"Ngày đăng: {day}/{month}/{year}"
        path.write_text(f"{passage['title']}\n\n{dated}\n\n{passage['text']}\n", encoding="utf-8")
        told = Counter(
            fact_of(each, provinces)[1:] for each in read_article(path).extraction.observations
        )
        expected = Counter(
            (*fact[:4], written(fact[4]), written(fact[5]), fact[6]) for fact in passage["facts"]
        )
        labelled, found = labelled + expected.total(), found + told.total()
        right += (told & expected).total()
    assert 2 * right / (labelled + found) >= least

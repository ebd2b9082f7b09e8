"""What says nothing of figures changes none: blanks, signs, connectives, and the page around."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from etl.build import read_article
from etl.read import find_articles

EVERY = 5
"""One article in so many is read changed."""
PATHS = find_articles([Path(__file__).parent.parent / "data" / "articles"])[::EVERY]


def between_sentences(words: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"(?<=[a-zà-ỹ%)])\. (?=[A-ZĐÀ-Ỹ])", f". {words} ", text)


def before_sentences(words: str) -> Callable[[str], str]:
    """Before the sentences that open with a word that is no name."""
    opening = r"(?<=[a-zà-ỹ%)]\. )(Thu|Kim|Tổng|Tỷ|Sản|Xuất|Giải|Khu|Công|Dịch|Các|Trong)(?= \w)"
    return lambda text: re.sub(opening, lambda word: words + word[0].lower(), text)


def every_second(sign: str, other: str) -> Callable[[str], str]:
    """The sign replaced, in each line of prose, where it stands for the second time."""
    return lambda text: "\n".join(
        line.replace(sign, "\0", 2).replace("\0", sign, 1).replace("\0", other)
        for line in text.split("\n")
    )


CHANGES: dict[str, Callable[[str], str]] = {
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "signs without width": every_second(" ", "\u200b "),
    "a double blank in a line": every_second(" ", "  "),
    "indented with a tab": lambda text: re.sub(r"^(?=\S)", "\t", text, flags=re.M),
    "a comma without its blank": lambda text: re.sub(r", (?=[a-zà-ỹ])", ",", text),
    "a comma adrift": lambda text: re.sub(r"(?<=[a-zà-ỹ]), ", " ,", text),
    "a full stop without its blank": lambda text: re.sub(
        r"(?<=[a-zà-ỹ]{2})\. (?=[A-ZĐ]\w)", ".", text
    ),
    "brackets with blanks inside": lambda text: text.replace("(", "( ").replace(")", " )"),
    "dashes of another length": lambda text: text.replace(" - ", " – "),
    "a connective": before_sentences("Bên cạnh đó, "),
    "a speaker": before_sentences("Ông Nguyễn Văn Hùng cho biết, "),
    "a setting": before_sentences("Trong bối cảnh khó khăn chung, "),
    "a paper's sign": lambda text: re.sub(r"(?m)^(?=[A-ZĐ][^\n]{250})", "(TTO) - ", text, count=1),
    "words of praise": between_sentences("Nhiều khó khăn, thách thức vẫn còn ở phía trước."),
    "links at the foot": lambda text: (
        text + "\n\nTin liên quan\nQuảng Ninh thu ngân sách 55.600 tỷ đồng năm 2019\n"
    ),
    "tags": lambda text: text + "\n\nTags: GRDP, thu ngân sách, năm 2018, 8,5%\n",
    "an imprint": lambda text: text + "\n\n© 2017 Cổng thông tin điện tử, lập ngày 12/3/2015\n",
}


def facts(path: Path) -> Counter[tuple[object, ...]]:
    return Counter(
        (each.province, each.indicator, each.kind, each.period, each.low, each.high, each.unit)
        for each in read_article(path).extraction.observations
    )


@cache
def facts_of_original(path: Path) -> Counter[tuple[object, ...]]:
    return facts(path)


@pytest.mark.parametrize("change", CHANGES)
def test_what_says_nothing_changes_no_figure(change: str, tmp_path: Path) -> None:
    for path in PATHS:
        head, sign, text = path.read_text(encoding="utf-8").partition("\n\n")
        changed = tmp_path / path.name
        changed.write_text(head + sign + CHANGES[change](text), encoding="utf-8")
        assert facts(changed) == facts_of_original(path), path.name

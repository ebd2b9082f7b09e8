"""The words before and behind a year that tell what is said of it (data/year_words.csv)."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from etl.tables import DATA, read_table

CLAUSE_END = re.compile(r"[.,](?!\d)|[;:\n!?]")
PART_NUMBER = re.compile(r"(?:[iv]+|[1-4]|đầu|cuối)\b", re.I)
YEAR = re.compile(r"20[0-4]\d")
SPAN = re.compile(r"\d ?[-–] ?$")


@dataclass(frozen=True, slots=True)
class YearWords:
    """The words before a year that tell what is said of it (data/year_words.csv)."""

    result: tuple[str, ...]
    plan: tuple[str, ...]
    compared: frozenset[str]
    ahead: tuple[str, ...]
    """In the clause behind the year: what is aimed at is told of it."""
    beside: frozenset[str]
    """Right before the year: it is that of a ranking, or one held against the next one."""
    measured: tuple[str, ...]
    """In the clause: what is said of the year is only what the next one is measured by."""
    outside: frozenset[str]
    parts: frozenset[str]
    """Of a year: "6 tháng đầu năm 2021"."""
    numbered: frozenset[str]
    """Parts of a year only where their number stands behind: "quý I", but not "Quý Mão"."""
    passed: frozenset[str]
    governing: tuple[str, ...]
    """Before a plan in the clause: it is told how the plan was carried out. All results are."""
    against: tuple[str, ...]
    """In the clause: a year is held against what stands behind it."""
    whole_years: tuple[str, ...]
    """Before a year that is held against another: all that was done, or planned, in it."""
    names: tuple[str, ...]
    """Of the years of a round of sixty, in their order: "giáp tý", "ất sửu"."""
    works: tuple[str, ...]
    """In the clause: what is built or opened then, and no figure's year."""
    wanted: tuple[str, ...]
    """Before or behind such a word: the plan is still one."""

    def governs(self, clause: str) -> bool:
        """Whether the clause before a year tells how its plan was carried out.

        "Đánh giá tình hình thực hiện nhiệm vụ năm", but not "phấn đấu hoàn thành kế hoạch năm".
        """
        at = max(map(clause.find, self.governing))
        wanted = any(word in clause for word in self.wanted)
        return at >= 0 and not wanted and not YEAR.search(clause, at)

    def names_part(self, said: list[str]) -> bool:
        """Whether the words before a year name a part of it."""
        return any(
            word in self.parts or (word in self.numbered and PART_NUMBER.match(behind))
            for word, behind in pairwise([*said, ""])
        )

    def plans_behind(self, behind: str) -> bool:
        """Whether the text behind a year tells what is aimed at in it."""
        behind = f"{behind.lower().removeprefix(',')} "
        told = min((at for word in self.ahead if (at := behind.find(word)) >= 0), default=-1)
        return told >= 0 and not CLAUSE_END.search(behind, 0, told + 1)

    def measures(self, before: str) -> bool:
        """Whether the text before a year makes it only the yardstick of the next one."""
        told = max(before.rfind(word) for word in self.measured)
        return told >= 0 and not CLAUSE_END.search(before, told)

    def role(self, before: str, last: list[str]) -> str:
        """What the text before a year, in lower case, and its last four words say of it.

        'outside': a term's or a horizon's year; 'compared': another year is measured by it; else
        the nearest word in its clause decides between 'result' and 'plan'; '' where none stands.
        """
        if SPAN.search(before[-4:]):
            return "outside"
        near = [word for word in last if word not in self.passed]
        if near and (near[-1] in self.outside or " ".join(near[-2:]) in self.outside):
            return "outside"
        if near and near[-1] in self.beside:
            return "compared"
        if not self.compared.isdisjoint(last) or self.measures(before):
            return "compared"
        clause = f" {CLAUSE_END.split(before)[-1]}"
        if any(word in clause for word in self.works):
            return "outside"
        held = max(map(clause.rfind, self.against))
        if held >= 0 and not any(word in clause[held:] for word in self.whole_years):
            return "compared"
        result = max(map(clause.rfind, self.result), default=-1)
        plan = max(map(clause.rfind, self.plan), default=-1)
        if result > plan or self.governs(clause):
            return "result"
        return "plan" if plan >= 0 else ""


@cache
def year_words() -> YearWords:
    """The words of data/year_words.csv by their role."""
    by_role: dict[str, list[str]] = defaultdict(list)
    for row in read_table(DATA / "year_words.csv", ("phrase", "role")):
        by_role[row["role"]].append(row["phrase"])
    result, plan, done = (
        tuple(f" {phrase}" for phrase in by_role[role]) for role in ("result", "plan", "done")
    )
    return YearWords(
        result=result,
        plan=plan,
        against=tuple(f" {phrase} " for phrase in by_role["against"]),
        whole_years=(*result, *plan, *done),
        compared=frozenset(by_role["compared"]),
        ahead=tuple(f" {phrase} " for phrase in by_role["ahead"]),
        beside=frozenset(by_role["beside"]),
        measured=tuple(f" {phrase} " for phrase in by_role["measured"]),
        outside=frozenset(by_role["outside"]),
        parts=frozenset(by_role["part"]),
        numbered=frozenset(by_role["numbered part"]),
        passed=frozenset(by_role["passed"]),
        governing=tuple(
            f" {phrase} ".replace(" %", "%")
            for phrase in (*by_role["result"], *by_role["governing"])
        ),
        names=tuple(map(" ".join, zip(by_role["stem"] * 6, by_role["branch"] * 5, strict=True))),
        works=tuple(f" {phrase} " for phrase in by_role["works"]),
        wanted=tuple(f" {phrase} " for phrase in by_role["wanted"]),
    )

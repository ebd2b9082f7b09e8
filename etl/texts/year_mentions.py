"""Tell how each year that a text names stands in it: as that of a result, of a plan, of a term."""

import re
from collections import Counter
from itertools import pairwise

from etl.texts.year_words import last_told, single_words, tells, year_names, year_words

CLAUSE_END = re.compile(r"[.,](?!\d)|[;:\n!?()]")
YEAR = re.compile(r"20[0-4]\d")
BEFORE, BEHIND = 70, 40
"""Characters before a year, and behind it, in which its clause tells what is said of it."""

_NEAR_ROLES = ("outside", "horizon", "since", "by", "ranking", "compared beside")
"""Of words right before a year: they decide before all others."""
_NO_YEAR = re.compile(r"\d|[.,]\d|\s*(?:tỷ(?! (?:lệ|trọng|suất))|triệu|người|usd|ha|tấn)\b")
_FIRST_OF_SPAN = re.compile(r" ?[-–] ?20\d\d(?!\d)")
_SPAN = re.compile(r"(\d{4}) ?[-–] ?$")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?:[/.-]\d{1,2}[/.-]| tháng \d{1,2}(?: năm |, ))$")
_MONTH = re.compile(
    r"(?:(?<![\d/.-])(?:\d{1,2}(?: tháng|t)?|i{1,3}|iv)/|(?:tháng|quý) (?:\d{1,2}|i{1,3}|iv)[-.])$"
)
_EARLY_MONTH = re.compile(r"(?<!\d)0?[12][/.-]$")
_UP_TO = r"(?:đến|hết)\s+(?:hết\s+|cuối\s+)?"
_COUNTED = re.compile(
    _UP_TO + r"(?:(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}|tháng\s+\d{1,2})[/.-]$",
)
"""Before the year of the day or the month up to which results are counted."""
_DEADLINE = re.compile(r"trước (?:hết |cuối )?(?:tháng|quý) [\div]{1,3}[/.-]$")
_MARKS = re.compile(r"[,;:()“”\"]")
_PART_NUMBER = re.compile(r"(?:[iv]+|[1-4]|đầu|cuối)\b")
_SENTENCE_END = re.compile(r"\n|[.!?]\s")
_SAID_IN = re.compile(r"[\n(]|[.!?]\s")
_FIRST_OF_TERM = re.compile(r"năm (?:đầu|thứ nhất|mở đầu|khởi đầu)[^.;\n]{0,60}$")
_LAST_OF_TERM = re.compile(r"năm cuối[^.;\n]{0,60}$")
_YEARS_GONE = re.compile(r"\b(\d{2,3}) năm[^.;\n]{0,60}$")
"""Before a span of as many years: the last one is celebrated."""
_ROUND, _FIRST_NAMED = 5, 1984
"""Plans aim at years of five from afar; 1984 was Giáp Tý, the first of a round of sixty."""
_PART_ROLES = {
    **dict.fromkeys(("compared", "yardstick"), "compared"),
    **dict.fromkeys(("plan", "own plan", "next plan", "ahead", "horizon"), "part ahead"),
}
"""What is said of a year -> what is said of a part of it; results are told of any other."""
_OPENED = re.compile(r"\([^()]{0,25}$")
_NEAR = 2
"""Years from one named without its number to one that is named by it, at most."""
_NAMED = re.compile(r"\b(năm|xuân|tết)(?: nguyên đán)? (\w+ \w+)")


def year_mentions(text: str) -> Counter[tuple[str, int]]:
    """How often a text names each year in each role (data/year_offsets.csv)."""
    lower = text.lower()
    mentions: Counter[tuple[str, int]] = Counter()
    for found in YEAR.finditer(lower):
        start, end = found.span()
        touching = lower[start - 1 : start]
        if touching.isdigit() or _NO_YEAR.match(lower, end) or _FIRST_OF_SPAN.match(lower, end):
            continue
        before, behind = lower[max(0, start - BEFORE) : start], lower[end : end + BEHIND]
        if touching == "/" and behind[:1] == "/":
            role, year = "document", int(found[0])
        elif span := _SPAN.search(before):
            role, year = span_role(before, int(span[1]), int(found[0]))
        elif touching in ("/", ".", "-", ","):
            role, year = month_role(before, behind, int(found[0]))
        else:
            role, year = year_role(lower, start, end, int(found[0])), int(found[0])
        if role:
            mentions[role, year] += 1
    names = year_names()
    numbered = [year for _, year in mentions]
    for named in _NAMED.finditer(lower):
        year = _FIRST_NAMED + names.index(named[2]) if named[2] in names else 0
        # "Xuân Mậu Thân" is of 1968 in an article of 2018.
        if year and (not numbered or any(abs(year - other) <= _NEAR for other in numbered)):
            mentions["named" if named[1] == "năm" else "spring", year] += 1
    return mentions


def span_role(before: str, first: int, last: int) -> tuple[str, int]:
    """What the text before a span of years makes of it, and which of its years counts."""
    length = last - first
    gone = _YEARS_GONE.search(before)
    if gone and int(gone[1]) == length:
        return "jubilee", last
    if "năm học" in before[-25:]:
        return "", last
    if length not in (_ROUND - 1, _ROUND):
        return "span", last
    if _LAST_OF_TERM.search(before):
        return "last of term", last
    if _FIRST_OF_TERM.search(before):
        return "first of term", first
    if tells("result", f" {before}"):
        return "term reviewed", last
    return ("term" if length == _ROUND else "five years"), last


def month_role(before: str, behind: str, year: int) -> tuple[str, int]:
    """What is said of a month, a quarter or a day of a year, and of which year."""
    if _COUNTED.search(before):
        return "counted", year - bool(_EARLY_MONTH.search(before))  # up to January: the year before
    clause = clause_before(before)
    if _DAY.search(before):
        return ("" if tells("ahead", clause) else "day"), year
    if not _MONTH.search(before):
        return "", year
    if _DEADLINE.search(before) or tells("works", clause):
        return "deadline", year
    if aims_behind(behind):
        return "document", year  # "hồi tháng 12/2024 đề ra mục tiêu"
    if any(tells(role, clause) for role in ("yardstick", "against")):
        return "compared", year
    return ("part" if names_part(before.split()[-2:]) else "month"), year


def year_role(lower: str, start: int, end: int, year: int) -> str:
    """What is said of a year that stands alone."""
    before, behind = lower[max(0, start - BEFORE) : start], lower[end : end + BEHIND]
    if _DAY.search(before):
        return "day"
    role = plain_role(before, behind, lower, start, end)
    if role and names_part(part_words(before)):
        beside = _OPENED.search(before) and not behind.startswith(")")
        # "Tăng 4,65% (6 tháng đầu năm 2015 tăng 19,4%)"
        return "compared" if beside else _PART_ROLES.get(role, "part")
    if role in ("plan", "ahead") and year % _ROUND == 0:
        return "round plan"
    return role


def part_words(before: str) -> list[str]:
    """The words before a year that may name a part of it: "9 tháng tăng 2,4% trong năm"."""
    if before.endswith((" trong năm ", " của năm ")):
        return CLAUSE_END.split(before)[-1].split()
    return before.rsplit(maxsplit=4)[-4:]


def plain_role(before: str, behind: str, lower: str, start: int, end: int) -> str:
    """What is said of a year, whatever part of it is meant: the first of the signs decides."""
    said = _SAID_IN.split(before)[-1].split()[-4:]
    near = [word for word in said if word not in single_words("passed")]
    for role in _NEAR_ROLES if near else ():
        if not single_words(role).isdisjoint((near[-1], " ".join(near[-2:]))):
            return {"outside": "", "compared beside": "compared"}.get(role, role)
    clause = clause_before(before)
    if tells("meeting", clause):
        return "meeting"
    if not single_words("compared").isdisjoint(said) or last_told("against", clause) >= 0:
        return compared_role(clause, sentence_at(lower, start, end))
    if tells("works", clause):
        return "works"
    planned, governed = last_told("plan", clause), governs(clause)
    if planned >= 0 and governed:
        return "result"
    level = last_told("level", clause)
    if tells("yardstick", clause) or (level > 0 and " của " in clause[level:]):
        return "yardstick"  # "vượt mức 8,7 triệu lượt của năm 2019"
    if last_told("result", clause) > planned or governed:
        return "result"
    if opens_with("reached behind", behind) and not opens_with("decided behind", behind):
        return "result"  # "sang năm 2022 đã tăng 20,7%"
    if planned >= 0:
        return next((r for r in ("own plan", "next plan") if tells(r, clause)), "plan")
    if aims_behind(behind):
        return "plan"
    if opens_with("told behind", behind):
        return "told"
    if tells("aimed", sentence_at(lower, start, end)):
        return "ahead"
    return "told" if opens_with("perhaps told behind", behind) else "bare"


def clause_before(before: str) -> str:
    """The clause that ends before a year, between blanks."""
    return f" {CLAUSE_END.split(before)[-1]} "


def opens_with(role: str, behind: str) -> bool:
    """Whether the text behind a year opens with a phrase of the role: "năm 2023 ước 7.100 tỷ"."""
    return behind.startswith(year_words(role))


def compared_role(clause: str, sentence: str) -> str:
    """What a year is that the clause before it holds something against.

    By what was done, or planned, in all of a year the next is planned.
    """
    held = clause[max(0, last_told("against", clause)) :]
    done = any(tells(role, held) for role in ("result", "done"))
    return "base of plan" if done or tells("decided", sentence) else "compared"


def governs(clause: str) -> bool:
    """Whether the clause before a year tells how its plan was carried out.

    "Đánh giá tình hình thực hiện nhiệm vụ năm", but not "phấn đấu hoàn thành kế hoạch năm".
    """
    at = max(last_told("result", clause), last_told("governing", clause))
    return at >= 0 and not tells("wanted", clause) and not YEAR.search(clause, at)


def names_part(said: list[str]) -> bool:
    """Whether the words before a year name a part of it."""
    return any(
        not single_words("part").isdisjoint((word, f"{word} {behind}"))
        or (word in single_words("numbered part") and _PART_NUMBER.match(behind))
        for word, behind in pairwise([*said, ""])
    )


def aims_behind(behind: str) -> bool:
    """Whether the text behind a year tells what is aimed at in it."""
    behind = f"{behind.removeprefix(',')} "
    told = min((at for word in year_words("ahead") if (at := behind.find(word)) >= 0), default=-1)
    return told >= 0 and not CLAUSE_END.search(behind, 0, told + 1)


def sentence_at(lower: str, start: int, end: int) -> str:
    """The sentence, or as much of it as is near, in which a year stands."""
    before = _SENTENCE_END.split(lower[max(0, start - 200) : start])[-1]
    behind = _SENTENCE_END.split(lower[end : end + 200])[0]
    return f" {_MARKS.sub(' ', before + behind)} "

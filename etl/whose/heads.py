"""The head of an article: of whom its headline and its first paragraph speak."""

import re
from itertools import islice, pairwise

from etl.linking.frames import Run
from etl.linking.plans import COUNTED_PLANS
from etl.placing.gazetteer import load_places
from etl.read import is_furniture
from etl.recognise import Recognised
from etl.recognising.periods import Period

_PLANS = frozenset({"target", "weak_target", "plan", "plan_document"})
_OPENS = 3
"""Characters within which a line's first words start, behind a dash or a quotation mark."""
_WORDS = 5
"""Words of a headline or a paragraph, at least; a line of buttons has fewer."""
_LISTED = re.compile(r", | và | - ")
"""Between two provinces of one list."""
_LINE = re.compile(r"[^\n]+")


def head_of(recognised: Recognised) -> list[re.Match[str]]:
    """The first two lines of words: the headline and the first paragraph."""
    lines = (
        line
        for line in _LINE.finditer(recognised.lower, recognised.head)
        if "://" not in line[0] and len(line[0]) > 20 and not is_furniture(line[0])
        if len(line[0].split()) >= _WORDS
    )
    return list(islice(lines, 2))


def headline_end(recognised: Recognised) -> int:
    """Where the headline ends, 0 where there is none."""
    return max((line.end() for line in head_of(recognised)[:1]), default=0)


def headed_by(recognised: Recognised) -> frozenset[str]:
    """The provinces that the headline names."""
    end = headline_end(recognised)
    return frozenset(
        place.province
        for place in recognised.places
        if place.level == "province" and place.province and place.start < end
    )


def named_together(recognised: Recognised, province: str, day: str) -> frozenset[str]:
    """The provinces that headline or opening name in one list with the article's: it is of both.

    Those of which the article's was made by its day (ISO) are no others: "sau ngày Lâm Đồng, Đắk
    Nông và Bình Thuận hợp nhất".
    """
    lines = head_of(recognised)
    end = lines[-1].end() if lines else 0
    named = [
        place
        for place in recognised.places
        if place.level == "province" and place.province and place.start < end
    ]
    together: set[str] = set()
    for first, second in pairwise(named):
        pair = {str(first.province), str(second.province)}
        if province in pair and _LISTED.fullmatch(recognised.lower, first.end, second.start):
            together |= pair
    at = load_places().at
    return frozenset(each for each in together if each == province or at(each, day) != province)


def scopes_of_head(recognised: Recognised) -> tuple[str, str]:
    """Of whom the article speaks by its headline, and where that names no place by its opening.

    Each is 'district', 'region', 'other_period', or '' for a province.
    """
    title = _LINE.match(recognised.lower, recognised.head)
    if title and scope_of_line(recognised, title) == "":
        return "", ""  # short as it may be: "Kinh tế Phú Yên"
    lines: list[re.Match[str] | None] = [*head_of(recognised)]
    if lines and lines[0] and lines[0][0].rstrip().endswith("."):
        lines.insert(0, None)  # the headline is too short for a line of words
    headed = lines[0] if lines else None
    opening = lines[1] if len(lines) > 1 else None
    headline = scope_of_line(recognised, headed) if headed else None
    told = scope_of_line(recognised, opening) if headline is None and opening else headline
    if headline == "district" and headed and not districts_in(recognised, headed):
        return "", "district"  # "Gieo hạt giống đỏ ở thôn bản vùng cao": any of them
    if headline is not None or told == "office":
        return "district" if told == "office" else told or "", ""
    if told == "district" and opening and len(districts_in(recognised, opening)) > 1:
        return "", ""  # it is about none of them
    return "", told or ""


def districts_in(recognised: Recognised, line: re.Match[str]) -> set[str]:
    """The districts that a line names."""
    return {
        recognised.lower[place.start : place.end]
        for place in recognised.places
        if place.level == "district" and line.start() <= place.start < line.end()
    }


def scope_of_line(recognised: Recognised, line: re.Match[str]) -> str | None:
    """Of whom a line speaks, 'office' where it is a district's; None where it names no place."""
    start, end = line.span()
    levels = {place.level for place in recognised.places if start <= place.start < end}
    cues = {
        cue
        for token in recognised.phrases
        if start <= token.start < end
        for cue in token.sense.cues
    }
    opened = [token for token in recognised.phrases if start <= token.start < start + _OPENS]
    if any("zone" in token.sense.cues for token in opened):
        return "part"
    if "holiday" in cues:
        return "other_period"
    if "province" in levels or "province_body" in cues:
        return ""
    if "district_office" in cues:
        return "office"
    if "district" in levels or "district_body" in cues:
        return "district"
    if "region" in levels or "region_body" in cues:
        return "region"
    return None


def headline_subject(recognised: Recognised) -> Run | None:
    """The first subject that the headline names, of no district; the economy is told by its growth.

    "Tăng trưởng" alone is the economy's: "Chạy nước rút về đích tăng trưởng hai con số".
    """
    end = headline_end(recognised)
    if any(place.level == "district" and place.start < end for place in recognised.places):
        return None
    said = [token.sense for token in recognised.phrases if recognised.head <= token.start < end]
    for sense in said:
        if sense.subject:
            return Run(sense.subject, "growth" if sense.subject == "grdp_size" else sense.hint)
    grows = any({"economy", "grow"} <= sense.cues for sense in said)
    return Run("grdp_size", "growth") if grows else None


def headline_plan(recognised: Recognised, year: int) -> Period | None:
    """The year behind `year` where the headline tells of its targets: "20 chỉ tiêu năm 2021"."""
    start, end = recognised.head, headline_end(recognised)
    said = [token.sense for token in recognised.phrases if start <= token.start < end]
    aims = any(sense.subject in COUNTED_PLANS or sense.cues & _PLANS for sense in said)
    named = {mention.year for mention in recognised.periods if start <= mention.start < end}
    return Period(year + 1, year + 1) if aims and year + 1 in named else None


def headline_ranks(recognised: Recognised, ranking: str) -> bool:
    """Whether the headline names the ranking: then all paragraphs speak of it."""
    end = headline_end(recognised)
    return any(token.sense.subject == ranking and token.start < end for token in recognised.phrases)


def headline_says(recognised: Recognised, cue: str) -> bool:
    """Whether the headline holds the cue."""
    end = headline_end(recognised)
    return any(cue in token.sense.cues and token.start < end for token in recognised.phrases)

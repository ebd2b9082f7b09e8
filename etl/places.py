"""Tell the province that an article is about."""

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise

from etl.models import Article, Placement, PlaceMention
from etl.placing.gazetteer import Places, load_places
from etl.placing.leaders import led_provinces
from etl.placing.mentions import last_words, mentions
from etl.texts.links import own_text

__all__ = ["Places", "load_places", "mentions", "place"]

HEADLINE = 160
"""Characters that a headline has at most; a longer first line is a paragraph."""

LEAD = 600
"""Characters after the headline that say what an article is about."""

CERTAIN = 3.0
"""The least evidence that places an article."""

CLEAR, CLEAR_IF_HEADED = 1.5, 1.2
"""How many times that of any other province it must be; less where the headline names it alone."""

MANY = 4
"""Provinces that an article about many of them names, at least."""

LIST_GAP = re.compile(r"(?:, | và | ?; | ?[-–] ?)")


def place(article: Article, places: Places | None = None) -> Placement:
    """The province that an article is about: by its text, its newspaper, leaders, smaller places.

    None where the evidence is thin or speaks for several. A name that goes on after the mergers
    of 2025 means the province of the article's time.
    """
    places = places or load_places()
    if not article.text:
        return Placement(None, None)
    article = replace(article, text=own_text(article.text))
    found = mentions(article.text, article.published.year if article.published else None)
    headed, votes = text_evidence(article, found, places)
    evidence = {"text": votes, "newspaper": newspaper_evidence(article, places)}
    local = headed or evidence["newspaper"]
    if not local and is_round_up(article.title, votes, places):
        return Placement(None, None)
    chosen = certain(evidence, headed)
    if chosen is None:
        evidence["leader"] = leader_evidence(article, places)
        chosen = certain(evidence, headed)
    if chosen is None:
        evidence["place"] = smaller_places(found)
        chosen = certain(evidence, headed)
    if chosen is None and article.published:
        day = article.published.isoformat()
        evidence = {each: merged(votes, day, places) for each, votes in evidence.items()}
        chosen = certain(evidence, headed)
    if chosen is None:
        return Placement(None, None)
    return Placement(chosen, max(evidence, key=lambda each: evidence[each].get(chosen, 0)))


def is_round_up(title: str | None, votes: dict[str, float], places: Places) -> bool:
    """Whether the headline speaks of several provinces of which it names none: "9 địa phương ...".

    The text then names many; one of them is only told of most.
    """
    headline = (title or "").lower()
    return len(votes) >= MANY and any(word in headline for word in places.words_before("several"))


def certain(evidence: dict[str, dict[str, float]], headed: str | None) -> str | None:
    """The province for which the evidence speaks clearly; `headed` is the headline's only one."""
    total: dict[str, float] = defaultdict(float)
    for votes in evidence.values():
        for province, weight in votes.items():
            total[province] += weight
    ranked = sorted(total.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < CERTAIN:
        return None
    lead = CLEAR_IF_HEADED if ranked[0][0] == headed else CLEAR
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= lead * ranked[1][1] else None


def text_evidence(
    article: Article, found: tuple[PlaceMention, ...], places: Places
) -> tuple[str | None, dict[str, float]]:
    """The only province of the headline, and how strongly the text names each province.

    The headline, the lead and "tỉnh X" count for more, a place in a list for less, a neighbour
    ("giáp X", "gần X") for nothing. Where "the province" is spoken of, that is the only one that
    headline and lead name.
    """
    text = article.text
    title = article.title if article.title and len(article.title) <= HEADLINE else ""
    starts = text.find(title) if title else -1
    ends = starts + len(title) if starts >= 0 else 0
    named = [
        each
        for each in found
        if each.level == "province" and not is_neighbour(text, each.start, places)
    ]
    listed = are_listed(text, named)
    headed: set[str] = set()
    led: set[str] = set()
    votes: defaultdict[str, float] = defaultdict(float)
    for each in named:
        if each.province is None:
            continue
        weight = 1.0
        if text[max(0, each.start - 5) : each.start].lower().endswith(("tỉnh ", "ủy ", "uỷ ")):
            weight += 1
        if 0 <= starts <= each.start < ends:
            weight += 5
            headed.add(each.province)
        elif each.start < ends + LEAD:
            weight += 1
        if each.start < ends + LEAD:
            led.add(each.province)
        votes[each.province] += 0.4 if each.start in listed else weight
    if len(led) == 1 and any(word in text for word in places.words_before("the_province")):
        votes[led.pop()] += 1
    return (headed.pop() if len(headed) == 1 else None), votes


def merged(votes: dict[str, float], day: str, places: Places) -> dict[str, float]:
    """The votes, those for a province that has ended given to the one that it is now a part of.

    "Lâm Đồng, Đắk Nông và Bình Thuận hợp nhất thành tỉnh Lâm Đồng mới" is about Lâm Đồng.
    """
    found: defaultdict[str, float] = defaultdict(float)
    for province, weight in votes.items():
        now = places.at(province, day)
        found[now if now in votes else province] += weight
    return found


def are_listed(text: str, named: list[PlaceMention]) -> set[int]:
    """Where those mentions start that stand in one list of different provinces."""
    listed: set[int] = set()
    for first, second in pairwise(named):
        if first.province != second.province and LIST_GAP.fullmatch(text, first.end, second.start):
            listed |= {first.start, second.start}
    return listed


def is_neighbour(text: str, start: int, places: Places) -> bool:
    """Whether a name only tells what a place borders on, or was merged with."""
    words = [word.lower() for word in last_words(text, start, 3)]
    return any(" ".join(words[-count:]) in places.words_before("neighbour") for count in (1, 2, 3))


def newspaper_evidence(article: Article, places: Places) -> dict[str, float]:
    """What the newspaper tells: its domain, one above it, or its name at the head or the foot."""
    labels = (article.publisher or "").split(".")
    for start in range(len(labels) - 1):
        found = places.publishers.get(".".join(labels[start:]))
        if found:
            return vote_for(found.province, article, places) if found.local else {}
    edges = article.text[:300] + "\n" + article.text[-300:]
    if not article.publisher and "áo " in edges:
        signed = places.signatures.find_matches_as_indexes(edges, overlapping=True)
        if signed:  # several have signed: the first of the table
            province = places.signed[min(number for number, _, _ in signed)]
            return vote_for(province, article, places)
    return {}


def vote_for(province: str, article: Article, places: Places) -> dict[str, float]:
    """Evidence enough for one province, as it was on the article's day."""
    if article.published:
        province = places.at(province, article.published.isoformat())
    return {province: CERTAIN}


def leader_evidence(article: Article, places: Places) -> dict[str, float]:
    """The provinces led by those whom the text names with their office, in their time."""
    day = article.published.isoformat() if article.published else None
    votes: defaultdict[str, float] = defaultdict(float)
    for province in led_provinces(article.text, day):
        votes[places.at(province, day) if day else province] += CERTAIN
    return votes


def smaller_places(found: tuple[PlaceMention, ...]) -> dict[str, float]:
    """How many times districts and towns of each province are named."""
    counts = Counter(each.province for each in found if each.level == "district" and each.province)
    return {province: float(count) for province, count in counts.items()}

"""Find the places that a text names, and the province that an article is about."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from etl.gazetteer import PREFIX_ROLES, Places, fold, load_places
from etl.leaders import led_provinces
from etl.models import Article, PlaceMention, Placement

__all__ = ["Places", "load_places", "mentions", "place"]

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
JOINED = re.compile(r" ?[-–] ?")
LIST_GAP = re.compile(r"(?:, | và | ?; | - | – |-|–)$")
NEXT_IN_LIST = re.compile(r"(?:,| và|;) (?=[^\W\d_a-z])")
SENTENCE_START = re.compile(r"(?:^|[\n.!?:“\"(–-]\s*)$")

LEAD = 600
"""Characters after the headline that say what an article is about."""


# ---- the places of a text


def mentions(text: str, year: int | None = None) -> tuple[PlaceMention, ...]:
    """Every place that a text (NFC) names, in its order; none overlap.

    `year` tells in which year the text speaks, where that is known: a city may have become a
    province since. A name within the name of a company, a street or a person is no place.
    """
    found = named(text)
    places = load_places()
    if not any(each.province in places.renamed for each in found):
        return found
    return tuple(as_of(each, text, year, found, places) for each in found)


def as_of(
    mention: PlaceMention,
    text: str,
    year: int | None,
    found: tuple[PlaceMention, ...],
    places: Places,
) -> PlaceMention:
    """A mention of a province as what it was when the text was written."""
    before = places.renamed.get(mention.province or "")
    if mention.province is None or before is None:
        return mention
    if year is None:
        earlier = any(each.province == before for each in found)
    else:
        earlier = str(year) < (places.provinces[mention.province].valid_from or "")
    if not earlier:
        return mention
    alone = text[mention.start : mention.end] == places.provinces[mention.province].name
    return replace(mention, province=before, level="province" if alone else "district")


@lru_cache(maxsize=8)
def named(text: str) -> tuple[PlaceMention, ...]:
    """As `mentions`, with today's meaning of every name."""
    return tuple(scan(text, load_places()))


def scan(text: str, places: Places) -> Iterator[PlaceMention]:
    """The mentions of a text, one by one."""
    covered = 0
    road_until = -9
    for number, start, end in places.automaton.find_matches_as_indexes(text):
        if start < covered or not is_whole(text, start, end):
            continue
        meaning = places.meanings[number]
        if meaning.role in PREFIX_ROLES:
            for mention in after_prefix(text, start, end, meaning.role, places):
                covered = mention.end
                yield mention
        elif meaning.role in ("region", "nation"):
            yield PlaceMention(start, end, None, meaning.role)
        elif meaning.role in ("province", "place"):
            on_road = JOINED.fullmatch(text, road_until, start) if road_until > 0 else None
            if on_road or is_road(text, start, places):
                road_until = end
            elif not is_other_name(text, start, places) and (
                meaning.role == "province" or stands_alone(text, start, end)
            ):
                level = "province" if meaning.role == "province" else "district"
                yield PlaceMention(start, end, meaning.province, level)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a match begins and ends with a word."""
    if start and text[start - 1].isalnum():
        return False
    return not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())


# ---- names after "huyện", "thành phố", "xã"


def after_prefix(
    text: str, start: int, end: int, role: str, places: Places
) -> Iterator[PlaceMention]:
    """The places named after a word such as "huyện": one, or a list of them."""
    plural = text[start:end].lower().startswith(("các ", "hai ", "2 "))
    at = end
    while text[at : at + 1] in (" ", "."):
        at += 1
    first = True
    while at < len(text) and at - end <= 2 or not first:
        ends = name_ends(text, at)
        if not ends or (role == "commune" and fold(text[at : ends[0]]) == "hội"):
            return
        mention = place_at(text, start if first else at, at, ends, role, places)
        if mention is None or not (first or plural or is_known(text, at, ends, role, places)):
            return
        yield mention
        gap = NEXT_IN_LIST.match(text, mention.end)
        if not gap:
            return
        at, first = gap.end(), False


def name_ends(text: str, at: int) -> list[int]:
    """Where a capitalised name that starts here may end: after one word, two, up to four."""
    ends: list[int] = []
    while len(ends) < 5:
        word = WORD.match(text, at)
        if not word or not (word[0][0].isupper() or (not ends and word[0].isdigit())):
            break
        ends.append(word.end())
        at = word.end()
        joined = JOINED.match(text, at)
        if text[at : at + 1] == " " and not joined:
            at += 1
        elif joined:
            at = joined.end()
        else:
            break
    return ends


def key(text: str, start: int, end: int) -> str:
    """The folded name between two places of a text."""
    return fold(JOINED.sub(" - ", text[start:end]))


def known_end(
    text: str, at: int, ends: list[int], role: str, places: Places
) -> tuple[int, str | None] | None:
    """The end of the longest known name of that kind, with its province."""
    for end in reversed(ends):
        found = (role, key(text, at, end))
        if found in places.districts:
            return end, places.districts[found]
    return None


def is_known(text: str, at: int, ends: list[int], role: str, places: Places) -> bool:
    """Whether a known name of that kind starts here."""
    return known_end(text, at, ends, role, places) is not None


def place_at(
    text: str, start: int, at: int, ends: list[int], role: str, places: Places
) -> PlaceMention | None:
    """The place whose name starts at `at`; None where it can be none of that kind."""
    if role == "city":
        for end in reversed(ends):
            city = places.cities_run_by_the_centre.get(key(text, at, end))
            if city and not text[start : start + 2].lower().startswith(("tx", "th\u1ecb")):
                return PlaceMention(start, end, city, "province")
    known = known_end(text, at, ends, role, places)
    if known:
        return PlaceMention(start, known[0], known[1], "district")
    if role == "city" or text[at:].isupper():
        return None
    spaced = [end for end in ends if not JOINED.search(text, at, end) or end == ends[0]]
    return PlaceMention(start, spaced[min(len(spaced), 3) - 1], None, "district")


# ---- names that are no places


def last_words(text: str, start: int, count: int) -> list[str]:
    """The last words right before a place in a text, nearest last, none beyond punctuation."""
    before = text[max(0, start - 16 * count) : start]
    if not before.endswith(" "):
        return []
    clause = re.split(r"[.,;:\n()“”\"!?–/]", before)[-1]
    return clause.split()[-count:]


def is_road(text: str, start: int, places: Places) -> bool:
    """Whether a name follows "cao tốc", "quốc lộ": the road, not the place."""
    words = [word.lower() for word in last_words(text, start, 3)]
    return any(" ".join(words[-n:]) in places.before["road"] for n in (1, 2, 3) if words)


def is_other_name(text: str, start: int, places: Places) -> bool:
    """Whether the words before make a name that of a person, a company, a street."""
    words = last_words(text, start, 8)
    if not words:
        return False
    if words[-1] in places.before["surname"]:
        return True
    small = [word.lower() for word in words]
    if small[-2:] in (["thành", "phố"], ["công", "báo"]):
        return False
    if any(" ".join(small[-n:]) in places.before["direct"] for n in (1, 2, 3)):
        return True
    for position, word in enumerate(small):
        for company in (word, " ".join(small[position : position + 2])):
            if company in places.before["company"]:
                between = small[position + 1 :]
                return not any(each in LOOSE for each in between)
    return False


LOOSE = frozenset("tại ở của tỉnh trên thuộc với và về cho từ do vào là được".split())  # noqa: SIM905
"""Words that part a company's name from a place beside it."""


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a bare name is no piece of a longer one: no capitalised word touches it."""
    following = WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    if following and following[0][0].isupper():
        return False
    if start < 2 or text[start - 1] != " ":
        return True
    cut = max(text.rfind(" ", 0, start - 1), text.rfind("\n", 0, start - 1)) + 1
    word = text[cut : start - 1]
    return not word[:1].isupper() or SENTENCE_START.search(text, max(0, cut - 4), cut) is not None


# ---- the province of an article

CERTAIN = 3.0
"""The least evidence that places an article; also 1.5 times that of any other province."""


def place(article: Article, places: Places | None = None) -> Placement:
    """The province that an article is about: by its text, its newspaper, leaders, smaller places.

    None where the evidence is thin or speaks for several. A name that goes on after the mergers
    of 2025 means the province of the article's time.
    """
    places = places or load_places()
    if not article.text:
        return Placement(None, None)
    year = article.published.year if article.published else None
    found = mentions(article.text, year)
    evidence: dict[str, Counter[str]] = defaultdict(Counter)
    evidence["text"] = text_evidence(article, found)
    evidence["newspaper"] = newspaper_evidence(article, places)
    chosen = certain(evidence)
    if chosen is None:
        evidence["leader"] = leader_evidence(article, places)
        chosen = certain(evidence)
    if chosen is None:
        evidence["place"] = smaller_places(found)
        chosen = certain(evidence)
    if chosen is None:
        return Placement(None, None)
    basis = max(evidence, key=lambda each: evidence[each][chosen])
    return Placement(chosen, basis)


def certain(evidence: dict[str, Counter[str]]) -> str | None:
    """The province for which the evidence speaks clearly."""
    total: Counter[str] = Counter()
    for each in evidence.values():
        total.update(each)
    ranked = total.most_common(2)
    if not ranked or ranked[0][1] < CERTAIN:
        return None
    if len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]:
        return None
    return ranked[0][0]


def text_evidence(article: Article, found: tuple[PlaceMention, ...]) -> Counter[str]:
    """How strongly the text names each province: headline, lead and "tỉnh X" count for more."""
    text = article.text
    headline = text.find(article.title) if article.title else -1
    ends = headline + len(article.title or "") if headline >= 0 else 0
    named = [each for each in found if each.level == "province" and each.province]
    votes: Counter[str] = Counter()
    for position, each in enumerate(named):
        listed = any(
            0 <= position + step < len(named) and are_listed(text, named, position, step)
            for step in (-1, 1)
        )
        weight = 1.0
        if text[max(0, each.start - 5) : each.start].lower().endswith(("tỉnh ", "ủy ", "uỷ ")):
            weight += 1
        if 0 <= headline <= each.start < ends:
            weight += 5
        elif each.start < ends + LEAD:
            weight += 1
        votes[each.province or ""] += 0.4 if listed else weight
    return votes


def are_listed(text: str, named: list[PlaceMention], position: int, step: int) -> bool:
    """Whether a mention and its neighbour stand in one list of different provinces."""
    first, second = sorted((position, position + step))
    gap = text[named[first].end : named[second].start]
    return named[first].province != named[second].province and bool(LIST_GAP.match(gap))


def newspaper_evidence(article: Article, places: Places) -> Counter[str]:
    """What the newspaper tells: its domain, one above it, or its name at the text's head or foot."""
    labels = (article.publisher or "").split(".")
    for start in range(len(labels) - 1):
        found = places.publishers.get(".".join(labels[start:]))
        if found:
            return votes_of(found.province, article, places) if found.local else Counter()
    if article.publisher:
        return Counter()
    edges = article.text[:300] + "\n" + article.text[-300:]
    if "áo " not in edges:
        return Counter()
    for each in places.publishers.values():
        if each.local and any(form in edges for form in each.signatures):
            return votes_of(each.province, article, places)
    return Counter()


def votes_of(province: str, article: Article, places: Places) -> Counter[str]:
    """Evidence enough for one province, as it was on the article's day."""
    if article.published:
        province = places.at(province, article.published.isoformat())
    return Counter({province: CERTAIN})


def leader_evidence(article: Article, places: Places) -> Counter[str]:
    """The provinces led by those whom the text names with their office, in their time."""
    day = article.published.isoformat() if article.published else None
    votes: Counter[str] = Counter()
    for province in led_provinces(article.text, day):
        votes[places.at(province, day) if day else province] += CERTAIN
    return votes


def smaller_places(found: tuple[PlaceMention, ...]) -> Counter[str]:
    """How many times districts and towns of each province are named."""
    return Counter(
        {
            province: float(count)
            for province, count in Counter(
                each.province for each in found if each.level == "district" and each.province
            ).items()
        }
    )

"""Find the places that a text names: provinces, districts, regions, the country."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from etl.models import PlaceMention
from etl.placing.gazetteer import PREFIX_ROLES, Places, fold, load_places

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
NUMBER = re.compile(r"\d{1,2}(?![\d.,/]|\w)")
JOINED = re.compile(r" ?[-–] ?")
NEXT_IN_LIST = re.compile(r"(?:,| và|;) (?=[^\W\d_a-z])")
CLAUSE_END = re.compile(r"[.,;:\n()“”\"!?–/]")
SENTENCE_START = re.compile(r"(?:^|[\n.!?:“\"(–-]\s*)$")


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
        earlier = str(year) < (places.provinces[mention.province].valid_from or "")[:4]
    if not earlier:
        return mention
    alone = text[mention.start : mention.end] == places.provinces[mention.province].name
    return replace(mention, province=before, level="province" if alone else "district")


@lru_cache(maxsize=1)
def named(text: str) -> tuple[PlaceMention, ...]:
    """As `mentions`, with today's meaning of every name; the text being read is asked twice."""
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
    numbered = text[start:end].lower() in ("quận", "phường")
    plural = text[start:end].lower().startswith(("các ", "hai ", "2 "))
    at = end
    if role == "city" and text[at : at + 1] == "." and end - start <= 2:
        at += 1
    if text[at : at + 1] == " ":
        at += 1
    elif at == end and role != "city":
        return
    if role == "city" and text[at : at + 1].isdigit():
        return  # "kinh tế thành phố 9 tháng"
    first = True
    while at < len(text):
        ends = name_ends(text, at, numbered)
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


def name_ends(text: str, at: int, numbered: bool) -> list[int]:
    """Where a capitalised name that starts here may end: after one word, two, up to five.

    A `numbered` one may be a number: quận 1.
    """
    number = NUMBER.match(text, at) if numbered else None
    if number:
        return [number.end()]
    ends: list[int] = []
    while len(ends) < 5:
        word = WORD.match(text, at)
        if not word or not (
            word[0][0].isupper() or (not ends and word[0].isdigit() and len(word[0]) < 3)
        ):
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
    """The end of the longest known name of that kind, with its province.

    Districts become towns, so that where none of the kind has the name the other kind may.
    """
    if role == "commune":
        return None
    other = "city" if role == "district" else "district"
    for end in reversed(ends):
        name = key(text, at, end)
        for kind in (role, other):
            if (kind, name) in places.districts:
                return end, places.districts[kind, name]
    return None


def is_known(text: str, at: int, ends: list[int], role: str, places: Places) -> bool:
    """Whether a known name of that kind starts here."""
    return known_end(text, at, ends, role, places) is not None


def place_at(
    text: str, start: int, at: int, ends: list[int], role: str, places: Places
) -> PlaceMention | None:
    """The place whose name starts at `at`; None where it can be none of that kind."""
    if role == "city" and not text[start : start + 2].lower().startswith(("tx", "thị")):
        for end in reversed(ends):
            city = places.cities_run_by_the_centre.get(key(text, at, end))
            if city:
                return PlaceMention(start, end, city, "province")
    known = known_end(text, at, ends, role, places)
    if known:
        return PlaceMention(start, known[0], known[1], "district")
    if role == "city" or text[at : ends[-1]].isupper() or is_person(text, at, ends, places):
        return None
    spaced = [end for end in ends if not JOINED.search(text, at, end)] or ends[:1]
    return PlaceMention(start, spaced[min(len(spaced), 3) - 1], None, "district")


def is_person(text: str, at: int, ends: list[int], places: Places) -> bool:
    """Whether three words or more that begin with a surname stand where a place's name would."""
    return len(ends) >= 3 and text[at : ends[0]] in places.words_before("surname")


# ---- names that are no places


def last_words(text: str, start: int, count: int) -> list[str]:
    """The last words right before a place in a text, nearest last, none beyond punctuation."""
    before = text[max(0, start - 16 * count) : start]
    if not before.endswith(" "):
        return []
    clause = CLAUSE_END.split(before)[-1]
    return clause.split()[-count:]


def is_road(text: str, start: int, places: Places) -> bool:
    """Whether a name follows "cao tốc", "quốc lộ": the road, not the place."""
    words = [word.lower() for word in last_words(text, start, 3)]
    return any(" ".join(words[-n:]) in places.words_before("road") for n in (1, 2, 3) if words)


def is_other_name(text: str, start: int, places: Places) -> bool:
    """Whether the words before make a name that of a person, a company, a street."""
    words = last_words(text, start, 8)
    if not words:
        return False
    if words[-1] in places.words_before("surname"):
        return True
    small = [word.lower() for word in words]
    if " ".join(small[-2:]) in places.words_before("not_direct"):
        return False
    if any(" ".join(small[-n:]) in places.words_before("direct") for n in (1, 2, 3)):
        return True
    for position, word in enumerate(small):
        for company in (word, " ".join(small[position : position + 2])):
            if company in places.words_before("company"):
                between = small[position + 1 :]
                return places.words_before("parting").isdisjoint(between)
    return False


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a bare name is no piece of a longer one: no capitalised word touches it."""
    following = WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    if following and following[0][0].isupper():
        return False
    if start < 2 or text[start - 1] != " ":
        return True
    cut = max(text.rfind(" ", 0, start - 1), text.rfind("\n", 0, start - 1)) + 1
    word = text[cut : start - 1]
    return (
        not (word[:1].isupper() and word[-1:].isalnum())
        or SENTENCE_START.search(text, max(0, cut - 4), cut) is not None
    )

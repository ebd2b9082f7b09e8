"""Names of districts that are other things elsewhere, read as districts in their own province.

"Sơn Dương", "Bình Minh" may be communes, companies or people; an article about Tuyên Quang or
Vĩnh Long that names them without "huyện" means the district or town.
"""

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from etl.gazetteer import load_places
from etl.mentions import is_other_name, is_road, is_whole, stands_alone
from etl.models import PlaceMention


def with_namesakes(
    text: str, found: tuple[PlaceMention, ...], province: str | None
) -> list[PlaceMention]:
    """The places found in the text, with the bare names of the province's own districts."""
    automaton = automaton_of(province) if province else None
    if automaton is None:
        return list(found)
    places = load_places()
    taken = [(each.start, each.end) for each in found]
    more = [
        PlaceMention(start, end, province, "district")
        for _, start, end in automaton.find_matches_as_indexes(text)
        if is_whole(text, start, end)
        and stands_alone(text, start, end)
        and not is_other_name(text, start, places)
        and not is_road(text, start, places)
        and not any(start < last and first < end for first, last in taken)
    ]
    return sorted([*found, *more], key=lambda each: each.start)


@cache
def automaton_of(province: str) -> AhoCorasick | None:
    """Finds the doubtful names of a province's districts; None where it has none."""
    names = load_places().namesakes.get(province)
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest) if names else None

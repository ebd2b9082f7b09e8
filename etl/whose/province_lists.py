"""Lists of provinces: which of them stands for what was last told of another."""

from etl.figures.readings import reading_of
from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.marks import OPENERS
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import words
from etl.recognising.quantities import Quantity
from etl.whose.growing import is_about_growth, opens_with_province
from etl.whose.scopes import leads_over_comma

_HEADING = 6
"""Words of a section's heading, at most: "4. Bà Rịa - Vũng Tàu"."""
_COUNTED = ("communes", "districts")
"""Units of which provinces have few, so that small numbers count them too."""


def lists_provinces(sentence: Sentence, item: Item) -> bool:
    """Whether a province stands for what was last told: "Theo sau là Hậu Giang 8,14%"."""
    if listed_run(sentence, item) is None:
        return False
    if item.place is not None:
        return True  # "Kiên Giang, Tiền Giang và Long An, lần lượt tăng 6,27%, 5,63% và 5,41%"
    fates, section = sentence.context.fates, opens_section(sentence)
    opened = opens_with_province(sentence) or section
    bracketed = False
    for before in sentence.backwards(item):
        if before.separator == ")" or (bracketed and before.separator != "("):
            bracketed = True
            continue  # "Ninh Bình (hợp nhất với Hà Nam, Nam Định) đạt 10,45%"
        if bracketed:
            bracketed = False
            continue
        if before.separator == "(" and item.start - before.end <= 1:
            continue  # "thấp hơn Khánh Hòa (7,98%)"
        told = not sentence.count_unknown_before(item, before.end) and sentence.verb != "from"
        if before.separator == ":" and told:
            continue  # "1. Tiền Giang: 63,4%", "Thái Nguyên thì chững lại: 8 tháng vỏn vẹn 97 ..."
        parted = sentence.before(before) if before.separator == "," else None
        if parted is not None and parted.place and leads_over_comma(sentence, parted):
            continue  # "Sau đó là Lâm Đồng, 14,1%; Đắk Nông, 13,5%"
        ranked = before.kind == "number" and fates.get(before.start) == "ordinal"
        said = sentence.lower[before.end : item.start].strip()
        if ranked and said in words("with"):
            continue  # "trong khi Huế lọt vào tốp 15 với 368 triệu USD"
        if opened and (ranked or before.separator == ","):
            continue  # "TP.HCM đứng thứ 3, đạt 1,94 tỷ USD"
        if before.kind in ("subject", "other", "number", "separator"):
            return False
        if before.place is not None:
            province = before.place.province if before.place.level == "province" else None
            own = is_own_in_list(sentence, province)
            named = province is not None and (own or province != sentence.context.province)
            return named and not sentence.names_another_thing(item)
    # "Thủ đô dẫn đầu với 6,2 tỷ USD", under the heading "1. Hà Nội"
    run, headline = listed_run(sentence, item), sentence.context.headline
    headed = run is not None and headline is not None and run.subject == headline.subject
    return section and headed and not sentence.names_another_thing(item)


def province_led_to(sentence: Sentence, item: Item) -> str | None:
    """The province that a number alone leads to: "Với 14,14%, Bắc Giang bỏ xa nhóm phía sau"."""
    behind = sentence.following(item, 2)
    alone = sentence.lower[sentence.start : item.start].strip(OPENERS) in words("with")
    if not alone or len(behind) < 2 or behind[0].separator != ",":
        return None
    place = behind[1].place if behind[1].start - behind[0].end <= 1 else None
    return place.province if place and place.level == "province" else None


def opens_section(sentence: Sentence) -> bool:
    """Whether the sentence is the first one under the heading of a province's section."""
    if sentence.context.section is None:
        return False
    heading = sentence.line_above().split()
    return 0 < len(heading) <= _HEADING


def is_own_in_list(sentence: Sentence, province: str | None) -> bool:
    """Whether the article's own province is next in a list of others.

    "Thái Nguyên 3,4 tỷ USD, Thanh Hóa 2,92 tỷ USD. Hải Phòng xếp thứ ba với 2,61 tỷ USD."
    """
    last = sentence.context.drafts[-1:]
    own = province == sentence.context.province
    return own and not any(draft.province == province for draft in last)


def listed_run(sentence: Sentence, item: Item) -> Run | None:
    """What provinces are listed by: what the nation was told to have, the last, the headline's."""
    context, quantity = sentence.context, item.quantity
    if quantity is None:
        return None
    if quantity.dimension == "bare":
        runs = [run for run in (context.topic, context.last_run, context.headline) if run]
        return next((run for run in runs if is_counted_alike(sentence, run, quantity)), None)
    if context.topic and reading_of(sentence, item, context.topic, quantity):
        return context.topic
    last_run = None if context.spoken_since else context.last_run
    if last_run and last_run.last is None and reading_of(sentence, item, last_run, quantity):
        return last_run  # what the heading of the list has named
    if quantity.dimension == "percent" and heads_list(sentence):
        return context.headline
    if quantity.dimension == "percent" and grows_anew(sentence, last_run):
        return Run("grdp_size", "growth")
    if last_run and last_run.last and last_run.last.dimension == quantity.dimension:
        sector = last_run.subject in sentence.catalogue.sectors
        growing = sector and last_run.last.reading == "growth"
        return Run("grdp_size", "growth") if growing else last_run
    headline = context.headline
    if headline is None or (headline.hint == "growth" and quantity.dimension != "percent"):
        return None
    return headline if reading_of(sentence, item, headline, quantity) else None


def heads_list(sentence: Sentence) -> bool:
    """Whether a numbered line goes on with a ranking of growths that the headline names."""
    headline, first = sentence.context.headline, sentence.items[0]
    numbered = sentence.context.fates.get(first.start) == "ordinal"
    return numbered and headline is not None and headline.hint == "growth"


def grows_anew(sentence: Sentence, last_run: Run | None) -> bool:
    """Whether a growth goes back to the economy's, as the last figure told was no growth."""
    last = last_run.last if last_run else None
    changed = last is not None and last.reading in ("growth", "reduction")
    return sentence.verb == "grow" and not changed and is_about_growth(sentence)


def is_counted_alike(sentence: Sentence, run: Run, quantity: Quantity) -> bool:
    """Whether the same is counted: "1,05 triệu lượt; Khánh Hòa 3,47 triệu lượt", "A 11 xã"."""
    level = sentence.readings(run.subject).get("level")
    nouns = sentence.catalogue.units[level.unit].nouns if level else ()
    noun = sentence.lower[quantity.noun_at : quantity.noun_at + 20].lstrip()
    large = quantity.multiplied or (level is not None and level.unit in _COUNTED)
    return large and bool(nouns) and noun.startswith(nouns)


def run_of_list(sentence: Sentence, item: Item) -> Run:
    """The run of the list, gone on with at the number; a list of plans goes on as such.

    "Nghị quyết của Lâm Đồng là 9 - 10%, Bình Thuận 8 - 8,5%".
    """
    run = listed_run(sentence, item)
    assert run is not None
    told = sentence.drafts[-1:]
    if told and told[0].kind is Kind.TARGET and not told[0].in_bracket:
        sentence.frame.kind = sentence.frame.kind or Kind.TARGET
    return Run(run.subject, run.hint, start=item.start, end=item.start)

"""Numbers whose sentence names no subject: what they go on about."""

from etl.figures.readings import reading_of
from etl.linking.frames import Run
from etl.linking.items import Item
from etl.linking.labels import (
    is_headed,
    is_labelled,
    is_of_what_follows,
    is_under_other_heading,
    run_of_head,
    run_of_question,
)
from etl.linking.marks import OPENERS
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import count_unknown, says, word_set, words
from etl.whose.counted import before_amount, counted_before, counts_on
from etl.whose.growing import (
    goes_on,
    growing_on,
    grows_behind,
    is_about_growth,
    is_nations_target,
)
from etl.whose.province_lists import listed_run, lists_provinces, province_led_to, run_of_list
from etl.whose.told_again import run_told_again

_REACHED = frozenset({"actual", "estimate"})
_LED_BY = frozenset({"cue", "period", "separator"})
"""Items that may stand between a subject of the sentence before and its value."""


def continued_run(sentence: Sentence, item: Item) -> Run:
    """The run that a number without a subject goes on with; the frame's own where there is none."""
    headed = run_of_head(sentence, item) or run_of_question(sentence, item)
    if headed:
        return headed
    percent = item.quantity is not None and item.quantity.dimension == "percent"
    if percent and is_under_other_heading(sentence):
        return sentence.frame.run
    told, headline = told_by_verb(sentence, item), sentence.context.headline
    if told and headline and headline.subject == told:
        return Run(told, start=item.start, end=item.start)  # "Long An thu hút 562 triệu USD"
    if is_share_of_subject(sentence, item) or is_nations_target(sentence, item):
        return sentence.frame.run
    if is_part_of_province(sentence, item):
        return sentence.frame.run
    led = province_led_to(sentence, item)
    if led:
        sentence.context.speaking_of = led if led != sentence.context.province else None
        if grows_behind(sentence, item):
            return Run("grdp_size", "growth", start=item.start, end=item.start)
        if listed_run(sentence, item):
            return run_of_list(sentence, item)
    if lists_provinces(sentence, item):
        return run_of_list(sentence, item)
    last_run = sentence.context.last_run
    if last_run and falls_on(sentence, item, last_run):
        return Run(last_run.subject, "reduction", start=item.start, end=item.start)
    if goes_on(sentence, item):
        return Run(growing_on(sentence), "growth", start=item.start, end=item.start)
    if last_run and is_of_another_time(sentence, item, last_run):
        hint = last_run.last.reading if last_run.last else ""
        return Run(last_run.subject, hint, start=item.start, end=item.start)
    if last_run and tells_size(sentence, item, last_run):
        return Run("grdp_size", start=item.start, end=item.start)
    if last_run and (is_labelled(sentence, item) or is_headed(sentence, item, last_run)):
        return Run(last_run.subject, last_run.hint, start=item.start, end=item.start)
    if told:
        return Run(told, start=item.start, end=item.start)
    if last_run and is_just_named(sentence, item, last_run):
        hint = "growth" if sentence.verb == "grow" else ""
        return Run(last_run.subject, hint, start=item.start, end=item.start)
    if last_run and counts_on(sentence, item, last_run):
        return Run(last_run.subject, start=item.start, end=item.start)
    planned = run_of_result_behind(sentence, item)
    if planned:
        sentence.frame.plan_next = True
        return planned
    again = counted_before(sentence, item) or run_told_again(sentence, item)
    return again or run_behind_comma(sentence, item)


def is_share_of_subject(sentence: Sentence, item: Item) -> bool:
    """Whether a percentage is of what is named behind it: "thu gần 30% ngân sách cả nước"."""
    behind = sentence.behind(item)
    percent = item.quantity is not None and item.quantity.dimension == "percent"
    return percent and behind is not None and behind.subject != "" and behind.start - item.end <= 1


def is_part_of_province(sentence: Sentence, item: Item) -> bool:
    """Whether it is but a part of the province's: "6.300 tỷ đồng, chiếm 1/5 tổng thu của tỉnh"."""
    behind = sentence.following(item, 7)
    marks = [each.separator or ("share" if "share" in each.cues else "") for each in behind[:2]]
    whole = any("province_body" in each.cues for each in behind)
    return marks == [",", "share"] and whole


def is_just_named(sentence: Sentence, item: Item, last_run: Run) -> bool:
    """Whether the sentence before only named the subject: "Còn thu ngân sách. Ước 13.600 tỷ"."""
    quantity = item.quantity
    if last_run.last is not None or quantity is None:
        return False
    if any(each.kind not in _LED_BY or "part" in each.cues for each in sentence.earlier(item)):
        return False
    if is_of_what_follows(sentence, item) or sentence.names_another_thing(item):
        return False
    if last_run.subject == "grdp_size":
        return quantity.dimension == "percent" and "grow" in sentence.frame.verbs
    if not reading_of(sentence, item, last_run, quantity):
        return False
    return quantity.dimension in ("vnd", "usd") or stands_by_period(sentence, item, last_run)


def stands_by_period(sentence: Sentence, item: Item, run: Run) -> bool:
    """Whether a rate or a count has a period before it, and no other words: "- Năm 2015: 8,2%"."""
    behind = sentence.segment_text(item)[item.end - sentence.segment_start(item) :].split()
    unknown = sentence.count_unknown_before(item, sentence.start) + count_unknown(behind)
    dated = any(each.kind == "period" for each in sentence.earlier(item))
    return dated and not unknown and "level" in sentence.readings(run.subject)


def tells_size(sentence: Sentence, item: Item, last_run: Run) -> bool:
    """Whether it goes from the economy's growth to its size: "Quy mô đạt 155.060 tỷ đồng"."""
    amount = item.quantity is not None and item.quantity.dimension in ("vnd", "usd")
    alone = all(before.kind in ("cue", "period") for before in sentence.earlier(item))
    said = sentence.lower[sentence.start : item.start].lstrip(OPENERS)
    opens = said.startswith(words("size"))
    return amount and alone and opens and last_run.subject == "grdp_size"


def told_by_verb(sentence: Sentence, item: Item) -> str:
    """The subject of which a verb tells an amount: "Dự kiến cả năm thu 13.000 tỷ".

    One that was told before, or that the headline names.
    """
    amount = item.quantity is not None and item.quantity.dimension in ("vnd", "usd")
    if not amount or any(each.kind in ("subject", "other") for each in sentence.earlier(item)):
        return ""
    colons = [each.end for each in sentence.earlier(item) if each.separator == ":"]
    start = max([sentence.start, *colons])
    if "fall" in sentence.frame.verbs:
        return ""  # "hụt thu"
    unknown = sentence.count_unknown_before(item, start)
    said = sentence.lower[sentence.start : before_amount(sentence, item).start].rstrip()
    told = {draft.indicator for draft in sentence.context.drafts}
    headline = sentence.context.headline
    level = sentence.readings(headline.subject).get("level") if headline else None
    for name in sorted(told | ({level.indicator} if level else set())):
        indicator = sentence.catalogue.indicators[name]
        verb = next((verb for verb in indicator.verbs if said.endswith(f" {verb}")), "")
        if verb and unknown <= count_unknown(verb.split()):
            return indicator.subject
    return ""


def falls_on(sentence: Sentence, item: Item, last_run: Run) -> bool:
    """Whether a rate told last is said to fall: "Bình quân mỗi năm giảm 3,75%"."""
    percent = item.quantity is not None and item.quantity.dimension in ("percent", "points")
    rate = "reduction" in sentence.readings(last_run.subject)
    alone = not any(
        before.kind in ("subject", "other", "number") for before in sentence.earlier(item)
    )
    falls = "fall" in sentence.frame.verbs
    start = max([sentence.start, *(each.end for each in sentence.earlier(item) if each.separator)])
    return percent and rate and alone and falls and not sentence.count_unknown_before(item, start)


def is_of_another_time(sentence: Sentence, item: Item, last_run: Run) -> bool:
    """Whether only another period is told of the last subject: "Lũy kế 10 tháng đạt 480 tỷ đồng".

    An amount of the same unit, or a fall of what fell.
    """
    told, quantity = last_run.level or last_run.last, item.quantity
    if told is None or quantity is None or quantity.dimension != told.dimension:
        return False
    if sentence.context.spoken_since:
        return False
    falls = told.reading == "reduction" and sentence.verb == "fall"
    grows = told.indicator == "grdp_growth"
    ends = told.reading == "level" and "to" in sentence.frame.verbs  # "Cuối năm 2014 còn 13,84%"
    percent = quantity.dimension == "percent"
    if quantity.dimension == "bare" or (percent and not (falls or grows or ends)):
        return False
    earlier = sentence.earlier(item)
    if any(before.kind not in ("cue", "period", "separator") for before in earlier):
        return False
    at = max([sentence.start, *(each.end for each in earlier if opens_with_period(sentence, each))])
    said = [before for before in earlier if before.start >= at]
    for before in [*said, item]:
        between = sentence.lower[at : before.start].split()
        if count_unknown(between) if grows else not set(between) <= word_set("still"):
            return False
        at = before.end
    return any(before.kind == "period" and not before.used for before in said)


def opens_with_period(sentence: Sentence, separator: Item) -> bool:
    """Whether a clause starts behind it that may tell of a period: behind a colon it opens so."""
    behind = sentence.behind(separator)
    named = behind is not None and behind.kind == "period"
    return separator.separator == "," or (separator.separator == ":" and named)


def result_behind(sentence: Sentence, item: Item) -> tuple[Item, Item] | None:
    """The next subject and its number, where a comma parts them from a number without subject."""
    following = sentence.following(item)
    subject = next((each for each in following if each.kind in ("subject", "number")), item)
    number = next((each for each in sentence.following(subject, 4) if each.quantity), None)
    between = sentence.items[item.index + 1 : subject.index]
    parted = any(each.separator in (",", ";") for each in between)
    return (subject, number) if subject.subject and number and parted else None


def run_of_result_behind(sentence: Sentence, item: Item) -> Run | None:
    """The run of a plan told ahead of its subject, named with the result; None where it is none.

    "Kịch bản là 6 tháng tăng 6,2%, rốt cuộc tổng sản phẩm trên địa bàn chỉ tăng 4,16%".
    """
    found, frame, quantity = result_behind(sentence, item), sentence.frame, item.quantity
    planned = frame.kind is Kind.TARGET or frame.plan_next
    if not (found and planned and quantity) or quantity.dimension == "bare":
        return None
    subject, number = found
    between = sentence.items[item.index : number.index]
    told = any(not each.cues.isdisjoint(_REACHED) for each in between)
    told = told or says(sentence.lower[item.end : subject.start], "but")
    if not told or number.quantity is None or number.quantity.dimension != quantity.dimension:
        return None
    hint = "growth" if sentence.verb == "grow" else subject.hint
    return Run(subject.subject, hint, start=item.start, end=item.start)


def run_behind_comma(sentence: Sentence, item: Item) -> Run:
    """The run of a subject that is named behind its value.

    "Với mức tăng 8,12%, GRDP ...", "Từ 33,7% năm 2005, tỷ lệ hộ nghèo xuống còn 5,18%".
    """
    said = sentence.lower[sentence.start : item.start].split()
    end = item.end
    behind = sentence.behind(item)
    if leads_from_start(said) and behind is not None and behind.kind == "period":
        end = behind.end
    elif not said or said[0] not in words("with") or len(said) > 6:
        return sentence.frame.run
    if item.place and sentence.verb == "grow" and is_about_growth(sentence):
        return Run("grdp_size", "growth", start=item.start, end=item.start)
    for following in sentence.following(item, 4):
        if following.kind == "subject" and end < following.start <= end + 12:
            following.used = True
            hint = "growth" if sentence.verb == "grow" else following.hint
            return Run(following.subject, hint, start=sentence.start, end=item.start)
        if following.kind in ("number", "other"):
            break
    return sentence.frame.run


def leads_from_start(said: list[str]) -> bool:
    """Whether words that open a sentence lead to where a change began: "từ", "từ mức âm"."""
    led = set(said[1:]) <= {*words("level"), *words("negative")}
    return said[:1] == list(words("change_from")) and led

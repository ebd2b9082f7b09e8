"""Periods named in a sentence: what they mean there, and which figures they rule."""

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind
from etl.recognising.lexicon import words
from etl.recognising.periods import Mention, Period, resolve, shifted, since_january
from etl.when.idle_periods import is_when_set, opens_with, rules_no_figures
from etl.when.new_year import is_of_new_year, last_year_gone, looks_back
from etl.whose.nations import whose_behind

_CONGRESS = 5
"""Years from one congress to the next: its terms share a year, 2020 - 2025 and 2025 - 2030."""
_SET = 10
"""Characters of "quyết nghị" and a blank, less one."""
_TELLING = frozenset({"grow", "fall", "equal"})


def read_period(sentence: Sentence, item: Item) -> None:
    """Let a named period rule the figures behind it, if it is not only a base of comparison."""
    mention = item.period
    assert mention
    frame = sentence.frame
    if item.used:
        return
    if frame.compare == "open" or is_compared_with(sentence, item):
        compare_with(sentence, item, mention)
        return
    if mention.cycle and context_term(sentence, mention) is None:
        return
    if is_times_past(sentence, item, mention):
        frame.scope = "other_period"
    if rules_no_figures(sentence, item, mention):
        item.used = is_when_set(sentence, item, mention)
        return
    period = meant(sentence, item, mention)
    if mention.relative < 0 and not mention.part and not opens_with(sentence, item):
        if tells_of_last_year(sentence, item):
            frame.period, frame.period_passing, frame.passing_told = period, True, False
        else:
            frame.compare = "year"
        return
    if mention.upto and sentence.text_before(item, _SET).rstrip().endswith(words("set")):
        frame.kind = Kind.TARGET  # "Đại hội yêu cầu đến năm 2020 có 10 bác sĩ"
    rule_figures(sentence, item, mention, period)


def compare_with(sentence: Sentence, item: Item, mention: Mention) -> None:
    """Let the period be what the next percentage is held against, or what is told of it."""
    frame = sentence.frame
    if frame.compare in ("", "open"):
        another = is_earlier_part(sentence, item) or is_long_before(sentence, mention)
        frame.compare = "other" if another else "year"
    item.used = True
    if sentence.lower.startswith(words("when"), item.end) or is_told_with(sentence, item):
        frame.period, frame.compare = meant(sentence, item, mention), ""
    elif sentence.stack and mention.year and lists_behind(sentence, item):
        running = frame.period or sentence.context.period
        frame.period = frame.base_period = shifted(running, mention.year - running.last)
        frame.compare = ""


def is_long_before(sentence: Sentence, mention: Mention) -> bool:
    """Whether a base of comparison lies two years back or more: "tăng 10% so với năm 2020"."""
    return (
        mention.year is not None
        and mention.first is None
        and mention.year < told_period(sentence).last - 1
    )


def told_period(sentence: Sentence) -> Period:
    """The period of the run's last amount, or else the one that rules its figures."""
    frame = sentence.frame
    told = frame.run.level.period if frame.run.level else None
    return told or frame.period or sentence.context.period


def years_back(sentence: Sentence, mention: Mention) -> int:
    """How many years a single year or a part of it lies before what is told of; else 0."""
    told = told_period(sentence)
    year = mention.year if mention.year is not None else told.last + mention.relative
    single = mention.first is None and not mention.term
    return max(0, told.last - year) if single else 0


def is_told_with(sentence: Sentence, item: Item) -> bool:
    """Whether "với" leads from a year to its own figures: "đặt cạnh năm 2022 với 5,7 triệu"."""
    behind = sentence.behind(item)
    said = sentence.lower[item.end : behind.start].strip() if behind else ""
    return behind is not None and behind.kind == "number" and said in words("with")


def tell_by_base(sentence: Sentence, mention: Mention) -> None:
    """A figure held against a month of the year before is of that month: "so với tháng 7/2016".

    Where no other period is named in the sentence.
    """
    last = sentence.frame.run.last
    if last is None or sentence.frame.period is not None or mention.year != last.period.last - 1:
        return
    if mention.part and mention.part != last.period.part:
        last.period = Period(last.period.last, last.period.last, mention.part)


def rule_figures(sentence: Sentence, item: Item, mention: Mention, period: Period) -> None:
    """Let the period rule the figures behind it: of its segment, of the sentence or of the next."""
    frame = sentence.frame
    local = sentence.cue_before(item, "part") and not in_first_segment(sentence, item)
    apart = is_apart(sentence, item)
    later = frame.base_period is not None and mention.upto and frame.base_period.last < period.last
    reached = later and period.last <= sentence.context.year  # "năm 2010 ..., đến năm 2015 còn"
    passing = (mention.upto or mention.term or local) and not apart and not reached
    subject_seen = any(before.kind == "subject" for before in sentence.earlier(item))
    if not frame.figures and (not frame.base_period or not subject_seen or sentence.stack):
        frame.base_period = period
    if apart and mention.upto and period.last > sentence.context.year:
        frame.base_period = period  # "nhiệm kỳ ...: ...; đến năm 2025, GRDP ...; thu ngân sách ..."
    base = frame.base_period
    closes = base is not None and base.first < base.last == period.last and mention.upto
    frame.period_passing = passing and base is not period and not closes
    frame.passing_told = False
    frame.period = period
    of_all = sentence.context.province is None and bool(whose_behind(sentence, item))
    opening = mention.upto and bool(mention.part) and (opens_with(sentence, item) or of_all)
    near = abs(period.last - sentence.context.year) <= 1
    if not sentence.stack and (opening or not passing) and near:
        sentence.named_periods.append((period, opens_with(sentence, item)))


def tells_of_last_year(sentence: Sentence, item: Item) -> bool:
    """Whether a clause of its own tells of the year before: "tăng 7,3%, năm trước tăng 7,05%"."""
    before, behind = sentence.before(item), sentence.following(item, 2)
    opens = before is not None and before.separator in (",", ";") and item.start - before.end <= 1
    told = len(behind) == 2 and bool(behind[0].cues & _TELLING) and behind[1].kind == "number"
    return opens and told


def is_times_past(sentence: Sentence, item: Item, mention: Mention) -> bool:
    """Whether the sentence opens with all years before one: "Trước năm 2005, ... 38% hộ nghèo"."""
    past = mention.year is not None and mention.year < sentence.context.year and not mention.part
    return past and sentence.lower[sentence.start : item.start].split() == list(words("until"))


def is_apart(sentence: Sentence, item: Item) -> bool:
    """Whether a clause opens with the period and a comma: "; đến năm 2018, con số này là ..."."""
    before, behind = sentence.before(item), sentence.behind(item)
    opens = before is not None and before.separator == ";" and item.start - before.end <= 1
    return opens and behind is not None and behind.separator == ","


def lists_behind(sentence: Sentence, item: Item) -> bool:
    """Whether "là" or a colon leads from it to its own figures: "(cùng kỳ năm 2018 là: 22%)"."""
    numbers = [following for following in sentence.following(item, 4) if following.quantity]
    said, colon, _ = sentence.lower[item.end : numbers[0].start if numbers else 0].partition(":")
    return said.split() == list(words("is")) or (colon != "" and not said.strip())


def meant(sentence: Sentence, item: Item, mention: Mention) -> Period:
    """The period that the mention means here."""
    context = sentence.context
    term = context_term(sentence, mention)
    if term is not None:
        return term
    running = sentence.frame.period or context.period
    if running.last < context.year and sentence.frame.period is None and aims(sentence):
        running = Period(context.year, context.year)  # nothing is aimed at in a year gone by
    if mention.to_date:
        return since_january(running)
    if mention.after:
        return year_after(sentence)
    year = Period(running.last, running.last)
    if running.part and resolve(mention, running) == year and adds_up(sentence, item):
        return running
    whole_year = words("within_year")
    if (
        mention.running
        and mention.relative == 0
        and sentence.lower.startswith(whole_year, item.start)
    ):
        return Period(running.last, running.last)
    if mention.relative < 0 and not mention.part:
        return Period(context.this_year - 1, context.this_year - 1)
    if mention.within:
        return resolve(mention, sentence.frame.period or context.period)
    if not mention.running:
        if mention.year is None and not (mention.part or mention.day or mention.upto):
            past = min(running.last, context.year, last_year_gone(context))
            return Period(past, past)  # "năm qua", behind a plan for the next one too
        if mention.part and sentence.frame.period is None and running.last == context.year - 1:
            running = Period(context.year, context.year)  # "11 tháng" after a look back
        if mention.part and is_of_new_year(sentence, mention):
            running = Period(context.this_year, context.this_year)
        return resolve(mention, running)
    this_year = Period(context.this_year, context.this_year)
    if mention.relative > 0 and not mention.part:
        return Period(context.year + mention.relative, context.year + mention.relative)
    if mention.relative == 0 and not mention.part and looks_back(sentence):
        return Period(context.year, context.year)
    if mention.part and is_ahead(sentence, this_year.last, mention.part):
        return resolve(mention, Period(context.year, context.year))
    return resolve(mention, this_year)


def year_after(sentence: Sentence) -> Period:
    """The year after the one that the sentence, or the last figure before it, is of."""
    before = sentence.frame.period or sentence.context.drafts[-1].period
    return Period(before.last + 1, before.last + 1)


def aims(sentence: Sentence) -> bool:
    """Whether the sentence says that something is aimed at."""
    return any("target" in item.cues for item in sentence.items)


def context_term(sentence: Sentence, mention: Mention) -> Period | None:
    """The years meant by "nhiệm kỳ", "5 năm qua", "5 năm tới": reckoned from the term named."""
    context = sentence.context
    named = (context.congress if mention.congress else None) or context.five_years
    base = sentence.frame.base_period
    if mention.cycle and base and base.last - base.first >= _CONGRESS - 1:
        return base  # "giai đoạn 2016 - 2020 giảm 3%; 5 năm giải quyết việc làm cho 30.000 người"
    if not mention.cycle or named is None:
        return None
    if mention.cycle == "current" and term_in_sentence(sentence, mention) == named:
        return named  # "Chỉ tiêu nhiệm kỳ 2015 - 2020: ...; mỗi năm của nhiệm kỳ giảm 2%"
    length, year = named.last - named.first, context.year
    ahead = named.last > year + 1 and named.first >= year - 1
    planned = aims(sentence) or context.kind is Kind.TARGET
    between = mention.cycle == "current" and named.first >= year and not planned
    if mention.cycle == "next" and not ahead:
        first = named.last if length == _CONGRESS else named.last + 1
        return Period(first, first + length)
    if between or (mention.cycle == "past" and ahead):  # at the congress between two terms
        last = named.first if length == _CONGRESS else named.first - 1
        over = context.term
        return over if over and over.last == last else Period(last - length, last)
    return named


def term_in_sentence(sentence: Sentence, mention: Mention) -> Period | None:
    """The term of which the sentence names the years before the mention, None where none."""
    spans = (item.period for item in sentence.items if item.period and item.end <= mention.start)
    years = ((span.first, span.year) for span in spans if span.term)
    return next((Period(first, last) for first, last in years if first and last), None)


def adds_up(sentence: Sentence, item: Item) -> bool:
    """Whether the year named is only that of a sum so far: "lũy kế năm 2024".

    Or of the one that its clause has named: "đến cuối tháng 11, vốn FDI trong năm đạt 1.420".
    """
    for earlier in sentence.backwards(item):
        if earlier.separator == ";" or earlier.kind == "number":
            break
        if earlier.period and earlier.period.upto:
            return sentence.lower.startswith(words("in_the_year"), item.start)
    before = sentence.before(item)
    return before is not None and "cumulative" in before.cues and item.start - before.end <= 2


def in_first_segment(sentence: Sentence, item: Item) -> bool:
    """Whether no separator stands before the item."""
    return not any(before.kind == "separator" for before in sentence.earlier(item))


def is_ahead(sentence: Sentence, year: int, part: str) -> bool:
    """Whether the part of the year was still to come when the article appeared."""
    now = sentence.context.now
    return now is not None and (year, Period(year, year, part).end_month) > now


def is_compared_with(sentence: Sentence, item: Item) -> bool:
    """Whether the period is a base of comparison: "so với năm 2019", "gấp 12 lần năm 2004"."""
    before = sentence.before(item)
    if before is None:
        return False
    gap = item.start - before.end
    if before.kind == "cue" and before.cues & {"actual", "estimate"} and item.index > 1:
        before = sentence.items[item.index - 2]
    if before.kind == "cue" and before.cues & {"compare", "year_before"} and gap <= 12:
        return True
    if gap <= 2 and any(
        sentence.lower.startswith(word, before.end - len(word)) for word in words("than")
    ):
        return True
    return bool(before.quantity and gap <= 12 and before.quantity.dimension == "times")


def is_earlier_part(sentence: Sentence, item: Item) -> bool:
    """Whether it is another month or quarter of the running year: "tháng 10 ... so với tháng 9".

    Months so far are held against no single one: in "9 tháng tăng 5%, nhích 3% so với tháng 8" it
    is the last month's figure.
    """
    mention, running = item.period, sentence.frame.period or sentence.context.period
    assert mention
    part = mention.part[:1] in ("M", "Q") and mention.part[:1] == running.part[:1]
    part = part or (mention.part[:1] == "M" and running.part.endswith("M"))
    return part and mention.part != running.part and not (mention.year or mention.relative)

"""Sentences that name no subject, and only hold something against the figure just told."""

from etl.linking.frames import Draft, Run
from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.models import Kind

_SAYS_WHAT = frozenset({"plan", "target", "weak_target", "actual", "estimate", "year_before"})
"""Cues that say what the number is of the figure told: its plan, its result, last year's."""
_WORDS = 12
"""Words before the number, at most."""


def run_told_again(sentence: Sentence, item: Item) -> Run | None:
    """The run of the only figure of the sentence before, told here of another kind or time.

    "GRDP 2020 tăng 4,17%. Chúng tôi đặt ra tới 7%", "Kế hoạch là 8,1%. Nửa đầu năm, con số thực
    chỉ 3,94%". None where a word may name another subject, or the number is of something behind it.
    """
    told, quantity, last_run = told_alone(sentence), item.quantity, sentence.context.last_run
    if told is None or quantity is None or last_run is None or quantity.dimension == "bare":
        return None
    if quantity.dimension != told.dimension or last_run.last is not told:
        return None
    earlier = sentence.earlier(item)
    said = sentence.lower[sentence.start : item.start].split()
    allowed = all(
        each.kind in ("cue", "period") or each.separator in (",", ":") for each in earlier
    )
    if not allowed or len(said) > _WORDS or not ends_clause(sentence, item):
        return None
    if sentence.count_unknown_before(item, sentence.start):
        return None
    if is_yardstick(sentence, item):
        sentence.frame.plan_next, sentence.frame.compare = True, ""
    if not is_another(sentence, earlier, told):
        return None
    if sentence.frame.period is None and not told.period.part:
        sentence.frame.period = told.period
    return Run(last_run.subject, last_run.hint or told.reading, start=item.start, end=item.start)


def told_alone(sentence: Sentence) -> Draft | None:
    """The last figure told, where the sentences since and its own told of nothing else."""
    context = sentence.context
    if not context.drafts or context.spoken_since or sentence.drafts:
        return None
    last = context.drafts[-1]
    beside = [draft for draft in context.drafts if draft.sentence == last.sentence]
    alone = all(draft.indicator == last.indicator for draft in beside)
    return last if alone and last.province == context.province else None


def is_yardstick(sentence: Sentence, item: Item) -> bool:
    """Whether the last figure is held against it: "So với mục tiêu 6,5%, con số này thấp hơn"."""
    held = sentence.frame.compare == "plan"
    return held and any("this_figure" in each.cues for each in sentence.following(item, 3))


def is_another(sentence: Sentence, earlier: list[Item], told: Draft) -> bool:
    """Whether what is said before the number makes it of another kind, or time, than the last."""
    cues = {cue for each in earlier for cue in each.cues}
    aimed_at = sentence.frame.plan_next or sentence.frame.kind is Kind.TARGET
    period = sentence.frame.period
    another = aimed_at is not (told.kind is Kind.TARGET) or period not in (None, told.period)
    return another and (period is not None or not cues.isdisjoint(_SAYS_WHAT))


def ends_clause(sentence: Sentence, item: Item) -> bool:
    """Whether a sign, or nothing, stands behind the number: it is of nothing named there."""
    behind = sentence.lower[item.end : sentence.end].strip()
    return not behind[:1].isalnum() and not behind.startswith("(")

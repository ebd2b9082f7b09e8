"""Sectors of the economy whose percentages only the whole sentence tells: growths or shares."""

from etl.catalogue import Catalogue
from etl.linking.frames import Draft
from etl.linking.marks import opens_item
from etl.linking.sentence import Sentence
from etl.models import Kind

_WHOLE = (94, 104)
"""What told parts of a whole sum up to: small ones may be left out, and all are rounded."""
_OF_ECONOMY = frozenset({"economy", "output", "structure", "growth_list", "contribute", "grow"})
"""Cues ahead of sectors by which they are those of the economy, or grow."""
_QUARTER = 25
"""So much no two sectors grow by in the same sentence."""
_REACHED = frozenset({"equal", "estimate", "actual"})
"""Cues by which a lone sector is said to have come to its percentage."""
_SPOKEN_OF = 4
"""Figures within which the economy is still spoken of."""


def settle_shares(drafts: list[Draft], catalogue: Catalogue) -> None:
    """Turn sectors read as growing into shares where nothing said so and they add up to a whole."""
    if len(drafts) < 3:
        return
    shares = {
        pair["growth"].indicator: pair["share"].indicator
        for pair in catalogue.readings.values()
        if "growth" in pair and "share" in pair
    }
    for kind in Kind:
        sectors = [
            draft
            for draft in drafts
            if draft.kind is kind and draft.indicator in (*shares, *shares.values())
        ]
        guessed = [draft for draft in sectors if not draft.told and draft.indicator in shares]
        told = sum(1 for draft in sectors if draft.indicator not in shares)
        if len(sectors) < 3 or len(guessed) + told < 2 or not guessed:
            continue
        if is_whole([middle for draft in sectors if (middle := middle_of(draft)) is not None]):
            for draft in sectors:
                draft.indicator = shares.get(draft.indicator, draft.indicator)
                draft.reading = "share"


def is_whole(parts: list[float]) -> bool:
    """Whether percentages of sectors are parts of a whole, of which a small one may be untold.

    No two sectors grow by a quarter: "công nghiệp 35,4%, dịch vụ 34,2%, nông nghiệp 13,1%".
    """
    total, large = sum(parts), sorted(parts)[-2:]
    return _WHOLE[0] <= total <= _WHOLE[1] or (
        len(large) == 2 and large[0] >= _QUARTER and total <= _WHOLE[1]
    )


def middle_of(draft: Draft) -> float | None:
    """The middle of the draft's bounds, or its one bound; None where it has no value."""
    low = draft.low if draft.low is not None else draft.high
    high = draft.high if draft.high is not None else draft.low
    return (low + high) / 2 if low is not None and high is not None else None


def settle_sectors(sentence: Sentence) -> None:
    """Take back bare percentages of sectors where nothing speaks of the economy or of growing.

    "Dư nợ cho vay năm 2023: nông nghiệp 22%, công nghiệp 12%" are shares of the loans. What
    a line of a list is of is told by what leads to it.
    """
    context, sectors = sentence.context, sentence.catalogue.sectors
    bare = [
        draft
        for draft in sentence.drafts
        if draft.reading == "growth"
        and not draft.told
        and draft.low == draft.high  # a range is a plan's
        and subject_of(sentence, draft) in sectors
    ]
    plain = [draft for draft in sentence.drafts if not draft.in_bracket]
    listed = opens_item(sentence.lower[sentence.start : sentence.end])
    if listed or not bare or len(bare) < len(plain):
        return
    before = [draft for draft in context.drafts if draft not in sentence.drafts]
    spoken = [subject_of(sentence, draft) for draft in before[-_SPOKEN_OF:]]
    if "grdp_size" in spoken or not sectors.isdisjoint(spoken):
        return
    first = min(draft.start for draft in bare)
    ahead = [each for each in sentence.items if each.start < first]
    alone = len(bare) == 1 and any(each.cues & _REACHED for each in ahead)
    if alone or any(each.subject == "grdp_size" or each.cues & _OF_ECONOMY for each in ahead):
        return  # "khu vực dịch vụ ước đạt 9,6%, xấp xỉ chỉ tiêu"
    for draft in bare:
        sentence.take_back(draft, "no_indicator")


def subject_of(sentence: Sentence, draft: Draft) -> str:
    """The subject of the draft's indicator."""
    return sentence.catalogue.indicators[draft.indicator].subject

"""Where the name of a subject is told of a part of what its figures would be of."""

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import count_unknown, words


def fate_of_part(sentence: Sentence, item: Item) -> str:
    """The fate of its figures where it is two sectors in one, or a part of what was told."""
    if joins_a_sector(sentence, item):
        return "several"
    part = (
        is_part_again(sentence, item)
        or is_of_a_thing(sentence, item)
        or is_of_some_places(sentence, item)
        or is_owner_of_part(sentence, item)
    )
    return "part" if part else ""


def joins_a_sector(sentence: Sentence, item: Item) -> bool:
    """Whether two sectors are named as one: "công nghiệp - dịch vụ chiếm 90%" is of neither."""
    before, sectors = sentence.before(item), sentence.catalogue.sectors
    while before is not None and before.separator == ",":
        before = sentence.before(before)
    return (
        before is not None
        and before.kind == "subject"
        and {before.subject, item.subject} <= sectors
        and before.subject != item.subject
        and sentence.lower[before.end : item.start].strip() in (",", "-", "–", *words("and"))
    )


def is_part_again(sentence: Sentence, item: Item) -> bool:
    """Whether a part of the amount just told follows.

    "giải ngân 5.590 tỷ đồng; riêng vốn tỉnh quản lý giải ngân 2.406 tỷ đồng".
    """
    run = sentence.frame.run
    level = run.level or run.earlier
    if run.subject != item.subject or level is None:
        return False
    return sentence.cue_before(item, "part", ("period", "number", "subject", "other"))


def is_of_a_thing(sentence: Sentence, item: Item) -> bool:
    """Whether "riêng" names a thing before the subject: "riêng nông sản xuất khẩu 92 triệu USD"."""
    part = next(
        (each for each in sentence.backwards(item) if each.kind != "cue" or "part" in each.cues),
        None,
    )
    if part is None or "part" not in part.cues:
        return False
    unknown, at = 0, part.end
    for following in sentence.items[part.index + 1 : item.index + 1]:
        unknown += count_unknown(sentence.lower[at : following.start].split())
        at = following.end
    return unknown > 0


def is_of_some_places(sentence: Sentence, item: Item) -> bool:
    """Whether it is told of a number of places or offices: "21 xã, phường giải ngân dưới 30%"."""
    level = sentence.readings(item.subject).get("level")
    if level is None or level.unit not in ("billion_vnd", "million_usd", "percent"):
        return False
    number = next((each for each in sentence.backwards(item) if each.kind == "number"), None)
    if number is None or number.quantity is None or number.quantity.dimension != "bare":
        return False
    if sentence.context.fates.get(number.start) == "ordinal":
        return False  # "trong tốp 10 địa phương hút vốn FDI nhiều nhất"
    return " ".join(sentence.lower[number.end : item.start].split()) in words("some_places")


def is_owner_of_part(sentence: Sentence, item: Item) -> bool:
    """Whether it is named as having a part of the amount just told, by the catalogue.

    "Xuất khẩu 500 triệu USD, trong đó đầu tư nước ngoài 300 triệu USD".
    """
    level = sentence.readings(item.subject).get("level")
    if level is None or sentence.frame.run.subject not in level.owns_part_of:
        return False
    return sentence.cue_before(item, "part", ("period", "number"))

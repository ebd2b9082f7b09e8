"""Contributions: numbers that tell a part in a growth, and no growth of their own."""

from etl.linking.items import Item
from etl.linking.sentence import Sentence
from etl.recognising.lexicon import says, words


def is_contribution(sentence: Sentence, item: Item) -> bool:
    """Whether the number is what was contributed, and not how the contributor grew.

    "Đóng góp lớn nhất là dịch vụ với mức tăng 9,2%" is a growth, and so is "dịch bệnh khiến kinh
    tế tăng trưởng âm 2,79%".
    """
    if is_of_economy(sentence, item):
        return False
    level = sentence.readings(sentence.frame.run.subject).get("level")
    if sentence.verb == "share" or (level is not None and level.unit == "percent"):
        return False  # "kinh tế số đóng góp 16% GRDP" is its share
    if sentence.verb == "to":
        return False  # "góp sức đưa số lượt khách lên 9,95 triệu"
    if is_growth_caused(sentence, item):
        return False
    reached = False
    for before in sentence.backwards(item):
        said = sentence.lower[before.start : before.end]
        reached = reached or "equal" in before.cues
        if said in words("own_growth") or (reached and "economy" in before.cues):
            return False  # "khiến tốc độ tăng trưởng kinh tế cả năm chỉ đạt 7,6%"
        if "grow" in before.cues:
            return not says(sentence.text_before(before, 5), "with")
        if "contribute" in before.cues:
            return True
    return True


def is_of_economy(sentence: Sentence, item: Item) -> bool:
    """Whether it is a sector's part in all that is produced: "dịch vụ làm ra 43% giá trị GRDP".

    "Tăng 8%, đóng góp 3,2% vào GRDP" is a part in its growth.
    """
    run, behind = sentence.frame.run, sentence.behind(item)
    if behind is None or run.last is not None or run.subject not in sentence.catalogue.sectors:
        return False
    whole = behind.subject == "grdp_size" or "structure" in behind.cues
    between = sentence.lower[item.end : behind.start].strip()
    return whole and not behind.hint and between in ("", *words("in_the_whole"))


def is_growth_caused(sentence: Sentence, item: Item) -> bool:
    """Whether it is how what companies drove grew: "... khiến sản xuất công nghiệp tăng 10,2%"."""
    caused = [each for each in sentence.clause_before(item) if "contribute" in each.cues]
    if not caused or sentence.verb != "grow":
        return False
    said = sentence.lower[caused[-1].start : caused[-1].end]
    return said in words("causing") and caused[-1].end <= sentence.frame.run.start

"""Positional lists: k subjects named in a row, and each one's number in a row behind them.

"A, B và C lần lượt 1%, 2% và 3%", "nông nghiệp, công nghiệp, dịch vụ: 3% - 13% - 12%".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from etl.linking.items import Item

LIST_GAP = 8
"""Characters between two numbers of a list: ", ", "; ", " và "."""
_NAME_GAP = 40
"""Characters between two names of a list."""
_SAME_NAME = 4
"""Characters between two names of one subject: "tổng sản phẩm (GRDP)"."""


@dataclass(slots=True)
class _Row:
    """Subjects named in a row, and the numbers in a row behind them."""

    parts: Mapping[str, Sequence[str]]
    """Subject whose name names its parts -> these."""
    subjects: list[Item] = field(default_factory=list)
    numbers: list[Item] = field(default_factory=list)
    announced: bool = False
    """Whether "lần lượt" was said."""
    grown: bool = False
    """Whether it was said of growths: "lần lượt tăng 9,6% và 5,2%"."""
    last: list[Item] = field(default_factory=list)
    """The subjects of the last list."""
    told: list[Item] = field(default_factory=list)
    """The subjects that were told one by one."""
    told_before: list[Item] = field(default_factory=list)
    """The subjects that the last sentence told."""
    named: str = ""
    """The last subject named."""

    def end(self) -> None:
        """Pair the row's subjects and numbers, if it has come to numbers, and start another."""
        if self.numbers:
            told = self.told or self.told_before
            again = self.announced and not self.subjects and len(told) == len(self.numbers)
            subjects = told if again else self.subjects
            parts = self.parts.get(self.named, ())
            if self.announced and len(self.numbers) == len(parts):
                subjects = [Item(-1, -1, "subject", part) for part in parts]
            self.last = _pair(subjects, self.numbers, self.announced, self.last)
            if again and self.last and self.grown:
                for number in self.numbers:
                    number.hint = "growth"
            self.subjects, self.numbers, self.announced, self.grown = [], [], False, False


def assign_positions(
    items: list[Item], told_before: Sequence[str], parts: Mapping[str, Sequence[str]]
) -> None:
    """Pair k subjects named in a row with the k numbers in a row behind them.

    A bracket right behind with as many numbers again is a list of the same subjects; a list that
    names none is of the subjects `told_before`, by the last sentence.
    """
    row = _Row(parts, told_before=[Item(-1, -1, "subject", subject) for subject in told_before])
    for item in items:
        if item.kind == "subject" and "plan" not in item.cues:
            _add_subject(row, item)
        elif "percent_list" in item.cues:
            row.end()
            row.announced = True
        elif "grow" in item.cues and row.announced and not row.numbers:
            row.grown = True
        elif item.kind == "number" and not item.used:
            _add_number(row, item)
        elif item.kind == "other":
            row.end()
            row.subjects, row.announced = [], False
        elif item.kind == "separator" and item.separator in "()":
            row.end()
    row.end()


def _add_subject(row: _Row, item: Item) -> None:
    row.named = item.subject
    touching = bool(row.numbers) and item.start - row.numbers[-1].end <= 1
    whole = row.announced or item.subject == "grdp_size"  # "lần lượt 20%, 30%, 50% GRDP"
    if touching and not (row.subjects and whole):
        if row.subjects:
            row.numbers.pop()  # "xuất khẩu 330 triệu USD; đón 1,3 triệu lượt khách"
        row.told.append(item)  # "có 14,2 bác sĩ"
        row.end()
        return
    row.end()
    last = row.subjects[-1] if row.subjects else None
    if last and item.start - last.end > _NAME_GAP:
        row.subjects, last = [], None
    if not (last and item.start - last.end <= _SAME_NAME and _alias(last, item)):
        row.subjects.append(item)


def _add_number(row: _Row, item: Item) -> None:
    if row.numbers and item.start - row.numbers[-1].end > LIST_GAP:
        row.end()
    if row.subjects and not row.numbers and not row.announced:
        row.told.append(row.subjects[-1])
    row.numbers.append(item)


def _alias(known: Item, item: Item) -> bool:
    """Whether the item only names the known subject again."""
    return item.subject == known.subject or item.subject == "grdp_size"


def _pair(
    subjects: list[Item], numbers: list[Item], announced: bool, last_list: list[Item]
) -> list[Item]:
    """Give each number the subject in its own place; the subjects, none where they do not fit."""
    count = len(numbers)
    dimensions = {item.quantity.dimension for item in numbers if item.quantity}
    if count < 2 or len(dimensions) > 1:
        return []
    if not subjects and count == len(last_list):
        chosen = last_list
    elif len(subjects) == count or (announced and len(subjects) > count):
        chosen = subjects[-count:]
    else:
        if announced and len(subjects) == 1 and dimensions <= {"vnd", "usd"}:
            for number in numbers:  # percentages may be of several periods
                number.cues |= {"unpaired"}
        return []
    if len({item.subject for item in chosen}) < count:
        return []
    for subject, number in zip(chosen, numbers, strict=True):
        number.assigned, number.hint = subject.subject, subject.hint
    return chosen

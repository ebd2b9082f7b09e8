"""The sentence being read: its items, what governs them so far, and how to look around in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from etl.catalogue import Catalogue, Indicator, load_catalogue
from etl.linking.frames import Context, Draft, Frame, Run
from etl.linking.items import Item
from etl.linking.marks import ARROWS, opens_item
from etl.recognising.lexicon import NAMED, count_unknown, names_a_branch, words
from etl.recognising.periods import Period

_BUT = 8
"""Characters of "nhưng" with its blanks."""


@dataclass(slots=True)
class Sentence:
    """A sentence at characters start to end, in the state in which the walk has come to an item."""

    items: list[Item]
    begins: int
    """Where it begins in the text."""
    start: int
    """Where its own words start, behind what joins it to the last one: "Bên cạnh đó, "."""
    end: int
    lower: str
    """The whole article's text in lower case."""
    text: str
    """The same as it stands in the article."""
    context: Context
    catalogue: Catalogue = field(default_factory=load_catalogue)
    frame: Frame = field(default_factory=lambda: Frame(run=Run("")))
    stack: list[Frame] = field(default_factory=list)
    """The frames around the bracket that is open."""
    drafts: list[Draft] = field(default_factory=list)
    told_run: Run | None = None
    """The last subject of which it told a figure outside of a bracket."""
    named_periods: list[tuple[Period, bool]] = field(default_factory=list)
    """Periods that the sentence names; True where one opens it."""

    @property
    def verb(self) -> str:
        """The last predicate of the segment, '' where it has none yet."""
        return self.frame.verbs[-1] if self.frame.verbs else ""

    def readings(self, subject: str) -> dict[str, Indicator]:
        """The indicators of a subject by reading; none for ''."""
        return self.catalogue.readings.get(subject, {})

    def before(self, item: Item) -> Item | None:
        """The item right before."""
        return self.items[item.index - 1] if item.index else None

    def behind(self, item: Item) -> Item | None:
        """The item right behind."""
        return self.items[item.index + 1] if item.index + 1 < len(self.items) else None

    def backwards(self, item: Item) -> Iterable[Item]:
        """The items before, the nearest first."""
        return reversed(self.items[: item.index])

    def earlier(self, item: Item) -> list[Item]:
        """The items before, in their order."""
        return self.items[: item.index]

    def following(self, item: Item, count: int | None = None) -> list[Item]:
        """The items behind, at most `count` of them."""
        stop = None if count is None else item.index + 1 + count
        return self.items[item.index + 1 : stop]

    def text_before(self, item: Item, length: int) -> str:
        """At most `length` characters of the sentence before the item."""
        return self.lower[max(self.start, item.start - length) : item.start]

    @property
    def whose(self) -> str | None:
        """The province whose figures are told."""
        return self.frame.place or self.context.speaking_of or self.context.province

    @property
    def opens_line(self) -> bool:
        """Whether it is the first of a line."""
        return self.lower.endswith("\n", 0, self.begins)

    def line_above(self) -> str:
        """The line of words above the line that the sentence opens; '' where it opens none."""
        if not self.opens_line:
            return ""
        end = self.begins
        while end and self.lower[end - 1].isspace():
            end -= 1
        return self.lower[self.lower.rfind("\n", 0, end) + 1 : end]

    def opens_item(self) -> bool:
        """Whether it opens an item of a list."""
        return opens_item(self.lower[self.start : self.end])

    def tells(self, item: Item) -> bool:
        """Whether the item is a number that has become a figure, or a part of one."""
        return item.start in self.context.made

    def is_contrasted(self, start: int) -> bool:
        """Whether "nhưng" opens the clause that starts at the character."""
        return self.lower[start : start + _BUT].lstrip().startswith(words("but"))

    def take_back(self, draft: Draft, fate: str) -> None:
        """Unmake a figure that turned out to be none: its numbers meet the fate."""
        self.drafts.remove(draft)
        self.context.drafts.remove(draft)
        for start in [at for at, made in self.context.made.items() if made is draft]:
            del self.context.made[start]
            self.context.fates[start] = fate

    def clause_before(self, item: Item, ends: tuple[str, ...] = (";", ":")) -> list[Item]:
        """The items before, back to the semicolon or the colon."""
        clause: list[Item] = []
        for before in self.backwards(item):
            if before.separator in ends and before.kind == "separator":
                break
            clause.append(before)
        return clause[::-1]

    def cue_before(
        self, item: Item, cue: str, ends: tuple[str, ...] = ("number", "separator")
    ) -> bool:
        """Whether the cue stands between the item and the last of `ends` before it.

        An end is a kind of item, or a separator such as "(".
        """
        for before in self.backwards(item):
            if before.kind in ends or before.separator in ends:
                return False
            if cue in before.cues:
                return True
        return False

    def cue_behind(self, item: Item, cue: str) -> bool:
        """Whether the cue is among the next ones behind the item, and nothing else between."""
        for following in self.following(item, 3):
            if cue in following.cues:
                return True
            if following.kind != "cue":
                return False
        return False

    def same_segment(self, at: int, item: Item) -> bool:
        """Whether no separator stands between the place and the item."""
        for before in self.backwards(item):
            if before.start < at:
                break
            if before.kind == "separator":
                return False
        return at >= 0

    def segment_text(self, item: Item) -> str:
        """The text around the item up to the separators on either side, over a bracket behind."""
        bracketed = False
        for each in self.following(item):
            if each.separator in ("(", "[") and not self.stack:
                bracketed = True
            elif bracketed:
                bracketed = each.separator not in (")", "]")
            elif each.kind == "separator":
                return self.lower[self.segment_start(item) : each.start]
        return self.lower[self.segment_start(item) : self.end]

    def segment_start(self, item: Item) -> int:
        """Where the item's segment starts: behind the separator before it."""
        ends = (each.end for each in self.backwards(item) if each.kind == "separator")
        return next(ends, self.start)

    def sign(self, item: Item) -> str:
        """The plus or minus right before a number, '' where it has none; "▲ 13,7%" has a plus."""
        sign = self.lower[item.start - 1 : item.start] if item.start else ""
        arrow = self.lower[max(0, item.start - 3) : item.start].strip(" \ufe0f")[-1:]
        if arrow in ARROWS:
            return ARROWS[arrow]
        joined = self.lower[item.start - 2 : item.start - 1].isalnum()
        return sign if sign in ("+", "-", "−") and not joined else ""

    def subject_behind(self, item: Item) -> Item | None:
        """The subject named right behind the number: "24.042,91 tỷ đồng là thu nội địa"."""
        assert item.quantity
        of_people = False
        for following in self.following(item, 4 if item.quantity.dimension == "percent" else 3):
            if following.kind == "subject":
                gap = self.lower[item.quantity.noun_at : following.start].split()
                level = self.readings(following.subject).get("level")
                nouns = self.catalogue.units[level.unit].nouns if level else ()
                counted = bool(gap) and any(" ".join(gap).startswith(noun) for noun in nouns)
                most = 9 if counted or of_people else 4
                return following if len(gap) <= most else None
            if following.kind == "number" and following.used:
                continue
            if following.kind == "other" and item.quantity.dimension == "percent":
                if following.start - item.end <= 1:
                    of_people = True
                    continue  # "95,8% dân số tham gia bảo hiểm y tế"
                return None
            if following.kind in ("number", "separator", "period", "other"):
                return None
            if following.cues & {"compare", "grow", "fall", "target", "plan", "share"}:
                return None
        return None

    def is_counted(self, item: Item) -> bool:
        """Whether the item is only the noun of the number before it ("45 dự án")."""
        before = self.before(item)
        return (
            before is not None
            and before.kind == "number"
            and self.lower[before.end : item.start].strip() in ("", *words("counted_as"))
            and not self.lower.startswith(tuple(f" {word} " for word in words("has")), item.end)
        )

    def names_another_thing(self, item: Item) -> bool:
        """Whether the number's segment names a thing of its own that the lexicon does not know.

        "chỉ số sản xuất tăng 15%, đường kết tinh 134%": the second number is not the index's.
        Once such a list has begun, one strange word is enough ("thép 20%").
        """
        start, least = self.start, NAMED
        nearest = self.before(item)
        if nearest and nearest.place and nearest.place.province and item.start - nearest.end <= 2:
            return False  # "ba địa phương xếp kế tiếp là Trà Vinh 8,25%"
        for before in self.backwards(item):
            if before.start < self.frame.run.end:
                return False
            if self.context.fates.get(before.start) == "name":
                continue  # "do dịch Covid-19 nên chỉ đạt 4.100 tỷ đồng"
            aimed_at = item.quantity is None and "target" in before.cues
            planned = self.frame.plan_next and "plan" in before.cues
            if before.kind in ("separator", "number") or aimed_at or planned:
                start = before.end
                break
        if self.goes_on_about_things(item) or self.names_a_part(item):
            least = 1
        said = self.words_before(item, start)
        grown = item.quantity is None or item.quantity.dimension == "percent"
        strange = not self.frame.plan_next and count_unknown(said) >= least
        return strange or (grown and names_a_branch(said))

    def count_unknown_before(self, item: Item, start: int) -> int:
        """How many words since `start` name something that is no item, and no cause either."""
        return count_unknown(self.words_before(item, start))

    def words_before(self, item: Item, start: int) -> list[str]:
        """The words since `start` that are of no item, and of no cause either."""
        found, at = [], start
        spans = [(other.start, other.end) for other in self.earlier(item) if other.end > start]
        spans += self.causes(start, item.start)
        for known_start, known_end in [*sorted(spans), (item.start, item.start)]:
            found += self.lower[at : max(at, known_start)].split()
            at = max(at, known_end)
        return found

    def names_a_part(self, item: Item) -> bool:
        """Whether "trong đó" stands between the last number or separator and the item."""
        for before in self.backwards(item):
            if before.kind in ("number", "separator", "subject"):
                return False
            if self.lower[before.start : before.end] in words("among_which"):
                return self.frame.run.carried or self.frame.run.last is not None
        return False

    def causes(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where causes or comments stand between two places: "nhờ hồ đầy nước nên"."""
        if self.lower.endswith(words("comment"), start, end):
            return [(start, end)]  # "Đáng mừng nhất là tăng trưởng đạt 8,42%"
        for word in words("therefore"):
            at = self.lower.rfind(f" {word} ", start, end)
            if at >= 0:
                since = max(self.lower.rfind(f" {cause} ", start, at) for cause in words("cause"))
                return [(since, at + len(word) + 2)] if since >= 0 else []
        return []

    def goes_on_about_things(self, item: Item) -> bool:
        """Whether the number before, of the same dimension, was of no indicator."""
        for before in self.backwards(item):
            if before.kind in ("subject", "other"):
                return False
            if before.quantity and item.quantity:
                strange = self.context.fates.get(before.start) == "no_indicator"
                return strange and before.quantity.dimension == item.quantity.dimension
        return False

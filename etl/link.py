"""Linking: which number of a sentence is which indicator's actual or target, of when and where.

A sentence is read from left to right. Subjects open a run, cues set what its frame says (kind,
reading, base of comparison), brackets open a frame of their own, separators close what a segment
was about to say. A number takes what its innermost frame says; what nothing in the sentence says
it takes from the article so far, and what the units and the catalogue rule out it is not.
"""

from dataclasses import replace

from etl.catalogue import Indicator, load_catalogue
from etl.frames import Context, Draft, Frame, Run, expected_kind
from etl.items import Item
from etl.lexicon import plain_words
from etl.lists import prepare
from etl.models import Kind, Measure
from etl.periods import Period, resolve, shifted
from etl.quantities import Quantity
from etl.values import Value, value_of

_VERBS = ("grow", "fall", "to", "equal", "exceed", "share", "contribute", "times", "added", "from")
APPROXIMATE = ("gần", "hơn", "trên", "khoảng", "mốc")
_NEAR = 30
"""Characters within which a cue still speaks of the number beside it."""


class SentenceReader:
    """Reads one sentence into the drafts and fates of its article's context."""

    def __init__(self, items: list[Item], span: tuple[int, int], lower: str, context: Context):
        self.items = items
        self.span = span
        self.lower = lower
        self.context = context
        self.catalogue = load_catalogue()
        self.frame = Frame(run=Run(""))
        self.stack: list[Frame] = []
        self.drafts: list[Draft] = []
        self.named_periods: list[tuple[Period, bool]] = []

    # -- the walk ------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the sentence; what it says goes into the context."""
        prepare(self.items, self.lower)
        for index, item in enumerate(self.items):
            match item.kind:
                case "separator":
                    self._separator(index, item)
                case "subject":
                    self._subject(index, item)
                case "other":
                    if not item.used and not self._counted(index):
                        self.frame.run = Run("", fate=item.fate, start=item.start, end=item.end)
                        self._cues(index, item)
                case "cue":
                    self._cues(index, item)
                case "period":
                    self._period(index, item)
                case "place":
                    self._place(index, item)
                case "number":
                    self._number(index, item)
        self._close()

    def _counted(self, index: int) -> bool:
        """Whether the item is only the noun of the number before it ("45 dự án")."""
        before = self.items[index - 1] if index else None
        item = self.items[index]
        return (
            before is not None
            and before.kind == "number"
            and item.start - before.end <= 1
            and not self.lower.startswith(" có ", item.end)
        )

    def _close(self) -> None:
        """Settle what only the whole sentence tells, and hand on what it says to the next."""
        settle_shares(self.drafts, self.catalogue.readings)
        frame = self.stack[0] if self.stack else self.frame
        plain = [draft for draft in self.drafts if not draft.in_bracket]
        if plain:
            self.context.kind = plain[-1].kind
            self.context.kind_period = plain[-1].period
        elif frame.kind is not None:
            self.context.kind = frame.kind
            self.context.kind_period = frame.period or self.context.period
        if frame.run.last:
            self.context.last_run = frame.run
        self._settle_period()

    def _settle_period(self) -> None:
        """The period that rules the next sentences, if this one sets it.

        A sentence does that by figures for one period, by opening with a period, or by announcing
        results or targets of it. A sentence of figures for several periods changes nothing, and so
        does a year long past or to come that is only spoken of.
        """
        distinct = list(dict.fromkeys(period for period, _ in self.named_periods))
        if not distinct or (len(distinct) > 1 and self.drafts):
            return
        announces = any(
            item.cues & {"target", "weak_target", "plan", "plan_document", "actual"}
            for item in self.items
        )
        opens = self.named_periods[0][1]
        year, running = self.context.year, self.context.period
        reported = [period for period in distinct if period.last == year]
        if not reported and not opens and max(period.last for period in distinct) < year:
            return
        if not reported and not (self.drafts or announces):
            return
        if not self.drafts and not opens and not reported[:1] == [distinct[0]] and not announces:
            return
        whole = [period for period in distinct if not period.part]
        if whole == distinct and running.part and running.last in (period.last for period in whole):
            if not self.drafts and not opens:
                return
        self.context.period = longest(reported) if reported else distinct[0]

    def _separator(self, index: int, item: Item) -> None:
        frame = self.frame
        match item.separator:
            case "(" | "[":
                self.stack.append(frame)
                inner = frame.bracket()
                before = self.items[index - 1] if index else None
                if before and "plan" in before.cues and item.start - before.end <= 2:
                    inner.plan_next = True
                self.frame = inner
            case ")" | "]":
                if self.stack:
                    inner, self.frame = self.frame, self.stack.pop()
                    outer = self.frame.run
                    named = inner.run.subject not in ("", "grdp_size", outer.subject)
                    if (not outer.subject and not outer.fate) or (
                        named and inner.run.last is None and outer.last is None
                    ):
                        self.frame.run = inner.run
            case ";":
                old = frame.run
                frame.run = Run(old.subject, old.last.reading if old.last else old.hint, old.fate, old.start, old.end)
                frame.run.carried = True
                frame.run.earlier = old.level
                if frame.scope in ("part", "company"):
                    frame.scope = ""
                frame.period = frame.base_period
                self._segment()
            case ":":
                if frame.plan_next:
                    frame.weak_target = True
                frame.compare = ""
                frame.plan_next = False
            case _:
                self._segment()

    def _segment(self) -> None:
        frame = self.frame
        frame.verbs = []
        frame.compare = ""
        frame.plan_next = False
        if frame.base_period and frame.period_passing and frame.passing_told:
            frame.period, frame.period_passing = frame.base_period, False
        if frame.scope in ("nation", "other_period", "company"):
            frame.scope = ""
        frame.place = None

    # -- what is no number ---------------------------------------------------------------------

    def _subject(self, index: int, item: Item) -> None:
        if item.used or ("plan" in item.cues and self._names_a_plan(index)):
            self._cues(index, item)
            return
        frame = self.frame
        before = self.items[index - 1] if index else None
        if (
            before
            and before.quantity
            and before.quantity.dimension == "percent"
            and item.start - before.end <= 1
            and before.start not in self.context.made
            and (frame.run.subject or frame.run.fate)
        ):
            return
        compound = (
            before is not None
            and before.kind == "subject"
            and item.subject in self.catalogue.sectors
            and before.subject not in self.catalogue.sectors
            and self.lower[before.end : item.start].strip() in ("", "và")
        )
        if compound:
            return
        bracketed = before is not None and before.kind == "separator" and before.separator == "("
        if (
            frame.run.subject
            and item.start - frame.run.end <= 2
            and (item.subject == frame.run.subject or (bracketed and item.subject == "grdp_size"))
        ):
            frame.run.end = item.end
            return
        hint = item.hint
        if not hint and frame.verbs and self._near_verb(index):
            readings = self.catalogue.readings[item.subject]
            if frame.verbs[-1] == "grow" and "growth" in readings:
                hint = "growth"
            elif frame.verbs[-1] == "fall" and "reduction" in readings:
                hint = "reduction"
            elif frame.verbs[-1] == "grow":
                hint = "growth"
        subject = item.subject
        readings = self.catalogue.readings[subject]
        fate = ""
        if frame.mode == "output" and subject in self.catalogue.sectors:
            subject = self.catalogue.outputs.get(subject, "")
            fate = "" if subject else "part"
        if subject in self.catalogue.outputs.values():
            frame.mode, frame.mode_told = "output", True
        frame.run = Run(subject, hint, fate, start=item.start, end=item.end)
        if frame.scope == "nation":
            frame.scope = ""
        whose = self._scope_after(index)
        if whose:
            opens = not any(before.kind in ("subject", "place") for before in self.items[:index])
            nation = "whole_nation" if opens else "run_nation"
            frame.scope = "region" if whose == "run_region" else nation
        elif frame.scope in ("run_nation", "run_region"):
            frame.scope = ""
        self._cues(index, item)

    def _names_a_plan(self, index: int) -> bool:
        """Whether "chỉ tiêu" is the plan's value ("chỉ tiêu 9%") and not a count of targets."""
        for following in self.items[index + 1 : index + 4]:
            if following.quantity:
                return following.quantity.dimension != "bare"
            if following.kind == "subject" or (following.kind == "separator" and following.separator != "("):
                return False
        return False

    def _near_verb(self, index: int) -> bool:
        """Whether a predicate stands right before the item, as in "tốc độ tăng trưởng GRDP"."""
        for before in reversed(self.items[:index]):
            if before.kind == "cue" and before.cues & {"grow", "fall"}:
                return self.items[index].start - before.end <= 12
            if before.kind in ("number", "separator", "subject", "other"):
                return False
        return False

    def _scope_after(self, index: int) -> str:
        """Whose the subject is where "cả nước" or a region stands right behind it."""
        item = self.items[index]
        following = self.items[index + 1] if index + 1 < len(self.items) else None
        if following and following.place and following.start - item.end <= 8:
            level = following.place.level
            if level in ("nation", "region"):
                return f"run_{level}"
        if following and "region_body" in following.cues and following.start - item.end <= 8:
            return "run_region"
        return ""

    def _cues(self, index: int, item: Item) -> None:
        frame = self.frame
        cues = item.cues
        for verb in _VERBS:
            if verb in cues:
                frame.verbs.append(verb)
        if item.used:
            cues = cues - {"compare", "year_before", "month_before", "plan"}
        if "compare" in cues:
            frame.compare = "open"
        before = self.items[index - 1] if index else None
        beside = before is not None and before.cues & {"low", "high"} and item.start - before.end <= 2
        if "year_before" in cues and (frame.compare == "open" or beside):
            frame.compare = "year"
        elif "year_before" in cues and (before is None or before.kind == "separator"):
            frame.compare = "was"
        elif frame.compare == "open" and "month_before" in cues:
            frame.compare = "other"
        elif "plan" in cues and not item.used:
            if frame.compare == "open":
                frame.compare = "plan"
            elif self._beside(index):
                frame.compare = "difference"
            elif not self._reached(index) or self.lower.startswith(" là", item.end):
                frame.plan_next = True
        if "this_figure" in cues and self.context.last_run and not frame.run.subject:
            frame.run = self.context.last_run
        if (
            "economy" in cues
            and not frame.run.subject
            and not frame.run.fate
            and not any(before.start in self.context.made for before in self.items[:index])
            and not self._other_thing(index)
        ):
            frame.run = Run("grdp_size", "growth", start=item.start, end=item.end)
        if "cumulative" in cues:
            following = self.items[index + 1] if index + 1 < len(self.items) else None
            frame.cumulative = not (following and following.kind == "period" and following.start - item.end <= 8)
        if "so_far" in cues:
            frame.added = False
        elif "added" in cues:
            frame.added = True
        if "other_period" in cues:
            frame.scope = "other_period"
        if "structure" in cues:
            frame.mode, frame.mode_told = "share", True
        elif "growth_list" in cues:
            frame.mode, frame.mode_told, frame.growth_list = "growth", True, True
        elif "output" in cues:
            frame.mode, frame.mode_told = "output", True
            self._turn_to_output(item)
        if "sub_population" in cues:
            frame.scope = "part"
        if "weak_target" in cues:
            frame.weak_target = True
        if ("target" in cues and not self._reached(index)) or ("plan" in cues and index == 0):
            frame.kind = Kind.TARGET
        elif "actual" in cues:
            frame.kind = Kind.ACTUAL
        if "company" in cues and not any(other.kind in ("subject", "number", "place") for other in self.items[:index]):
            frame.scope = "company"
        if "district_body" in cues and "province_body" not in cues:
            frame.scope = "district"
        elif "region_body" in cues:
            frame.scope = "region"
        elif "province_body" in cues and frame.scope in ("district", "region"):
            frame.scope = ""

    def _beside(self, index: int) -> bool:
        """Whether what follows tells by how much the plan was missed: "thấp hơn kịch bản 0,05%"."""
        before = self.items[index - 1] if index else None
        return bool(
            before
            and (before.cues & {"low", "high"} or self.lower.startswith("kém", before.end - 3))
            and self.items[index].start - before.end <= 2
            and "là" not in self.lower[self.items[index].end : self.items[index].end + 4]
        )

    def _turn_to_output(self, item: Item) -> None:
        """A sector named before "giá trị sản xuất" is told by its gross output, or not at all."""
        run = self.frame.run
        if run.subject in self.catalogue.sectors:
            output = self.catalogue.outputs.get(run.subject)
            self.frame.run = Run(output or "", fate="" if output else "part", start=item.start, end=item.end)

    def _reached(self, index: int) -> bool:
        """Whether a plan is only said to be reached or not: "vượt kế hoạch", "đạt mục tiêu"."""
        before = self.items[index - 1] if index else None
        return bool(
            before
            and before.cues & {"equal", "exceed", "actual", "low"}
            and self.items[index].start - before.end <= 2
        )

    def _period(self, index: int, item: Item) -> None:
        mention = item.period
        assert mention
        frame = self.frame
        if frame.compare == "open" or self._compared(index):
            if frame.compare in ("", "open"):
                frame.compare = "year" if not frame.compare or frame.compare == "open" else ""
            item.used = True
            return
        before = self.lower[max(self.span[0], item.start - 8) : item.start]
        previous = self.items[index - 1] if index else None
        of_plan = (
            previous is not None
            and "plan" in previous.cues
            and (previous.used or frame.compare == "plan")
            and item.start - previous.end <= 2
        )
        standard = mention.term and "chuẩn" in self.lower[max(0, item.start - 18) : item.start]
        if item.used or of_plan or standard or mention.congress or (
            not mention.part and before.endswith(("từ ", "đầu ", "trước ", "sau ", "kể từ "))
        ):
            return
        running = frame.period or self.context.period
        base = running if not mention.running else Period(self.context.this_year, self.context.this_year)
        if mention.part and mention.running and self._ahead(base, mention.part):
            base = Period(self.context.year, self.context.year)
        period = resolve(mention, base)
        if mention.running and mention.relative == 0 and self.lower.startswith(("trong năm", "cả năm"), item.start):
            period = Period(running.last, running.last)
        if mention.relative < 0:
            frame.compare = "year"
            return
        local = self._cue_before(index, "part") and not self._in_first_segment(index)
        passing = mention.upto or mention.term or local
        subject_seen = any(before.kind == "subject" for before in self.items[:index])
        if not frame.figures and (not frame.base_period or not subject_seen or self.stack):
            frame.base_period = period
        frame.period_passing, frame.passing_told = passing and frame.base_period is not period, False
        frame.period = period
        if not self.stack and not passing and abs(period.last - self.context.year) <= 1:
            opens = item.start - self.span[0] <= 25 and not any(
                before.kind in ("separator", "subject", "other", "number") for before in self.items[:index]
            )
            self.named_periods.append((period, opens))

    def _in_first_segment(self, index: int) -> bool:
        return not any(item.kind == "separator" for item in self.items[:index])

    def _ahead(self, base: Period, part: str) -> bool:
        """Whether the part of the year was still to come when the article appeared."""
        now = self.context.now
        return now is not None and (base.last, Period(base.last, base.last, part).end_month) > now

    def _compared(self, index: int) -> bool:
        """Whether the period is the base of a comparison: "so với năm 2019", "gấp 12 lần năm 2004"."""
        before = self.items[index - 1] if index else None
        if before is None:
            return False
        gap = self.items[index].start - before.end
        if before.kind == "cue" and before.cues & {"actual", "estimate"} and index > 1:
            before = self.items[index - 2]
        if before.kind == "cue" and before.cues & {"compare", "year_before"} and gap <= 12:
            return True
        if self.lower.startswith("hơn", before.end - 3) and gap <= 2:
            return True
        return bool(
            before.quantity and gap <= 12 and before.quantity.dimension == "times"
        )

    def _place(self, index: int, item: Item) -> None:
        place = item.place
        assert place
        frame = self.frame
        first = not any(before.kind in ("number", "subject") for before in self.items[:index])
        if place.level == "province":
            if place.province == self.context.province:
                frame.place = None
                frame.scope = ""
                self.context.speaking_of = None
            elif first and self._opens_sentence(index):
                self.context.speaking_of = place.province
            else:
                frame.place = place.province
        elif place.level in ("nation", "region"):
            if frame.scope == "whole_nation":
                return
            if self._number_follows(index):
                frame.scope = "nation" if place.level == "nation" else "region"
            elif first and place.level == "nation" and not self._ranked(item):
                frame.scope = "whole_nation"
            elif item.start - self.span[0] <= 10 and not self._ranked(item):
                frame.scope = "region"
        elif place.level == "district" and (first or self._number_follows(index)):
            frame.scope = "district"

    def _opens_sentence(self, index: int) -> bool:
        """Whether the province opens the sentence as its subject: "Về phía Thái Bình, ..."."""
        start = self.span[0]
        words = self.lower[start : self.items[index].start].split()
        following = self.items[index + 1] if index + 1 < len(self.items) else None
        listed = following is not None and following.kind == "number"
        return len(words) <= 4 and not listed

    def _number_follows(self, index: int) -> bool:
        """Whether the item's own figure comes next: "cả nước (5,05%)", "cả nước tăng 5%"."""
        if self._ranked(self.items[index]):
            return False
        for following in self.items[index + 1 : index + 5]:
            if following.kind == "number":
                return True
            if following.kind == "separator" and following.separator != "(":
                return False
            if following.kind in ("subject", "other", "place"):
                return False
        return False

    def _ranked(self, item: Item) -> bool:
        """Whether the nation or region is only where the province ranks: "đứng thứ hai cả nước"."""
        before = self.lower[max(self.span[0], item.start - 12) : item.start]
        return any(word in before for word in ("thứ", "/63", "nhất", "đầu", "top", "trong "))

    # -- numbers -------------------------------------------------------------------------------

    def _number(self, index: int, item: Item) -> None:
        quantity = item.quantity
        assert quantity
        frame = self.frame
        if item.used:
            self.context.fates[item.start] = "total"
            return
        if item.assigned and item.assigned != frame.run.subject:
            frame.run = Run(item.assigned, item.hint, start=frame.run.start, end=item.start)
        if frame.compare == "plan" and self.lower[item.start - 4 : item.start].strip() == "là":
            frame.plan_next, frame.compare = True, ""
        if frame.plan_next and not frame.run.subject and not frame.run.fate and self.context.last_run:
            frame.run = self.context.last_run
        fate = self._no_figure(index, item, quantity)
        if fate in ("ordinal", "") and self._is_rank(index, quantity):
            fate = self._rank(index, item, quantity)
        elif not fate:
            fate = self._figure(index, item, quantity)
        self.context.fates[item.start] = fate
        frame.figures += item.start in self.context.made
        frame.passing_told = frame.passing_told or item.start in self.context.made
        frame.verbs = []
        frame.plan_next = False
        if frame.compare != "open":
            frame.compare = ""
        if frame.scope == "nation":
            frame.scope = ""
        frame.place = None

    def _no_figure(self, index: int, item: Item, quantity: Quantity) -> str:
        """Why the number can be no figure at all: a date, a document's number, an ordinal."""
        before = self.items[index - 1] if index else None
        gap = item.start - before.end if before else 99
        touching = before is not None and before.kind in ("cue", "subject", "other") and gap <= 1
        after = self.lower[quantity.digits_end : quantity.digits_end + 1]
        if quantity.parts == 3:
            return "date"
        if quantity.parts == 2 and quantity.dimension == "bare" and before and "day" in before.cues and gap <= 3:
            return "date"
        if touching and before and "ordinal" in before.cues and quantity.dimension == "bare":
            if not quantity.multiplied:
                return "ordinal"
        if touching and before and "document" in before.cues and quantity.dimension == "bare" and (
            after in "-/" and after
        ):
            return "document_number"
        if quantity.dimension == "bare" and after in ("-", "/") and self.lower[
            quantity.digits_end + 1 : quantity.digits_end + 2
        ].isalpha():
            return "document_number"
        if item.start and self.lower[item.start - 1] in "-" and item.start > 1 and self.lower[item.start - 2].isalpha():
            return "name"
        if touching and before and "day" in before.cues and quantity.dimension == "bare":
            return "date"
        if touching and before and before.cues & {"plan", "plan_document"} and quantity.dimension == "bare" and not quantity.multiplied and quantity.parts == 1:
            return "document_number"
        if quantity.dimension in ("times", "area", "length", "energy", "temperature"):
            return "other_unit"
        return ""

    def _is_rank(self, index: int, quantity: Quantity) -> bool:
        """Whether the number is the province's place in a ranking that the sentence names."""
        if quantity.dimension != "bare" or quantity.low > 63 or quantity.multiplied:
            return False
        before = self.items[index - 1] if index else None
        if before is None or "ordinal" not in before.cues or self.items[index].start - before.end > 2:
            return False
        return self._ranked_subject(index) != ""

    def _ranked_subject(self, index: int) -> str:
        """The ranking that the number's run or its segment names, '' where there is none."""
        if "rank" in self.catalogue.readings.get(self.frame.run.subject, {}):
            return self.frame.run.subject
        for following in self.items[index + 1 :]:
            if following.kind in ("separator", "other"):
                break
            if "rank" in self.catalogue.readings.get(following.subject, {}):
                return following.subject
        return ""

    def _rank(self, index: int, item: Item, quantity: Quantity) -> str:
        indicator = self.catalogue.readings[self._ranked_subject(index)]["rank"]
        grouped = self.lower[max(0, item.start - 6) : item.start].strip().endswith(("nhóm", "top", "tốp"))
        value = Value(quantity.low, quantity.low, indicator.unit, False)
        draft = self._draft(indicator, index, item, value, "rank", "bare")
        draft.out_of = None
        if grouped:
            draft.low = None
        return "observation"

    def _figure(self, index: int, item: Item, quantity: Quantity) -> str:
        """Make the figure that the number is, or tell why it is none."""
        frame = self.frame
        if self.context.scope:
            return self.context.scope
        if frame.place is None and self.context.province is None:
            return "no_province"
        if frame.scope in ("nation", "run_nation", "whole_nation"):
            return "national"
        if frame.scope in ("region", "run_region"):
            return "region"
        if frame.scope in ("district", "other_period", "part", "company"):
            return frame.scope
        if self._is_former(index):
            return "former_value"
        verb = frame.verbs[-1] if frame.verbs else ""
        if ("contribute" in frame.verbs and verb != "share") or quantity.dimension == "points" and verb != "fall":
            return "contribution"
        if quantity.dimension == "percent" and quantity.out_of is None:
            told = self._attribute(index, item, quantity)
            if told:
                return told
        return self._value(index, item, quantity)

    # -- percentages of plans and of the year before -------------------------------------------

    def _base(self, index: int) -> str:
        """What the percentage is compared with: 'plan', 'year', 'other' or ''.

        Named before it in the segment ("so với kế hoạch tăng 5%") or right behind it ("bằng 98,35%
        dự toán", "tăng 5% so với cùng kỳ").
        """
        if self.frame.compare in ("plan", "year", "other"):
            return self.frame.compare
        item = self.items[index]
        at, opened = item.end, False
        for following in self.items[index + 1 : index + 7]:
            if following.kind in ("number", "separator", "other"):
                break
            if following.kind == "subject" and "plan" not in following.cues:
                break
            if following.start - at > _NEAR or "/" in self.lower[at : following.start]:
                break
            if "compare" in following.cues:
                opened, following.used = True, True
            elif "year_before" in following.cues:
                following.used = True
                return "year"
            elif "month_before" in following.cues:
                following.used = True
                return "other"
            elif "plan" in following.cues and (opened or following.start - at <= 12):
                if self._valued(following):
                    break
                if self.lower[at : following.start].split()[:1] in (["theo"], ["mà"], ["làm"]):
                    self.frame.plan_next = True
                    break
                following.used = True
                return "plan"
            elif following.kind == "period" and opened:
                following.used = True
                return "year"
            elif "target" in following.cues or "actual" in following.cues:
                break
            at = following.end
        return ""

    def _valued(self, plan: Item) -> bool:
        """Whether the plan's own value follows it: "7,15% trong khi kế hoạch đề ra là 7,5-8%"."""
        at = plan.end
        for following in self.items[self.items.index(plan) + 1 :][:3]:
            if following.kind == "number":
                return following.start - at <= 12 and " và " not in self.lower[plan.end : following.start]
            if following.kind == "separator" or not (
                following.kind == "period" or following.cues & {"filler", "target", "low", "from", "grow"}
            ):
                return False
            at = following.end
        return False

    def _attribute(self, index: int, item: Item, quantity: Quantity) -> str:
        """Take the percentage as said of the run's level; '' where it is a value of its own."""
        frame, run = self.frame, self.frame.run
        base = self._base(index)
        if frame.compare == "difference":
            told = run.last.low if run.last is not None else None
            if told is None or quantity.low < abs(told) / 2:
                return "plan_difference"
            frame.plan_next, frame.compare = True, ""
            return ""
        if base == "other":
            return "other_period"
        if self._told_of_year_before(index) and run.subject:
            return self._year_before(index, item, quantity)
        if not run.subject or (
            not base and not self._same_segment(run.start, index) and self._named_after(index)
        ):
            return ""
        readings = self.catalogue.readings[run.subject]
        level = readings.get("level")
        measured = level is not None and self.catalogue.units[level.unit].dimension != "percent"
        verbs = frame.verbs
        verb = verbs[-1] if verbs else ""
        value = quantity.low
        if base == "plan":
            if self.frame.compare == "plan" and not verb and not measured:
                frame.plan_next = True
                return ""
            if "level" not in readings:
                return "percent_of_plan" if verb in ("exceed", "equal", "") else ""
            if not measured and run.last is None and verb not in ("exceed", "equal"):
                return ""
            if run.last and run.last.dimension == "percent" and not measured and verb == "grow":
                return "plan_difference"
            if "share" in readings and run.level is None and readings["share"].measure is Measure.FLOW:
                return ""
            share = value
            if verb in ("exceed", "grow"):
                share = 100 + value
            elif verb == "fall":
                share = 100 - value
            return self._add(index, item, "pct_of_plan", round(share, 6), "percent_of_plan")
        if not measured:
            return ""
        if "share" in readings and base == "" and readings["level"].unit == "communes":
            return ""
        if verb in ("equal", "exceed") and base != "year" and "growth" not in (run.hint,):
            if run.level is not None and run.level.pct_of_plan is not None:
                return "second_percentage"
            if run.level is None and ("grow" in verbs or not self._plan_ahead(index)):
                return ""
            return self._add(index, item, "pct_of_plan", value, "percent_of_plan")
        growing = (
            verb in ("grow", "fall")
            or run.hint == "growth"
            or self._signed(item)
            or "grow" in verbs
            or frame.growth_list
            or (not verbs and run.last is not None and run.last.reading == "growth")
        )
        if base == "year" and verb == "equal" and not growing:
            change = round(value - 100, 6)
        elif growing or base == "year":
            change = -value if verb == "fall" or self._sign(item) == "-" else value
        else:
            return "" if {"share", "growth"} & set(readings) else "share_of_other"
        separate = readings.get("growth")
        leveled = run.level is not None and run.level.dimension != "attribute"
        if separate and run.hint != "level" and (not leveled or separate.indicator == "grdp_growth"):
            return ""
        if run.level is not None and run.level.yoy is not None and not frame.plan_next:
            return "second_percentage"
        return self._add(index, item, "yoy", change, "growth_on_year_before")

    def _is_former(self, index: int) -> bool:
        """Whether the number is one since replaced: "so với mức 10,35% trước đó"."""
        near = (*self.items[max(0, index - 1) : index], *self.items[index + 1 : index + 2])
        return any(
            "former" in other.cues
            and (abs(other.start - self.items[index].end) <= 8 or abs(self.items[index].start - other.end) <= 8)
            for other in near
        )

    def _told_of_year_before(self, index: int) -> bool:
        """Whether the number is the year before's own: "hơn cùng kỳ năm 2023 là 6,27%"."""
        if self.frame.compare == "was":
            return True
        if self.frame.compare != "year" or self.frame.verbs[-1:] in (["grow"], ["fall"], ["equal"]):
            return False
        before = [other for other in self.items[:index] if other.kind != "separator" or other.separator != "("]
        last = before[-1] if before else None
        if last and "filler" in last.cues:
            last = before[-2] if len(before) > 1 else None
        return bool(
            last
            and (last.kind == "period" or "year_before" in last.cues)
            and self.items[index].start - last.end <= 6
        )

    def _year_before(self, index: int, item: Item, quantity: Quantity) -> str:
        run = self.frame.run
        last = run.last
        if last is not None:
            indicator = self.catalogue.indicators[last.indicator]
            value = value_of(indicator, quantity, self.lower)
        else:
            indicator, value = self._readings(run, index, quantity) or (None, None)
        if indicator is None or value is None:
            return "other_period"
        draft = self._draft(indicator, index, item, value, indicator.reading, quantity.dimension)
        draft.kind = Kind.ACTUAL
        draft.period = shifted(last.period if last else self.frame.period or self.context.period, -1)
        return "observation"

    def _plan_ahead(self, index: int) -> bool:
        """Whether the next percentage names the plan for both: "thu 106%, chi 101% dự toán"."""
        for at, following in enumerate(self.items[index + 1 :], index + 1):
            if following.quantity:
                behind = self.items[at + 1] if at + 1 < len(self.items) else None
                return bool(behind and "plan" in behind.cues and behind.start - following.end <= 12)
        return False

    def _sign(self, item: Item) -> str:
        before = self.lower[item.start - 1 : item.start] if item.start else ""
        return before if before in ("+", "-", "−") and not self.lower[item.start - 2 : item.start - 1].isalnum() else ""

    def _signed(self, item: Item) -> bool:
        return bool(self._sign(item))

    def _add(self, index: int, item: Item, field: str, value: float, fate: str) -> str:
        """Set an attribute of the run's level, or of a row without a level where there is none."""
        run = self.frame.run
        draft = run.level or (run.last if field == "pct_of_plan" else None)
        if self.frame.plan_next and field == "yoy":
            indicator = self.catalogue.readings[run.subject]["level"]
            draft = self._draft(indicator, index, item, None, "level", "attribute")
        if draft is None:
            if "level" not in self.catalogue.readings[run.subject]:
                return ""
            if self._named_after(index) is not None:
                return ""
            if run.carried:
                return "second_percentage"
            indicator = self.catalogue.readings[run.subject]["level"]
            draft = self._draft(indicator, index, item, None, "level", "attribute")
            run.level = draft
        if getattr(draft, field) is None:
            setattr(draft, field, value)
        self.context.made[item.start] = draft
        return fate

    # -- values --------------------------------------------------------------------------------

    def _named_after(self, index: int) -> Item | None:
        """A subject right behind the number: "24.042,91 tỷ đồng là thu nội địa"."""
        item = self.items[index]
        assert item.quantity
        for following in self.items[index + 1 : index + 4]:
            if following.kind == "subject":
                gap = self.lower[item.quantity.noun_at : following.start].split()
                level = self.catalogue.readings[following.subject].get("level")
                nouns = self.catalogue.units[level.unit].nouns if level else ()
                counted = bool(gap) and any(" ".join(gap).startswith(noun) for noun in nouns)
                return following if len(gap) <= (9 if counted else 4) else None
            if following.kind == "number" and following.used:
                continue
            if following.kind in ("number", "separator", "period", "other"):
                return None
            if following.cues & {"compare", "grow", "fall", "target", "plan", "share"}:
                return None
        return None

    def _value(self, index: int, item: Item, quantity: Quantity) -> str:
        run = self.frame.run
        if run.level is not None and self._plan_behind(index):
            self.frame.plan_next = True
        after = self._named_after(index)
        touching = after is not None and after.start - quantity.noun_at <= 1
        here = run.subject and self._same_segment(run.start, index)
        if after is not None and (touching or not here or not self._readings(run, index, quantity)):
            following = Run(after.subject, after.hint, start=after.start, end=after.end)
            reading = self._readings(following, index, quantity)
            if run.fate and self._same_segment(run.end, index):
                return "part"
            if reading and not (quantity.dimension == "percent" and reading[0].reading == "growth"):
                if self._scope_after(self.items.index(after)):
                    return "region"
                after.used = True
                self.frame.run = following
                return self._make(index, item, *reading)
        if run.fate:
            return run.fate
        if not run.subject and self._goes_on(index) and self.context.last_run:
            run = self.context.last_run
            self.frame.run = run = Run(run.subject, "growth", start=run.start, end=item.start)
        if not run.subject:
            return "no_indicator"
        if self._other_thing(index):
            return "no_indicator"
        if quantity.dimension != "percent" and self._part_of_level(index):
            return "part"
        verb = self.frame.verbs[-1] if self.frame.verbs else ""
        if quantity.dimension != "percent" and (
            verb in ("grow", "fall") or self.frame.compare in ("year", "other")
        ) and "added" not in self.catalogue.readings[run.subject]:
            return "difference"
        self._move_to_locality(index)
        run = self.frame.run
        found = self._readings(run, index, quantity)
        if not found:
            return "unit_does_not_fit" if quantity.dimension != "bare" else "no_indicator"
        return self._make(index, item, *found)

    def _plan_behind(self, index: int) -> bool:
        """Whether an amount is named the plan's right behind it: "7.900 tỷ đồng kế hoạch"."""
        item = self.items[index]
        following = self.items[index + 1] if index + 1 < len(self.items) else None
        return bool(
            item.quantity
            and item.quantity.dimension in ("vnd", "usd")
            and following
            and "plan" in following.cues
            and following.start - item.end <= 1
        )

    def _move_to_locality(self, index: int) -> None:
        """Let "nước sạch ... ở khu vực nông thôn" be the countryside's indicator, not the towns'."""
        run = self.frame.run
        level = self.catalogue.readings[run.subject].get("level")
        if level is None or not level.elsewhere:
            return
        quantity = self.items[index].quantity
        if quantity and "người" in quantity.per:
            for place, subject in level.elsewhere:
                if place == "person":
                    self.frame.run = Run(subject, start=run.start, end=run.end)
                    return
        for before in reversed(self.items[:index]):
            if before.kind == "number":
                return
            for place, subject in level.elsewhere:
                if place in before.cues:
                    self.frame.run = Run(subject, run.hint, start=run.start, end=run.end)
                    return

    def _goes_on(self, index: int) -> bool:
        """Whether a sentence of growths by period goes on about the economy: "Quý I tăng 6%"."""
        last = self.context.last_run
        before = self.items[:index]
        return bool(
            last is not None
            and last.last is not None
            and last.last.indicator == "grdp_growth"
            and {"grow", "fall"} & set(self.frame.verbs)
            and any(item.kind == "period" and not item.used for item in before)
            and not any(item.kind in ("subject", "other", "place") for item in before)
            and not self._other_thing(index)
        )

    def _part_of_level(self, index: int) -> bool:
        """Whether "trong đó", "gồm" stands between the run's level and the number, and no subject."""
        run = self.frame.run
        level = run.level or run.earlier
        if level is None or level.dimension == "attribute":
            return False
        for before in reversed(self.items[:index]):
            if before.start <= max(level.start, run.start) or before.kind == "period":
                return False
            if "part" in before.cues:
                return True
        return False

    def _same_segment(self, at: int, index: int) -> bool:
        """Whether no separator stands between the place and the item."""
        return at >= 0 and not any(
            item.kind == "separator" and item.start >= at for item in self.items[:index]
        )

    def _other_thing(self, index: int) -> bool:
        """Whether the number's segment names a thing of its own that the lexicon does not know.

        "chỉ số sản xuất tăng 15%, đường kết tinh 134%": the second number is not the index's.
        """
        item, run = self.items[index], self.frame.run
        start = self.span[0]
        for before in reversed(self.items[:index]):
            if before.start < run.end or self.frame.plan_next:
                return False
            if before.kind in ("separator", "number"):
                start = before.end
                break
        known = [(other.start, other.end) for other in self.items[:index] if other.end > start]
        words, at = [], start
        for known_start, known_end in [*known, (item.start, item.start)]:
            words += self.lower[at : max(at, known_start)].split()
            at = max(at, known_end)
        plain = plain_words()
        return sum(1 for word in words if word.isalpha() and word not in plain) >= 2

    def _readings(self, run: Run, index: int, quantity: Quantity) -> tuple[Indicator, Value] | None:
        """The reading of the run's subject that the number can be, with its value."""
        readings = self.catalogue.readings.get(run.subject, {})
        if self._percent_left_out(readings, quantity):
            quantity = quantity._replace(dimension="percent")
        for reading in self._preferred(run, index, quantity):
            indicator = readings.get(reading)
            if indicator is None:
                continue
            value = value_of(indicator, quantity, self.lower)
            if value is None:
                continue
            if indicator.at_least is not None and value.high < indicator.at_least:
                continue
            if indicator.at_most is not None and value.low > indicator.at_most:
                continue
            return indicator, value
        return None

    def _percent_left_out(self, readings: dict[str, Indicator], quantity: Quantity) -> bool:
        """Whether the percent sign is only missing: "tỷ lệ đô thị hóa 31,48;"."""
        if quantity.dimension != "bare" or quantity.multiplied or "," not in quantity.written:
            return False
        behind = self.lower[quantity.end : quantity.end + 2].strip()
        percents = all(indicator.unit == "percent" for indicator in readings.values())
        return percents and quantity.high <= 100 and not behind[:1].isalnum()

    def _preferred(self, run: Run, index: int, quantity: Quantity) -> list[str]:
        """Readings in the order in which the words around the number call for them."""
        frame = self.frame
        verbs = frame.verbs
        verb = verbs[-1] if verbs else ""
        readings = self.catalogue.readings.get(run.subject, {})
        if quantity.dimension != "percent":
            if "added" in readings and self._is_added(index):
                return ["added"]
            if "reduction" in readings:
                return ["reduction"]
            return ["level", "added", "rank"]
        if self._lone_change(run, index, quantity):
            return []
        growing = verb in ("grow", "fall") or "grow" in verbs or self._signed(self.items[index])
        if "share" in verbs and "share" in readings:
            return ["share"]
        if frame.mode == "share" and frame.mode_told and "growth" in readings and not growing:
            return ["share"]
        if growing and "growth" in readings:
            return ["growth"]
        if "reduction" in readings:
            if "from" in verbs and self._to_ahead(index):
                return ["level"]
            if run.hint == "reduction" and "to" not in verbs:
                return ["reduction"]
            if "fall" in verbs and "to" not in verbs:
                return ["reduction"]
            return ["level"]
        if run.hint == "growth":
            return ["growth"]
        if "growth" in readings and "share" in readings:
            return [frame.mode] if frame.mode in ("share", "growth") else ["growth"]
        if run.hint:
            return [run.hint]
        if "growth" in readings:
            return ["growth"]
        return ["level", "share"]

    def _is_added(self, index: int) -> bool:
        """Whether the number counts what is new in the period: "thêm 12 xã", a year's plan."""
        frame = self.frame
        if frame.added or ("grow" in frame.verbs and "to" not in frame.verbs):
            return True
        if "to" in frame.verbs:
            return False
        period = self._period_of(index, None)
        quantity = self.items[index].quantity
        return (
            self._kind_of(index, period) is Kind.TARGET
            and period.first == period.last <= self.context.this_year + 1
            and quantity is not None
            and quantity.out_of is None
            and not frame.cumulative
            and period.last - self.context.year <= 1
        )

    def _to_ahead(self, index: int) -> bool:
        """Whether a change goes on to where it ended: "giảm từ 5% năm 2022 xuống còn 3%"."""
        for following in self.items[index + 1 : index + 5]:
            if following.kind in ("number", "separator", "subject", "other"):
                return False
            if "to" in following.cues:
                return True
        return False

    def _lone_change(self, run: Run, index: int, quantity: Quantity) -> bool:
        """Whether the percentage tells how a percentage changed, and not what it is."""
        verbs = self.frame.verbs
        readings = self.catalogue.readings.get(run.subject, {})
        changed = {"grow", "fall"} & set(verbs) and "to" not in verbs
        if changed and not {"growth", "reduction"} & set(readings) and run.hint != "growth":
            return True
        if (run.last and run.last.reading == "share" or self.frame.mode == "share" and self.stack) and (changed or self._signed(self.items[index])):
            return True
        return False

    def _make(self, index: int, item: Item, indicator: Indicator, value: Value) -> str:
        quantity = item.quantity
        assert quantity
        frame, run = self.frame, self.frame.run
        segment = self._segment_text(index)
        if indicator.needs and not any(word in segment for word in indicator.needs):
            return "no_indicator"
        if any(word in segment for word in indicator.rules_out):
            return "ruled_out"
        if indicator.unit in ("targets", "tasks") and self._is_total(item):
            return "total"
        if frame.cumulative and indicator.measure is Measure.FLOW and indicator.reading == "level":
            return "cumulative"
        if indicator.stock_only and self._is_added(index):
            return "no_indicator"
        if self._in_other_currency(indicator, value):
            return "other_currency"
        if "năm" in quantity.per and indicator.reading == "reduction" and not frame.kind and (
            self._kind_of(index, self._period_of(index, indicator)) is Kind.ACTUAL
        ):
            return "yearly_average"
        former = self._former(index, quantity)
        if former:
            return former
        draft = self._draft(indicator, index, item, value, indicator.reading, quantity.dimension)
        if quantity.out_of is not None and quantity.dimension in ("vnd", "usd"):
            self._pair_with_plan(draft, indicator, quantity)
        if frame.plan_next and (run.level or run.last):
            return "observation"
        if value.unit not in ("percent", "percentage_points") and indicator.reading == "level":
            if run.level is not None and run.level.dimension == "attribute":
                draft.pct_of_plan, draft.yoy = run.level.pct_of_plan, run.level.yoy
                self._replace(run.level, draft)
            elif run.last is not None and run.last.reading == "growth" and run.last.indicator != "grdp_growth" and run.level is None and run.last.indicator != indicator.indicator:
                draft.yoy = run.last.low
                self._replace(run.last, draft)
            run.level = draft
        run.last = draft
        if indicator.reading in ("share", "growth"):
            frame.mode = indicator.reading if frame.mode != "output" else "output"
        return "observation"

    def _segment_text(self, index: int) -> str:
        """The text around the item up to the separators on either side."""
        start, end = self.span
        for before in reversed(self.items[:index]):
            if before.kind == "separator":
                start = before.end
                break
        for following in self.items[index + 1 :]:
            if following.kind == "separator":
                end = following.start
                break
        return self.lower[start:end]

    def _in_other_currency(self, indicator: Indicator, value: Value) -> bool:
        """Whether the run's level is told again in another currency; the catalogue's one is kept."""
        level = self.frame.run.level or self.frame.run.earlier
        if level is None or level.indicator != indicator.indicator or level.low is None:
            return False
        currencies = {"million_usd", "billion_vnd", "usd_per_person", "million_vnd_per_person"}
        if level.unit == value.unit or not {level.unit, value.unit} <= currencies or self.frame.plan_next:
            return False
        if value.unit == indicator.unit:
            level.low, level.high, level.unit = value.low, value.high, value.unit
        return True

    def _is_total(self, item: Item) -> bool:
        """Whether the number is the N of "trong N chỉ tiêu"."""
        before = self.lower[max(self.span[0], item.start - 12) : item.start].rstrip()
        ratio = item.quantity is not None and item.quantity.parts > 1
        return not ratio and before.endswith(("trong", "trong số", "tổng số", "trong tổng số"))

    def _pair_with_plan(self, draft: Draft, indicator: Indicator, quantity: Quantity) -> None:
        """Part "45.799/36.875 tỷ đồng" into the result and the year's plan."""
        assert quantity.out_of is not None
        plan = value_of(indicator, quantity._replace(low=quantity.out_of, high=quantity.out_of, out_of=None, parts=1), self.lower)
        draft.out_of = None
        if plan is None:
            return
        year = Period(draft.period.last, draft.period.last)
        target = replace(draft, kind=Kind.TARGET, low=plan.low, high=plan.high, period=year)
        self.drafts.append(target)
        self.context.drafts.append(target)

    def _replace(self, old: Draft, new: Draft) -> None:
        self.drafts.remove(old)
        self.context.drafts.remove(old)
        for start, draft in self.context.made.items():
            if draft is old:
                self.context.made[start] = new

    def _former(self, index: int, quantity: Quantity) -> str:
        """Whether the number is where a change started: "từ 5% xuống còn 3%"."""
        if "from" not in self.frame.verbs:
            return ""
        if self._period_behind(index):
            return ""
        for following in self.items[index + 1 : index + 5]:
            if following.kind == "number":
                return "former_value" if "to" in verbs_between else ""
            if following.kind == "cue" and "to" in following.cues:
                verbs_between = following.cues
            elif following.kind in ("separator", "subject", "other"):
                return ""
            else:
                verbs_between = frozenset()
        return ""

    def _draft(
        self,
        indicator: Indicator,
        index: int,
        item: Item,
        value: Value | None,
        reading: str,
        dimension: str,
    ) -> Draft:
        frame, quantity = self.frame, item.quantity
        assert quantity
        period = self._period_of(index, indicator)
        kind = self._kind_of(index, period)
        if indicator.only_actual:
            kind = Kind.ACTUAL
        elif indicator.reached_by:
            text = self.lower[self.span[0] : self.span[1]]
            if not any(word in text for word in indicator.reached_by):
                kind = Kind.TARGET
        low = value.low if value else None
        high = value.high if value else None
        if value:
            low, high = self._bounds(index, value)
            if reading == "growth" and frame.verbs[-1:] == ["equal"] and value.low >= 80 and "grow" not in frame.verbs:
                low = round(low - 100, 6) if low is not None else None
                high = round(high - 100, 6) if high is not None else None
            if reading == "growth" and ("fall" in frame.verbs or self._sign(item) == "-"):
                low, high = (-high if high is not None else None), (-low if low is not None else None)
        out_of = quantity.out_of
        if value and indicator.unit in ("targets", "tasks") and out_of is None:
            out_of = self._total(index)
        draft = Draft(
            indicator=indicator.indicator,
            kind=kind,
            period=period,
            low=low,
            high=high,
            unit=value.unit if value else indicator.unit,
            start=item.start,
            end=max(item.end, quantity.end),
            sentence=self.span,
            province=frame.place or self.context.speaking_of or self.context.province,
            reading=reading,
            dimension=dimension,
            out_of=out_of,
            estimated=self._cue_before(index, "estimate"),
            approximate=self._approximate(item),
            in_bracket=bool(self.stack),
            told=frame.mode_told or bool({"grow", "fall", "share"} & set(frame.verbs)),
        )
        self.drafts.append(draft)
        self.context.drafts.append(draft)
        self.context.made[item.start] = draft
        return draft

    def _approximate(self, item: Item) -> bool:
        before = self.lower[max(self.span[0], item.start - 9) : item.start].split()
        return bool(before) and before[-1] in APPROXIMATE

    def _total(self, index: int) -> float | None:
        """The N of "trong N chỉ tiêu, có n chỉ tiêu đạt" and of "n trong tổng số N chỉ tiêu"."""
        for other in (*reversed(self.items[:index]), *self.items[index + 1 : index + 4]):
            quantity = other.quantity
            if quantity is None or quantity.dimension != "bare" or quantity.parts > 1:
                continue
            before = self.lower[max(self.span[0], other.start - 16) : other.start]
            if "trong" in before or "tổng số" in before:
                own = self.items[index].quantity
                if own and quantity.low >= own.low:
                    return quantity.low
        return None

    def _cue_before(self, index: int, cue: str) -> bool:
        """Whether the cue stands between the number and the last number or separator before it."""
        for before in reversed(self.items[:index]):
            if before.kind in ("number", "separator"):
                return False
            if cue in before.cues:
                return True
        return False

    def _bounds(self, index: int, value: Value) -> tuple[float | None, float | None]:
        """The value's bounds, opened by "trên", "ít nhất", "trở lên", "dưới" beside the number."""
        low: float | None = value.low
        high: float | None = value.high
        item = self.items[index]
        before = self.items[index - 1] if index else None
        following = self.items[index + 1] if index + 1 < len(self.items) else None
        if following and following.start - item.end <= 22 and following.kind == "cue":
            if "low_after" in following.cues:
                return low, None
            if "high_after" in following.cues:
                return None, high
        at = item.start
        for before in reversed(self.items[:index]):
            if before.kind not in ("cue",) or at - before.end > 3:
                break
            if "low" in before.cues and at == item.start:
                return low, None
            if "high" in before.cues and at == item.start:
                return None, high
            at = before.start
            if not before.cues & {"from", "filler"}:
                break
        return low, high

    def _period_of(self, index: int, indicator: Indicator | None) -> Period:
        """The period of the number: named before it, right behind it, or the running one."""
        frame = self.frame
        told = self._period_behind(index)
        if told is not None:
            return told
        period = frame.period or self.context.period
        if frame.period is None and period.part and self._aimed_at(index):
            period = Period(period.last, period.last)
        elif frame.plan_next and period.part and not self.stack_period():
            period = Period(period.last, period.last)
        if self._per_year(index) and self.context.term and period.first == period.last:
            if self.context.term.last >= period.last and self.context.term.last > self.context.year:
                return self.context.term
        return period

    def _aimed_at(self, index: int) -> bool:
        """Whether cues of the sentence make the number a target: a plan's value is the year's."""
        return self.frame.plan_next or self.frame.kind is Kind.TARGET

    def stack_period(self) -> bool:
        """Whether the bracket around the number names a period of its own."""
        return bool(self.stack) and self.frame.period is not self.stack[-1].period

    def _per_year(self, index: int) -> bool:
        item = self.items[index]
        assert item.quantity
        return "năm" in item.quantity.per and item.quantity.dimension == "percent"

    def _period_behind(self, index: int) -> Period | None:
        """The period right behind the number, where the segment has named none before it."""
        for before in reversed(self.items[:index]):
            if before.kind == "period" and not before.used:
                return None
            if before.kind in ("separator", "number"):
                break
        at = self.items[index].end
        for following in self.items[index + 1 : index + 5]:
            if following.kind == "subject" and following.used:
                at = following.end
                continue
            if following.kind in ("separator", "number", "subject", "other"):
                return None
            if following.cues & {"compare", "year_before", "plan", "grow", "fall", "low", "high"}:
                return None
            if following.kind == "period" and following.period:
                if following.start - at > 20 or following.period.relative < 0 or following.period.bare:
                    return None
                following.used = True
                running = self.frame.period or self.context.period
                period = resolve(following.period, running)
                if self.frame.period is None and period.last > self.context.year:
                    self.frame.period = period
                return period
            at = following.end
        return None

    def _kind_of(self, index: int, period: Period) -> Kind:
        frame, context = self.frame, self.context
        if frame.plan_next:
            return Kind.TARGET
        expected = expected_kind(period, context)
        future = expected is Kind.TARGET and period.last > context.year
        if future or (expected is Kind.TARGET and frame.kind is None):
            return Kind.TARGET
        if self._cue_before(index, "estimate") and not self._cue_before(index, "target"):
            return Kind.ACTUAL
        if frame.kind is not None:
            return frame.kind
        if expected is not None:
            return expected
        if frame.weak_target:
            return Kind.TARGET
        if context.kind is not None and context.kind_period == period:
            return context.kind
        return Kind.ACTUAL


def longest(periods: list[Period]) -> Period:
    """The first of the periods, or the months up to its end where a report names both."""
    first = periods[0]
    for period in periods[1:]:
        if first.part.startswith("M") and period.part[-1:] in ("M", "1") and not period.part.startswith("M"):
            return period
    return first


def settle_shares(drafts: list[Draft], readings: dict[str, dict[str, Indicator]]) -> None:
    """Turn sectors read as growing into shares where nothing said so and they add up to a whole."""
    shares = {
        pair["growth"].indicator: pair["share"].indicator
        for pair in readings.values()
        if "growth" in pair and "share" in pair
    }
    for kind in (Kind.ACTUAL, Kind.TARGET):
        sectors = [draft for draft in drafts if draft.kind is kind and draft.indicator in shares]
        guessed = [draft for draft in sectors if not draft.told]
        middles = [
            (low + high) / 2
            for draft in sectors
            if (low := draft.low if draft.low is not None else draft.high) is not None
            and (high := draft.high if draft.high is not None else draft.low) is not None
        ]
        if len(sectors) >= 3 and len(guessed) >= 2 and 94 <= sum(middles) <= 104:
            for draft in sectors:
                draft.indicator = shares[draft.indicator]
                draft.reading = "share"

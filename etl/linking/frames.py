"""What governs a number: the run of its subject, its frame in the sentence, the article around."""

from dataclasses import dataclass, field, replace

from etl.models import Kind
from etl.recognising.periods import Period


@dataclass(slots=True)
class Draft:
    """A figure as it is being read; becomes an Observation once the article is read through."""

    indicator: str
    kind: Kind
    period: Period
    low: float | None
    high: float | None
    unit: str
    start: int
    end: int
    sentence: tuple[int, int]
    province: str | None
    reading: str
    dimension: str
    out_of: float | None = None
    pct_of_plan: float | None = None
    yoy: float | None = None
    estimated: bool = False
    approximate: bool = False
    """Said to be "gần", "hơn", "khoảng": a rounded telling gives way to an exact one."""
    told: bool = True
    """The reading was said in words ("chiếm", "tăng"), not guessed from the list it stands in."""
    in_bracket: bool = False


@dataclass(slots=True)
class Run:
    """A subject and the figures told of it so far; a blocked run has no subject but a fate."""

    subject: str
    hint: str = ""
    fate: str = ""
    start: int = -1
    end: int = -1
    level: Draft | None = None
    last: Draft | None = None
    carried: bool = False
    """From a clause before: the subject is not said again."""
    earlier: Draft | None = None
    """The level that the clause before told."""
    misfit: bool = False
    """An amount that cannot be its level was told of it: what follows speaks of that amount."""


@dataclass(slots=True)
class Frame:
    """The state of a sentence, or of a bracket in it, at one place."""

    run: Run
    kind: Kind | None = None
    """Said by a cue of this sentence, None where none has spoken."""
    wanted: bool = False
    """The kind is that of a clause of purpose, and ends with it."""
    weak_target: bool = False
    """Targets were mentioned, without saying that what follows are they."""
    plan_next: bool = False
    """A plan was just named: the number right after it is the plan's."""
    period: Period | None = None
    base_period: Period | None = None
    """Named before the sentence's first figure: it rules again once a passing period is over."""
    figures: int = 0
    """How many figures the frame has told so far."""
    period_passing: bool = False
    """The period is a term's or a horizon's, and over with the segment."""
    mode: str = ""
    """How the sectors of a list are told: share, growth, output."""
    mode_told: bool = False
    growth_list: bool = False
    """A list of growths was announced: a level's percentage in it is its growth."""
    passing_told: bool = False
    """A figure was told for the passing period."""
    verbs: list[str] = field(default_factory=list)
    """Predicates since the last number or the segment's start."""
    compare: str = ""
    """A base of comparison named before its percentage: 'open' ("so với"), 'plan', 'year', 'other';
    'was' before the year before's own figure, 'difference' before that from the plan."""
    place: str | None = None
    """Province of the next number where it is another than the article's."""
    place_stays: bool = False
    """The province opened the clause: all of its figures are that one's."""
    added: bool = False
    """The sentence counts what is new."""
    cumulative: bool = False
    """The sentence counts all there has ever been."""
    scope: str = ""
    """Whose figure the next number is where it is not the article's province's: 'nation' (the next
    number), 'run_nation' (the subject's run), 'whole_nation' (the sentence), 'region', 'district',
    'company', 'part', or of an 'other_period'."""

    def bracket(self) -> "Frame":
        """The frame inside a bracket: it inherits all but what the segment was about to say."""
        return replace(self, verbs=[], compare="", plan_next=False, figures=0)


@dataclass(slots=True)
class Context:
    """What the article has said so far, for the sentences that say nothing themselves."""

    province: str | None
    now: tuple[int, int] | None
    """Year and month of publishing, None where unknown."""
    year: int
    """The year on which the article reports."""
    this_year: int
    """The year meant by "năm nay"."""
    period: Period
    period_told: bool = False
    """Whether the text has told `period`; before that it is the year reported on."""
    reported: Period | None = None
    """The last running period of the year on which the article reports."""
    announced: bool = False
    """Whether `period` is a year to come that was only spoken of, with no figure yet told of it."""
    before_list: Period | None = None
    """What `period` was before the list of a term's or a horizon's targets, None outside one."""
    horizon: Period | None = None
    """The year to come whose targets the last sentence told, None where it told others."""
    list_mode: str = ""
    """How the heading of a list says that its sectors are told: as shares, as growing."""
    tells_shares: bool = False
    """Whether the last sentence of figures in this paragraph or list told a sector's share."""
    kind: Kind | None = None
    kind_period: Period | None = None
    """Of which period `kind` was said, None where the sentence that said it named none."""
    scope: str = ""
    """The fate of all its numbers where the article speaks of no province: 'district', 'region'."""
    ranking: str = ""
    """The ranking that the paragraph, or the headline, speaks of."""
    ranking_period: Period | None = None
    headline_ranking_period: Period | None = None
    """Of which year the ranking is that the headline speaks of."""
    opening_scope: str = ""
    """As `scope`, told by the first paragraph only: it rests where the province is spoken of."""
    sectioned: frozenset[str] = frozenset()
    """The provinces that head sections of the article, where several do."""
    headed: frozenset[str] = frozenset()
    """The provinces in the headline of an article about several: it turns from one to another."""
    section: str | None = None
    """The province that heads this section of the article."""
    section_year: Period | None = None
    """The year, or years, that head this section of a look back over many of them."""
    speaking_of: str | None = None
    """Another province that opened a sentence of this paragraph."""
    last_named: str | None = None
    """The only province that the last sentence of this paragraph to name one has named."""
    term: Period | None = None
    """The last term of several years that was named."""
    of_parts: bool = False
    """Whether months, quarters or halves are named: no term is all that tells its time."""
    five_years: Period | None = None
    """The last term of four or five years that was named."""
    congress: Period | None = None
    """The last of them that was named as a congress's: "nhiệm kỳ 2015 - 2020"."""
    planned: Period | None = None
    """The year to come for which the headline says that there are plans."""
    drafts: list[Draft] = field(default_factory=list)
    fates: dict[int, str] = field(default_factory=dict)
    """Start of a number -> what became of it."""
    made: dict[int, Draft] = field(default_factory=dict)
    """Start of a number -> the draft that it is, or is told in."""
    last_run: Run | None = None
    """The last subject that figures were told of."""
    named_sector: str = ""
    """The only sector that the last sentence named: what "khu vực này" is in the next one."""
    told_before: list[str] = field(default_factory=list)
    """The sectors of which the last sentence of figures told, in its order."""
    spoken_since: bool = False
    """Whether a subject has been spoken of since, with numbers that are no figures of it."""
    topic: Run | None = None
    """What the nation or a region was last told to have, which its provinces are told of next."""
    at_customs: bool = False
    """Whether the headline speaks of the customs: what is collected, they collect."""
    brackets_plan: bool = False
    """Whether the article says that what stands in brackets behind a result is its target."""
    plan_first: bool = False
    """Whether the article says that its pairs tell the plan before the result."""
    headline: Run | None = None
    """The subject that the headline names: what figures without one are of, in a list of
    provinces."""


def expected_kind(period: Period, context: Context) -> Kind | None:
    """What the calendar says of a figure for `period`: past is actual, future is target.

    None for the running year's last months, when either may be told.
    """
    if period.first != period.last:
        return Kind.TARGET if period.last > context.year else None
    if context.now is None:
        if period.last > context.year:
            return None if period.part else Kind.TARGET
        return Kind.ACTUAL if period.last < context.year else None
    year, month = context.now
    if period.last > year:
        return Kind.TARGET
    if period.last < year:
        return Kind.ACTUAL
    if period.part:
        return Kind.TARGET if period.end_month > month + 1 else Kind.ACTUAL
    return Kind.TARGET if month <= 5 else None

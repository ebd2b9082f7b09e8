"""Every phrase the reader knows, in one automaton: subjects of indicators, other subjects, cues."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from etl.catalogue import load_catalogue
from etl.placing.gazetteer import OLD_AND_NEW_TONES
from etl.tables import DATA, TableError, read_table

NAMED = 2
"""Unknown words that name a thing of their own, at least."""
_JOINERS = (" ", ", ", " - ", "-", " – ", "–", " và ", "- ", " -", "/", ", và ")
"""What " ~ " in a phrase stands for."""
_COMMON_JOINERS = (" ", ", ")
"""Those that any other may follow in one phrase."""
_PREFIXES = ("", "ngành ", "các ngành ", "khu vực ", "lĩnh vực ", "nhóm ngành ")
"""What " * " at the head of a phrase stands for."""
_BAR = re.compile(r"\|(?![^{]*\})")
"""Parts the phrases of a cell; the bars of a choice "{a|b}" do not."""
_CHOICE = re.compile(r"\{([^{}]+)\}")
_TY = re.compile(r"\btỷ\b")
_TONE_PAIR = re.compile("|".join(one for pair in OLD_AND_NEW_TONES for one in pair))


class Meaning(NamedTuple):
    """What a phrase means: a subject (with the reading it hints at), another subject, or a cue."""

    kind: str
    """'subject', 'other' or 'cue'."""
    value: str
    """The subject, the fate, or the cue."""
    reading: str = ""


class Sense(NamedTuple):
    """What a phrase is read as: one of all that it can mean, with all its cues."""

    kind: str
    subject: str
    hint: str
    fate: str
    cues: frozenset[str]
    row: tuple[str, ...]
    """The subjects that a phrase such as "khu vực I - II - III" names in a row."""
    meanings: tuple[Meaning, ...]


class Token(NamedTuple):
    """A phrase found at characters start to end of the text, and what it is read as."""

    start: int
    end: int
    sense: Sense

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """All that the phrase can mean."""
        return self.sense.meanings


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The automaton and what each of its patterns means."""

    automaton: AhoCorasick
    senses: tuple[Sense, ...]

    @property
    def meanings(self) -> tuple[tuple[Meaning, ...], ...]:
        """All that each pattern can mean."""
        return tuple(sense.meanings for sense in self.senses)


def spellings(phrase: str) -> set[str]:
    """The phrase in lower case, with all that its marks stand for and both tone-mark spellings.

    The marks are told at the head of data/indicators.toml.
    """
    phrase = unicodedata.normalize("NFC", phrase).lower()
    if phrase.startswith("* "):
        return {text for prefix in _PREFIXES for text in spellings(prefix + phrase[2:])}
    plain = {" ".join(chosen.split()) for chosen in _chosen(phrase)}
    plain |= {each.replace(" - ", " – ") for each in plain}
    return {
        text for each in plain for spelled in _tone_spellings(each) for text in _joined(spelled)
    }


def _chosen(phrase: str) -> Iterator[str]:
    """The phrase with each of its choices: "{hai|ba} năm {đầu|qua}" gives four."""
    choice = _CHOICE.search(phrase)
    if choice is None:
        yield phrase
        return
    for option in choice[1].split("|"):
        yield from _chosen(phrase[: choice.start()] + option + phrase[choice.end() :])


def _joined(phrase: str) -> set[str]:
    """The phrase with the joiners that " ~ " may stand for."""
    first, *rest = phrase.split(" ~ ")
    return {
        first + "".join(joiner + part for joiner, part in zip(joiners, rest, strict=True))
        for joiners in _joiners(len(rest))
    }


@cache
def _joiners(count: int) -> tuple[tuple[str, ...], ...]:
    """The joiners that `count` joints may have: all the same, and any, or another, as the last.

    Behind a dash or a bar comes one of its kind, a comma, a blank or "và": nobody writes
    "nông/lâm - ngư".
    """
    if count < 2:
        return tuple((joiner,) for joiner in _JOINERS) if count else ((),)
    return tuple(
        (first,) * (count - 1) + (last,)
        for first in _JOINERS
        for last in _JOINERS
        if first in _COMMON_JOINERS or last.strip() in (first.strip(), "", ",", "và")
    )


def _tone_spellings(text: str) -> set[str]:
    """The text with the tone on either vowel of oa, oe and uy (hòa, hoà), with tỷ and with tỉ."""
    found = {text, _TY.sub("tỉ", text)}
    if not _TONE_PAIR.search(text):
        return found
    for old, new in OLD_AND_NEW_TONES:
        for one, other in ((old, new), (new, old)):
            if one in text and "q" + one not in text:
                found |= {spelling.replace(one, other) for spelling in found}
    return found


@cache
def words_beside() -> dict[str, tuple[str, ...]]:
    """The spellings of the catalogue's loose phrases -> words of which one must stand with them."""
    return {
        text: tuple(word.lower() for word in told)
        for indicator in load_catalogue().indicators.values()
        for phrase, told in indicator.loose
        for text in spellings(phrase)
    }


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of data/. Raises TableError for a table that cannot be used."""
    meanings: dict[str, list[Meaning]] = {}

    def add(phrase: str, meaning: Meaning) -> None:
        for spelling in spellings(phrase):
            known = meanings.setdefault(spelling, [])
            if meaning not in known:
                known.append(meaning)

    for indicator in load_catalogue().indicators.values():
        hint = indicator.reading if indicator.subject != indicator.indicator else ""
        for phrase in indicator.phrases:
            add(phrase, Meaning("subject", indicator.subject, hint))
        for phrase in indicator.own_phrases:
            add(phrase, Meaning("subject", indicator.subject, indicator.reading))
    for row in read_table(DATA / "other_subjects.csv", ("fate", "phrases")):
        for phrase in _BAR.split(row["phrases"]):
            add(phrase, Meaning("other", row["fate"]))
    path = DATA / "cues.csv"
    for row in read_table(path, ("cue", "phrases")):
        for phrase in _BAR.split(row["phrases"]):
            if not phrase.strip():
                raise TableError(f"{path}, line {row['line']}: an empty phrase")
            add(phrase, Meaning("cue", row["cue"]))
    patterns = list(meanings)
    return Lexicon(
        AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest),
        tuple(_sense_of(tuple(meanings[pattern])) for pattern in patterns),
    )


@cache
def _sense_of(meanings: tuple[Meaning, ...]) -> Sense:
    """The phrase as a subject where it can be one, else as another subject, else as its cues."""
    cues = frozenset(meaning.value for meaning in meanings if meaning.kind == "cue")
    for cue in cues:
        if cue.startswith("subjects:"):
            row = tuple(cue.removeprefix("subjects:").split("+"))
            return Sense("subject", "", "", "", cues, row, meanings)
    for meaning in meanings:
        if meaning.kind == "subject":
            return Sense("subject", meaning.value, meaning.reading, "", cues, (), meanings)
    for meaning in meanings:
        if meaning.kind == "other":
            return Sense("other", "", "", meaning.value, cues, (), meanings)
    return Sense("cue", "", "", "", cues, (), meanings)


@cache
def words_by_role(path: Path) -> dict[str, tuple[str, ...]]:
    """The words of each role, as in data/near_words.csv. Raises TableError for a role's second."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_table(path, ("role", "words")):
        if row["role"] in found:
            raise TableError(f"{path}, line {row['line']}: {row['role']} stands there twice")
        found[row["role"]] = tuple(
            word for words in _BAR.split(row["words"].lower()) for word in _chosen(words)
        )
    return found


@cache
def words(role: str) -> tuple[str, ...]:
    """The words of data/near_words.csv that have the role. Raises TableError where none has."""
    path = DATA / "near_words.csv"
    if role not in words_by_role(path):
        raise TableError(f"{path}: a line for the role {role!r} is missing")
    return words_by_role(path)[role]


@cache
def word_set(role: str) -> frozenset[str]:
    """The words of a role, to look single words up in."""
    return frozenset(words(role))


def count_unknown(said: Iterable[str]) -> int:
    """How many of the words name something of their own: all but the plain ones and the signs."""
    plain = word_set("plain")
    return sum(1 for word in said if word.replace("-", "").isalpha() and word not in plain)


def names_a_branch(said: Sequence[str]) -> bool:
    """Whether words name a branch of the economy that is no subject: "ngành thép", "du lịch"."""
    text = " ".join(said)
    return says(text, "branches") or (says(text, "branch_of") and count_unknown(said) > 0)


@cache
def _whole_words(role: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}\b" for word in words(role)))


def says(lower: str, role: str) -> bool:
    """Whether a lower-cased text holds a word of the role as a whole word ("là", not "làm")."""
    for word in words(role):
        if word in lower:  # rarely one is, and this is quicker than to look for whole words
            return _whole_words(role).search(lower) is not None
    return False


def lowered(text: str) -> str:
    """The text in lower case, character by character, so that offsets stay the same."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def tokens(lower: str) -> list[Token]:
    """The known phrases of a lower-cased text, the longest at each place, as whole words."""
    return _tokens(lower, 0, len(lower))


def _tokens(lower: str, first: int, last: int) -> list[Token]:
    found: list[Token] = []
    at: int | None = first
    while at is not None:
        at = _add_tokens(found, lower, at, last)
    return found


def _add_tokens(found: list[Token], lower: str, first: int, last: int) -> int | None:
    """Add the phrases between two places, up to what only looks like one; where to go on, if so.

    "trước tăng" holds "ước tăng", which is none, and "tăng", which is one; "kế hoạch cũng" holds
    "kế hoạch cũ", which is none, and "kế hoạch".
    """
    lexicon = load_lexicon()
    senses, size = lexicon.senses, len(lower)
    for pattern, start, end in lexicon.automaton.find_matches_as_indexes(lower[first:last]):
        start, end = first + start, first + end
        if start and lower[start - 1].isalnum() and lower[start].isalnum():
            space = lower.find(" ", start, end)
            if space > 0:
                return space + 1
        elif end == size or not (lower[end].isalnum() and lower[end - 1].isalnum()):
            found.append(Token(start, end, senses[pattern]))
        else:
            space = lower.rfind(" ", start, end)
            if space > 0:
                found += _tokens(lower, start, space)
                return space + 1
    return None

"""Every word on screen, from words/vi.toml and words/en.toml."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("words")
LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """One language's texts by key: `say("overview.title")`."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of a key with its values put in. Raises KeyError where there is none."""
        if key not in self.texts:
            raise KeyError(f"no text {key!r} in dashboard/words/{self.language}.toml: add it")
        return self.texts[key].format(**values)

    def has(self, key: str) -> bool:
        """Whether there is such a text."""
        return key in self.texts

    def count(self, key: str, n: int, **values: object) -> str:
        """The text for n things; `KEY_one` where n is one and the language tells it apart."""
        singular = f"{key}_one"
        chosen = singular if n == 1 and self.has(singular) else key
        thousands = f"{n:,}".replace(",", "." if self.language == "vi" else ",")
        return self(chosen, n=thousands, **values)

    def name(self, row: Mapping[str, Any]) -> str:
        """A place's or an indicator's name in this language, from a row of its table."""
        own = row.get("name_vi") or row.get("name")
        return str(row["name_en"] if self.language == "en" and row.get("name_en") else own)


@cache
def words(language: str) -> Words:
    """The words of a language. Raises FileNotFoundError for one that has no file."""
    with (FOLDER / f"{language}.toml").open("rb") as file:
        return Words(language, dict(_flatten(tomllib.load(file))))


@lru_cache(maxsize=1024)
def unaccented(text: str) -> str:
    """The text as typed without diacritics: Lạng Sơn is Lang Son, Đà Nẵng is Da Nang."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _flatten(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    entries: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            entries += _flatten(value, f"{prefix}{key}.")
        else:
            entries.append((f"{prefix}{key}", value))
    return entries

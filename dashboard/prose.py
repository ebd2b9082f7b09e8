"""Longer texts: one markdown file per page and language in prose/, in sections by `# key`."""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("prose")
_SECTION = re.compile(r"^# (\w+)\n+(.*?)\s*(?=^# |\Z)", re.MULTILINE | re.DOTALL)


@cache
def sections(name: str, language: str) -> dict[str, str]:
    """The sections of a text by key. Raises FileNotFoundError where there is no such text."""
    text = (FOLDER / f"{name}.{language}.md").read_text(encoding="utf-8")
    return {match[1]: match[2] for match in _SECTION.finditer(text)}

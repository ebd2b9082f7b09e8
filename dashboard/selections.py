"""What the filters leave: a selection, and what it asks of a row of figures or of cells."""

from typing import NamedTuple


class Selection(NamedTuple):
    """What is selected; None is all of it."""

    province: str | None = None
    year: int | None = None
    indicator: str | None = None
    theme: str | None = None
    region: str | None = None

    def condition(self) -> tuple[str, list[object]]:
        """What follows WHERE in a statement, and its values; what is not selected asks nothing."""
        asked = {name: value for name, value in self._asdict().items() if value is not None}
        return " AND ".join(CONDITIONS[name] for name in asked) or "true", list(asked.values())


EVERYTHING = Selection()

CONDITIONS = {
    "province": "province = ?",
    "year": "year = ?",
    "indicator": "indicator = ?",
    "theme": "indicator IN (SELECT indicator FROM indicators WHERE theme = ?)",
    "region": "province IN (SELECT province FROM provinces WHERE region = ?)",
}

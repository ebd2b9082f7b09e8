"""How a status looks: a shape and a colour; its word stands in the words files."""

from collections.abc import Mapping
from dataclasses import dataclass

from etl.status import Status


@dataclass(frozen=True, slots=True)
class Mark:
    """A status' glyph and its colour, of the palette that Okabe and Ito made for all eyes.

    `colour` is a place in the theme's chart colours (.streamlit/config.toml), which the browser
    replaces by the colour for a light or a dark background.
    """

    glyph: str
    colour: str


BLUE, GREEN, SKY, AMBER, VERMILION, PURPLE, GREY = (
    "#000004",
    "#000005",
    "#000006",
    "#000007",
    "#000008",
    "#000009",
    "#000003",
)

MARKS: Mapping[str, Mark] = {
    Status.EXCEEDED: Mark("▲", BLUE),
    Status.MET: Mark("●", GREEN),
    Status.NEAR: Mark("◐", SKY),
    Status.PARTIAL: Mark("◔", AMBER),
    Status.FAR: Mark("○", VERMILION),
    Status.OPPOSITE: Mark("▼", PURPLE),
    Status.AHEAD: Mark("↗", BLUE),
    Status.ON_PACE: Mark("→", GREEN),
    Status.BEHIND: Mark("↘", VERMILION),
    Status.PROVISIONAL: Mark("◇", GREY),
    Status.UNGRADED: Mark("□", GREY),
    Status.NOT_COMPARABLE: Mark("≠", GREY),
    Status.NO_TARGET: Mark("–", GREY),
    Status.NO_ACTUAL: Mark("–", GREY),
}

SUM = Mark("Σ", GREY)
"""What is added up for the screen and not judged."""

REACHED = (Status.EXCEEDED, Status.MET)
GRADED = (*REACHED, Status.NEAR, Status.PARTIAL, Status.FAR, Status.OPPOSITE)
"""Statuses of a whole period against its target: those that "x of y targets reached" counts."""


def mark(status: str) -> Mark:
    """The look of a status by its name in the tables."""
    return MARKS[status]

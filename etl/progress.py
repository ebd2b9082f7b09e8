"""A progress bar for the terminal; silent where nobody looks at one."""

import sys
import time
from typing import TextIO

WIDTH = 30
"""Characters of the bar."""
PAUSE = 0.1
"""Seconds between two drawings."""


class ProgressBar:
    """Draws `Reading articles [#####.....] 120/161` over itself; call it with (done, total)."""

    def __init__(self, title: str, stream: TextIO | None = None) -> None:
        self.title = title
        self.stream = stream or sys.stderr
        self.drawn_at = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Draw how far it is; ends the line when all is done."""
        now = time.monotonic()
        if not self.stream.isatty() or (done < total and now - self.drawn_at < PAUSE):
            return
        self.drawn_at = now
        filled = "#" * (WIDTH * done // max(total, 1))
        self.stream.write(f"\r{self.title} [{filled:.<{WIDTH}}] {done}/{total}")
        self.stream.write("\n" if done >= total else "")
        self.stream.flush()

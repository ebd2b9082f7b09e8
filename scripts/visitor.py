"""A visitor's browser with nobody looking on: it opens an address, and a script is run in it.

Playwright has the browser note more of each script than it does for a visitor, which takes it half
a second longer to load Plotly. So what a visitor waits for is measured through the few commands of
the browser's own protocol that leave it as it is.
"""

import itertools
import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from websockets.sync.client import ClientConnection, connect

PATIENCE = 60
"""Seconds until the browser has to answer."""


class Visitor:
    """A browser that is there for one visit after another, each with nothing kept from before."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.numbers = itertools.count(1)

    def visit(self, address: str, script: str) -> Any:
        """What a script comes to in a page just opened; of a promise, once it is kept."""
        context = self._do("Target.createBrowserContext")["browserContextId"]
        target = self._do("Target.createTarget", url="about:blank", browserContextId=context)
        attached = self._do("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        session = attached["sessionId"]
        size = {"width": 1440, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
        self._do("Emulation.setDeviceMetricsOverride", session, **size)
        self._do("Page.navigate", session, url=address)
        asked = {"expression": script, "awaitPromise": True, "returnByValue": True}
        given = self._do("Runtime.evaluate", session, **asked)
        self._do("Target.disposeBrowserContext", browserContextId=context)
        return given["result"].get("value")

    def _do(self, command: str, session: str | None = None, **values: object) -> dict[str, Any]:
        number = next(self.numbers)
        message = {"id": number, "method": command, "params": values}
        self.connection.send(json.dumps(message | ({"sessionId": session} if session else {})))
        while True:
            answer = json.loads(self.connection.recv(timeout=PATIENCE))
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{command}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result


@contextmanager
def visitor(executable: str) -> Iterator[Visitor]:
    """A visitor with a browser of their own. Raises TimeoutError where it does not start."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [executable, "--headless=new", "--no-sandbox", "--remote-debugging-port=0"]
        browser = subprocess.Popen(
            [*command, f"--user-data-dir={folder}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            with connect(_address(Path(folder)), max_size=None) as connection:
                yield Visitor(connection)
        finally:
            browser.terminate()
            browser.wait(timeout=10)


def _address(folder: Path) -> str:
    """Where the browser takes commands, which it writes down once it does."""
    file = folder / "DevToolsActivePort"
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if file.exists() and len(lines := file.read_text(encoding="utf-8").split()) == 2:
            port, path = lines
            return f"ws://127.0.0.1:{port}{path}"
        time.sleep(0.05)
    raise TimeoutError("The browser did not start.")

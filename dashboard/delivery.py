"""What has the server's answers reach the browser sooner."""

import socket
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

CHARTLESS = ("/articles", "/data")
"""Pages without charts."""


class AtOnce:
    """Has small messages sent at once.

    asyncio asks that of sockets that name TCP as their protocol, which Streamlit's does not: each
    message of a run would wait until the browser confirmed the one before, for 40 ms and more.
    """

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request."""
        # Uvicorn's receive is a method of what holds the connection; another server's need not be.
        transport = getattr(getattr(receive, "__self__", None), "transport", None)
        connection = transport.get_extra_info("socket") if transport else None
        if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)


class Announced:
    """Tells the browser of the charts' code along with a page that has charts.

    A third of all that is loaded, it would else be asked for once the first chart is there.
    """

    def __init__(self, app: Application, code: str | None) -> None:
        self.app = app
        self.code = code

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request."""

        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers["Link"] = f"<{self.code}>; rel=modulepreload"
            await send(message)

        announces = self.code and scope["type"] == "http" and scope["path"] not in CHARTLESS
        await self.app(scope, receive, send_with_link if announces else send)


def chart_code() -> str | None:
    """The path of the code that draws charts, if it has the name that it is known by."""
    folder = Path(st.__file__).parent / "static"
    found = next(folder.glob("static/js/PlotlyChart.*.js"), None)
    return f"/{found.relative_to(folder).as_posix()}" if found else None


class Kept:
    """Gives an answer that is said never to change once more as it was given the first time.

    Streamlit says so of the files of its own pages only, so that what is kept stays small.
    """

    def __init__(self, app: Application) -> None:
        self.app = app
        self.answers: dict[str, list[Message]] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if not _takes_gzip(scope):
            await self.app(scope, receive, send)
            return
        if scope["path"] in self.answers:
            for message in self.answers[scope["path"]]:
                await send(message)
            return
        said: list[Message] = []

        async def send_and_note(message: Message) -> None:
            if said or _never_changes(message):
                said.append(message)
            await send(message)

        await self.app(scope, receive, send_and_note)
        if said and not said[-1].get("more_body"):
            self.answers[scope["path"]] = said


def _takes_gzip(scope: Message) -> bool:
    asked = scope["type"] == "http" and scope["method"] == "GET"
    return asked and "gzip" in Headers(scope=scope).get("accept-encoding", "")


def _never_changes(message: Message) -> bool:
    whole = message["type"] == "http.response.start" and message["status"] == 200
    return whole and "immutable" in Headers(raw=message["headers"]).get("cache-control", "")

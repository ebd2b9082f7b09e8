"""What the server adds to the answers of Streamlit."""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from dashboard.delivery import Announced, AtOnce, Kept, chart_code

IMMUTABLE = b"public, immutable, max-age=31536000"


def answers(requests: list[dict[str, Any]], cache: bytes, status: int = 200) -> list[bytes]:
    """The bodies of the answers to requests; the server behind counts how often it was asked."""
    asked, bodies = 0, []

    async def server(scope: Any, receive: Any, send: Any) -> None:
        nonlocal asked
        asked += 1
        headers = [(b"cache-control", cache)]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"%d" % asked, "more_body": True})
        await send({"type": "http.response.body", "body": b"."})

    async def ask() -> None:
        kept = Kept(server)
        for request in requests:
            body = []

            async def send(message: Any, body: list[bytes] = body) -> None:
                body.append(message.get("body", b""))

            await kept(request, None, send)  # type: ignore[arg-type]
            bodies.append(b"".join(body))

    # In a thread of its own: that of the browser tests has an event loop already.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, ask()).result()
    return bodies


def request(path: str = "/static/a.js", method: str = "GET", takes: bytes = b"gzip, br") -> Any:
    headers = [(b"accept-encoding", takes)]
    return {"type": "http", "method": method, "path": path, "headers": headers}


def test_a_file_that_never_changes_is_compressed_once():
    assert answers([request(), request(), request()], IMMUTABLE) == [b"1."] * 3


@pytest.mark.parametrize(
    ("other", "cache", "status"),
    [
        (request(), b"no-cache", 200),
        (request(), IMMUTABLE, 404),
        (request(path="/static/b.js"), IMMUTABLE, 200),
        (request(method="HEAD"), IMMUTABLE, 200),
        (request(takes=b"identity"), IMMUTABLE, 200),
    ],
)
def test_every_other_answer_is_asked_for_anew(other, cache, status):
    assert answers([request(), other], cache, status) == [b"1.", b"2."]


@pytest.mark.parametrize(
    ("path", "content_type", "announced"),
    [
        ("/", b"text/html; charset=utf-8", True),
        ("/province", b"text/html", True),
        ("/articles", b"text/html", False),
        ("/static/a.js", b"text/javascript", False),
    ],
)
def test_the_code_of_charts_is_announced_with_pages_that_have_some(path, content_type, announced):
    started: list[Any] = []

    async def server(scope: Any, receive: Any, send: Any) -> None:
        headers = [(b"content-type", content_type)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})

    async def send(message: Any) -> None:
        started.append(dict(message["headers"]))

    with ThreadPoolExecutor(1) as thread:
        answer = Announced(server, "/static/charts.js")(request(path), None, send)  # type: ignore[arg-type]
        thread.submit(asyncio.run, answer).result()
    link = started[0].get(b"link")
    assert link == (b"</static/charts.js>; rel=modulepreload" if announced else None)


def test_the_code_of_charts_is_found_where_streamlit_has_it():
    assert str(chart_code()).startswith("/static/js/PlotlyChart.")


def test_small_messages_are_sent_at_once():
    async def server(scope: Any, receive: Any, send: Any) -> None: ...

    class Connection:
        def __init__(self, plain: socket.socket) -> None:
            self.transport = asyncio.Transport({"socket": plain})

        async def receive(self) -> Any: ...

    with socket.socket() as plain, ThreadPoolExecutor(1) as thread:
        asked = AtOnce(server)(request(), Connection(plain).receive, None)  # type: ignore[arg-type]
        thread.submit(asyncio.run, asked).result()
        assert plain.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

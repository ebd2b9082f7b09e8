"""What the server adds to the answers of Streamlit."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from asgi import Kept

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

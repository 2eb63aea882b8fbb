"""One request and its answer, within limits of bytes and time."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from trainer.data.collect.reasons import LeftOutError, StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from email.message import Message
    from typing import Self

_OK = 200
_BLOCK = 65_536
_LOOK_EVERY_S = 0.1


class BrokenError(Exception):
    """An exchange that failed half-way and may go better another time."""


@dataclass(frozen=True)
class Bounds:
    """What an exchange may take.

    Attributes:
        most_bytes: Of the answer.
        silence_s: Between two bytes.
        whole_s: From the first byte to the last.
    """

    most_bytes: int
    silence_s: float
    whole_s: float


@dataclass(frozen=True)
class Reply:
    """What a server answered: the body only where all is well (status 200)."""

    status: int
    headers: Message
    body: bytes = b""


def exchange(
    address: str, headers: Mapping[str, str], bounds: Bounds, should_stop: Callable[[], bool]
) -> Reply:
    """Asks for an address; redirections are the caller's.

    Raises:
        BrokenError: Nobody answered, or not to the end, or not in time.
        LeftOutError: The answer is too large.
        StoppedError: Somebody asked to stop while it was read.
    """
    with _Watch(bounds.whole_s, should_stop) as watch:
        try:
            request = Request(address, headers=dict(headers))
            with _opener(watch).open(request, timeout=bounds.silence_s) as response:
                body = b""
                if response.status == _OK:
                    body = _read(response, bounds, should_stop)
                if watch.was_cut:  # which looks like the end of an answer of unknown length
                    raise http.client.IncompleteRead(body)
                return Reply(response.status, response.headers, body)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if should_stop():
                raise StoppedError from None
            raise BrokenError(_in_words(error, bounds, watch)) from None


def _read(
    response: http.client.HTTPResponse, bounds: Bounds, should_stop: Callable[[], bool]
) -> bytes:
    """Returns the body, read in blocks so that one without an end is cut."""
    length = response.length
    _must_fit(length or 0, bounds)
    body = bytearray()
    while length is None or len(body) < length:
        if should_stop():
            raise StoppedError
        block = response.read1(_BLOCK if length is None else min(_BLOCK, length - len(body)))
        if not block:
            break
        body += block
        _must_fit(len(body), bounds)
    if length is not None and len(body) < length:
        raise http.client.IncompleteRead(b"", length - len(body))
    return bytes(body)


def _must_fit(count: int, bounds: Bounds) -> None:
    if count > bounds.most_bytes:
        raise LeftOutError(f"The answer is larger than {bounds.most_bytes / 1e6:g} MB.")


def _in_words(error: Exception, bounds: Bounds, watch: _Watch) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if watch.is_over:
        return f"The answer took longer than {bounds.whole_s:g} seconds."
    if isinstance(cause, TimeoutError):
        return f"The server was silent for {bounds.silence_s:g} seconds."
    if isinstance(cause, http.client.HTTPException | ConnectionResetError):
        return "The connection broke in the middle."
    words = getattr(cause, "strerror", None) or cause
    return f"The server can't be reached ({words})."


class _Watch:
    """Cuts a connection whose time is up, or that nobody waits for any more.

    A timeout alone ends neither one that drips nor, soon enough, one that is silent.
    """

    def __init__(self, seconds: float, should_stop: Callable[[], bool]) -> None:
        self.was_cut = False
        self._end = time.monotonic() + seconds
        self._should_stop = should_stop
        self._socket: socket.socket | None = None
        self._is_done = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_done.set()
        self._thread.join()

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self._end

    def hold(self, connection: socket.socket) -> None:
        """Takes the connection that may have to be cut."""
        self._socket = connection

    def _watch(self) -> None:
        while not self._is_done.wait(_LOOK_EVERY_S):
            if self.is_over or self._should_stop():
                self._cut()  # again and again: it may not have been there yet

    def _cut(self) -> None:
        self.was_cut = True
        if self._socket is not None:
            with suppress(OSError):
                # Not the method of an SSL socket, which would pull it from under the reader.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


def _opener(watch: _Watch) -> OpenerDirector:
    """Returns an opener that knows http and https only, follows nothing and keeps no cookies."""
    opener = OpenerDirector()
    for handler in (ProxyHandler(), _Http(watch), _Https(watch)):
        opener.add_handler(handler)
    return opener


def _watched(kind: type[http.client.HTTPConnection], watch: _Watch) -> Any:  # noqa: ANN401
    class Watched(kind):  # type: ignore[valid-type, misc]
        def connect(self) -> None:
            super().connect()
            watch.hold(self.sock)

    return Watched


class _Http(HTTPHandler):
    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self._watch = watch

    def http_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(_watched(http.client.HTTPConnection, self._watch), req)


class _Https(HTTPSHandler):
    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self._watch = watch

    def https_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(_watched(http.client.HTTPSConnection, self._watch), req)

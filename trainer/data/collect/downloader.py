"""Fetches pages and pictures without being a burden: slowly, patiently, where it is allowed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.data.collect.addresses import clean_address, host_of, origin_of
from trainer.data.collect.exchange import Bounds, BrokenError, Reply, exchange
from trainer.data.collect.links import refuses_learning
from trainer.data.collect.manners import ALLOW_ALL, FORBID_ALL, Robots, seconds_to_wait
from trainer.data.collect.reasons import LeftOutError, StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from trainer.data.collect.manners import Manners

MOST_REDIRECTS = 5
_MAY_PASS = frozenset((408, 425, 429, 500, 502, 503, 504))
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_OK, _UNCHANGED, _CLIENT_ERRORS, _SERVER_ERRORS = 200, 304, 400, 500
_FORBIDDEN = (401, 403)
_LARGEST_ROBOTS = 1_000_000
_GIVEN_UP_AFTER = 3  # addresses of a host, one after the other, that failed to the last try
_NAP_S = 0.1


@dataclass(frozen=True)
class Answer:
    """What lay at an address.

    Attributes:
        address: Where it lay in the end.
        body: None where it has not changed since.
        charset: Of a page, if its server said so.
        validators: What to send next time, to be told whether it has changed.
    """

    address: str
    body: bytes | None
    charset: str | None
    validators: dict[str, str]


class Downloader:
    """Asks servers, each in its own time."""

    def __init__(self, manners: Manners, should_stop: Callable[[], bool]) -> None:
        self._manners = manners
        self._should_stop = should_stop
        self._robots: dict[str, Robots | LeftOutError] = {}
        self._free_at: dict[str, float] = {}  # when a host may be asked again
        self._paused_until: dict[str, float] = {}  # the same, because it said so
        self._failures: dict[str, int] = {}

    def get(self, address: str, most_bytes: int, validators: Mapping[str, str]) -> Answer:
        """Returns what lies at an address.

        Args:
            address: http or https.
            most_bytes: How much it may be.
            validators: Of the answer of another time, or none.

        Raises:
            LeftOutError: It can't be had, or not now, or may not be had.
            StoppedError: Somebody asked to stop.
        """
        conditions = {
            header: validators[key]
            for key, header in (("etag", "If-None-Match"), ("last_modified", "If-Modified-Since"))
            if key in validators
        }
        where, reply = self._follow(clean_address(address), conditions, most_bytes, self._admit)
        if reply.status == _UNCHANGED and conditions:
            return Answer(where, None, None, dict(validators))
        _must_be_well(reply)
        said = reply.headers
        kept = {"etag": said.get("ETag"), "last_modified": said.get("Last-Modified")}
        charset = said.get_content_charset()
        return Answer(where, reply.body, charset, {k: v for k, v in kept.items() if v})

    def _follow(
        self,
        address: str,
        conditions: Mapping[str, str],
        most_bytes: int,
        admit: Callable[[str], None],
    ) -> tuple[str, Reply]:
        """Returns where redirections led, and the reply from there."""
        for _ in range(MOST_REDIRECTS + 1):
            admit(address)
            reply = self._persist(address, conditions, most_bytes)
            if reply.status not in _REDIRECTS:
                return address, reply
            place = reply.headers.get("Location")
            if not place:
                raise LeftOutError("It was redirected to nowhere.")
            # Servers write other letters than ASCII as they are; the head is read as Latin-1.
            place = place.encode("latin-1", "replace").decode("utf-8", "replace")
            try:
                address = clean_address(place, address)
            except LeftOutError as error:
                raise LeftOutError(f"It was redirected, but not well: {error.reason}") from None
        raise LeftOutError(f"It was redirected more than {MOST_REDIRECTS} times.")

    def _persist(self, address: str, conditions: Mapping[str, str], most_bytes: int) -> Reply:
        """Returns the reply of an address, after some tries where the first ones fail."""
        host, manners = host_of(address), self._manners
        if self._failures.get(host, 0) >= _GIVEN_UP_AFTER:
            raise LeftOutError(
                f"{host} failed too often: it is left alone for this time.", again=True
            )
        headers = {"User-Agent": manners.agent, "Accept": "*/*", **conditions}
        bounds = Bounds(most_bytes, manners.timeout_s, manners.whole_s)
        reason = ""
        for attempt in range(manners.retries + 1):
            self._await_turn(host)
            asked_s = 0.0
            try:
                reply = exchange(address, headers, bounds, self._should_stop)
            except BrokenError as error:
                reason = str(error)
            else:
                if reply.status not in _MAY_PASS:
                    self._failures[host] = 0
                    return reply
                reason = f"The server answered {reply.status}."
                asked_s = seconds_to_wait(reply.headers.get("Retry-After"))
            self._pause(host, asked_s, manners.backoff_s * 2**attempt)
        self._failures[host] = self._failures.get(host, 0) + 1
        raise LeftOutError(f"{reason} It was tried {manners.retries + 1} times.", again=True)

    def _pause(self, host: str, asked_s: float, otherwise_s: float) -> None:
        """Leaves a host alone after a failure, for as long as it asked or else as we think fit."""
        now = time.monotonic()
        if asked_s:
            self._paused_until[host] = now + asked_s
        wait_s = asked_s or otherwise_s
        self._free_at[host] = max(self._free_at.get(host, 0.0), now + wait_s)

    def _await_turn(self, host: str) -> None:
        """Waits until a host may be asked, and notes when it may be asked next."""
        pause_s = self._paused_until.get(host, 0.0) - time.monotonic()
        if pause_s > self._manners.patience_s:
            raise LeftOutError(
                f"{host} asked to be left alone for {pause_s / 60:.0f} minutes.", again=True
            )
        while (left_s := self._free_at.get(host, 0.0) - time.monotonic()) > 0:
            if self._should_stop():
                raise StoppedError
            time.sleep(min(_NAP_S, left_s))
        if self._should_stop():
            raise StoppedError
        self._free_at[host] = time.monotonic() + self._every_s(host)

    def _every_s(self, host: str) -> float:
        said = (self._robots.get(f"{scheme}://{host}") for scheme in ("http", "https"))
        return max(
            self._manners.every_s, *(r.every_s if isinstance(r, Robots) else 0.0 for r in said)
        )

    def _admit(self, address: str) -> None:
        """Raises LeftOutError where a host's robots.txt forbids an address, or can't be had."""
        origin = origin_of(address)
        if origin not in self._robots:
            self._robots[origin] = self._fetch_robots(origin)
            host = host_of(address)  # it may have asked for more time than was given so far
            next_at = time.monotonic() + self._every_s(host)
            self._free_at[host] = max(self._free_at.get(host, 0.0), next_at)
        robots = self._robots[origin]
        if isinstance(robots, LeftOutError):
            raise robots
        if robots.every_s > self._manners.patience_s:
            raise LeftOutError(
                f"The robots.txt of {origin} allows a request every {robots.every_s / 60:.0f} "
                "minutes only: it is left alone."
            )
        if not robots.allows(address):
            raise LeftOutError(f"The robots.txt of {origin} forbids it.")

    def _fetch_robots(self, origin: str) -> Robots | LeftOutError:
        address = f"{origin}/robots.txt"
        try:
            _, reply = self._follow(address, {}, _LARGEST_ROBOTS, lambda _: None)
        except LeftOutError as error:
            return LeftOutError(f"{address} can't be had: {error.reason}", again=error.again)
        if reply.status == _OK:
            return Robots(reply.body.decode("utf-8", "replace"))
        if reply.status in _FORBIDDEN:
            return FORBID_ALL
        if _CLIENT_ERRORS <= reply.status < _SERVER_ERRORS:
            return ALLOW_ALL
        return LeftOutError(f"{address} can't be had: answer {reply.status}.", again=True)


def _must_be_well(reply: Reply) -> None:
    if reply.status != _OK:
        raise LeftOutError(f"The server answered {reply.status}.")
    if refuses_learning(",".join(reply.headers.get_all("X-Robots-Tag") or ())):
        raise LeftOutError("The server asks that nothing learns from it (noai).")
    coding = reply.headers.get("Content-Encoding", "identity").strip().lower()
    if coding != "identity":
        raise LeftOutError(f"It was sent packed ({coding}) although that was not asked for.")

"""How servers are treated: how often they are asked, how patiently, and what they forbid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.robotparser import RobotFileParser

from girlsmoe_desktop import __version__
from girlsmoe_desktop.core.errors import UserError

ROBOT = "GirlsMoeCollector"
"""The name that robots.txt may call us by."""


@dataclass(frozen=True)
class Manners:
    """How servers are treated.

    Attributes:
        every_s: From one request to a host to the next, at least.
        retries: After a failure that may pass.
        backoff_s: Before the first of them; doubled for each that follows.
        timeout_s: Of silence, after which a connection counts as broken.
        whole_s: For one answer, from the first byte to the last.
        patience_s: The longest pause that a server may ask for; it is left alone after that.
        contact: Where the servers' people can reach whoever collects.
    """

    every_s: float = 1.0
    retries: int = 4
    backoff_s: float = 2.0
    timeout_s: float = 30.0
    whole_s: float = 120.0
    patience_s: float = 300.0
    contact: str = ""

    def check(self) -> None:
        """Raises UserError where it can't be done so."""
        for name in ("every", "backoff"):
            if not 0 <= getattr(self, f"{name}_s") < 3_600:  # nor is NaN
                raise UserError(f"--{name} must be 0 to 3600 seconds.")
        if not 0 < self.timeout_s <= 3_600:
            raise UserError(f"--timeout is {self.timeout_s:g}: choose seconds up to 3600.")
        if not (self.contact.isascii() and self.contact.isprintable()):
            raise UserError("--contact must be plain letters: an e-mail or web address.")

    @property
    def agent(self) -> str:
        """What is told to servers as User-Agent."""
        contact = f"; {self.contact}" if self.contact else ""
        return f"{ROBOT}/{__version__} (GirlsMoe Desktop, collects training pictures{contact})"


class Robots:
    """What a host's robots.txt says to us."""

    def __init__(self, text: str) -> None:
        self._parser = RobotFileParser()
        self._parser.parse(list(filter(_can_be_read, text.splitlines())))

    def allows(self, address: str) -> bool:
        """Returns whether an address may be asked for."""
        try:
            return self._parser.can_fetch(ROBOT, address)
        except ValueError:  # it undoes the address's quotes first, which may leave none
            return False

    @property
    def every_s(self) -> float:
        """The seconds from one request to the next that it asks for; 0 where it asks for none."""
        delay = float(self._parser.crawl_delay(ROBOT) or 0)
        rate = self._parser.request_rate(ROBOT)
        return max(delay, rate.seconds / rate.requests if rate and rate.requests else 0)


def _can_be_read(line: str) -> bool:
    """Returns whether a line is no trap to the parser, as `Disallow: //[` and long numbers are."""
    parser = RobotFileParser()
    try:
        parser.parse(["User-agent: *", line])
    except ValueError:
        return False
    return True


ALLOW_ALL = Robots("")
FORBID_ALL = Robots("User-agent: *\nDisallow: /")


def seconds_to_wait(retry_after: str | None) -> float:
    """Returns the seconds that a Retry-After asks for; 0 where it is none that can be read."""
    if not retry_after:
        return 0.0
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        then = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    return max(0.0, (then - datetime.now(UTC)).total_seconds())

"""Addresses on the web, written in the one way in which they are asked for."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from trainer.data.collect.reasons import LeftOutError

_LONGEST = 4_000
_HOST = re.compile(r"[\w.-]+", re.ASCII)
_PATH_SIGNS, _QUERY_SIGNS = "/%:@!$&'()*+,;=~", "/?%:@!$&'()*+,;=~[]"


def clean_address(text: str, base: str = "") -> str:
    """Returns an http or https address, in ASCII and without the mark of a place in the page.

    Args:
        text: As it was written, perhaps in Japanese or relative to the base.
        base: The address of the page that it stood on.

    Raises:
        LeftOutError: It is of another kind, such as file:, or no address.
    """
    if len(text) > _LONGEST:
        raise LeftOutError(f"Its address is longer than {_LONGEST} signs.")
    try:
        parts = urlsplit(urljoin(base, text.strip()))
        if parts.scheme not in ("http", "https"):
            raise LeftOutError(f"Its address, {text[:80]}, is neither http nor https.")
        if not parts.hostname:
            raise LeftOutError("Its address names no host.")
        if parts.username is not None or parts.password is not None:
            raise LeftOutError("Its address holds a name or a password.")
        host = _host(parts.hostname) + (f":{parts.port}" if parts.port is not None else "")
    except ValueError as error:  # of which UnicodeError is one
        raise LeftOutError(f"Its address can't be read ({error}).") from None
    path = quote(parts.path or "/", safe=_PATH_SIGNS, errors="replace")
    query = quote(parts.query, safe=_QUERY_SIGNS, errors="replace")
    return urlunsplit((parts.scheme, host, path, query, ""))


def with_scheme(text: str) -> str:
    """Returns an address as people write them, `www.example.com/a`, with its kind before it."""
    return text if "://" in text.split("?")[0] else f"http://{text}"


def origin_of(address: str) -> str:
    """Returns the kind and host of a clean address, `https://example.com`."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def host_of(address: str) -> str:
    """Returns the host, with its port if it is not the usual one, of a clean address."""
    return urlsplit(address).netloc


def _host(name: str) -> str:
    if ":" in name:
        return f"[{name}]"
    name = name if name.isascii() else name.encode("idna").decode("ascii")
    if not _HOST.fullmatch(name):
        raise ValueError(f"{name!r} is no host")
    return name

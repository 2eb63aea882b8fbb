"""Finds the addresses of pictures on a page."""

from __future__ import annotations

import codecs
import re
import time
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from trainer.data.collect.addresses import clean_address
from trainer.data.collect.reasons import LeftOutError
from trainer.data.collect.rules import Element

if TYPE_CHECKING:
    from trainer.data.collect.rules import Rule, Selector

_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)
# Where an element keeps the address of a picture; pages that load late keep the real one aside.
_ADDRESSES = ("data-original", "data-src", "src", "href", "content")
_DEEPEST = 200
_LONGEST_S = 20
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
_CHARSET_WITHIN = 2_048
_NO_CHARSETS = frozenset(("punycode", "idna"))  # of hosts; a page takes them hours
_REFUSALS = frozenset(("noai", "noimageai"))


def find_pictures(data: bytes, address: str, charset: str | None, rule: Rule) -> list[str]:
    """Returns the addresses of pictures that the rule takes, each once, in the page's order.

    Args:
        data: The page.
        address: Where it was found.
        charset: What its server said of its letters.
        rule: Which to take.

    Raises:
        LeftOutError: The page can't be read, or asks that its pictures are not learned from.
    """
    reader = _Reader(rule.selector)
    try:
        reader.feed(_text(data, charset))
        reader.close()
    except (AssertionError, ValueError, RecursionError) as error:
        raise LeftOutError(f"The page can't be read ({error}).") from None
    if refuses_learning(",".join(reader.robots)):
        raise LeftOutError("The page asks that nothing learns from it (noai).")
    base = address
    if reader.base:
        base = _clean(reader.base, address) or address
    found = (_clean(link, base) for link in reader.found if not link.startswith("data:"))
    pattern = rule.pattern
    return list(dict.fromkeys(link for link in found if link and pattern.search(link)))


def refuses_learning(words: str) -> bool:
    """Returns whether a robots tag, of a page or in an answer's head, forbids learning."""
    return not _REFUSALS.isdisjoint(re.split(r"[\s,:;]+", words.lower()))


class _Reader(HTMLParser):
    """Notes where pictures are as it goes through a page."""

    def __init__(self, selector: Selector) -> None:
        super().__init__()
        self.found: list[str] = []
        self.robots: list[str] = []
        self.base = ""
        self._selector = selector
        self._around: list[Element] = []
        self._end = time.monotonic() + _LONGEST_S

    def updatepos(self, i: int, j: int) -> int:
        """Goes on; html.parser comes by here after whatever it reads.

        It takes the square of a page's length where brackets are left open on purpose.
        """
        if time.monotonic() > self._end:
            raise LeftOutError(f"The page takes longer than {_LONGEST_S} seconds to read.")
        return super().updatepos(i, j)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        values = element.attributes
        if tag == "base" and not self.base:
            self.base = values.get("href", "")
        if tag == "meta" and values.get("name", "").lower() == "robots":
            self.robots.append(values.get("content", ""))
        if self._selector.picks(element, self._around):
            self.found += [values[key] for key in _ADDRESSES if values.get(key)][:1]
        if tag not in _VOID and len(self._around) < _DEEPEST:
            self._around.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def parse_html_declaration(self, i: int) -> int:
        """Reads what begins with <!; whatever browsers pass over is passed over."""
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._around) - 1, -1, -1):
            if self._around[depth].tag == tag:
                del self._around[depth:]
                return


def _clean(link: str, base: str) -> str | None:
    try:
        return clean_address(link, base)
    except LeftOutError:  # mailto: and the like
        return None


def _text(data: bytes, charset: str | None) -> str:
    if charset is None:
        said = _CHARSET.search(data[:_CHARSET_WITHIN])
        charset = said[1].decode("ascii") if said else "utf-8"
    try:
        if codecs.lookup(charset).name in _NO_CHARSETS:
            charset = "utf-8"
        return data.decode(charset, "replace")
    except (LookupError, ValueError):  # no such encoding
        return data.decode("utf-8", "replace")

"""The rule by which pictures of a page are taken: a selector, a pattern of addresses, or both."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NAME = r"[\w-]+"
_PART = re.compile(
    rf"(?P<kind>[#.])(?P<name>{_NAME})"
    rf"|\[(?P<key>{_NAME})(?:(?P<how>[\^$*]?=)(?P<quote>[\"']?)(?P<value>[^\"'\]]*)(?P=quote))?\]"
)
_TAG = re.compile(rf"\*|{_NAME}|")
_WAYS: dict[str, Callable[[str, str], bool]] = {
    "=": str.__eq__,
    "^=": str.startswith,
    "$=": str.endswith,
    "*=": str.__contains__,
}


@dataclass(frozen=True)
class Element:
    """The start of an element of a page."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Test:
    """One attribute that an element must have."""

    key: str
    how: str
    value: str

    def holds(self, element: Element) -> bool:
        got = element.attributes.get(self.key)
        if got is None or not self.how:
            return got is not None
        if self.how == "word":
            return self.value in got.split()
        return _WAYS[self.how](got, self.value)


@dataclass(frozen=True)
class _Step:
    """What one element must be: `img.big[src^="/pictures"]`."""

    tag: str
    tests: tuple[_Test, ...]

    def holds(self, element: Element) -> bool:
        return self.tag in ("*", element.tag) and all(test.holds(element) for test in self.tests)


@dataclass(frozen=True)
class Rule:
    """Which pictures of a page are taken.

    Attributes:
        select: A small part of CSS: tags, .classes, #ids, [attributes] with =, ^=, $= or *=,
            a blank for "anywhere inside", a comma for "or".
        match: A regular expression that is found in the picture's whole address; empty for any.
    """

    select: str = "img"
    match: str = ""

    def check(self) -> None:
        """Raises UserError where one of them can't be read."""
        _ = self.selector, self.pattern

    @property
    def selector(self) -> Selector:
        """The selector, ready to use."""
        return Selector(self.select)

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, ready to use."""
        try:
            return re.compile(self.match)
        except (re.error, RecursionError, OverflowError) as error:
            raise UserError(
                f"--match {self.match!r} is no regular expression ({error}): put it right."
            ) from None


class Selector:
    """Tells elements that are asked for from others."""

    def __init__(self, text: str) -> None:
        """Reads a selector.

        Raises:
            UserError: It is not of the part of CSS that is known.
        """
        self._ways = [[_read_step(word, text) for word in _words(way)] for way in text.split(",")]
        if not all(self._ways):
            raise _mistake(text, text)

    def picks(self, element: Element, around: Sequence[Element]) -> bool:
        """Returns whether an element is asked for.

        Args:
            element: The element.
            around: The elements that it is in, the outermost first.
        """
        return any(way[-1].holds(element) and _leads_to(way[:-1], around) for way in self._ways)


def _leads_to(steps: Sequence[_Step], around: Sequence[Element]) -> bool:
    """Returns whether the steps are met one inside the other."""
    rest = iter(around)
    return all(any(step.holds(element) for element in rest) for step in steps)


def _words(way: str) -> list[str]:
    """Returns the steps of one way; blanks within [] don't part them."""
    return re.findall(r"(?:\[[^\]]*\]|\S)+", way)


def _read_step(word: str, text: str) -> _Step:
    tag = _TAG.match(word)
    assert tag is not None  # it matches nothing, too
    at, tests = tag.end(), []
    while at < len(word):
        part = _PART.match(word, at)
        if part is None:
            raise _mistake(text, word[at:])
        tests.append(_read_test(part))
        at = part.end()
    return _Step(tag[0].lower() or "*", tuple(tests))


def _read_test(part: re.Match[str]) -> _Test:
    if part["kind"] == ".":
        return _Test("class", "word", part["name"])
    if part["kind"] == "#":
        return _Test("id", "=", part["name"])
    return _Test(part["key"].lower(), part["how"] or "", part["value"] or "")


def _mistake(text: str, where: str) -> UserError:
    return UserError(
        f"--select {text!r} can't be read at {where!r}: write tags, .classes, #ids and "
        "[attribute=value], with blanks for 'inside' and commas for 'or', such as "
        "'#gallery a.big, img[src*=chara]'."
    )

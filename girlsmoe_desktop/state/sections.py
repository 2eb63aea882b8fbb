"""How the gallery is divided: by when characters were made, or by whether they have a star."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from girlsmoe_desktop.store.gallery import Order

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from numpy.typing import NDArray


class Kind(Enum):
    """What the characters of a section have in common."""

    JUST_MADE = "just made"
    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    EARLIER = "earlier"
    STARRED = "starred"
    OTHERS = "others"


@dataclass(frozen=True)
class Section:
    """Rows that follow one another.

    Attributes:
        kind: What they have in common.
        start: The first row.
        count: How many there are.
    """

    kind: Kind
    start: int
    count: int


class Sections:
    """Divides characters.

    Only some of them are asked for their time: within an order by age it falls from row to row.
    """

    def __init__(
        self, made_ms: Callable[[int], int], now_s: float, just_made: Collection[int]
    ) -> None:
        """Makes a divider.

        Args:
            made_ms: Returns when the character of a number was made, since 1970.
            now_s: The time, seconds since 1970.
            just_made: The numbers of those made last in this window.
        """
        self._made_ms, self._just_made = made_ms, just_made
        midnight = (
            datetime.fromtimestamp(now_s)
            .astimezone()
            .replace(hour=0, minute=0, second=0, microsecond=0)
        )
        self._since = {
            Kind.TODAY: _ms(midnight),
            Kind.YESTERDAY: _ms(midnight - timedelta(days=1)),
            Kind.WEEK: _ms(midnight - timedelta(days=7)),
        }

    def of(
        self, numbers: NDArray[np.int64], order: Order, starred: Collection[int]
    ) -> list[Section]:
        """Returns the sections of characters in an order; none for orders that have no parts."""
        if order is Order.STARRED:
            count = int(np.isin(numbers, list(starred)).sum())
            return _sections([(Kind.STARRED, count), (Kind.OTHERS, len(numbers))])
        if order is Order.NEWEST:
            return _sections(self._by_age(numbers))
        if order is Order.OLDEST:
            ends = self._by_age(numbers[::-1])
            whole = len(numbers)
            before = [0, *(end for _, end in ends[:-1])]
            return _sections(
                [(kind, whole - start) for (kind, _), start in zip(ends, before, strict=True)][::-1]
            )
        return []

    def _by_age(self, numbers: NDArray[np.int64]) -> list[tuple[Kind, int]]:
        """Returns for each kind the row behind its last, of numbers with the newest first."""
        latest = 0
        while latest < len(numbers) and int(numbers[latest]) in self._just_made:
            latest += 1
        ends = [(Kind.JUST_MADE, latest)]
        for kind, since in self._since.items():
            row = bisect.bisect_right(numbers, -since, latest, key=self._age)
            latest = max(latest, row)
            ends.append((kind, latest))
        return [*ends, (Kind.EARLIER, len(numbers))]

    def _age(self, number: np.int64) -> int:
        return -self._made_ms(int(number))


def title(kind: Kind) -> str:
    """Returns what stands above a section."""
    translate = QCoreApplication.translate
    return {
        Kind.JUST_MADE: translate("sections", "Just made"),
        Kind.TODAY: translate("sections", "Today"),
        Kind.YESTERDAY: translate("sections", "Yesterday"),
        Kind.WEEK: translate("sections", "Last 7 days"),
        Kind.EARLIER: translate("sections", "Earlier"),
        Kind.STARRED: translate("sections", "With a star"),
        Kind.OTHERS: translate("sections", "Others"),
    }[kind]


def _sections(ends: list[tuple[Kind, int]]) -> list[Section]:
    """Returns sections of these ends, without those that are empty."""
    found, start = [], 0
    for kind, end in ends:
        if end > start:
            found.append(Section(kind, start, end - start))
            start = end
    return found


def _ms(moment: datetime) -> int:
    return round(1000 * moment.timestamp())

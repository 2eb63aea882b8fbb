"""Where equal cells lie: in rows under headings, or all in one line. Numbers only, no widgets."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple


class Cell(NamedTuple):
    """Where a cell lies, px."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Shelves:
    """Cells in rows, divided into parts that each begin a row under a heading.

    Nothing is laid out for each cell: a hundred thousand cost no more than ten.

    Attributes:
        counts: How many cells each part has; all of them positive.
        columns: Cells in a row.
        cell_width, cell_height: Of every cell, px.
        heading: Height of a heading, px; 0 for none.
    """

    counts: tuple[int, ...]
    columns: int
    cell_width: int
    cell_height: int
    heading: int = 0

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The first cell of each part."""
        return tuple(accumulate(self.counts, initial=0))[:-1]

    @cached_property
    def tops(self) -> tuple[int, ...]:
        """Where each part begins, px."""
        return self._edges[:-1]

    @property
    def height(self) -> int:
        """What all rows and headings take, px."""
        return self._edges[-1]

    @cached_property
    def _edges(self) -> tuple[int, ...]:
        heights = (
            self.heading + -(-count // self.columns) * self.cell_height for count in self.counts
        )
        return tuple(accumulate(heights, initial=0))

    @property
    def count(self) -> int:
        """How many cells there are."""
        return sum(self.counts)

    @property
    def width(self) -> int:
        """What the rows take, px."""
        return min(self.columns, max(self.counts, default=0)) * self.cell_width

    def cell(self, index: int) -> Cell:
        """Returns where a cell lies."""
        part = bisect.bisect_right(self.starts, index) - 1
        row, column = divmod(index - self.starts[part], self.columns)
        top = self.tops[part] + self.heading + row * self.cell_height
        return Cell(column * self.cell_width, top, self.cell_width, self.cell_height)

    def at(self, x: int, y: int) -> int | None:
        """Returns the cell at a point, or None where there is none."""
        column = x // self.cell_width
        if not self.counts or not 0 <= column < self.columns or not 0 <= y < self.height:
            return None
        part = bisect.bisect_right(self.tops, y) - 1
        down = y - self.tops[part] - self.heading
        place = down // self.cell_height * self.columns + column
        if down < 0 or place >= self.counts[part]:
            return None
        return int(self.starts[part] + place)

    def nearest(self, x: int, y: int) -> int | None:
        """Returns the cell at a point, or else the last one before it in reading order."""
        if not self.counts:
            return None
        y = min(max(y, 0), self.height - 1)
        column = min(max(x // self.cell_width, 0), self.columns - 1)
        part = bisect.bisect_right(self.tops, y) - 1
        row = max(y - self.tops[part] - self.heading, 0) // self.cell_height
        place = min(row * self.columns + column, self.counts[part] - 1)
        return int(self.starts[part] + place)

    def between(self, top: int, bottom: int) -> range:
        """Returns the cells that reach into a stripe, and at most a row more."""
        first, last = self.nearest(0, top), self.nearest(self.columns * self.cell_width, bottom)
        if first is None or last is None:
            return range(0)
        return range(first, last + 1)

    def beside(self, index: int, rows: int) -> int:
        """Returns the cell that lies some rows below (or above, negative), in the same column."""
        here = self.cell(index)
        part = bisect.bisect_right(self.starts, index) - 1
        y = here.top + rows * self.cell_height
        first = self.tops[part] + self.heading
        end = first + -(-self.counts[part] // self.columns) * self.cell_height
        # A heading lies between two parts: it is no row.
        if y >= end and part + 1 < len(self.counts):
            y += self.heading
        elif y < first and part > 0:
            y -= self.heading
        if y < 0 or y >= self.height:
            return index
        found = self.nearest(here.left, y)
        return index if found is None else found

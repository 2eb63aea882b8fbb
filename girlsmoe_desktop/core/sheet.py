"""Character sheets: one character, its noise kept, with every expression, colour or style."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.pictures import enlarged
from girlsmoe_desktop.core.recipe import with_option

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.controls import Control
    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.recipe import Recipe

EXPRESSIONS = "expressions"
"""Id of the axis that goes through all faces a character can make."""
_OF_THE_FACE = ("smile", "open_mouth", "blush")
_COLORS = {"hair_color": "hair", "eye_color": "eyes"}
MAX_CELLS = 400
MAX_PIXELS = 100_000_000
"""Of a whole sheet; it lies in memory, at three bytes a pixel."""
# Shares of a cell: the height of letters, and the room between the cells.
_LETTERS, _GAP = 0.10, 0.04
# Height of a line in heights of its letters.
_LINE = 1.5
_INK = np.array([43.0, 33.0, 41.0], dtype=np.float32)
_MIN_LETTERS_PX = 10


@dataclass(frozen=True)
class Variant:
    """One row or column.

    Attributes:
        words: What is special to it, in identifiers, such as ("smile", "open_mouth"); at least
            one.
        options: Control id -> option id.
    """

    words: tuple[str, ...]
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Axis:
    """What rows or columns go through.

    Attributes:
        id: A control's id, or EXPRESSIONS.
        variants: From first to last.
    """

    id: str
    variants: tuple[Variant, ...]

    @property
    def control_ids(self) -> frozenset[str]:
        """The controls that it sets."""
        return frozenset(id_ for variant in self.variants for id_, _ in variant.options)


@dataclass(frozen=True)
class Cell:
    """One picture of a sheet.

    Attributes:
        row, column: Its place, from 0.
        words: What tells it from the others, in identifiers.
        recipe: What it is painted from.
    """

    row: int
    column: int
    words: tuple[str, ...]
    recipe: Recipe

    @property
    def name(self) -> str:
        """An identifier of its own."""
        return "_".join(self.words)


@dataclass(frozen=True)
class Plan:
    """A sheet that is to be made.

    Attributes:
        rows, columns: What they go through; without rows there is one.
        cells: Row by row.
    """

    rows: Axis | None
    columns: Axis
    cells: tuple[Cell, ...]

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers of rows and columns."""
        return (len(self.rows.variants) if self.rows else 1, len(self.columns.variants))


def axes(manifest: Manifest) -> dict[str, Axis]:
    """Returns what the rows and columns of a model's sheets can go through, by id."""
    found = {control.id: _axis(control) for control in manifest.controls}
    face = [c for id_ in _OF_THE_FACE for c in manifest.controls if c.id == id_]
    if len(face) > 1:
        found = {EXPRESSIONS: _expressions(face)} | found
    return found


def plan(manifest: Manifest, recipe: Recipe, rows: str | None, columns: str) -> Plan:
    """Returns a sheet of a character.

    Args:
        manifest: Of the model that paints it.
        recipe: The character.
        rows: Id of an axis, or None for a single row.
        columns: Id of another.

    Raises:
        UserError: There is no such axis, both set the same control, or it is too large.
    """
    known = axes(manifest)
    for wanted in filter(None, (rows, columns)):
        if wanted not in known:
            raise UserError(
                "A sheet can't go through {0!r}: choose one of {1}.", wanted, ", ".join(known)
            )
    across, down = known[columns], known[rows] if rows else None
    if down is not None and down.control_ids & across.control_ids:
        raise UserError(
            "Rows and columns can't both go through {0}: choose something else for one of them.",
            ", ".join(sorted(down.control_ids & across.control_ids)),
        )
    variants = down.variants if down is not None else (Variant((), ()),)
    if len(variants) * len(across.variants) > MAX_CELLS:
        raise UserError(
            "A sheet of {0} x {1} pictures is too large: choose something with fewer options.",
            len(variants),
            len(across.variants),
        )
    cells = tuple(
        Cell(row, column, first.words + second.words, _with(manifest, recipe, first, second))
        for (row, first), (column, second) in product(
            enumerate(variants), enumerate(across.variants)
        )
    )
    return Plan(down, across, cells)


def _axis(control: Control) -> Axis:
    return Axis(
        control.id,
        tuple(Variant((_word(control, id_),), ((control.id, id_),)) for id_ in control.option_ids),
    )


def _word(control: Control, option_id: str) -> str:
    if control.kind == "switch":
        return control.id if option_id == "on" else f"no_{control.id}"
    part = _COLORS.get(control.id)
    return f"{option_id}_{part}" if part else option_id


def _expressions(face: Sequence[Control]) -> Axis:
    variants = []
    # The last control changes slowest: all mouths without blush, then with it.
    for states in product((False, True), repeat=len(face)):
        on = list(reversed(states))
        words = tuple(control.id for control, is_on in zip(face, on, strict=True) if is_on)
        options = tuple(
            (control.id, "on" if is_on else "off") for control, is_on in zip(face, on, strict=True)
        )
        variants.append(Variant(words or ("neutral",), options))
    return Axis(EXPRESSIONS, tuple(variants))


def _with(manifest: Manifest, recipe: Recipe, *variants: Variant) -> Recipe:
    for variant in variants:
        for control_id, option_id in variant.options:
            recipe = with_option(recipe, manifest.control(control_id), option_id)
    return recipe


def labelled(
    pictures: Sequence[NDArray[np.uint8]],
    shape: tuple[int, int],
    captions: tuple[Sequence[str], Sequence[str]],
    letter: Callable[[str, int, int], NDArray[np.uint8]],
    scale: int = 1,
) -> NDArray[np.uint8]:
    """Returns a sheet with captions beside its rows and above its columns, on white.

    Args:
        pictures: Row by row, each (side, side, 3).
        shape: Numbers of rows and columns.
        captions: Of the rows (none for a single row) and of the columns; they may have lines.
        letter: Draws a line: gets its words, the height of letters and the width they may take,
            px; returns how dark each pixel is, shape (h, w), 0..255.
        scale: How many times the pictures' own size.

    Raises:
        UserError: It would be too large.
    """
    side = pictures[0].shape[0] * scale
    letters_px = max(round(side * _LETTERS), _MIN_LETTERS_PX)
    gap, line_px = max(round(side * _GAP), 2), round(_LINE * letters_px)
    top = gap + line_px * max(words.count("\n") + 1 for words in captions[1])
    left = (side if captions[0] else 0) + gap
    height, width = top + shape[0] * (side + gap), left + shape[1] * (side + gap)
    if height * width > MAX_PIXELS:
        raise UserError(
            "A sheet of {0}x{1} px is too large for one picture: choose a smaller size.",
            width,
            height,
        )

    def written(words: str) -> list[NDArray[np.uint8]]:
        return [letter(line, letters_px, side - gap) for line in words.split("\n")]

    sheet = np.full((height, width, 3), 255, dtype=np.uint8)
    rows = [top + row * (side + gap) for row in range(shape[0])]
    columns = [left + column * (side + gap) for column in range(shape[1])]
    for index, picture in enumerate(pictures):
        row, column = divmod(index, shape[1])
        place = sheet[rows[row] :, columns[column] :]
        place[:side, :side] = enlarged(picture, scale)
    for x, words in zip(columns, captions[1], strict=True):
        _write(sheet[:top, x : x + side], written(words), line_px)
    for y, words in zip(rows, captions[0], strict=False):
        _write(sheet[y : y + side, gap : left - gap], written(words), line_px)
    return sheet


def _write(area: NDArray[np.uint8], lines: list[NDArray[np.uint8]], line_px: int) -> None:
    """Writes lines into the middle of an area."""
    above = (area.shape[0] - line_px * len(lines)) // 2
    for number, darkness in enumerate(lines):
        height, width = min(darkness.shape[0], line_px), min(darkness.shape[1], area.shape[1])
        top = max(above + number * line_px, 0) + (line_px - height) // 2
        left = (area.shape[1] - width) // 2
        place = area[top : top + height, left : left + width]
        share = darkness[: place.shape[0], : place.shape[1], None].astype(np.float32) / 255.0
        place[:] = np.rint(place + share * (_INK - place)).astype(np.uint8)

"""Contact sheets of portraits: a look at many at once, with every row named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from girlsmoe_desktop.core.attributes import DETAILS, EYE_COLORS, HAIR_COLORS, HAIR_STYLES, LABELS
from trainer.portraits.law import DRAWING, HAIR_STYLE_LAW
from trainer.portraits.mixing import PARTS, swapped_spec
from trainer.portraits.render import render
from trainer.portraits.spec import sample_spec

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.portraits.law import DrawingLaw
    from trainer.portraits.model import PortraitSpec

SHEETS = ("random", "attributes", "parts")
_SIDE = 6
_CHARACTERS = 2
"""Characters that show each attribute."""
_VARIANTS = 7
"""Portraits that lend a part."""
_TEXT = 0.10
"""Height of a text in tiles, 9 pixels at least."""


@dataclass(frozen=True)
class Tile:
    """One portrait of a sheet and the words under it."""

    spec: PortraitSpec
    caption: str


@dataclass(frozen=True)
class Row:
    """A row of portraits with its name."""

    name: str
    tiles: tuple[Tile, ...]


def sheet_rows(kind: str, seed: int, law: DrawingLaw = DRAWING) -> list[Row]:
    """Returns the rows of a sheet.

    Args:
        kind: "random" (6 x 6 portraits of the seed), "attributes" (every value of every attribute
            on the same character) or "parts" (the same character with one part, a part a row,
            from other portraits of the seed).
        seed: Seed of the portraits.
        law: How the labels that the sheet leaves open are drawn.
    """
    if kind == "random":
        return _random_rows(seed, law)
    return _attribute_rows(seed, law) if kind == "attributes" else _part_rows(seed, law)


def _random_rows(seed: int, law: DrawingLaw) -> list[Row]:
    return [
        Row(
            "",
            tuple(
                Tile(sample_spec(seed, index, law=law), str(index))
                for index in range(row * _SIDE, (row + 1) * _SIDE)
            ),
        )
        for row in range(_SIDE)
    ]


def _attribute_rows(seed: int, law: DrawingLaw) -> list[Row]:
    """Returns a row for each attribute and character; what is not shown is as on the others."""
    plain = dict.fromkeys(DETAILS, False)
    values: dict[str, list[tuple[str, dict[str, bool]]]] = {
        "hair colour": [(color, {f"{color}_hair": True}) for color in HAIR_COLORS],
        "hair style": [_style_wish(styles) for styles, share in HAIR_STYLE_LAW if share > 0],
        "details": [
            ("none", plain),
            *((name, {**plain, name: True}) for name in DETAILS),
            ("all", dict.fromkeys(DETAILS, True)),
        ],
        "eye colour": [(color, {f"{color}_eyes": True}) for color in EYE_COLORS],
    }
    return [
        Row(
            name,
            tuple(
                Tile(sample_spec(seed, index, {**plain, **wish}, law), caption)
                for caption, wish in wishes
            ),
        )
        for name, wishes in values.items()
        for index in range(_CHARACTERS)
    ]


def _style_wish(styles: frozenset[str]) -> tuple[str, dict[str, bool]]:
    """Returns a hairstyle's caption and its wish."""
    short = [name.removesuffix("_hair") for name in LABELS if name in styles]
    return " ".join(short) or "medium", {name: name in styles for name in HAIR_STYLES}


def _part_rows(seed: int, law: DrawingLaw) -> list[Row]:
    """Returns a row for each part: the character as it is, then with the part of others."""
    return [
        Row(
            part,
            (
                Tile(sample_spec(seed, 0, law=law), "0"),
                *(
                    Tile(swapped_spec(seed, 0, part, other, law=law), f"{part} of {other}")
                    for other in range(1, _VARIANTS + 1)
                ),
            ),
        )
        for part in PARTS
    ]


def draw_sheet(
    rows: list[Row], size: int, on_progress: Callable[[int], None] | None = None
) -> Image.Image:
    """Returns the rows as a picture, white where a row is shorter than the longest.

    Args:
        rows: See `sheet_rows`.
        size: Side of a tile in pixels, 64..1024.
        on_progress: Called with the number of portraits that are done.
    """
    width, height = sheet_size(rows, size)
    font = ImageFont.load_default(_text_height(size))
    line, margin = _line_height(size), _margin(rows, size)
    sheet = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(sheet)
    done = 0
    for number, row in enumerate(rows):
        top = number * (size + line)
        draw.text((line // 3, top + size // 2), row.name, "black", font, anchor="lm")
        for column, tile in enumerate(row.tiles):
            left = margin + column * size
            sheet.paste(Image.fromarray(render(tile.spec, size)), (left, top))
            middle = (left + size // 2, top + size + line // 2)
            draw.text(middle, tile.caption, "dimgray", font, anchor="mm")
            done += 1
            if on_progress is not None:
                on_progress(done)
    return sheet


def sheet_size(rows: list[Row], size: int) -> tuple[int, int]:
    """Returns the width and height in pixels of a sheet with tiles of a size."""
    width = _margin(rows, size) + size * max(len(row.tiles) for row in rows)
    return width, len(rows) * (size + _line_height(size))


def _text_height(size: int) -> int:
    return max(9, round(size * _TEXT))


def _line_height(size: int) -> int:
    return round(_text_height(size) * 1.5)


def _margin(rows: list[Row], size: int) -> int:
    """Returns the width of the rows' names."""
    return (
        round(_text_height(size) * 0.62 * max(len(row.name) + 1 for row in rows))
        if any(row.name for row in rows)
        else 0
    )

"""Atlases: a sheet's pictures in one file, and where each lies, for game engines to read.

A folder holds the picture, its places as JSON, a script for Ren'Py and a texture a cell for Godot.
Put the whole folder into Ren'Py's `game` folder, or anywhere in a Godot project.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import numpy as np

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.files import write_folder
from girlsmoe_desktop.core.pictures import (
    MAX_SIDE_PX,
    SOFTWARE,
    contact_sheet,
    enlarged,
    png_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.sheet import Cell

Rect = tuple[int, int, int, int]
PICTURE, PLACES, SCRIPT = "atlas.png", "atlas.json", "images.rpy"
"""Names in the folder."""
_EDGE_PX = 1
"""Engines that scale a picture mix in what lies beyond a cell: there they find its edge again."""


def write_atlas(
    folder: Path,
    tag: str,
    cells: Sequence[Cell],
    pictures: Sequence[NDArray[np.uint8]],
    scale: int = 1,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Writes an atlas, whole or not at all.

    Args:
        folder: Its name; not there yet, or empty.
        tag: What the character is called in scripts.
        cells: Of the sheet, row by row.
        pictures: Of the cells, each (side, side, 3).
        scale: How many times the pictures' own size.
        texts: What the picture carries.

    Raises:
        UserError: It would be too large, or can't be written.
    """
    columns = 1 + max(cell.column for cell in cells)
    rows = 1 + max(cell.row for cell in cells)
    side = pictures[0].shape[0] * scale
    step = side + 2 * _EDGE_PX
    size = (columns * step, rows * step)
    if max(size) > MAX_SIDE_PX:
        raise UserError(
            "An atlas of {0}x{1} px is too large for graphics cards: choose a smaller size.", *size
        )
    named, worded = {}, {}
    for cell in cells:
        place = (cell.column * step + _EDGE_PX, cell.row * step + _EDGE_PX, side, side)
        named[cell.name], worded[cell.words] = place, place
    sheet = contact_sheet([_edged(enlarged(picture, scale)) for picture in pictures], columns)

    def fill(target: Path) -> None:
        (target / PICTURE).write_bytes(png_bytes(sheet, texts or {}))
        (target / PLACES).write_text(places_text(named, size, scale), encoding="utf-8")
        script = renpy_text(identifier(tag), worded, folder.name)
        (target / SCRIPT).write_text(script, encoding="utf-8")
        for name, place in named.items():
            (target / f"{name}.tres").write_text(godot_text(place), encoding="utf-8")

    write_folder(folder, fill)


def _edged(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Returns a picture with its edge repeated."""
    return np.pad(picture, ((_EDGE_PX, _EDGE_PX), (_EDGE_PX, _EDGE_PX), (0, 0)), mode="edge")


def identifier(text: str) -> str:
    """Returns a text as a name that scripts can use: small ASCII letters, digits, underscores."""
    name = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
    if not name:
        return "character"
    return name if name[0].isalpha() else f"c_{name}"


def places_text(places: Mapping[str, Rect], size: tuple[int, int], scale: int) -> str:
    """Returns the places as JSON, in the widespread form of TexturePacker's hash.

    Args:
        places: Name -> x, y, width, height, px.
        size: Width and height of the picture, px.
        scale: How many times the model's own size.
    """
    width, height = size

    def frame(place: Rect) -> dict[str, Any]:
        x, y, w, h = place
        return {
            "frame": {"x": x, "y": y, "w": w, "h": h},
            "rotated": False,
            "trimmed": False,
            "spriteSourceSize": {"x": 0, "y": 0, "w": w, "h": h},
            "sourceSize": {"w": w, "h": h},
        }

    data = {
        "frames": {name: frame(place) for name, place in places.items()},
        "meta": {
            "app": SOFTWARE,
            "version": "1.0",
            "image": PICTURE,
            "format": "RGB888",
            "size": {"w": width, "h": height},
            "scale": str(scale),
        },
    }
    return json.dumps(data, indent=1)


def renpy_text(tag: str, places: Mapping[tuple[str, ...], Rect], folder: str) -> str:
    """Returns a Ren'Py script that defines an image for each cell; the tag alone is the first.

    Args:
        tag: Of the images.
        places: Attributes -> x, y, width, height, px.
        folder: Name of the folder in the game's own, which must not be changed afterwards.
    """
    # In the names of pictures, brackets stand for variables unless they are doubled.
    path = f"{folder}/{PICTURE}".replace("\\", "\\\\").replace('"', '\\"').replace("[", "[[")
    first = next(iter(places.values()))
    named = {tag: first} | {f"{tag} {' '.join(words)}": at for words, at in places.items()}
    return "\n".join(
        [
            "# Put this folder into the folder `game` of your project, under this very name.",
            f"# In your script: show {list(named)[-1]}",
            *(f'image {name} = Crop({place}, "{path}")' for name, place in named.items()),
            "",
        ]
    )


def godot_text(place: Rect) -> str:
    """Returns an AtlasTexture of Godot 4 in its text format; its picture lies beside it.

    Args:
        place: x, y, width, height, px.
    """
    numbers = ", ".join(map(str, place))
    return (
        '[gd_resource type="AtlasTexture" load_steps=2 format=3]\n\n'
        f'[ext_resource type="Texture2D" path="{PICTURE}" id="1"]\n\n'
        f'[resource]\natlas = ExtResource("1")\nregion = Rect2({numbers})\n'
    )

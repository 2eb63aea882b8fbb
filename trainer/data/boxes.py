"""Boxes of faces: which of them are one face, and the square that is cut out round each."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_SAME_IOU = 0.3
_SAME_INSIDE = 0.6
"""Share of the smaller box within the other from which they are taken for one face."""


class Box(NamedTuple):
    """A rectangle of a picture, in pixels from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


class Found(NamedTuple):
    """A face that a detector saw; more neighbouring sights of it make it surer."""

    box: Box
    neighbours: int


class Square(NamedTuple):
    """A square of a picture; parts of it may lie outside."""

    x: int
    y: int
    side: int


def shared(one: Box, other: Box) -> int:
    """Returns how many pixels two boxes share."""
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(0, width) * max(0, height)


def iou(one: Box, other: Box) -> float:
    """Returns what two boxes share, as a share of what they cover together."""
    both = shared(one, other)
    return both / max(1, one.width * one.height + other.width * other.height - both)


def without_doubles(found: Sequence[Found]) -> list[Found]:
    """Returns the surest of faces that overlap, from left to right."""
    kept: list[Found] = []
    for face in sorted(found, key=lambda f: (-f.neighbours, -f.box.width, f.box)):
        if not any(_are_one(face.box, other.box) for other in kept):
            kept.append(face)
    return sorted(kept, key=lambda f: f.box)


def _are_one(one: Box, other: Box) -> bool:
    smaller = min(one.width * one.height, other.width * other.height)
    return iou(one, other) > _SAME_IOU or shared(one, other) > _SAME_INSIDE * smaller


def smallest_box(crop_side: int, zoom: float) -> int:
    """Returns the side of the smallest box that, zoomed out, gives a crop of a side."""
    return math.ceil(round(crop_side / zoom, 6))


def zoomed_out(box: Box, zoom: float) -> Square:
    """Returns the square of `zoom` times a box's larger side about its centre."""
    side = round(max(box.width, box.height) * zoom)
    x = round(box.x + (box.width - side) / 2)
    return Square(x, round(box.y + (box.height - side) / 2), side)


def shifted_inside(square: Square, width: int, height: int) -> Square:
    """Returns a square moved, and if need be shrunk, into a picture of a size."""
    side = min(square.side, width, height)
    x = square.x + (square.side - side) // 2
    y = square.y + (square.side - side) // 2
    return Square(min(max(x, 0), width - side), min(max(y, 0), height - side), side)


def cut(pixels: NDArray[np.uint8], square: Square) -> NDArray[np.uint8]:
    """Returns a square of a picture (H, W, 3); what lies outside is white."""
    height, width = pixels.shape[:2]
    crop = np.full((square.side, square.side, 3), 255, np.uint8)
    left, top = max(0, square.x), max(0, square.y)
    right, bottom = min(width, square.x + square.side), min(height, square.y + square.side)
    if left < right and top < bottom:
        rows = slice(top - square.y, bottom - square.y)
        crop[rows, left - square.x : right - square.x] = pixels[top:bottom, left:right]
    return crop

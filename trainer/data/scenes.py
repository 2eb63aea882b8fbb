"""Composes pictures of drawn people before busy backgrounds, to measure how faces are found.

It is known where every face is: in the table of the folder each scene's row has "faces".
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import io
import math
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer.data.backdrop import draw_backdrop
from trainer.data.boxes import Box, shared
from trainer.data.records import Records
from trainer.portraits.canvas import CANVAS
from trainer.portraits.head import Head
from trainer.portraits.processes import ordered_results
from trainer.portraits.render import render_cutout
from trainer.portraits.spec import labels_of, sample_spec
from trainer.portraits.streams import chance, pick, stream
from trainer.runs import write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.data.records import Row
    from trainer.portraits.model import PortraitSpec

    Pixels = NDArray[np.uint8]
    Rng = np.random.Generator

MOST_SCENES = 100_000
# What a scene shows -> how often. "none" has nobody in it.
KINDS = {"one": 0.3, "several": 0.25, "overlapping": 0.15, "small": 0.15, "none": 0.15}
_WIDTHS, _HEIGHTS = (600, 1000), (800, 1400)
_QUALITY = 92
_MOST_TURN = 20.0
_TORSO = 0.6
"""How far clothes go on below a portrait, as a share of its side."""
_MARGIN = 0.45
"""Room round a portrait to turn it in, as a share of its side."""
_FACE_SIDE, _FACE_MIDDLE = 1.70, -0.32
"""Side and height of the square round a face, in head units: from the fringe to below the chin.
What a face's box is, is a convention: this is lbpcascade_animeface's, its median on scenes."""
_HIDDEN_FROM = 0.3
"""Share of a face's square that others cover from which nobody is expected to find it."""
_FIGURES_EACH = 8
"""Portrait numbers set aside for each scene."""


@dataclass(frozen=True)
class TrueFace:
    """A face that is in a scene.

    Attributes:
        box: Where, (x, y, width, height) in pixels.
        turn: Degrees by which the figure was turned.
        labels: Names of the labels that its portrait has.
        hidden: Whether others cover much of it.
    """

    box: Box
    turn: float
    labels: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True)
class Scene:
    """A picture (H, W, 3) and the faces in it; kind is one of `KINDS`."""

    pixels: Pixels
    kind: str
    faces: tuple[TrueFace, ...]


@dataclass(frozen=True)
class _Figure:
    """A turned portrait: premultiplied colours, opacity 0..1, where its face is, what it has."""

    colors: NDArray[np.float32]
    opacity: NDArray[np.float32]
    box: Box
    turn: float
    labels: tuple[str, ...]


def draw_scenes(
    count: int,
    seed: int,
    out: Path,
    workers: int,
    on_progress: Callable[[int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> int:
    """Draws scenes into a folder that those already there are kept in; returns how many it holds.

    Raises:
        UserError: The folder holds scenes of another seed.
    """
    with Records(out) as records:
        _check_seed(records.rows, seed, out)
        left = [index for index in range(count) if _name(index) not in records]
        done = count - len(left)
        if not left:
            return done
        with ordered_results(functools.partial(_draw_one, seed, out), left, workers) as rows:
            for row in rows:
                records.keep(row.pop("id"), row)
                done += 1
                if on_progress is not None:
                    on_progress(done)
                if should_stop is not None and should_stop():
                    break
    return done


def _check_seed(rows: dict[str, Row], seed: int, out: Path) -> None:
    if any(row.get("seed") != seed for row in rows.values()):
        raise UserError(f"{out} holds pictures other than scenes of seed {seed}: choose another.")


def _name(index: int) -> str:
    return f"{index:06d}"


def _draw_one(seed: int, out: Path, index: int) -> Row:
    scene = compose(seed, index)
    buffer = io.BytesIO()
    Image.fromarray(scene.pixels).save(buffer, "JPEG", quality=_QUALITY)
    file = f"{_name(index)}.jpg"
    data = buffer.getvalue()
    write_bytes(out / file, data)
    faces = [asdict(face) for face in scene.faces]
    # By its hash a collected scene is known.
    about = {"file": file, "sha256": hashlib.sha256(data).hexdigest(), "seed": seed}
    return {"id": _name(index), **about, "kind": scene.kind, "faces": faces}


def compose(seed: int, index: int) -> Scene:
    """Returns a scene; the same seed and index give the same one."""
    rng = stream(seed, index, "scene")
    width, height = (int(rng.integers(*sides)) for sides in (_WIDTHS, _HEIGHTS))
    kind = pick(rng, KINDS)
    canvas = draw_backdrop(width, height, rng)
    faces: list[TrueFace] = []
    for number, side in enumerate(_sides(kind, rng)):
        figure = _figure(seed, index * _FIGURES_EACH + number, side, rng)
        place = _place(figure, (width, height), faces, kind, rng)
        if place is None:
            continue
        _paste(canvas, figure, *place)
        faces = [_covered_by(face, figure, *place) for face in faces]
        box = _moved(figure.box, *place)
        faces.append(TrueFace(box, round(figure.turn, 1), figure.labels))
    return Scene((canvas + 0.5).astype(np.uint8), kind, tuple(faces))


def _sides(kind: str, rng: Rng) -> list[int]:
    """Returns the sides of the portraits in a scene, in pixels."""
    if kind == "none":
        return []
    least, most, low, high = {
        "one": (1, 1, 260, 520),
        "several": (2, 4, 200, 400),
        "overlapping": (2, 2, 260, 420),
        "small": (2, 5, 130, 220),
    }[kind]
    return [int(rng.integers(low, high)) for _ in range(rng.integers(least, most + 1))]


def _figure(seed: int, number: int, side: int, rng: Rng) -> _Figure:
    spec = sample_spec(seed, number)
    pixels, opacity = render_cutout(spec, side)
    share = opacity.astype(np.float32)[..., None] / 255
    colors = np.clip(pixels.astype(np.float32) - 255 * (1 - share), 0, 255)
    turn = float(rng.normal(0, 7)) if chance(rng, 0.7) else 0.0
    turn = min(max(turn, -_MOST_TURN), _MOST_TURN)
    margin, torso = round(_MARGIN * side), round(_TORSO * side)
    around = ((margin, margin), (margin, margin), (0, 0))
    parts = (colors.astype(np.float32), share.astype(np.float32))
    grown = [np.pad(_with_torso(part, torso), around) for part in parts]
    turned = [_turned(part, turn) for part in grown]
    height, width = turned[0].shape[:2]
    middle, face_side = _face_square(spec, side)
    x, y = _turned_point(middle[0] + margin, middle[1] + margin, turn, width / 2, height / 2)
    box = Box(round(x - face_side / 2), round(y - face_side / 2), face_side, face_side)
    labels = tuple(label for label, on in labels_of(spec).items() if on)
    return _Figure(turned[0], turned[1], box, turn, labels)


def _face_square(spec: PortraitSpec, side: int) -> tuple[tuple[float, float], int]:
    """Returns middle and side of the square round a portrait's face, in pixels."""
    head = Head(spec.pose, spec.shape)
    x, y = head.place(0.0, _FACE_MIDDLE, 0.45)
    unit = side / CANVAS
    return (float(x) * unit, float(y) * unit), round(_FACE_SIDE * head.scale * unit)


def _with_torso(part: NDArray[np.float32], rows: int) -> NDArray[np.float32]:
    """Returns a portrait whose lowest row goes on downward, so that nobody is cut off there."""
    return np.concatenate([part, np.repeat(part[-1:], rows, axis=0)])


def _turned(part: NDArray[np.float32], degrees: float) -> NDArray[np.float32]:
    """Returns a picture (H, W, n) turned clockwise about its middle."""
    planes = [
        Image.fromarray(part[..., plane]).rotate(-degrees, Image.Resampling.BILINEAR)
        for plane in range(part.shape[2])
    ]
    return np.stack([np.asarray(plane) for plane in planes], axis=2)


def _turned_point(
    x: float, y: float, degrees: float, middle_x: float, middle_y: float
) -> tuple[float, float]:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    right, down = x - middle_x, y - middle_y
    return middle_x + cos * right - sin * down, middle_y + sin * right + cos * down


def _place(
    figure: _Figure, size: tuple[int, int], others: list[TrueFace], kind: str, rng: Rng
) -> tuple[int, int] | None:
    """Returns where the figure's corner goes so that its face is seen; None if it has no room."""
    box, (width, height) = figure.box, size
    for _ in range(30):
        x = int(rng.integers(0, max(1, width - box.width)))
        y = int(rng.integers(0, max(1, height - box.height)))
        if kind == "overlapping" and others:
            first = others[0].box
            x = int(first.x + first.width * rng.uniform(0.4, 1.3) * rng.choice((-1, 1)))
            y = int(first.y + first.height * rng.uniform(-0.4, 0.6))
        there = Box(x, y, box.width, box.height)
        inside = 0 <= x <= width - box.width and 0 <= y <= height - box.height
        free = kind == "overlapping" or all(shared(there, o.box) == 0 for o in others)
        if inside and free:
            return x - box.x, y - box.y
    return None


def _moved(box: Box, x: int, y: int) -> Box:
    return Box(box.x + x, box.y + y, box.width, box.height)


def _covered_by(face: TrueFace, figure: _Figure, x: int, y: int) -> TrueFace:
    """Returns a face after a figure was painted over it, whose corner is at x, y."""
    left, top, width, height = face.box.x - x, face.box.y - y, face.box.width, face.box.height
    part = figure.opacity[max(0, top) : max(0, top + height), max(0, left) : max(0, left + width)]
    share = float(part.sum()) / (width * height)
    return dataclasses.replace(face, hidden=face.hidden or share > _HIDDEN_FROM)


def _paste(canvas: NDArray[np.float32], figure: _Figure, x: int, y: int) -> None:
    """Paints a figure over a canvas (H, W, 3), cut at its edges."""
    height, width = canvas.shape[:2]
    tall, wide = figure.opacity.shape[:2]
    left, top, right, bottom = max(0, x), max(0, y), min(width, x + wide), min(height, y + tall)
    part = canvas[top:bottom, left:right]
    rows, columns = slice(top - y, bottom - y), slice(left - x, right - x)
    part *= 1 - figure.opacity[rows, columns]
    part += figure.colors[rows, columns]
    np.clip(part, 0, 255, out=part)

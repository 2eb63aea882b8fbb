"""Noise pictures and option files of the authors' web site, make.girls.moe, in and out.

The options file is JSON: for each control `{"random": ..., "value": ...}`, where a value is +1 (on)
or -1 (off) for a switch, and a list of them for a choice, in the order of the paper's labels.
"noise" holds pairs (u, v) of uniform numbers, z = sqrt(-2 ln u) cos(2 pi v). The noise picture has
a pixel a component: u = 1 - blue / 256, v = 1 - green / 256, which loses a little of it.

Source: facts of the site's formats; Box and Muller 1958.
"""

from __future__ import annotations

import json
import math
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, UnidentifiedImageError

from girlsmoe_desktop.core import attributes
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.recipe import MAX_STRENGTH, Recipe

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.manifest import Manifest

OPTIONS_NAME = "MakeGirlsMoe-Options.json"
NOISE_ROWS = 34
MAX_BYTES = 1 << 20
_CHOICES: dict[str, tuple[str, ...]] = {
    "hair_color": tuple(f"{color}_hair" for color in attributes.HAIR_COLORS),
    "hair_style": attributes.HAIR_STYLES,
    "eye_color": tuple(f"{color}_eyes" for color in attributes.EYE_COLORS),
}
_RED, _ALPHA = 255, 254


def options_text(recipe: Recipe) -> str:
    """Returns a character as the text of an options file; nothing of it is left to chance.

    Raises:
        UserError: The character's labels are not the paper's.
    """
    if set(recipe.strengths) != set(attributes.LABELS):
        raise UserError(
            "make.girls.moe knows the paper's 34 attributes only; this model has others."
        )
    signed = {label: 2.0 * value - 1.0 for label, value in recipe.strengths.items()}
    data: dict[str, Any] = {
        key: {"random": False, "value": [signed[label] for label in labels]}
        for key, labels in _CHOICES.items()
    }
    data |= {key: {"random": False, "value": signed[key]} for key in attributes.DETAILS}
    data["noise"] = {"random": False, "value": [_pair(float(value)) for value in recipe.latent]}
    return json.dumps(data)


def recipe_of_options(text: str, manifest: Manifest, noise: NDArray[np.float32]) -> Recipe:
    """Returns the character that an options file describes, for a model of ours.

    Args:
        text: Of the file.
        manifest: Of the model; its labels are the paper's.
        noise: Shape (z_dim,), for a file without noise of that length.

    Raises:
        UserError: It is no such file, or the model's labels are others.
    """
    if set(manifest.labels) != set(attributes.LABELS):
        raise UserError(
            "make.girls.moe knows the paper's 34 attributes only; {0} has others.", manifest.id
        )
    try:
        if len(text) > MAX_BYTES:
            raise ValueError(f"it is longer than {MAX_BYTES} bytes")
        data = json.loads(text)
        strengths = _strengths(data)
        z = _noise(data.get("noise"), manifest.z_dim)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise UserError(
            "This is no options file of make.girls.moe ({0}): export it there once more.", error
        ) from error
    ordered = {label: strengths[label] for label in manifest.labels}
    return Recipe(manifest.id, manifest.sha256, noise if z is None else z, ordered)


def noise_picture(z: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Returns noise, shape (z_dim,), as a noise picture, shape (34, z_dim, 4), RGBA.

    Of all pairs that a pixel can hold, each component takes the nearest.
    """
    values, greens, blues = _codes()
    right = np.searchsorted(values, z.astype(np.float64)).clip(1, values.size - 1)
    nearer = np.where(z - values[right - 1] < values[right] - z, right - 1, right)
    row = np.stack(
        [
            np.full(z.size, _RED),
            greens[nearer],
            blues[nearer],
            np.full(z.size, _ALPHA),
        ],
        axis=-1,
    ).astype(np.uint8)
    return np.repeat(row[None], NOISE_ROWS, axis=0)


def noise_of_picture(path: Path, z_dim: int) -> NDArray[np.float32]:
    """Returns the noise, shape (z_dim,), of a noise picture.

    Raises:
        UserError: It can't be read, or is no noise picture of that length.
    """
    try:
        with Image.open(path, formats=["PNG"]) as image:
            if image.size != (z_dim, NOISE_ROWS):
                raise UserError(
                    "{0} is {1}x{2} px, a noise picture for this model is {3}x{4}: choose another.",
                    path,
                    image.width,
                    image.height,
                    z_dim,
                    NOISE_ROWS,
                )
            row = np.asarray(image.convert("RGBA"))[0]
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError) as error:
        raise UserError("{0} can't be read as a noise picture ({1}).", path, error) from error
    u = 1.0 - row[:, 2] / 256.0
    v = 1.0 - row[:, 1] / 256.0
    return np.asarray(np.sqrt(-2.0 * np.log(u)) * np.cos(2.0 * np.pi * v), dtype=np.float32)


@cache
def _codes() -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """Returns all values that a pixel can hold, in order, and their green and blue."""
    green, blue = (side.ravel() for side in np.meshgrid(np.arange(256), np.arange(256)))
    u, v = 1.0 - blue / 256.0, 1.0 - green / 256.0
    values = np.sqrt(-2.0 * np.log(u)) * np.cos(2.0 * np.pi * v)
    order = np.argsort(values, kind="stable")
    return values[order], green[order], blue[order]


def _pair(value: float) -> tuple[float, float]:
    """Returns u and v that make a value: exactly, up to rounding."""
    return math.exp(-0.5 * value * value), 0.0 if value >= 0 else 0.5


def _strengths(data: dict[str, Any]) -> dict[str, float]:
    signed: dict[str, float] = {}
    for key, labels in _CHOICES.items():
        values = data[key]["value"]
        if len(values) != len(labels):
            raise ValueError(f"{key} has {len(values)} values instead of {len(labels)}")
        signed |= {label: float(value) for label, value in zip(labels, values, strict=True)}
    signed |= {key: float(data[key]["value"]) for key in attributes.DETAILS}
    if not all(math.isfinite(v) and abs(v) <= MAX_STRENGTH for v in signed.values()):
        raise ValueError("its values must be finite numbers")
    return {label: (value + 1.0) / 2.0 for label, value in signed.items()}


def _noise(entry: dict[str, Any] | None, z_dim: int) -> NDArray[np.float32] | None:
    values = entry["value"] if entry else None
    if not values or len(values) != z_dim:
        return None
    pairs = np.asarray(values, dtype=np.float64)
    if pairs.ndim == 2 and pairs.shape[1] == 2:
        u, v = pairs[:, 0], pairs[:, 1]
        if not ((u > 0) & (u <= 1) & np.isfinite(v)).all():
            raise ValueError("its noise must be pairs of numbers from 0 to 1")
        pairs = np.sqrt(-2.0 * np.log(u)) * np.cos(2.0 * np.pi * v)
    if pairs.shape != (z_dim,) or not np.isfinite(pairs).all():
        raise ValueError("its noise must be finite numbers")
    return pairs.astype(np.float32)

"""The line round the silhouette of a layer of hair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from trainer.portraits.colors import Floats


def add_outline(
    pixels: NDArray[np.uint8],
    color: Floats,
    strength: float,
    reach: float,
    clear: NDArray[np.uint8] | None = None,
) -> None:
    """Draws a line round what is painted, in place and below it.

    Lines thinner than a pixel come out as faint ones, which no dilation by whole pixels gives.

    Args:
        pixels: Premultiplied colours with opacity (h, w, 4).
        color: Colour of the line (3,), each 0..1.
        strength: Opacity of the line, 0..1.
        reach: Width of the line in pixels, above 0.
        clear: Mask (h, w) that is 255 where no line may lie, 0 elsewhere.
    """
    alpha = np.ascontiguousarray(pixels[..., 3])
    grown = alpha.astype(np.float32)
    whole = alpha
    while reach > 0:
        whole = _spread(whole)
        step = np.float32(min(reach, 1.0))
        grown += step * (whole - grown)
        reach -= 1.0
    line = grown * (255 - alpha) * np.float32(strength / 255)
    if clear is not None:
        line *= (255 - clear) * np.float32(1 / 255)
    # Channel by channel: arrays whose last axis is short are slow to work on.
    for channel, share in enumerate((*color, 1.0)):
        room = 255 - pixels[..., channel]
        pixels[..., channel] += np.minimum((line * np.float32(share)).astype(np.uint8), room)


def _spread(alpha: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Returns opacity spread by a pixel: soft, so that lone strands get no dots beside them."""
    padded = np.pad(alpha, 1, mode="edge").astype(np.uint16)
    around = padded[2:, 1:-1] + padded[:-2, 1:-1] + padded[1:-1, 2:] + padded[1:-1, :-2]
    return np.asarray(np.maximum(np.minimum(around * 2 // 5, 255), alpha), dtype=np.uint8)

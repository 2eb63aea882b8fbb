"""What two characters have in common and what not: labels, noise, pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from girlsmoe_desktop.core.recipe import Recipe

# A change of less than this of 255 is not seen: it counts as none.
SEEN = 8
# What is shown as the strongest difference: few pictures differ by more.
STRONG = 96.0


@dataclass(frozen=True)
class LabelChange:
    """A label that two characters have in different strength; 0 is off, 1 is on."""

    label: str
    before: float
    after: float


def label_changes(before: Recipe, after: Recipe) -> list[LabelChange]:
    """Returns the labels that both have and that differ, in the order of the first's model."""
    return [
        LabelChange(label, value, after.strengths[label])
        for label, value in before.strengths.items()
        if label in after.strengths and after.strengths[label] != value
    ]


def noise_turn(before: Recipe, after: Recipe) -> float | None:
    """Returns how far noise was turned from another; None where they are of different kinds.

    0 is not at all, 1 is to something unrelated, as by `latent.perturbed`.
    """
    if before.z.shape != after.z.shape:
        return None
    one, other = before.z.astype(np.float64), after.z.astype(np.float64)
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    cosine = float(np.clip(one @ other / lengths, -1.0, 1.0)) if lengths else 0.0
    return math.sqrt(max(1.0 - cosine * cosine, 0.0)) if cosine > 0 else 1.0


def pixel_difference(before: NDArray[np.uint8], after: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Returns how much each pixel changed, shape (H, W), 0..1; the largest of its channels.

    Args:
        before: A picture, shape (h, w, 3); brought to the size of the other if need be.
        after: Another, shape (H, W, 3).
    """
    if before.shape != after.shape:
        height, width = after.shape[:2]
        resized = Image.fromarray(before).resize((width, height), Image.Resampling.LANCZOS)
        before = np.asarray(resized)
    largest = np.abs(before.astype(np.int16) - after.astype(np.int16)).max(axis=2)
    seen = np.where(largest < SEEN, 0, largest)
    return np.clip(seen / STRONG, 0.0, 1.0).astype(np.float32)


def changed_share(difference: NDArray[np.float32]) -> float:
    """Returns the share of pixels (0..1) that differ by what can be seen."""
    return float((difference > 0.0).mean())

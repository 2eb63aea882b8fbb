"""Builds the layers of a hairstyle and settles them on a posed head."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.hair.behind import add_back, add_cap, add_falls
from trainer.portraits.hair.flow import press_under_hat, settle
from trainer.portraits.hair.fringe import add_fringe
from trainer.portraits.hair.loose import (
    add_cowlicks,
    add_flicks,
    add_streamers,
    add_tufts,
    add_wisps,
)
from trainer.portraits.hair.sheet import HairLayers, Layer
from trainer.portraits.hair.sides import add_locks, add_sides
from trainer.portraits.hair.tails import add_tail

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.portraits.head import Head
    from trainer.portraits.model import Hair

    Streams = Callable[[str], np.random.Generator]

_TURNED = 0.14
"""From this yaw on (radians) temple hair vanishes behind the far cheek."""
_FAR = -0.22
"""Depth (head units) behind which temple hair is hidden by the cheek."""


def build_hair(
    head: Head, hair: Hair, eye_top: float, hatted: bool, streams: Streams
) -> HairLayers:
    """Returns the sheets of a hairstyle on a posed head.

    Args:
        head: The head.
        hair: The hairstyle.
        eye_top: Height of the upper lids in head units: the fringe ends near them.
        hatted: Whether a hat presses the hair.
        streams: Gives the random stream of a named part.
    """
    layers = HairLayers()
    add_back(layers.back, hair, streams("paint.hair.back"))
    add_flicks(layers.back, hair, streams("paint.hair.flicks"))
    add_streamers(layers.back, hair, streams("paint.hair.streamers"))
    add_falls(layers.middle, hair, streams("paint.hair.falls"))
    add_cap(layers.cap, head, hair, streams("paint.hair.cap"))
    if not hatted:
        add_tufts(layers.cap, hair, streams("paint.hair.tufts"))
        add_wisps(layers.top, hair, streams("paint.hair.wisps"))
        add_cowlicks(layers.top, hair, streams("paint.hair.cowlicks"))
    add_sides(layers.side, hair, streams("paint.hair.sides"))
    add_locks(layers.side, hair, streams("paint.hair.locks"))
    add_fringe(layers.fringe, head, hair, eye_top, streams("paint.hair.fringe"))
    for number, tail in enumerate(hair.tails):
        layer = layers.back if tail.layer == "back" else layers.middle
        add_tail(layer, tail, hair, streams(f"paint.hair.tail{number}"))
    settle(layers, head, hair)
    if hatted:
        press_under_hat(layers)
    if abs(head.yaw) > _TURNED:
        _hide_far_temple(layers, head)
    return layers


def _hide_far_temple(layers: HairLayers, head: Head) -> None:
    """Moves temple hair that has turned behind the far cheek below the face."""
    kept = Layer()
    for sheet in layers.side.sheets:
        rows, samples, _ = sheet.surface.shape
        middle = (sheet.clumps.left + sheet.clumps.right) / 2 * (rows - 1)
        points = sheet.surface[np.round(middle).astype(int), samples // 2]
        far = (head.project(points)[1][:, 2] < _FAR) & (points[:, 0] * head.yaw > 0)
        for layer, chosen in ((layers.middle, far), (kept, ~far)):
            if chosen.any():
                layer.add(replace(sheet, clumps=sheet.clumps.of(chosen)))
    layers.side = kept

"""Moves whole layers of hair together: uneven sides, S-curves, wind, gravity, a hat's press."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.colors import smooth_step

if TYPE_CHECKING:
    from trainer.portraits.colors import Floats
    from trainer.portraits.hair.sheet import HairLayers
    from trainer.portraits.head import Head
    from trainer.portraits.model import Flow, Hair


def settle(layers: HairLayers, head: Head, hair: Hair) -> None:
    """Moves all layers by the flow of the hair, then lets what hangs fall straight down."""
    sheltered = {"side": 0.35}
    for name in ("back", "middle", "cap", "side", "top"):
        force = sheltered.get(name, 1.0)
        bend = 0.55 if name == "middle" else 1.0
        getattr(layers, name).move(partial(_flow, flow=hair.flow, force=force, bend=bend))
    for name in ("back", "middle", "side"):
        layer = getattr(layers, name)
        layer.move(partial(_fall, head=head, share=0.5 if name == "side" else 0.75))
        for tube in layer.tubes:
            hang_straight(tube.axis, head)


def hang_straight(axis: Floats, head: Head) -> None:
    """Moves the axis (k, 3) of a tail in place, so that it falls down however the head tilts."""
    axis[:, 0] -= math.sin(head.roll) * np.clip(0.1 - axis[:, 1], 0, None) * 0.8


def _flow(curves: Floats, flow: Flow, force: float, bend: float) -> None:
    x, y, z = curves[..., 0], curves[..., 1], curves[..., 2]
    side = np.tanh(x * 2.2)
    swell = flow.volume * side * np.abs(side) * smooth_step(1.1, 0.2, y) * 0.5
    x += swell * (0.5 if force < 1 else 1)
    y -= flow.length * side * np.clip(-0.35 - y, 0, None) * force
    hanging = np.clip(0.05 - y, 0, None)
    phase = np.where(x > 0, flow.phase_right, flow.phase_left) + 0.9 * z + 0.5 * x
    amplitude = flow.bend * smooth_step(0.1, 1.2, hanging) * force * bend
    gust = 0.28 * (1 + 0.5 * np.sin(3.1 * x[:, -1:] + flow.phase_left))
    shift = amplitude * np.sin(flow.frequency * hanging + phase)
    shift = shift + flow.sway * force * hanging**1.7 * 0.5
    shift = shift + flow.wind * force * hanging**1.5 * gust
    shift = shift + flow.fan * np.sign(x) * np.clip(hanging - 0.6, 0, None) ** 1.5 * 0.18
    x += shift
    lifted = np.clip(0.5 + 0.5 * side * np.sign(flow.wind), 0, 1)
    y += abs(flow.wind) * 0.22 * np.clip(hanging - 0.3, 0, None) ** 1.3 * force * lifted


def _fall(curves: Floats, head: Head, share: float) -> None:
    """Hanging hair falls straight down however the head is tilted."""
    hanging = np.clip(-0.25 - curves[..., 1], 0, None)
    curves[..., 0] -= math.sin(head.roll) * hanging * share
    curves[..., 2] += math.sin(head.pitch) * hanging * 0.5


def press_under_hat(layers: HairLayers) -> None:
    """Presses the hair on the skull flat."""
    for layer in (layers.back, layers.cap, layers.side, layers.fringe, layers.top):
        layer.move(_press)


def _press(curves: Floats) -> None:
    covered = smooth_step(0.35, 0.75, curves[..., 1])
    curves[..., 0] *= 1 - 0.035 * covered
    curves[..., 1] -= np.clip(curves[..., 1] - 0.45, 0, 1) * 0.10 * covered

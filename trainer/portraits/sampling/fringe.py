"""Draws the fringe: seven kinds, from cut straight to parted in the middle."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from trainer.portraits.model import Fringe
from trainer.portraits.streams import chance, sign, uniform

if TYPE_CHECKING:
    import numpy as np

    Rng = np.random.Generator

FRINGES = {
    "straight": 0.14,
    "round": 0.20,
    "side": 0.20,
    "center": 0.10,
    "messy": 0.12,
    "crossed": 0.17,
    "swept": 0.07,
}
"""Kinds of fringe and their weights."""


def sample_fringe(kind: str, rng: Rng) -> Fringe:
    """Returns a fringe of a kind."""
    u = uniform(rng)
    fringe = Fringe(
        kind=kind,
        clumps=int(u(7, 13)),
        parting=u(-0.12, 0.12),
        sweep=u(-0.05, 0.25),
        lean=0.0,
        height=u(-0.20, -0.07),
        arch=u(0.04, 0.16),
        opening=0.0,
        jitter=u(0.2, 0.6),
        edge=u(0.9, 2.4),
        middle_drop=0.0,
        flick=u(-0.5, 1.0),
        forks=u(0.8, 1.4),
        blunt=False,
    )
    return replace(fringe, **_fringe_character(kind, rng))


def _fringe_character(kind: str, rng: Rng) -> dict[str, Any]:
    u = uniform(rng)
    if kind == "straight":
        even = {"sweep": u(-0.05, 0.08), "height": u(-0.16, -0.05), "arch": u(-0.04, 0.10)}
        return {
            **even,
            "clumps": int(u(10, 17)),
            "jitter": u(0.05, 0.25),
            "blunt": chance(rng, 0.6),
        }
    if kind == "round":
        return {"arch": u(0.06, 0.20), "sweep": u(0.05, 0.25)}
    if kind == "side":
        aside = {"parting": sign(rng) * u(0.30, 0.58), "sweep": u(0.7, 1.15)}
        return {**aside, "opening": u(0.0, 0.03), "height": u(-0.18, -0.07)}
    if kind == "center":
        apart = {"sweep": u(0.9, 1.35), "opening": u(0.04, 0.12), "arch": u(0.2, 0.45)}
        return {**apart, "clumps": int(u(10, 16)), "parting": u(-0.08, 0.08)}
    if kind == "messy":
        return {"jitter": u(0.45, 0.8), "sweep": u(-0.2, 0.5), "flick": u(0.5, 1.2)}
    if kind == "crossed":
        drop = {"middle_drop": u(0.16, 0.34), "sweep": u(0.15, 0.5), "height": u(-0.18, -0.07)}
        return {**drop, "clumps": int(u(9, 15)), "edge": u(1.2, 2.6), "opening": u(0, 0.03)}
    return {"lean": sign(rng) * u(0.5, 1.0), "parting": 0.0, "sweep": 0.0, "jitter": u(0.2, 0.55)}

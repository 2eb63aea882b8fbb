"""Portraits that take one part from another seed: what the separate random streams are for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer.portraits.law import DRAWING
from trainer.portraits.spec import compose_spec
from trainer.portraits.streams import stream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from trainer.portraits.law import DrawingLaw
    from trainer.portraits.model import PortraitSpec

# Part -> the streams it is drawn from: these, and those that begin with one of them and a dot.
PARTS: dict[str, tuple[str, ...]] = {
    "hair": ("hair", "law.hair", "law.style"),
    "face": (
        *("shape", "skin", "mood", "brows", "cheeks", "mouth"),
        *("law.blush", "law.smile", "law.open_mouth"),
    ),
    "clothes": ("clothes",),
    "eyes": ("eyes", "law.eyes"),
    "light": ("light",),
    "artist": ("style",),
}


def swapped_spec(
    seed: int,
    index: int,
    part: str,
    other: int,
    wanted: Mapping[str, bool] | None = None,
    law: DrawingLaw = DRAWING,
) -> PortraitSpec:
    """Returns a portrait with one part of another portrait of the seed.

    What follows from the part follows here too: other hair carries its bows elsewhere.

    Args:
        seed: Seed of the data set.
        index: Number of the portrait.
        part: One of `PARTS`.
        other: Number of the portrait that the part is taken from.
        wanted: Label -> on or off, for any subset of the 34 labels.
        law: How the labels that nobody wants are drawn.
    """
    streams = partial(_stream_of, seed, index, PARTS[part], other)
    return compose_spec(seed, index, streams, wanted, law)


def _stream_of(seed: int, index: int, names: tuple[str, ...], other: int, part: str) -> Generator:
    taken = any(part == name or part.startswith(f"{name}.") for name in names)
    return stream(seed, other if taken else index, part)

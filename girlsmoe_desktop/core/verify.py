"""Whether a saved picture is what its recipe makes."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from girlsmoe_desktop.core.pictures import SCALES, enlarged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    Enlarge = Callable[[NDArray[np.uint8], int], NDArray[np.uint8]]

NO_SPREAD: Mapping[int, int] = MappingProxyType({})


class Verdict(Enum):
    """How near a picture is to its recipe's."""

    EXACT = "exact"
    WITHIN_1 = "within 1"
    DIFFERS = "differs"


def compare(
    saved: NDArray[np.uint8],
    again: NDArray[np.uint8],
    enlarge: Enlarge = enlarged,
    spread: Mapping[int, int] = NO_SPREAD,
) -> Verdict:
    """Returns how near a saved picture is to the one painted again.

    "Within 1" means that no channel differs by more than 1 of 255, as between two kinds of
    processor.

    Args:
        saved: Shape (H, W, 3); it may have been saved at one of `SCALES`.
        again: At the model's own size.
        enlarge: What made the saved one larger, given pixels and the scale.
        spread: Scale -> what becomes of a difference of 1 at most, when it is made larger.
    """
    scale = saved.shape[0] // again.shape[0]
    if scale not in SCALES:
        return Verdict.DIFFERS
    expected = enlarge(again, scale)
    if expected.shape != saved.shape:
        return Verdict.DIFFERS
    worst = int(np.abs(saved.astype(np.int16) - expected.astype(np.int16)).max())
    if worst == 0:
        return Verdict.EXACT
    return Verdict.WITHIN_1 if worst <= spread.get(scale, 1) else Verdict.DIFFERS

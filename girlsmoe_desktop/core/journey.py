"""A way through two or more characters, as recipes of its frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.recipe import blend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from girlsmoe_desktop.core.recipe import Recipe

MAX_FRAMES = 2_000


def at(stops: Sequence[Recipe], share: float, *, loop: bool = False) -> Recipe:
    """Returns the character at a share (0..1) of the way; all legs are equally long.

    Args:
        stops: At least one, of one model.
        share: 0 is the first stop; 1 the last, or the first again.
        loop: Whether the way goes back to the first stop.

    Raises:
        UserError: Two stops that follow one another belong to different models.
    """
    points = [*stops, stops[0]] if loop else list(stops)
    legs = len(points) - 1
    if legs == 0:
        return points[0]
    place = min(max(share, 0.0), 1.0) * legs
    leg = min(int(place), legs - 1)
    return blend(points[leg], points[leg + 1], place - leg)


def frames(
    stops: Sequence[Recipe], count: int, *, loop: bool = False, smooth: bool = False
) -> list[Recipe]:
    """Returns the recipes of a film along the way.

    Args:
        stops: At least two, of one model.
        count: Of frames. Without a loop the first and the last stop are among them; a loop begins
            at the first and ends just before it, so that it can go round.
        loop: Whether the way goes back to the first stop.
        smooth: Whether it slows down at every stop.

    Raises:
        UserError: The count is out of range, or as for `at`.
    """
    if not 2 <= count <= MAX_FRAMES:
        raise UserError(
            "A film can't have {0} frames: give a number from 2 to {1}.", count, MAX_FRAMES
        )
    legs = len(stops) if loop else len(stops) - 1
    last = count if loop else count - 1
    shares = [index / last for index in range(count)]
    if smooth:
        shares = [_eased(share * legs) / legs for share in shares]
    return [at(stops, share, loop=loop) for share in shares]


def _eased(place: float) -> float:
    """Returns a place on the way that slows down at whole numbers (smoothstep)."""
    leg, t = divmod(place, 1.0)
    return leg + t * t * (3.0 - 2.0 * t)

"""The outlines of garments: closed fronts, open fronts, and the trunk without sleeves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.portraits.clothes.torso import mirrored

if TYPE_CHECKING:
    from trainer.portraits.canvas import Path
    from trainer.portraits.clothes.torso import Points, Torso


def closed_front(torso: Torso, neckline: Points) -> Path:
    """Returns the outline of a garment with sleeves.

    Args:
        torso: The torso.
        neckline: Its right half, from the middle to the side of the neck.
    """
    left = [(-x, y) for x, y in reversed(neckline)]
    right = torso.shoulder(1, neckline[-1])
    return torso.cut(
        list(reversed(torso.shoulder(-1, neckline[-1]))), left + neckline[1:], right, steps=5
    )


def open_front(torso: Torso, side: int, edge: Points) -> Path:
    """Returns one half of a jacket, with its sleeve.

    Args:
        torso: The torso.
        side: -1 or 1.
        edge: Its front edge on the right, from below the picture up to the side of the neck.
    """
    return torso.cut(mirrored(side, edge), torso.shoulder(side, edge[-1]), steps=5)


def trunk(torso: Torso, neckline: Points) -> Path:
    """Returns the outline of a garment without sleeves; `neckline` as in `closed_front`."""
    w = torso.half
    armhole = [(0.58, -0.01), (w * 0.74, 0.06), (w * 0.72, 0.30), (w * 0.80, 0.56), (w * 0.82, 1.6)]
    left = [(-x, y) for x, y in reversed(neckline)]
    right = [neckline[-1], *armhole]
    return torso.cut([(-x, y) for x, y in reversed(right)], left + neckline[1:], right, steps=5)

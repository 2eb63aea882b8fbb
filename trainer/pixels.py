"""Pictures as people see them, uint8, and as networks do, -1 to 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor


def from_pixels(pixels: Tensor) -> Tensor:
    """Returns pictures (N, 3, H, W) in [-1, 1], of pixels (N, H, W, 3) uint8."""
    return pixels.permute(0, 3, 1, 2).float().div_(127.5).sub_(1.0)


def to_pixels(img: Tensor) -> Tensor:
    """Returns pixels (N, H, W, 3) uint8, of pictures (N, 3, H, W); beyond [-1, 1] is cut off."""
    return img.float().clamp(-1, 1).add(1).mul(127.5).round().byte().permute(0, 2, 3, 1)

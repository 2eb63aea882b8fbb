"""Distorts pictures for the training of a reader: it must not learn a drawing's finish.

Hues stay what they are: hair and eye colours are labels.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

TURN = 0.14
"""Usually the largest turn, in radians."""
ZOOM = 0.12
"""Largest shrinking, and usually largest growth, as a share."""
MOVE = 0.10
"""Largest shift, as a share of half the side."""
LIGHT, CONTRAST, SATURATION = 0.10, 0.18, 0.15
"""Largest change of brightness (of black to white 2), contrast and saturation, as shares."""
COARSEST = 0.42
"""Least share of the side to which blurred pictures shrink before they grow again."""
BLURRED, NOISY, HIDDEN = 0.4, 0.5, 0.3
"""Shares of batches (blur) and pictures (noise, hidden patch) that are so distorted."""
NOISE = 0.10
"""Largest standard deviation of the noise, of black to white 2."""
PATCH = (0.08, 0.22)
"""Least and greatest side of a hidden patch, as a share of the picture's."""


@dataclass(frozen=True)
class Framing:
    """How differently pictures are framed.

    Attributes:
        turn: Largest turn, in radians.
        closest: Largest growth, as a share.
    """

    turn: float
    closest: float


def distort(img: Tensor, rng: torch.Generator, framing: Framing | None = None) -> Tensor:
    """Returns pictures turned, zoomed, moved, recoloured, blurred, noisy and partly hidden.

    Args:
        img: (n, 3, H, W) in [-1, 1]; not changed.
        rng: Decides everything; lives on the pictures' device.
        framing: As usual if None.
    """
    img = _moved(img, rng, framing or Framing(TURN, ZOOM))
    img = _recoloured(img, rng)
    img = _blurred(img, rng)
    img = _noisy(img, rng)
    return _hidden(img, rng).clamp(-1, 1)


def _spread(img: Tensor, rng: torch.Generator, most: float) -> Tensor:
    """Returns a number from -most to most for each picture, (n, 1, 1, 1)."""
    return (torch.rand((len(img), 1, 1, 1), generator=rng, device=img.device) * 2 - 1) * most


def _chosen(img: Tensor, rng: torch.Generator, share: float) -> Tensor:
    """Returns 1 for about a share of the pictures and 0 for the others, (n, 1, 1, 1)."""
    return (torch.rand((len(img), 1, 1, 1), generator=rng, device=img.device) < share).float()


def _moved(img: Tensor, rng: torch.Generator, framing: Framing) -> Tensor:
    angle, closest = _spread(img, rng, framing.turn).flatten(), framing.closest
    middle = 1 + (closest - ZOOM) / 2
    zoom = middle + _spread(img, rng, (closest + ZOOM) / 2).flatten()
    x, y = _spread(img, rng, MOVE).flatten(), _spread(img, rng, MOVE).flatten()
    c, s = angle.cos() / zoom, angle.sin() / zoom
    matrices = torch.stack([torch.stack([c, -s, x], 1), torch.stack([s, c, y], 1)], 1)
    grid = F.affine_grid(matrices, list(img.shape), align_corners=False)
    return F.grid_sample(img, grid, mode="bilinear", padding_mode="border", align_corners=False)


def _recoloured(img: Tensor, rng: torch.Generator) -> Tensor:
    gray = img.mean(1, keepdim=True)
    img = gray + (img - gray) * (1 + _spread(img, rng, SATURATION))
    mean = img.mean((1, 2, 3), keepdim=True)
    img = mean + (img - mean) * (1 + _spread(img, rng, CONTRAST))
    return img + _spread(img, rng, LIGHT)


def _blurred(img: Tensor, rng: torch.Generator) -> Tensor:
    """Shrinks a whole batch and lets it grow again: a size for each picture costs too much."""
    luck, share = torch.rand(2, generator=rng, device=img.device).tolist()
    if luck > BLURRED:
        return img
    height, width = img.shape[2:]
    factor = COARSEST + (1 - COARSEST) * share
    small = F.interpolate(
        img,
        (max(8, round(height * factor)), max(8, round(width * factor))),
        mode="bilinear",
        align_corners=False,
        antialias=True,
    )
    return F.interpolate(small, (height, width), mode="bilinear", align_corners=False)


def _noisy(img: Tensor, rng: torch.Generator) -> Tensor:
    amount = _spread(img, rng, NOISE).abs() * _chosen(img, rng, NOISY)
    return img + torch.randn(img.shape, generator=rng, device=img.device) * amount


def _hidden(img: Tensor, rng: torch.Generator) -> Tensor:
    """Lays a patch of one gray over some pictures."""
    height, width = img.shape[2:]
    least, most = PATCH
    half = (least + (most - least) * _spread(img, rng, 1).abs()) / 2
    x, y = _spread(img, rng, 0.5) + 0.5, _spread(img, rng, 0.5) + 0.5
    across = (torch.arange(width, device=img.device).view(1, 1, 1, -1) + 0.5) / width
    down = (torch.arange(height, device=img.device).view(1, 1, -1, 1) + 0.5) / height
    inside = ((across - x).abs() < half) & ((down - y).abs() < half)
    covered = inside.float() * _chosen(img, rng, HIDDEN)
    return img * (1 - covered) + _spread(img, rng, 1) * covered

"""Puts drawn portraits, which stand on white, before other grounds, as faces in pictures are.

A reader that has seen nothing but white takes a coloured ground for hair.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from trainer.data.backdrop import draw_backdrop
from trainer.judges.distortion import Framing
from trainer.pixels import from_pixels

BACKDROPS = 768
"""How many backdrops there are to choose from."""
BUSY, PLAIN, CROWDED = 0.5, 0.15, 0.15
"""Shares of pictures that get a drawn backdrop, one colour, another portrait; the rest stay."""
FRAMING = Framing(turn=0.24, closest=0.3)
"""So turned and so near, beside portraits, are faces that detect cuts out."""
BANDS, DEEPEST = 0.2, 0.22
"""Share of pictures that get a white band at an edge, and how much of their side it is at most."""
_USUAL_PX = 300
"""Side of a usual face's crop in pixels, which backdrops are drawn for."""
_WHITE = 0.955
"""Least of a pixel's channels, -1 to 1, that counts as white; a little noise may lie on it."""


class Grounds:
    """Other grounds for portraits of one size.

    Args:
        size: Side of the portraits in pixels.
        seed: Decides the backdrops.
        device: Where the portraits are.
    """

    def __init__(self, size: int, seed: int, device: torch.device) -> None:
        rng = np.random.default_rng(seed)
        scale = size / _USUAL_PX
        drawn = [draw_backdrop(2 * size, 2 * size, rng, scale) for _ in range(BACKDROPS)]
        pixels = np.stack(drawn).astype(np.uint8)[:, size // 2 : -size // 2, size // 2 : -size // 2]
        self._backdrops = torch.from_numpy(np.ascontiguousarray(pixels)).to(device)

    def put_behind(self, img: Tensor, rng: torch.Generator) -> Tensor:
        """Returns portraits (n, 3, H, W) in [-1, 1], most of them before another ground."""
        ground = ground_of(img)
        behind = self._behind(img, ground, rng)
        # With some of what borders on it: an edge of white would tell.
        share = F.avg_pool2d(_grown(ground).float(), 3, 1, 1, count_include_pad=False)
        luck = torch.rand((len(img), 1, 1, 1), generator=rng, device=img.device)
        share = share * (luck < BUSY + PLAIN + CROWDED)
        return img * (1 - share) + behind * share

    def _behind(self, img: Tensor, ground: Tensor, rng: torch.Generator) -> Tensor:
        """Returns a ground for each picture."""
        picks = torch.randint(len(self._backdrops), (len(img),), generator=rng, device=img.device)
        behind = from_pixels(self._backdrops[picks])
        luck = torch.rand((len(img), 1, 1, 1), generator=rng, device=img.device)
        whole = BUSY + PLAIN + CROWDED
        plain = torch.rand((len(img), 3, 1, 1), generator=rng, device=img.device) * 2 - 1
        aside = (1, img.shape[3] // 2)
        crowded = torch.where(ground.roll(aside, (0, 3)), behind, img.roll(aside, (0, 3)))
        behind = torch.where(luck < PLAIN / whole, plain, behind)
        return torch.where(luck > 1 - CROWDED / whole, crowded, behind)


def with_bands(img: Tensor, rng: torch.Generator) -> Tensor:
    """Returns pictures (n, 3, H, W), some with a white band at an edge.

    So look crops that reach over the edge of their picture.
    """
    height, width = img.shape[2:]
    luck = torch.rand((len(img), 1, 1, 1), generator=rng, device=img.device)
    depth = torch.rand((len(img), 1, 1, 1), generator=rng, device=img.device) * DEEPEST
    edge = torch.randint(4, (len(img), 1, 1, 1), generator=rng, device=img.device)
    across = (torch.arange(width, device=img.device).view(1, 1, 1, -1) + 0.5) / width
    down = (torch.arange(height, device=img.device).view(1, 1, -1, 1) + 0.5) / height
    places = torch.where(edge < 2, across, down)
    places = torch.where(edge % 2 == 0, places, 1 - places)
    return torch.where((luck < BANDS) & (places < depth), 1.0, img)


def ground_of(img: Tensor) -> Tensor:
    """Returns where portraits show their white ground, (n, 1, H, W), true there.

    White that does not hang together with the picture's edge is a collar or an eye.
    """
    white = img.amin(1, keepdim=True) > _WHITE
    reached = torch.zeros_like(white)
    reached[..., 0, :], reached[..., -1, :] = white[..., 0, :], white[..., -1, :]
    reached[..., 0], reached[..., -1] = white[..., 0], white[..., -1]
    while True:
        wider = _grown(reached) & white
        if torch.equal(wider, reached):
            return reached
        reached = wider


def _grown(mask: Tensor) -> Tensor:
    """Returns a mask, (n, 1, H, W), with the four neighbours of each of its pixels."""
    grown = mask.clone()
    grown[..., 1:, :] |= mask[..., :-1, :]
    grown[..., :-1, :] |= mask[..., 1:, :]
    grown[..., 1:] |= mask[..., :-1]
    grown[..., :-1] |= mask[..., 1:]
    return grown

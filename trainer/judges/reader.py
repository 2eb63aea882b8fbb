"""A small network that reads the 34 labels off portraits of 128 pixels, made for CPUs."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn

from girlsmoe_desktop.core.attributes import LABELS

WIDTHS = (24, 48, 96, 192)
"""Channels at a half, a quarter, an eighth and a sixteenth of the picture's side."""


class LabelReader(nn.Module):
    """A residual network: pictures (n, 3, H, W) in [-1, 1] to logits (n, 34).

    The first layer works on 2 x 2 pixels at once (space to depth): half the side is fine enough
    for blush and irises, and a quarter of the work of a layer at full size. Its output is pooled
    twice: the mean tells how much of something there is, the maximum whether there is any.
    """

    def __init__(self, widths: tuple[int, ...] = WIDTHS) -> None:
        super().__init__()
        layers: list[nn.Module] = [nn.PixelUnshuffle(2), *_convolution(4 * 3, widths[0])]
        for wide, wider in pairwise(widths):
            layers += [*_convolution(wide, wider, stride=2), _Residual(wider)]
        self.body = nn.Sequential(*layers)
        self.head = nn.Linear(2 * widths[-1], len(LABELS))

    def forward(self, img: Tensor) -> Tensor:
        """Returns the logits."""
        logits: Tensor = self.head(self.features(img))
        return logits

    def features(self, img: Tensor) -> Tensor:
        """Returns what the labels are read off, (n, 2 * the last width)."""
        maps = self.body(img)
        return torch.cat([maps.mean((2, 3)), maps.amax((2, 3))], dim=1)


class _Residual(nn.Module):
    """Two convolutions and a shortcut around them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            *_convolution(width, width),
            nn.Conv2d(width, width, 3, padding=1, bias=False),
            _no_gain(nn.BatchNorm2d(width)),
        )

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(x + self.body(x))


def _convolution(wide: int, wider: int, stride: int = 1) -> list[nn.Module]:
    return [
        nn.Conv2d(wide, wider, 3, stride, padding=1, bias=False),
        nn.BatchNorm2d(wider),
        nn.ReLU(inplace=True),
    ]


def _no_gain(norm: nn.BatchNorm2d) -> nn.BatchNorm2d:
    """Returns the layer with a gain of 0, so that its block starts as its shortcut."""
    nn.init.zeros_(norm.weight)
    return norm

"""Makes small pictures out of large ones: cleanly, as a generator paints, or as found in the wild.

All of it works on the CPU, on pictures (N, 3, H, W) RGB in 0..1, and takes its chances from one
random number generator.
"""

from __future__ import annotations

import io
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from trainer.pixels import to_pixels

if TYPE_CHECKING:
    from collections.abc import Callable


class Kind(Enum):
    """How a small picture came to be."""

    CLEAN = "clean"
    PAINTED = "painted"
    WILD = "wild"


def reduce_all(truths: Tensor, kinds: list[Kind], rng: torch.Generator) -> Tensor:
    """Returns small pictures (N, 3, H/2, W/2) of large ones, in whole steps of 1/255.

    Args:
        truths: The large ones.
        kinds: How each of them is made small.
        rng: Decides the rest.
    """
    makers: dict[Kind, Callable[[Tensor, torch.Generator], Tensor]] = {
        Kind.CLEAN: reduce_any,
        Kind.PAINTED: painted,
        Kind.WILD: wild,
    }
    small = [makers[kind](truth[None], rng)[0] for truth, kind in zip(truths, kinds, strict=True)]
    return torch.stack(small).clamp(0, 1).mul(255).round().div(255)


def reduce_any(truth: Tensor, rng: torch.Generator) -> Tensor:
    """Returns pictures reduced by 2 with one of the usual filters, the box most often."""
    way = _uniform(rng)
    if way < 0.5:
        return F.avg_pool2d(truth, 2)
    mode = "bicubic" if way < 0.8 else "bilinear"
    return F.interpolate(truth, scale_factor=0.5, mode=mode, antialias=True)


def painted(truth: Tensor, rng: torch.Generator) -> Tensor:
    """Returns pictures as a generator would have painted them.

    Measured on 400 pictures of the 64 px preview model beside 400 drawn ones of the same labels,
    a generator's spectrum is that of drawings up to four fifths of the finest detail, with a tenth
    more just below that and a third less beyond. What meets the eye is that lines waver, colours
    are blotched, and there is a fine grain. Each of these is laid on at a random strength.
    """
    height, width = truth.shape[2:]
    wavered = _wavered(truth, 0.8 * _uniform(rng), 8, rng)
    small = F.avg_pool2d(wavered, 2)
    blotches = _smooth_noise(3, height // 2, width // 2, 3, rng) * (0.035 * _uniform(rng))
    grain = _normal((1, 1, height // 2, width // 2), rng) * (0.012 * _uniform(rng))
    # White paper stays white, as it does in what generators paint.
    ink = (1 - small.amin(1, keepdim=True)).mul(4).clamp(0, 1)
    return _blurred(small + (blotches + grain) * ink, 0.45 * _uniform(rng))


def wild(truth: Tensor, rng: torch.Generator) -> Tensor:
    """Returns pictures as they are found: resampled, blurred, grainy, saved as JPEG."""
    small = reduce_any(_blurred(truth, 1.2 * _uniform(rng)), rng)
    if _uniform(rng) < 0.5:
        small = small + _normal(tuple(small.shape), rng) * (0.03 * _uniform(rng))
    if _uniform(rng) < 0.7:
        quality = int(50 + 46 * _uniform(rng))
        small = torch.cat([_jpeg(each, quality) for each in small])
    return small


def _wavered(img: Tensor, most_px: float, cell_px: int, rng: torch.Generator) -> Tensor:
    """Returns pictures whose pixels are moved a little, neighbours alike.

    Args:
        img: The pictures.
        most_px: Standard deviation of the way, in pixels.
        cell_px: Over how many pixels the way changes.
        rng: Decides the ways.
    """
    height, width = img.shape[2:]
    ways = _smooth_noise(2, height, width, cell_px, rng) * most_px  # (1, 2, H, W)
    y, x = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    x_to = (x + ways[:, 0] + 0.5) * (2 / width) - 1
    y_to = (y + ways[:, 1] + 0.5) * (2 / height) - 1
    grid = torch.stack([x_to, y_to], dim=3).expand(len(img), -1, -1, -1)
    return F.grid_sample(img, grid, mode="bicubic", padding_mode="border", align_corners=False)


def _smooth_noise(
    channels: int, height: int, width: int, cell_px: int, rng: torch.Generator
) -> Tensor:
    """Returns noise (1, channels, H, W) of deviation about 1 that changes every `cell_px`."""
    coarse = _normal((1, channels, height // cell_px + 2, width // cell_px + 2), rng)
    return F.interpolate(coarse, size=(height, width), mode="bicubic", align_corners=False)


def _blurred(img: Tensor, sigma_px: float) -> Tensor:
    """Returns pictures blurred by a Gaussian; sigmas below a fifth of a pixel change nothing."""
    if sigma_px < 0.2:
        return img
    reach = max(1, round(3 * sigma_px))
    places = torch.arange(-reach, reach + 1, dtype=torch.float32)
    weights = torch.exp(-0.5 * (places / sigma_px) ** 2)
    weights = weights / weights.sum()
    channels = img.shape[1]
    across = weights.reshape(1, 1, 1, -1).repeat(channels, 1, 1, 1)
    padded = F.pad(img, (reach, reach, reach, reach), mode="replicate")
    once = F.conv2d(padded, across, groups=channels)
    return F.conv2d(once, across.transpose(2, 3), groups=channels)


def _jpeg(img: Tensor, quality: int) -> Tensor:
    """Returns one picture (1, 3, H, W) of (3, H, W), saved as JPEG and read again."""
    pixels = to_pixels(img[None] * 2 - 1)[0].numpy()
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=quality)
    again = np.asarray(Image.open(file))
    return torch.from_numpy(again.copy()).permute(2, 0, 1)[None].float().div_(255)


def _uniform(rng: torch.Generator) -> float:
    return float(torch.rand((), generator=rng))


def _normal(shape: tuple[int, ...], rng: torch.Generator) -> Tensor:
    return torch.randn(shape, generator=rng)

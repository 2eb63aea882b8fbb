"""The 9x9 output convolution computed at half the size, before the last pixel shuffle.

With S the pixel shuffle, x = S(y), and the 9x9 convolution

    out[o, 2i+a, 2j+b] = sum over c, u, v of W[o, c, u, v] * x[c, 2i+a+u-4, 2j+b+v-4],

write the row a+u-4 as 2p+s with s in {0, 1}: over all a and u it runs from -4 to 5, so p runs from
-2 to 2. x[c, 2(i+p)+s, 2(j+q)+t] is y[4c+2s+t, i+p, j+q], and the sum is a 5x5 convolution of y
with 12 outputs, one for each (o, a, b), shuffled afterwards:

    V[4o+2a+b, 4c+2s+t, p+2, q+2] = W[o, c, 2p+s-a+4, 2q+t-b+4], 0 where W has no such tap.

Zeros around y (2 on each side) are the zeros around x (4 on each side). It multiplies a quarter
more, and is faster: processors fill their lanes with 12 outputs, not with 3.

The same with a and b from 0 to 3, p then running from -2 to 3, is a 6x6 convolution of y in steps
of 2 with 48 outputs, shuffled by 4. It multiplies three quarters more than the 9x9 one, and for
inference is faster still: the widest processors work on 16 channels at a time, and each value that
is loaded serves three such groups.
"""

from __future__ import annotations

import functools

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

SIDES = (2, 4)


def half_size_weight(weight: Tensor, side: int = 2) -> Tensor:
    """Returns V (side**2 * out, 4 * in, taps, taps) for W (out, in, 9, 9); differentiable in W.

    Args:
        weight: Of the 9x9 convolution.
        side: Of the square of pixels that one place gives: one of `SIDES`, with 5 or 6 taps.

    Source: the derivation above, on Shi et al. 2016, arXiv:1609.05158 (the shuffle).
    """
    n_out, n_in, height, width = weight.shape
    assert (height, width) == (9, 9), f"weight has shape {tuple(weight.shape)}"
    taps = _taps(side, weight.device)  # (side, 2, taps): a, s, p
    padded = F.pad(weight, (0, 1, 0, 1))  # tap 9 is zero
    rows = padded[:, :, taps]  # (out, in, a, s, p, 10)
    both = rows[..., taps]  # (out, in, a, s, p, b, t, q)
    order = both.permute(0, 2, 5, 1, 3, 6, 4, 7)  # (out, a, b, in, s, t, p, q)
    return order.reshape(side**2 * n_out, 4 * n_in, *taps.shape[-1:] * 2)


def full_size_weight(moved: Tensor, side: int = 2) -> Tensor:
    """Returns W (out, in, 9, 9) for V: undoes `half_size_weight`."""
    n_out, n_in = len(moved) // side**2, moved.shape[1] // 4
    # Of a = b = 0, for which p ends at 2: (out, in, s, t, p, q).
    first = moved[:: side**2, :, :5, :5].reshape(n_out, n_in, 2, 2, 5, 5)
    # Row 2p + s: with a = b = 0 it is tap 2p + s + 4 for p from -2, and the tenth is zero.
    taps = first.permute(0, 1, 4, 2, 5, 3).reshape(n_out, n_in, 10, 10)
    return taps[:, :, :9, :9].contiguous()


def packed_tail(x: Tensor, weight: Tensor, norm: nn.Module, out: nn.Conv2d) -> Tensor:
    """Returns the last stage and the output convolution without ever shuffling its wide tensor.

    The stage's four sub-pixels are kept as four groups of channels, group outermost. In the
    channels-last layout that tensor, (N, 4C, h, w), is at no cost also (N, C, h, 4w), on which
    the batch norm computes what it computes on the shuffled (N, C, 2h, 2w): the same values in
    another order. On a CPU this and the half-size convolution save a sixth of a training step.

    Args:
        x: What enters the stage, (N, in, h, w).
        weight: The stage's convolution, (4C, in, 3, 3), without a bias.
        norm: The stage's batch norm over C channels.
        out: The 9x9 output convolution, C to 3.

    Returns:
        What `out(relu(norm(pixel_shuffle(conv(x)))))` returns, (N, 3, 2h, 2w).
    """
    n, _, h, w = x.shape
    c = len(weight) // 4
    grouped = weight.reshape(c, 4, *weight.shape[1:]).transpose(0, 1).flatten(0, 1)
    y = F.conv2d(x, grouped, padding=1).permute(0, 2, 3, 1)  # (N, h, w, 4C)
    y = norm(y.reshape(n, h, 4 * w, c).permute(0, 3, 1, 2))
    y = torch.relu_(y).permute(0, 2, 3, 1).reshape(n, h, w, 4 * c).permute(0, 3, 1, 2)
    final = half_size_weight(out.weight).reshape(12, c, 4, 5, 5).transpose(1, 2).flatten(1, 2)
    assert out.bias is not None
    return F.pixel_shuffle(F.conv2d(y, final, out.bias.repeat_interleave(4), padding=2), 2)


@functools.cache
def _taps(side: int, device: torch.device) -> Tensor:
    """Returns the row of W for each (a, s, p), 9 where W has none, (side, 2, side / 2 + 4)."""
    places = torch.arange(-2, side // 2 + 2)
    a, s, p = torch.meshgrid(torch.arange(side), torch.arange(2), places, indexing="ij")
    tap = 2 * p + s - a + 4
    return torch.where((tap >= 0) & (tap <= 8), tap, 9).to(device)

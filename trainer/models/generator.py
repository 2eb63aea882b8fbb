"""The SRResNet generator: noise and attributes in, a portrait out."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from trainer.models.halfsize import packed_tail

SEED_PX = 16  # side of the feature map the dense layer makes; the residual trunk works at this size


class ResidualBlock(nn.Module):
    """Keeps the shape (N, channels, H, W): conv, BN, ReLU, conv, BN, plus the input.

    Source: Figure 3, Jin et al. 2017, arXiv:1708.05509; no deviation.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        # No conv bias before a batch norm: the norm subtracts it again.
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(channels)

    def forward(self, x: Tensor) -> Tensor:
        """Returns a tensor of x's shape."""
        y: Tensor = torch.relu_(self.norm1(self.conv1(x)))
        y = self.norm2(self.conv2(y))
        return y.add_(x)


class UpsampleStage(nn.Module):
    """Doubles the side: (N, channels, H, W) to (N, channels, 2H, 2W).

    Source: Figure 3, Jin et al. 2017, arXiv:1708.05509; no deviation.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, 4 * channels, 3, padding=1, bias=False)
        self.shuffle = nn.PixelShuffle(2)
        self.norm = nn.BatchNorm2d(channels)

    def forward(self, x: Tensor) -> Tensor:
        """Returns the picture at twice the side."""
        return torch.relu_(self.norm(self.shuffle(self.conv(x))))


class Generator(nn.Module):
    """Draws pictures from noise and attributes.

    Args:
        size: Side of the picture in pixels, 16 * 2**k with k >= 1.
        z_dim: Length of the noise vector.
        n_labels: Number of attributes.
        channels: Width of every convolution (64 in the paper).
        blocks: Residual blocks (16 in the paper).
        packed_tail: Compute the last stage as `trainer.models.halfsize` does, which is faster on
            a CPU; the weights and, to rounding, the pictures are the same.

    Raises:
        ValueError: size is not 16 times a power of two of at least 2.

    Source: Figure 3, Jin et al. 2017, arXiv:1708.05509; the figure prints Dense(1024*16*16), only
    `channels`*16*16 fits the convolutions after it; sizes other than 128 change the number of
    upsampling stages.
    """

    def __init__(
        self,
        size: int,
        z_dim: int = 128,
        n_labels: int = 34,
        channels: int = 64,
        blocks: int = 16,
        packed_tail: bool = False,
    ) -> None:
        super().__init__()
        stages = (size // SEED_PX).bit_length() - 1
        if stages < 1 or SEED_PX * 2**stages != size:
            raise ValueError(f"size {size} is not 16 * 2**k with k >= 1")
        self.size, self.z_dim, self.n_labels, self.channels = size, z_dim, n_labels, channels
        self.packed_tail = packed_tail
        self.dense = nn.Linear(z_dim + n_labels, channels * SEED_PX**2, bias=False)
        self.norm_in = nn.BatchNorm2d(channels)
        self.trunk = nn.Sequential(*(ResidualBlock(channels) for _ in range(blocks)))
        self.conv_trunk = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm_trunk = nn.BatchNorm2d(channels)
        self.upsample = nn.Sequential(*(UpsampleStage(channels) for _ in range(stages)))
        self.conv_out = nn.Conv2d(channels, 3, 9, padding=4)

    def forward(self, z: Tensor, labels: Tensor) -> Tensor:
        """Returns pictures (N, 3, size, size) in [-1, 1].

        Args:
            z: Noise, (N, z_dim), standard normal.
            labels: Attributes, (N, n_labels), -1 is off and +1 is on.
        """
        n = z.shape[0]
        assert z.shape == (n, self.z_dim), f"z has shape {tuple(z.shape)}"
        assert labels.shape == (n, self.n_labels), f"labels have shape {tuple(labels.shape)}"
        x = self.dense(torch.cat([z, labels], dim=1))  # (N, channels * 256)
        x = x.reshape(n, self.channels, SEED_PX, SEED_PX)
        # Without this the whole network would inherit the dense layer's plain layout.
        x = x.contiguous(memory_format=_layout_of(self.conv_out.weight))
        x = torch.relu_(self.norm_in(x))
        y = torch.relu_(self.norm_trunk(self.conv_trunk(self.trunk(x))))
        return torch.tanh(self._tail(x + y))

    def _tail(self, x: Tensor) -> Tensor:
        """Returns the pictures before the tanh."""
        if not self.packed_tail:
            img: Tensor = self.conv_out(self.upsample(x))
            return img
        *stages, last = self.upsample
        assert isinstance(last, UpsampleStage)
        for stage in stages:
            x = stage(x)
        return packed_tail(x, last.conv.weight, last.norm, self.conv_out)


def _layout_of(weight: Tensor) -> torch.memory_format:
    """Returns the memory format a network's four-dimensional weights are kept in."""
    is_last = weight.is_contiguous(memory_format=torch.channels_last)
    return torch.channels_last if is_last else torch.contiguous_format

"""The DCGAN generator: the baseline that the paper compares its own with."""

from __future__ import annotations

import torch
from torch import Tensor, nn

SEED_PX = 4  # side of the feature map the dense layer makes


class DcganGenerator(nn.Module):
    """Draws pictures from noise and attributes by transposed convolutions alone.

    A dense layer makes a map of 4 x 4, then every stage doubles the side and halves the channels.

    Args:
        size: Side of the picture in pixels, 4 * 2**k with k >= 2.
        z_dim: Length of the noise vector.
        n_labels: Number of attributes.
        channels: Channels before the last stage (64 in DCGAN; at 128 px the first map has 1024).

    Raises:
        ValueError: size is not 4 times a power of two of at least 4.

    Source: Figure 1, Radford et al. 2015, arXiv:1511.06434, with the 4 x 4 kernels of its authors'
    torch code; Table 3, Jin et al. 2017, arXiv:1708.05509, which gives no numbers but that it has
    four times the parameters. Here it is 3.2 times.
    """

    def __init__(self, size: int, z_dim: int = 128, n_labels: int = 34, channels: int = 64) -> None:
        super().__init__()
        stages = (size // SEED_PX).bit_length() - 1
        if stages < 2 or SEED_PX * 2**stages != size:
            raise ValueError(f"size {size} is not 4 * 2**k with k >= 2")
        self.size, self.z_dim, self.n_labels = size, z_dim, n_labels
        self.channels = channels * 2 ** (stages - 1)  # of the first map
        # No bias before a batch norm: the norm subtracts it again.
        self.dense = nn.Linear(z_dim + n_labels, self.channels * SEED_PX**2, bias=False)
        self.norm_in = nn.BatchNorm2d(self.channels)
        self.stages = nn.Sequential(
            *(DcganStage(self.channels // 2**stage) for stage in range(stages - 1))
        )
        self.conv_out = nn.ConvTranspose2d(channels, 3, 4, stride=2, padding=1)

    def forward(self, z: Tensor, labels: Tensor) -> Tensor:
        """Returns pictures (N, 3, size, size) in [-1, 1].

        Args:
            z: Noise, (N, z_dim), standard normal.
            labels: Attributes, (N, n_labels), -1 is off and +1 is on.
        """
        n = z.shape[0]
        assert z.shape == (n, self.z_dim), f"z has shape {tuple(z.shape)}"
        assert labels.shape == (n, self.n_labels), f"labels have shape {tuple(labels.shape)}"
        x = self.dense(torch.cat([z, labels], dim=1)).reshape(n, self.channels, SEED_PX, SEED_PX)
        x = torch.relu_(self.norm_in(x))
        return torch.tanh(self.conv_out(self.stages(x)))


class DcganStage(nn.Module):
    """Doubles the side and halves the channels: (N, C, H, W) to (N, C / 2, 2H, 2W)."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = nn.ConvTranspose2d(channels, channels // 2, 4, stride=2, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(channels // 2)

    def forward(self, x: Tensor) -> Tensor:
        """Returns the map at twice the side."""
        return torch.relu_(self.norm(self.conv(x)))

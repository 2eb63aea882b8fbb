"""The discriminator: a picture in, "is it drawn by hand?" and its attributes out."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

# Of the halving convolutions: the paper's six, for 128 px, and one more; smaller sizes take the
# first of them.
KERNELS = (4, 4, 4, 3, 3, 3, 3)
LEAK = 0.2  # slope of the LeakyReLU; the paper gives none, this is DCGAN's (arXiv:1511.06434)


class LeakyResidualBlock(nn.Module):
    """Keeps the shape (N, channels, H, W): conv, LeakyReLU, conv, plus the input, LeakyReLU.

    Source: Figure 4, Jin et al. 2017, arXiv:1708.05509; no deviation.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """Returns a tensor of x's shape."""
        y = F.leaky_relu(self.conv1(x), LEAK, inplace=True)
        return F.leaky_relu(self.conv2(y) + x, LEAK, inplace=True)


class Discriminator(nn.Module):
    """Judges pictures and reads their attributes.

    Every stage halves the picture and doubles the channels; two residual blocks follow each stage
    but the last. There is no batch norm: the gradient penalty needs each picture's score to
    depend on that picture alone.

    Args:
        size: Side of the picture in pixels, a power of two from 32 to 256.
        n_labels: Number of attributes.
        channels: Channels after the first stage (32 in the paper).

    Raises:
        ValueError: size is not a power of two from 32 to 256.

    Source: Figure 4, Jin et al. 2017, arXiv:1708.05509; smaller pictures drop the last stages,
    larger ones add one, and the sigmoids are left to the losses, which are exact on logits.
    """

    def __init__(self, size: int, n_labels: int = 34, channels: int = 32) -> None:
        super().__init__()
        stages = size.bit_length() - 2  # the last stage leaves 2 x 2
        if size != 2 ** (stages + 1) or not 32 <= size <= 256:
            raise ValueError(f"size {size} is not a power of two from 32 to 256")
        self.size, self.n_labels = size, n_labels
        layers: list[nn.Module] = []
        before = 3
        for stage, kernel in enumerate(KERNELS[:stages]):
            after = channels * 2**stage
            layers += [nn.Conv2d(before, after, kernel, stride=2, padding=1)]
            layers += [nn.LeakyReLU(LEAK, inplace=True)]
            if stage < stages - 1:
                layers += [LeakyResidualBlock(after), LeakyResidualBlock(after)]
            before = after
        self.features = nn.Sequential(*layers)
        self.adversarial = nn.Linear(before * 4, 1)
        self.attributes = nn.Linear(before * 4, n_labels)

    def forward(self, img: Tensor) -> tuple[Tensor, Tensor]:
        """Returns the logits of "real" (N,) and of each attribute (N, n_labels).

        Args:
            img: Pictures, (N, 3, size, size) in [-1, 1].
        """
        n = img.shape[0]
        assert img.shape == (n, 3, self.size, self.size), f"img has shape {tuple(img.shape)}"
        x = self.features(img).flatten(1)  # (N, channels * 2**(stages - 1) * 4)
        return self.adversarial(x)[:, 0], self.attributes(x)

"""Batch norm over a batch that several processes share."""

from __future__ import annotations

import torch
from torch import Tensor, distributed, nn


class SharedBatchNorm2d(nn.BatchNorm2d):
    """Normalises by the mean and variance of all processes' pictures; else as `nn.BatchNorm2d`.

    torch's own, `nn.SyncBatchNorm`, works on GPUs only: what is trained on two of them could not be
    tested without. Every process must hold as many pictures as the others.
    """

    def forward(self, x: Tensor) -> Tensor:
        """Returns the normalised map, of x's shape (N, C, H, W)."""
        if not self.training:
            return super().forward(x)
        assert self.running_mean is not None
        assert self.running_var is not None
        assert self.momentum is not None
        size = distributed.get_world_size()
        wide = x.float()
        # Two rounds: the mean of squares less the square of the mean would lose digits.
        mean = _sum_of_all(wide.mean((0, 2, 3))) / size
        centred = wide - mean[:, None, None]
        variance = _sum_of_all(centred.square().mean((0, 2, 3))) / size
        with torch.no_grad():
            count = size * x.numel() / x.shape[1]
            self.running_mean.lerp_(mean, self.momentum)
            self.running_var.lerp_(variance * (count / (count - 1)), self.momentum)
            self.num_batches_tracked.add_(1)  # type: ignore[union-attr]
        scale = self.weight * (variance + self.eps).rsqrt()
        normalised = centred * scale[:, None, None] + self.bias[:, None, None]
        return normalised.to(x.dtype)


def _sum_of_all(value: Tensor) -> Tensor:
    """Returns the sum over all processes; gradients flow back to all of them."""
    total: Tensor = _SumOfAll.apply(value)  # type: ignore[no-untyped-call]
    return total


class _SumOfAll(torch.autograd.Function):
    """A sum over all processes; so is its gradient, as each of them used the sum."""

    @staticmethod
    def forward(_context: object, value: Tensor) -> Tensor:
        total = value.clone()
        distributed.all_reduce(total)
        return total

    @staticmethod
    def backward(_context: object, gradient: Tensor) -> Tensor:
        return _sum_of_all(gradient)  # differentiable once more, for the penalty


def share_norms(network: nn.Module) -> None:
    """Puts shared norms, with the same weights, in the place of a network's batch norms."""
    for parent in network.modules():
        for name, child in parent.named_children():
            if isinstance(child, nn.BatchNorm2d):
                shared = SharedBatchNorm2d(child.num_features, child.eps, child.momentum)
                shared.load_state_dict(child.state_dict())
                setattr(parent, name, shared.to(child.weight.device))

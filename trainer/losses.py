"""The three terms of the objective, as pure functions of logits and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.world import World

PERTURBATION = 0.5  # of the batch's standard deviation; DRAGAN's published code


def adversarial(logits: Tensor, is_real: bool) -> Tensor:
    """Returns the mean cross-entropy of "real" logits (N,) against one answer, a scalar.

    The discriminator adds this for real pictures (True) and for drawn ones (False); the generator
    minimises it for drawn ones with True (the non-saturating form).

    Source: L_adv, 4.3, Jin et al. 2017, arXiv:1708.05509; written as something to minimise.
    """
    logits = logits.float()
    return F.softplus(-logits if is_real else logits).mean()


def classification(logits: Tensor, targets: Tensor) -> Tensor:
    """Returns the cross-entropy summed over attributes, averaged over the batch, a scalar.

    Args:
        logits: Attribute logits, (N, n_labels).
        targets: Attributes, (N, n_labels), 0 is off and 1 is on.

    Source: L_cls, 4.3, Jin et al. 2017, arXiv:1708.05509; written as something to minimise.
    """
    assert logits.shape == targets.shape, f"{tuple(logits.shape)} against {tuple(targets.shape)}"
    total = F.binary_cross_entropy_with_logits(logits.float(), targets.float(), reduction="sum")
    return total / logits.shape[0]


def perturb(real: Tensor, world: World, rng: torch.Generator | None = None) -> Tensor:
    """Returns points near this process's real pictures, of their shape, detached.

    Our variant is that of DRAGAN's published code: x + alpha * 0.5 * s * u, with s one standard
    deviation over the whole batch, u uniform in [0, 1) for each value and alpha uniform in [0, 1)
    for each picture.

    Source: Kodali et al. 2017, arXiv:1705.07215, and its authors' code; no deviation.
    """
    real = real.detach().float()
    whole = (len(real) * world.size, *real.shape[1:])
    noise = world.part(torch.rand(whole, generator=rng, device=real.device))
    alpha = world.part(torch.rand((whole[0], 1, 1, 1), generator=rng, device=real.device))
    variance = world.mean((real - world.mean(real.mean())).square().mean())
    return real + alpha * (PERTURBATION * variance.sqrt()) * noise


def gradient_penalty(
    score: Callable[[Tensor], Tensor], points: Tensor, target: float = 1.0
) -> Tensor:
    """Returns E[(||grad_x score(x)||_2 - target)^2] over the points, a differentiable scalar.

    The norm is over all of one picture's values (not over channels, not over the batch).

    Args:
        score: Maps pictures (N, C, H, W) to logits (N,), each depending on its own picture alone.
        points: Where to measure, (N, C, H, W); see `perturb`.
        target: The slope asked for: 1 around real pictures is DRAGAN's, 0 at real pictures is R1.

    Source: L_gp, 4.3, Jin et al. 2017, arXiv:1708.05509, after Kodali et al. 2017,
    arXiv:1705.07215; on the logit, as in DRAGAN's code. R1: Mescheder et al. 2018,
    arXiv:1801.04406, there halved.
    """
    points = points.detach().requires_grad_(True)
    logits = score(points)
    assert logits.shape == points.shape[:1], f"scores have shape {tuple(logits.shape)}"
    (slope,) = torch.autograd.grad(logits.float().sum(), points, create_graph=True)
    # The small constant keeps the root's own gradient finite where the slope is exactly zero.
    norms = (slope.float().square().sum(dim=(1, 2, 3)) + 1e-12).sqrt()
    return (norms - target).square().mean()

"""One step of a super-resolution training: a batch of pairs, and what is learned from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F  # noqa: N812

from trainer.losses import adversarial, gradient_penalty
from trainer.upscale.degrade import Kind, reduce_all

if TYPE_CHECKING:
    from torch import Tensor

    from trainer.upscale.config import UpscaleConfig
    from trainer.upscale.eye import Eye
    from trainer.upscale.state import UpscaleState
    from trainer.upscale.truths import Patches

Losses = dict[str, "Tensor"]


@dataclass(frozen=True)
class Sources:
    """What batches are made of.

    Attributes:
        truths: Large patches.
        paintings: Small patches of a generator's pictures, or None.
    """

    truths: Patches
    paintings: Patches | None = None


@dataclass(frozen=True)
class Batch:
    """A step's pictures, RGB in 0..1.

    Attributes:
        small: (N, 3, H, W); the first of them have truths.
        truth: (M, 3, 2H, 2W), M of at most N.
    """

    small: Tensor
    truth: Tensor


def draw_batch(state: UpscaleState, sources: Sources) -> Batch:
    """Returns the next batch, on the run's device."""
    config = state.config
    paintings = round(config.batch_images * config.share_keep) if sources.paintings else 0
    count = config.batch_images - paintings
    truth = sources.truths.draw(count)
    small = reduce_all(truth, _kinds(config, count, state.rng), state.rng)
    if sources.paintings is not None and paintings:
        small = torch.cat([small, sources.paintings.draw(paintings)])
    layout = torch.channels_last
    return Batch(
        small.to(state.device, memory_format=layout), truth.to(state.device, memory_format=layout)
    )


def _kinds(config: UpscaleConfig, count: int, rng: torch.Generator) -> list[Kind]:
    chances = torch.rand(count, generator=rng).tolist()
    clean, painted = config.share_clean, config.share_clean + config.share_painted
    return [
        Kind.CLEAN if chance < clean else Kind.PAINTED if chance < painted else Kind.WILD
        for chance in chances
    ]


def train_step(state: UpscaleState, batch: Batch, eye: Eye | None) -> Losses:
    """Does one step and returns its losses.

    Args:
        state: Changed in place.
        batch: See `draw_batch`.
        eye: Compares pictures in features; needed where their loss has a weight.
    """
    state.set_learning_rate()
    with _precision(state):
        large = state.network(batch.small)
    large = large.float()
    losses: Losses = {}
    if state.critic is not None:
        losses |= _train_critic(state, large.detach(), batch.truth)
    if state.critic is None or state.step >= state.config.critic_head_start:
        losses |= _train_network(state, large, batch, eye)
    state.step += 1
    return losses


def _train_network(state: UpscaleState, large: Tensor, batch: Batch, eye: Eye | None) -> Losses:
    config, known = state.config, len(batch.truth)
    losses = {"pixel": pixel_loss(large[:known], batch.truth, config.lenient_mse)}
    total = config.lambda_pixel * losses["pixel"]
    if known < len(large):
        # A painting has no truth, but what becomes of it must be it when reduced.
        losses["kept"] = F.mse_loss(F.avg_pool2d(large[known:], 2), batch.small[known:])
        total = total + config.lambda_pixel * losses["kept"]
    if config.lambda_feature and eye is not None:
        with _precision(state):
            losses["feature"] = eye.distance(large[:known], batch.truth)
        total = total + config.lambda_feature * losses["feature"]
    if state.critic is not None:
        with _precision(state):
            losses["adv"] = adversarial(state.critic(large), is_real=True)
        total = total + config.lambda_adv * losses["adv"]
    state.optimiser.zero_grad(set_to_none=True)
    torch.autograd.backward(total)
    state.optimiser.step()
    return {name: loss.detach() for name, loss in losses.items()}


def pixel_loss(large: Tensor, truth: Tensor, lenient_mse: float) -> Tensor:
    """Returns the mean over pictures of their squared errors, the greater ones reined in.

    Args:
        large: (N, 3, H, W).
        truth: The same shape.
        lenient_mse: Of a picture, c in c log(1 + mse / c), which is mse where it is much less,
            and c (log mse - log c), a peak signal-to-noise ratio, where it is much more; 0 for
            mse itself.
    """
    errors = (large - truth).square().mean((1, 2, 3))
    if lenient_mse:
        errors = lenient_mse * torch.log1p(errors / lenient_mse)
    return errors.mean()


def _train_critic(state: UpscaleState, large: Tensor, truth: Tensor) -> Losses:
    config, critic, optimiser = state.config, state.critic, state.optimiser_c
    assert critic is not None
    assert optimiser is not None
    with _precision(state):
        loss = adversarial(critic(truth), is_real=True) + adversarial(critic(large), is_real=False)
    losses = {"critic": loss.detach()}
    if config.lambda_gp and state.step % config.gp_every_steps == 0:
        # In float32: the slope of a slope is too small for less.
        slope = gradient_penalty(lambda img: critic(img).mean(1), truth, target=0.0)
        losses["slope"] = slope.detach()
        loss = loss + config.lambda_gp * config.gp_every_steps * slope
    optimiser.zero_grad(set_to_none=True)
    torch.autograd.backward(loss)
    optimiser.step()
    return losses


def _precision(state: UpscaleState) -> torch.autocast:
    is_half = state.config.precision == "bfloat16"
    return torch.autocast(state.device.type, dtype=torch.bfloat16, enabled=is_half)

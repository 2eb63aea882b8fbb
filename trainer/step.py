"""One training step: the discriminator's update, then the generator's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

from trainer import losses
from trainer.conditions import draw_conditions, to_input

if TYPE_CHECKING:
    from trainer.state import TrainState

Losses = dict[str, Tensor]  # scalars, detached, still on the device: reading one waits for it


def train_step(state: TrainState) -> Losses:
    """Updates both networks once and returns the whole batch's losses by name.

    The generator draws once a step; the discriminator learns from that batch detached, then the
    generator learns from the same batch. Drawing twice would cost a sixth of the step more.

    Source: 4.3 and 5.1, Jin et al. 2017, arXiv:1708.05509.
    """
    config, rng, world = state.config, state.rng, state.world
    state.set_learning_rate()
    real, targets = state.batches.draw()
    n = config.batch_images
    wanted = world.part(draw_conditions(config.condition_law, n, state.batches.labels, rng))
    z = world.part(torch.randn((n, config.z_dim), generator=rng, device=state.device))
    with _precision(state):
        fake = state.generator(z, to_input(wanted))
    report = _update_discriminator(state, real, targets, fake.detach(), wanted)
    if state.step >= config.d_first_steps:
        report |= _update_generator(state, fake, wanted)
    state.step += 1
    means = world.mean(torch.stack([value.detach() for value in report.values()]))
    return dict(zip(report, means, strict=True))


def _update_discriminator(
    state: TrainState, real: Tensor, targets: Tensor, fake: Tensor, wanted: Tensor
) -> Losses:
    """Descends L(D) = lambda_cls L_cls(D) + lambda_adv L_adv(D) + lambda_gp L_gp(D)."""
    config, n = state.config, len(real)
    report: Losses = {}
    state.optimiser_d.zero_grad(set_to_none=True)
    with _precision(state):
        # One pass for both halves: without batch norm no picture sees another.
        score, attributes = state.discriminator(torch.cat([real.to(fake.dtype), fake]))
    adversarial = losses.adversarial(score[:n], True) + losses.adversarial(score[n:], False)
    cls_real = losses.classification(attributes[:n], targets)
    cls_fake = losses.classification(attributes[n:], wanted)
    cls = cls_real + config.lambda_cls_fake * cls_fake
    _backward(config.lambda_adv * adversarial + config.lambda_cls * cls)
    report |= {"d_adv": adversarial, "d_cls_real": cls_real, "d_cls_fake": cls_fake}
    if state.step % config.gp_every_steps == 0:
        report["d_gp"] = _backward_penalty(state, real)
    state.world.average_gradients(state.discriminator)
    state.optimiser_d.step()
    return report


def _backward_penalty(state: TrainState, real: Tensor) -> Tensor:
    """Adds the gradient penalty's gradients to the discriminator's; returns the penalty.

    When it is taken only every k-th step it weighs k times as much there, so that its mean pull is
    the same (lazy regularisation, Karras et al. 2019, arXiv:1912.04958).
    """
    is_dragan = state.config.penalty == "dragan"
    points = losses.perturb(real, state.world, state.rng) if is_dragan else real

    def score(img: Tensor) -> Tensor:
        logits: Tensor = state.discriminator(img)[0]
        return logits

    with _precision(state):
        penalty = losses.gradient_penalty(score, points, target=1.0 if is_dragan else 0.0)
    _backward(state.config.lambda_gp * state.config.gp_every_steps * penalty)
    return penalty


def _update_generator(state: TrainState, fake: Tensor, wanted: Tensor) -> Losses:
    """Descends L(G) = lambda_adv L_adv(G) + lambda_cls L_cls(G)."""
    state.optimiser_g.zero_grad(set_to_none=True)
    # The discriminator only passes gradients on here; its own would be thrown away.
    state.discriminator.requires_grad_(False)
    with _precision(state):
        score, attributes = state.discriminator(fake)
    adversarial = losses.adversarial(score, True)
    cls = losses.classification(attributes, wanted)
    _backward(state.config.lambda_adv * adversarial + state.config.lambda_cls * cls)
    state.discriminator.requires_grad_(True)
    state.world.average_gradients(state.generator)
    state.optimiser_g.step()
    return {"g_adv": adversarial, "g_cls": cls}


def _precision(state: TrainState) -> torch.autocast:
    """Returns the context in which networks run."""
    is_half = state.config.precision == "bfloat16"
    return torch.autocast(state.device.type, dtype=torch.bfloat16, enabled=is_half)


def _backward(loss: Tensor) -> None:
    torch.autograd.backward(loss)

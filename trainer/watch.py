"""Notices that training went wrong, so that a run stops with a checkpoint worth going on from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from torch import nn

    from trainer import events
    from trainer.runs import RunFolder
    from trainer.state import TrainState

_WON_BELOW = 0.01
"""Adversarial loss of a discriminator that knows drawn from real pictures without fail.

It starts at 2 log 2 = 1.39; at 0.01 the right answer has a probability of 0.995.
"""
_LOST_AFTER = 10
"""So many reports one after another below it, and the run is given up."""


def broken_weights(state: TrainState) -> list[str]:
    """Returns what has a weight that is not finite: the losses are from before the last update."""
    networks: dict[str, nn.Module | None] = {
        "the generator's weights": state.generator,
        "the discriminator's weights": state.discriminator,
        "the averaged weights": state.average,
    }
    return [name for name, part in networks.items() if part is not None and not _is_finite(part)]


def _is_finite(network: nn.Module) -> bool:
    return all(bool(value.isfinite().all()) for value in network.state_dict().values())


def must_be_finite(broken: list[str], step: int, run: RunFolder) -> None:
    """Raises UserError where anything is broken: the run cannot recover and must not be saved."""
    if not broken:
        return
    how = "a lower learning_rate or a higher lambda_gp (--set key=value)"
    raise UserError(
        f"By step {step} training diverged: {', '.join(broken)} not a finite number any more. "
        + _advice(run, how)
    )


class Balance:
    """Watches that the discriminator does not win for good.

    One that tells drawn from real pictures without fail teaches the generator nothing any more.

    Args:
        before: What was reported until now, where a run is resumed.
        alone_steps: At first, in which the discriminator learns alone.

    Attributes:
        is_good: Whether it was not winning in the last report: only then is a checkpoint one to
            go on from.
    """

    def __init__(self, before: Iterable[events.Step] = (), alone_steps: int = 0) -> None:
        self.is_good = True
        self._alone_steps = alone_steps
        self._reports = 0
        for report in before:
            self.read(report)

    def read(self, report: events.Step) -> None:
        """Takes in a report; one from before the generator learns says nothing."""
        if report.step <= self._alone_steps:
            return
        self.is_good = report.losses["d_adv"] >= _WON_BELOW
        self._reports = 0 if self.is_good else self._reports + 1

    def must_not_be_lost(self, step: int, run: RunFolder) -> None:
        """Raises UserError where the discriminator has won for too long."""
        if self._reports < _LOST_AFTER:
            return
        how = "a higher lambda_gp, a lower d_rate_factor or a lower lambda_adv (--set key=value)"
        raise UserError(
            f"By step {step} the discriminator tells drawn from real pictures without fail "
            f"(d_adv below {_WON_BELOW} in {_LOST_AFTER} reports): the generator learns nothing "
            "any more. " + _advice(run, how)
        )


def _advice(run: RunFolder, how: str) -> str:
    if run.checkpoint_steps():
        return f"Go on from the last checkpoint with --resume and {how}."
    return f"There is no checkpoint yet: start again in the same folder with {how}."

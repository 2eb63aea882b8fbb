"""Adds up a run's losses between two reports."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

import torch

from trainer import events

if TYPE_CHECKING:
    from torch import Tensor

    from trainer.step import Losses


class Meter:
    """Means of the losses since the last reading; sums stay on the device until then.

    Args:
        batch_images: Pictures in a step.
    """

    def __init__(self, batch_images: int) -> None:
        self._batch_images = batch_images
        self._clear()

    def add(self, losses: Losses) -> None:
        """Takes in one step's losses."""
        self._steps += 1
        for name, value in losses.items():
            total, count = self._sums.get(name, (torch.zeros_like(value), 0))
            self._sums[name] = (total + value, count + 1)

    def broken(self) -> list[str]:
        """Returns the names of the losses that were not finite since the last reading."""
        return [name for name, value in self._means().items() if not math.isfinite(value)]

    def read(self, step: int, iterations: int) -> events.Step:
        """Returns the report and starts anew."""
        means = {name: float(f"{value:.4g}") for name, value in self._means().items()}
        seconds = time.perf_counter() - self._since
        rate = self._steps * self._batch_images / seconds
        self._clear()
        return events.Step(step, iterations, round(rate, 1), means)

    def _means(self) -> dict[str, float]:
        return {name: float(total) / count for name, (total, count) in self._sums.items()}

    def _clear(self) -> None:
        self._steps = 0
        self._since = time.perf_counter()
        self._sums: dict[str, tuple[Tensor, int]] = {}

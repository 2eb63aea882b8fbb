"""Times training steps, and sets them against what the machine can do at best."""

from __future__ import annotations

import dataclasses
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.flop_counter import flop_registry

from girlsmoe_desktop.core.attributes import LABELS
from trainer.data.drawn import LabelledImages
from trainer.state import TrainState
from trainer.step import train_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.config import TrainConfig

_BATCHES = 4
_MATRIX = {"cpu": 2048, "cuda": 8192}
"""Side of the matrices whose product measures the machine's peak."""
_PRODUCTS = 7


@dataclass(frozen=True)
class Bench:
    """What was measured.

    Attributes:
        ms: Median time of a step, in milliseconds; the penalty's own steps count by their share.
        images_per_s: Training pictures a second.
        tflops: Floating-point operations a second that the step's convolutions and products are
            worth, in 10^12.
        peak_tflops: The same of a large matrix product in the preset's precision.
    """

    ms: float
    images_per_s: float
    tflops: float
    peak_tflops: float

    @property
    def share(self) -> float:
        """Share of the measured peak."""
        return self.tflops / self.peak_tflops


class _Operations(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Adds up the operations of convolutions and matrix products, backward ones too.

    torch's own FlopCounterMode also follows the modules that run, and fails where a gradient is
    taken of a gradient, as the penalty does.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.total = 0

    def __torch_dispatch__(
        self,
        func: Any,  # noqa: ANN401 - torch.OpOverload
        types: Any,  # noqa: ANN401
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:  # noqa: ANN401
        """Runs an operation and counts it."""
        out = func(*args, **(kwargs or {}))
        count = flop_registry.get(func._overloadpacket)
        if count is not None:
            self.total += count(*args, **(kwargs or {}), out_val=out)
        return out


def measure(config: TrainConfig, device: str, steps: int, on_step: Callable[[int], None]) -> Bench:
    """Returns how fast a preset trains, on noise instead of pictures.

    Args:
        config: What to train.
        device: A torch device.
        steps: Steps timed, after as many as a penalty's turn takes to warm up.
        on_step: Told of every step done, those for warming up included.
    """
    config = dataclasses.replace(config, d_first_steps=0)  # such steps are cheaper than the rest
    state = TrainState(config, _noise(config), torch.device(device))
    turn = config.gp_every_steps
    times: dict[bool, list[float]] = {True: [], False: []}
    operations = 0.0
    for number in range(turn):
        with _Operations() as counter:
            train_step(state)
        operations += counter.total / turn
        on_step(number + 1)
    for number in range(max(steps, turn)):
        has_penalty = state.step % turn == 0
        _wait(device)
        start = time.perf_counter()
        train_step(state)
        _wait(device)
        times[has_penalty].append(time.perf_counter() - start)
        on_step(turn + number + 1)
    with_penalty = statistics.median(times[True])
    without = statistics.median(times[False]) if times[False] else with_penalty
    seconds = (with_penalty + (turn - 1) * without) / turn
    return Bench(
        ms=seconds * 1e3,
        images_per_s=config.batch_images / seconds,
        tflops=operations / seconds / 1e12,
        peak_tflops=_peak(device, config.precision) / 1e12,
    )


def _noise(config: TrainConfig) -> LabelledImages:
    rng = np.random.default_rng(0)
    count, size = _BATCHES * config.batch_images, config.size
    labels = (rng.random((count, len(LABELS))) < 0.25).astype(np.float32)
    return LabelledImages(rng.integers(0, 256, (count, size, size, 3), np.uint8), labels)


def _peak(device: str, precision: str) -> float:
    """Returns operations a second of a large matrix product."""
    kind = torch.bfloat16 if precision == "bfloat16" else torch.float32
    side = _MATRIX[torch.device(device).type]
    one = torch.randn((side, side), device=device, dtype=kind)
    times = []
    for _ in range(_PRODUCTS):
        _wait(device)
        start = time.perf_counter()
        one @ one
        _wait(device)
        times.append(time.perf_counter() - start)
    return float(2 * side**3 / min(times))


def _wait(device: str) -> None:
    """Waits until the device has done what it was given."""
    if torch.device(device).type == "cuda":
        torch.cuda.synchronize()

"""Tries a device out: whether it paints, and how quickly."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import Sentence, UserError
from girlsmoe_desktop.core.recipe import make_recipe
from girlsmoe_desktop.runtime.devices import DEVICES, device
from girlsmoe_desktop.runtime.generator import Generator
from girlsmoe_desktop.runtime.providers import problem_of

if TYPE_CHECKING:
    from girlsmoe_desktop.runtime.devices import Device
    from girlsmoe_desktop.runtime.library import InstalledModel

RUNS = 9
# Enough to see that a device paints.
LOOKED_RUNS = 3
WARM_UP_RUNS = 2


@dataclass(frozen=True)
class Trial:
    """What came of it.

    Attributes:
        device_id: The device.
        picture_ms: Median time of one picture, in milliseconds; None if it paints none.
        problem: Why not, or None.
    """

    device_id: str
    picture_ms: float | None
    problem: Sentence | None = None


def try_device(model: InstalledModel, device_id: str, runs: int = RUNS) -> Trial:
    """Returns how a model fares on a device. What fails is told in the result.

    Args:
        model: From the library.
        device_id: Not AUTO.
        runs: Pictures that are timed.
    """
    problem = problem_of(device(device_id))
    if problem:
        return Trial(device_id, None, problem)
    try:
        return _time(Generator(model, device=device_id), device_id, runs)
    except UserError as error:
        return Trial(device_id, None, error.sentence)


def device_lines(model: InstalledModel | None) -> list[str]:
    """Returns a line for each device: that it paints and how quickly, or why it does not.

    Args:
        model: To try them with; None where there is none.
    """
    return [f"{known.name}: {_told(model, known)}" for known in DEVICES]


def _told(model: InstalledModel | None, known: Device) -> str:
    problem = problem_of(known)
    if problem is None and model is None:
        return "installed, not tried: there is no model to paint with."
    if problem is None and model is not None:
        trial = try_device(model, known.id, LOOKED_RUNS)
        if trial.picture_ms is not None:
            return f"paints, {trial.picture_ms:.0f} ms a picture"
        problem = trial.problem
    return str(problem)


def _time(generator: Generator, device_id: str, runs: int) -> Trial:
    if generator.problem:
        return Trial(device_id, None, generator.problem)
    seconds = []
    for seed in range(runs + WARM_UP_RUNS):
        recipe = make_recipe(generator.manifest, seed, {})
        start = time.perf_counter()
        generator.paint([recipe])
        seconds.append(time.perf_counter() - start)
    known = device(device_id)
    if generator.provider != known.provider:
        return Trial(device_id, None, Sentence("{0} paints empty pictures here.", known.name))
    return Trial(device_id, 1000 * statistics.median(seconds[WARM_UP_RUNS:]))

"""Batches of tapered clumps, the unit in which hair is built, moved and painted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.hair.shell import (
    SAMPLES,
    clump_curves,
    coarsening,
    even_spacing,
    refinement,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from trainer.portraits.colors import Floats, Values

# Width of a clump along its length: positions 0..1 and shares of its largest width. Forks begin
# with no width inside their parent, which keeps them from looking like noodles laid on top.
PROFILES: dict[str, tuple[list[float], list[float]]] = {
    "lock": ([0, 0.12, 0.36, 0.55, 0.70, 0.84, 0.94, 1], [0.3, 0.6, 0.95, 1, 0.8, 0.46, 0.18, 0]),
    "long": ([0, 0.10, 0.28, 0.45, 0.62, 0.80, 0.93, 1], [0.3, 0.62, 0.96, 1, 0.84, 0.5, 0.19, 0]),
    "fork": ([0, 0.30, 0.48, 0.64, 0.80, 0.93, 1], [0, 0.35, 0.85, 1, 0.62, 0.22, 0]),
    "bang": ([0, 0.15, 0.42, 0.60, 0.76, 0.90, 1], [0.30, 0.50, 0.90, 1, 0.74, 0.36, 0]),
    "blunt": ([0, 0.15, 0.5, 0.8, 0.93, 1], [0.35, 0.6, 1.0, 0.98, 0.72, 0]),
    "tail": ([0, 0.06, 0.22, 0.5, 0.72, 0.88, 1], [0.22, 0.50, 1, 0.92, 0.62, 0.28, 0]),
    "strand": ([0, 0.35, 0.7, 1], [0, 1, 0.6, 0]),
    "cap": ([0, 0.2, 0.5, 0.8, 1], [0.4, 0.75, 1, 0.95, 0.25]),
    "leaf": ([0, 0.2, 0.4, 0.6, 0.8, 0.9, 1], [0.0, 0.55, 0.87, 1.0, 0.72, 0.42, 0.0]),
}
_NUMBERS = ("width", "tone", "tip", "line", "root", "order", "shine", "hug")


@dataclass
class Tube:
    """A drill: the axis (k, 3) of a bent tapering tube round which a spiral ribbon winds."""

    axis: Floats
    radius: float
    turns: float
    side: float


@dataclass(frozen=True)
class LockArrays:
    """A batch as float32 arrays: curves (n, t, 3), profile (n, t) and one number a clump (n,).

    `tone` lightens, `tip` fades the end toward skin, `line` strengthens the drawn edge, `root`
    darkens the root, `order` moves toward the front, `shine` scales highlights, `hug` says how
    much the clump lies on the skull.
    """

    curves: Floats
    profile: Floats
    width: Floats
    tone: Floats
    tip: Floats
    line: Floats
    root: Floats
    order: Floats
    shine: Floats
    hug: Floats


@dataclass
class LockBatch:
    """Clumps and tubes of one layer, in parts as they were added."""

    curves: list[Floats] = field(default_factory=list)
    profiles: list[Floats] = field(default_factory=list)
    numbers: dict[str, list[Floats]] = field(
        default_factory=lambda: {name: [] for name in _NUMBERS}
    )
    tubes: list[Tube] = field(default_factory=list)

    def add(
        self,
        curves: Values,
        width: Values,
        *,
        profile: str = "lock",
        tone: Values = 0.0,
        tip: float = 0.0,
        line: float = 1.0,
        root: float = 0.0,
        order: Values = 0.0,
        shine: float = 1.0,
        hug: float = 1.0,
    ) -> None:
        """Adds clumps along curves (n, k, 3); numbers are one for all or one a clump."""
        smooth = clump_curves(curves)
        count = len(smooth)
        self.curves.append(smooth)
        given = (width, tone, tip, line, root, order, shine, hug)
        for name, value in zip(_NUMBERS, given, strict=True):
            column = np.broadcast_to(np.asarray(value, dtype=np.float64), (count,))
            self.numbers[name].append(column.copy())
        shape = np.interp(np.linspace(0, 1, SAMPLES), *PROFILES[profile])
        self.profiles.append(np.broadcast_to(shape, (count, SAMPLES)).copy())

    def extend(self, other: LockBatch) -> LockBatch:
        """Adds the clumps and tubes of another batch; returns this one."""
        self.curves += other.curves
        self.profiles += other.profiles
        self.tubes += other.tubes
        for name in _NUMBERS:
            self.numbers[name] += other.numbers[name]
        return self

    def take(self, which: Callable[[Floats], NDArray[np.bool_]]) -> LockBatch:
        """Moves the clumps for which `which` (curves to booleans) holds into a new batch."""
        taken = LockBatch()
        for i, curves in enumerate(self.curves):
            chosen = which(curves)
            taken.curves.append(curves[chosen])
            self.curves[i] = curves[~chosen]
            taken.profiles.append(self.profiles[i][chosen])
            self.profiles[i] = self.profiles[i][~chosen]
            for name in _NUMBERS:
                column = self.numbers[name][i]
                taken.numbers[name].append(column[chosen])
                self.numbers[name][i] = column[~chosen]
        return taken

    def move(self, change: Callable[[Floats], None]) -> None:
        """Lets `change` move all curves, (n, SAMPLES, 3), in place."""
        if not self.curves:
            return
        together = np.concatenate(self.curves)
        change(together)
        ends = np.cumsum([len(curves) for curves in self.curves])[:-1]
        self.curves = np.split(together, ends)

    def arrays(self, samples: int) -> LockArrays:
        """Returns the clumps with `samples` points a curve."""
        curves = np.concatenate(self.curves).astype(np.float32)
        profile = np.concatenate(self.profiles).astype(np.float32)
        if samples > SAMPLES:
            finer = refinement((samples - 1) // (SAMPLES - 1)).astype(np.float32)
            curves = np.einsum("tk,nkd->ntd", finer, curves)
            profile = np.clip(profile @ finer.T, 0, None)
        elif samples < SAMPLES:
            profile = profile @ coarsening(samples).astype(np.float32).T
        columns = {
            name: np.concatenate(parts).astype(np.float32) for name, parts in self.numbers.items()
        }
        return LockArrays(even_spacing(curves, samples), profile, **columns)


@dataclass
class HairLayers:
    """The layers, from behind the body to in front of the face."""

    back: LockBatch = field(default_factory=LockBatch)
    middle: LockBatch = field(default_factory=LockBatch)
    cap: LockBatch = field(default_factory=LockBatch)
    side: LockBatch = field(default_factory=LockBatch)
    fringe: LockBatch = field(default_factory=LockBatch)
    top: LockBatch = field(default_factory=LockBatch)

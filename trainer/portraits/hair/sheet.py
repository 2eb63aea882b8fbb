"""Sheets of hair: smooth surfaces that part into pointed clumps toward their tips."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.colors import smooth_step
from trainer.portraits.hair.shell import clump_curves, even_spacing

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from trainer.portraits.colors import Floats, Values

    Rng = np.random.Generator

_BOW = 0.45
"""How far a clump's middle moves against its tip, as a share: locks are curved, not straight."""
_LEAF_GROWS = 0.30
"""Share of its length over which a leaf grows out of the clump below it."""


@dataclass(frozen=True)
class Clumps:
    """Clumps of one sheet, one number each (n,), positions across the sheet in 0..1.

    A clump covers the sheet from `left` to `right`; from the share `taper` of its length on it
    narrows to `blunt` of its width at the position `aim`, straight with `point` 1, rounder above.
    `start` is where a leaf grows out of the sheet (0: at the root). `length` shortens, `bend`
    (n, 3) moves the tip in head units, `order` brings to the front, `tone` lightens.
    """

    left: Floats
    right: Floats
    aim: Floats
    length: Floats
    taper: Floats
    point: Floats
    blunt: Floats
    start: Floats
    bend: Floats
    order: Floats
    tone: Floats

    def __len__(self) -> int:
        return len(self.left)

    def of(self, chosen: NDArray[np.bool_]) -> Clumps:
        """Returns some of the clumps."""
        return Clumps(*(getattr(self, each.name)[chosen] for each in fields(self)))

    def and_(self, more: Clumps) -> Clumps:
        """Returns these clumps and more."""
        names = [each.name for each in fields(self)]
        pairs = ((getattr(self, name), getattr(more, name)) for name in names)
        return Clumps(*(np.concatenate(pair) for pair in pairs))


@dataclass
class Sheet:
    """A surface (u, SAMPLES, 3) in head units, from its roots to its tips, and its clumps.

    Attributes:
        surface: Curves side by side; the neighbours of a curve are its neighbours in the hair.
        clumps: How the sheet parts.
        line: Strength of the drawn edges, 0..1.
        shine: Strength of highlights, 0..1.
        tip: How far the tips take the colour of skin below, 0..1.
        dark: How much darker the whole sheet is.
        strokes: Number of drawn strands.
        root: How much the roots darken.
    """

    surface: Floats
    clumps: Clumps
    line: float = 1.0
    shine: float = 1.0
    tip: float = 0.0
    dark: float = 0.0
    strokes: int = 0
    root: float = 0.0

    def points(self, columns: int, samples: int) -> tuple[Floats, Floats]:
        """Returns the clumps' points (n, samples, columns, 3) and widths (n, samples) 0..1."""
        clumps, t = self.clumps, np.linspace(0, 1, samples)[None, :]
        width = clump_width(clumps, t)
        across = np.linspace(0, 1, columns)
        whole = clumps.left[:, None] + (clumps.right - clumps.left)[:, None] * across
        aim = clumps.aim[:, None, None]
        u = aim + (whole[:, None, :] - aim) * width[..., None]
        along = (t * clumps.length[:, None])[..., None] + 0 * u
        points = _read(self.surface, u, along)
        moved = smooth_step(0.35, 1.0, t) ** 1.4 - _BOW * np.sin(np.pi * t) ** 2
        return points + moved[..., None, None] * clumps.bend[:, None, None, :], width


def clump_width(clumps: Clumps, t: Floats) -> Floats:
    """Returns widths (n, samples) as shares of the whole clump at positions t (1, samples)."""
    narrow = np.clip((t - clumps.taper[:, None]) / (1 - clumps.taper[:, None]), 0, 1)
    blunt = clumps.blunt[:, None]
    width = blunt + (1 - blunt) * (1 - narrow ** clumps.point[:, None])
    start = clumps.start[:, None]
    grown = np.where(start > 0, smooth_step(start, start + _LEAF_GROWS, t), 1.0)
    return np.asarray(width * grown)


def _read(surface: Floats, u: Floats, t: Floats) -> Floats:
    """Returns the surface's points at positions 0..1 across and along, read bilinearly."""
    rows, samples, _ = surface.shape
    x, y = np.clip(u, 0, 1) * (rows - 1), np.clip(t, 0, 1) * (samples - 1)
    i, j = np.minimum(x.astype(int), rows - 2), np.minimum(y.astype(int), samples - 2)
    a, b = (x - i)[..., None], (y - j)[..., None]
    near = surface[i, j] * (1 - b) + surface[i, j + 1] * b
    far = surface[i + 1, j] * (1 - b) + surface[i + 1, j + 1] * b
    return np.asarray(near * (1 - a) + far * a)


def sheet(controls: Values, clumps: Clumps, **looks: float) -> Sheet:
    """Returns a sheet through control points (u, k, 3)."""
    smooth = even_spacing(clump_curves(controls))
    strokes = int(looks.pop("strokes", 0))
    return Sheet(smooth, clumps, strokes=strokes, **looks)


def divide(
    rng: Rng,
    count: int,
    *,
    uneven: float = 0.5,
    overlap: float = 0.10,
    shortening: float = 0.1,
    taper: tuple[float, float] = (0.45, 0.65),
    point: float = 1.7,
    blunt: float = 0.0,
    lean: float = 0.25,
    bend: float = 0.04,
    tone: float = 0.035,
) -> Clumps:
    """Returns clumps that lie side by side over a whole sheet.

    Args:
        rng: Stream of the division.
        count: Number of clumps.
        uneven: How much their widths differ, 0..1.
        overlap: How far neighbours overlap, as a share of their width.
        shortening: Largest loss of length.
        taper: Where narrowing begins, lowest and highest share of the length.
        point: Roundness of the narrowing, 1 for straight sides.
        blunt: Width of the tip as a share of the clump's.
        lean: How far tips aim away from the middle, as a share of the width.
        bend: Spread of the tips' own movement, in head units.
        tone: Spread of brightness.
    """
    weights = rng.gamma(1 / (0.05 + uneven), 1, count) + 0.35
    edges = np.concatenate([[0.0], np.cumsum(weights)]) / weights.sum()
    width = np.diff(edges)
    middle = (edges[1:] + edges[:-1]) / 2
    # Narrow clumps lie between broad ones and end earlier.
    narrowness = 1 - np.clip(width * count, 0.3, 1.0)
    return Clumps(
        left=np.clip(edges[:-1] - width * overlap, 0, 1),
        right=np.clip(edges[1:] + width * overlap, 0, 1),
        aim=np.clip(middle + rng.normal(0, 1, count) * lean * width, 0, 1),
        length=1 - shortening * np.clip(rng.random(count) * 0.7 + narrowness, 0, 1),
        taper=rng.uniform(*taper, count),
        point=np.full(count, point) * rng.uniform(0.85, 1.15, count),
        blunt=np.full(count, blunt),
        start=np.zeros(count),
        bend=rng.normal(0, bend, (count, 3)) * (1, 0.5, 0.0),
        order=rng.normal(0, 0.05, count),
        tone=rng.normal(0, tone, count),
    )


def leaves(
    rng: Rng,
    parents: Clumps,
    count: int,
    *,
    size: tuple[float, float] = (0.30, 0.60),
    shortening: tuple[float, float] = (0.0, 0.25),
    bend: float = 0.08,
    tone: float = 0.0,
) -> Clumps:
    """Returns pointed leaves that grow out of clumps at their edges.

    Args:
        rng: Stream of the leaves.
        parents: The clumps.
        count: Number of leaves.
        size: Width as a share of the parent's.
        shortening: How much shorter than its parent a leaf is.
        bend: How far tips move away from the parent, in head units.
        tone: How much lighter leaves are.
    """
    parent = rng.integers(0, len(parents), count)
    side = rng.choice([-1.0, 1.0], count)
    whole = (parents.right - parents.left)[parent]
    half = whole * rng.uniform(*size, count) / 2
    middle = ((parents.right + parents.left) / 2)[parent] + side * whole * 0.30
    away = np.stack([side * np.abs(rng.normal(bend, bend / 2, count)), np.zeros(count)], 1)
    return Clumps(
        left=np.clip(middle - half, 0, 1),
        right=np.clip(middle + half, 0, 1),
        aim=np.clip(middle + side * half * 0.5, 0, 1),
        length=parents.length[parent] - rng.uniform(*shortening, count),
        taper=rng.uniform(0.48, 0.62, count),
        point=rng.uniform(1.0, 1.3, count),
        blunt=np.zeros(count),
        start=rng.uniform(0.10, 0.32, count),
        bend=np.concatenate([away, np.zeros((count, 1))], 1) + parents.bend[parent],
        order=parents.order[parent] + 0.02 + rng.normal(0, 0.03, count),
        tone=parents.tone[parent] + tone,
    )


@dataclass(frozen=True)
class Tube:
    """A drill or a braid: the axis (k, 3) of a bent tapering tube in head units.

    `turns` counts the windings of a drill or the crossings of a braid.
    """

    kind: str
    axis: Floats
    radius: float
    turns: float
    side: float


@dataclass
class Layer:
    """Sheets and tubes that are painted together, and move together."""

    sheets: list[Sheet] = field(default_factory=list)
    tubes: list[Tube] = field(default_factory=list)

    def add(self, *sheets: Sheet) -> None:
        """Adds sheets."""
        self.sheets += sheets

    def move(self, change: Callable[[Floats], None]) -> None:
        """Lets `change` move all surfaces, (u, SAMPLES, 3), in place."""
        for each in self.sheets:
            change(each.surface)


@dataclass
class HairLayers:
    """The layers, from behind the body to in front of the face."""

    back: Layer = field(default_factory=Layer)
    middle: Layer = field(default_factory=Layer)
    cap: Layer = field(default_factory=Layer)
    side: Layer = field(default_factory=Layer)
    fringe: Layer = field(default_factory=Layer)
    top: Layer = field(default_factory=Layer)

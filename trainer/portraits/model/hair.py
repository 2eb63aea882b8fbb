"""The hairstyle and its colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.portraits.colors import Rgb
    from trainer.portraits.model.point import Point3


@dataclass(frozen=True)
class HairColor:
    """A hair colour class and its shade; hues and turns in degrees.

    `shadow_hue` and `depth` (0 faint..1 deep) are those of the shadows of white and silver hair;
    they matter to no other colour. `tint_turn` and `tint_warm` give the slow change
    of tint, `rim_warm` the light from behind, the `tip_` numbers the dye of the last third.
    """

    name: str
    hue: float
    saturation: float
    value: float
    shadow_hue: float
    depth: float
    tint_turn: float
    tint_warm: bool
    rim_warm: bool
    tip_amount: float
    tip_turn: float
    tip_saturation: float
    tip_value: float


@dataclass(frozen=True)
class Tail:
    """A tail tied at `base` on `side` -1 or 1: its `kind` is "tail", "braid" or "drill".

    `layer` is "back" or "middle"; lengths are in head units; `tie` is the colour of the hair tie.
    """

    kind: str
    base: Point3
    side: float
    clumps: int
    length: float
    swing: float
    layer: str
    thickness: float
    wave: float
    kick: float
    lift: float
    bend: float
    curl: float
    phase: float
    tie: Rgb

    @property
    def end_y(self) -> float:
        """Height of the tip in head units."""
        return self.base[1] - self.length


@dataclass(frozen=True)
class Fringe:
    """The hair over the forehead: `clumps` clumps from a parting at `parting`.

    `height` is that of the tips in the middle over the upper lids.
    """

    kind: str
    clumps: int
    parting: float
    sweep: float
    lean: float
    height: float
    arch: float
    opening: float
    jitter: float
    edge: float
    middle_drop: float
    flick: float
    forks: float
    blunt: bool


@dataclass(frozen=True)
class Flow:
    """How whole layers move: left and right differ, hair bends in an S, and wind blows."""

    volume: float
    length: float
    bend: float
    frequency: float
    phase_left: float
    phase_right: float
    wind: float
    sway: float
    fan: float


@dataclass(frozen=True)
class Hair:
    """The hairstyle: cut, tails, fringe, and the numbers of every layer of clumps."""

    color: HairColor
    cut: str
    tie: str
    fringe: Fringe
    flow: Flow
    tails: tuple[Tail, ...]
    volume: float
    parting: float
    part_length: float
    whorl: float
    mess: float
    length: float
    flare: float
    curl: float
    wave: float
    frequency: float
    bulge: float
    back_clumps: int
    back_v: float
    blunt: bool
    flicks: int
    flick: float
    streamers: int
    front_falls: int
    fall_inward: float
    one_sided: int
    side_clumps: int
    side_length: float
    side_inward: float
    locks: int
    lock_x: float
    lock_length: float
    lock_width: float
    lock_curve: float
    lock_wave: float
    lock_phase: float
    tufts: int
    wisps: int
    cowlicks: int
    ink_strokes: int

"""A whole portrait."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.portraits.model.clothes import Clothes
    from trainer.portraits.model.dress import Band, Clip, Glasses, HairBow
    from trainer.portraits.model.face import Brows, Cheeks, Eyes, Mouth
    from trainer.portraits.model.figure import FaceShape, Pose, Skin, Style
    from trainer.portraits.model.hair import Hair
    from trainer.portraits.model.hats import Hat


@dataclass(frozen=True)
class PortraitSpec:
    """A whole portrait. `seed` and `index` seed the streams of the painter's fine texture."""

    seed: int
    index: int
    pose: Pose
    shape: FaceShape
    style: Style
    skin: Skin
    hair: Hair
    eyes: Eyes
    brows: Brows
    mouth: Mouth
    cheeks: Cheeks
    clothes: Clothes
    hat: Hat | None
    glasses: Glasses | None
    bows: tuple[HairBow, ...]
    band: Band | None
    clips: tuple[Clip, ...]

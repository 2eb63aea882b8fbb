"""How far a model does as it is told: what was measured of its attributes, as its manifest says."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from girlsmoe_desktop.core.controls import Control
    from girlsmoe_desktop.core.manifest import Manifest

# Names of figures in a manifest's metrics, each before the name of a label.
PRECISION = "precision."
IMAGES = "images."
WEAK_BELOW = 0.8


@dataclass(frozen=True)
class Obedience:
    """What was measured of one option.

    Attributes:
        precision: Share (0..1) of pictures that show what was asked for.
        images: Training pictures that had it; None where the manifest does not say.
    """

    precision: float
    images: int | None

    @property
    def is_weak(self) -> bool:
        """Whether it fails more often than people expect."""
        return self.precision < WEAK_BELOW


def obedience(manifest: Manifest, control: Control, option_id: str) -> Obedience | None:
    """Returns what was measured of an option, or None where nothing was.

    Of an option that sets several labels it is that of the worst.
    """
    variant = max(control.option(option_id).variants, key=lambda variant: variant.weight)
    measured = [_of_label(manifest, label) for label in variant.labels]
    known = [one for one in measured if one is not None]
    return min(known, key=lambda one: one.precision) if known else None


def weak_options(manifest: Manifest, control: Control) -> dict[str, Obedience]:
    """Returns option id -> what was measured, for those that fail often."""
    found = {option: obedience(manifest, control, option) for option in control.option_ids}
    return {option: one for option, one in found.items() if one is not None and one.is_weak}


def _of_label(manifest: Manifest, label: str) -> Obedience | None:
    precision = manifest.metrics.get(PRECISION + label, math.nan)
    images = manifest.metrics.get(IMAGES + label, math.nan)
    if not 0.0 <= precision <= 1.0:
        return None
    return Obedience(precision, int(images) if math.isfinite(images) and images >= 0 else None)

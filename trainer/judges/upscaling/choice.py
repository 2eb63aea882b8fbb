"""Where the slider of an upscaler should stand at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.judges.upscaling.comparison import Figures

ALIKE = 0.01
"""Share by which distances may differ that eyes can't tell apart."""
LAW = (
    "Of the sharpnesses that look as near to the truth as any (perception within "
    f"{ALIKE:.0%} of the least), the one that makes up least (grain and halo together)."
)


def suggested(ours: Mapping[float, Figures]) -> float:
    """Returns the sharpness to begin with, by `LAW`.

    Args:
        ours: Figures by sharpness, one or more.
    """
    nearest = min(figures.perception for figures in ours.values())
    alike = [at for at, found in ours.items() if found.perception <= nearest * (1 + ALIKE)]
    return min(alike, key=lambda at: (ours[at].artefacts, at))

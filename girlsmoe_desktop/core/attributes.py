"""The 34 attributes of the paper, in the order of the authors' first model.

Every label vector in this project, on disk, in a tensor and in a recipe, has this order unless a
model's manifest says otherwise: hair colour (one of 13), hair style (5 bits), details (6 bits),
eye colour (one of 10).

Source: Table 1, Jin et al. 2017, arXiv:1708.05509.
"""

from __future__ import annotations

HAIR_COLORS = (
    "blonde",
    "brown",
    "black",
    "blue",
    "pink",
    "purple",
    "green",
    "red",
    "silver",
    "white",
    "orange",
    "aqua",
    "gray",
)
HAIR_STYLES = ("long_hair", "short_hair", "twintails", "drill_hair", "ponytail")
DETAILS = ("blush", "smile", "open_mouth", "hat", "ribbon", "glasses")
EYE_COLORS = (
    "blue",
    "red",
    "brown",
    "green",
    "purple",
    "yellow",
    "pink",
    "aqua",
    "black",
    "orange",
)

LABELS: tuple[str, ...] = (
    *(f"{color}_hair" for color in HAIR_COLORS),
    *HAIR_STYLES,
    *DETAILS,
    *(f"{color}_eyes" for color in EYE_COLORS),
)
LABEL_INDEX: dict[str, int] = {name: index for index, name in enumerate(LABELS)}

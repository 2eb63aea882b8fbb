"""The words that a portrait's text fields may hold: the kinds that the painters know."""

from __future__ import annotations

from girlsmoe_desktop.core.attributes import EYE_COLORS, HAIR_COLORS
from trainer.portraits.law import MOUTHS
from trainer.portraits.sampling.dress import GARMENTS
from trainer.portraits.sampling.hair import CUTS

KINDS: dict[str, frozenset[str]] = {
    "Brows.mood": frozenset({"calm", "raised", "angry", "worried", "relaxed", "wry"}),
    "Cheeks.nose": frozenset({"tick", "dot", "shade"}),
    "Clip.kind": frozenset({"flower", "pins", "heart", "star"}),
    "Clothes.collar": frozenset({"bow", "tie", "plain"}),
    "Clothes.kind": frozenset(GARMENTS),
    "Clothes.pattern": frozenset({"none", "check", "dots", "stripe"}),
    "EyeColor.name": frozenset(EYE_COLORS),
    "Fringe.kind": frozenset(
        ("straight", "round", "side", "center", "messy", "crossed", "swept"),
    ),
    "Glasses.kind": frozenset({"round", "square", "half", "oval"}),
    "Hair.cut": frozenset(cut for cuts in CUTS.values() for cut in cuts),
    "Hair.tie": frozenset(
        ("none", "low_twin", "high_twin", "side_pony", "high_pony", "twin_drill", "side_drill"),
    ),
    "HairColor.name": frozenset(HAIR_COLORS),
    "Hat.kind": frozenset({"sun", "witch", "beret", "sailor", "santa", "boater"}),
    "Mouth.kind": frozenset(kind for kinds in MOUTHS.values() for kind in kinds),
    "Tail.kind": frozenset({"tail", "drill"}),
    "Tail.layer": frozenset({"back", "middle"}),
}
"""Class and field -> its words."""

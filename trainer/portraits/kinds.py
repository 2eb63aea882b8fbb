"""The words that a portrait's text fields may hold: the kinds that the painters know."""

from __future__ import annotations

from girlsmoe_desktop.core.attributes import EYE_COLORS, HAIR_COLORS
from trainer.portraits.law import MOUTHS

KINDS: dict[str, frozenset[str]] = {
    "Brows.mood": frozenset({"angry", "calm", "raised", "relaxed", "worried", "wry"}),
    "Cheeks.nose": frozenset({"dot", "shade", "tick"}),
    "Clip.kind": frozenset({"flower", "heart", "pins", "star"}),
    "Clothes.collar": frozenset({"bow", "plain", "tie"}),
    "Clothes.kind": frozenset(
        {"blazer", "dress", "hoodie", "kimono", "sailor", "shirt", "turtleneck"}
    ),
    "Clothes.pattern": frozenset({"check", "dots", "none", "stripe"}),
    "EyeColor.name": frozenset(EYE_COLORS),
    "Fringe.kind": frozenset({"center", "crossed", "messy", "round", "side", "straight", "swept"}),
    "Glasses.kind": frozenset({"half", "oval", "round", "square"}),
    "Hair.cut": frozenset(
        {"bob_in", "bob_out", "hime", "lob", "pixie", "shaggy", "short", "straight", "wavy"}
    ),
    "Hair.tie": frozenset(
        {"high_pony", "high_twin", "low_twin", "none", "side_drill", "side_pony", "twin_drill"}
    ),
    "HairColor.name": frozenset(HAIR_COLORS),
    "Hat.kind": frozenset({"beret", "boater", "sailor", "santa", "sun", "witch"}),
    "Mouth.kind": frozenset(kind for kinds in MOUTHS.values() for kind in kinds),
    "Tail.kind": frozenset({"drill", "tail"}),
    "Tail.layer": frozenset({"back", "middle"}),
}
"""Class and field -> its words."""

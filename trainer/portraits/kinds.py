"""The words that a portrait's text fields may hold: the kinds that the painters know."""

from __future__ import annotations

from girlsmoe_desktop.core.attributes import EYE_COLORS, HAIR_COLORS
from trainer.portraits.law import MOUTHS

KINDS: dict[str, frozenset[str]] = {
    "Brows.mood": frozenset({"calm", "keen", "raised", "tender", "wry"}),
    "Cheeks.nose": frozenset({"dot", "shade", "tick"}),
    "Clip.kind": frozenset({"flower", "heart", "pins", "star"}),
    "Clothes.collar": frozenset({"bow", "plain", "scarf", "tie"}),
    "Clothes.kind": frozenset(
        {
            "blazer",
            "cardigan",
            "coat",
            "hoodie",
            "kimono",
            "mandarin",
            "military",
            "muffler",
            "pinafore",
            "sailor",
            "shirt",
            "sweater",
            "tee",
            "vest",
        }
    ),
    "Clothes.pattern": frozenset({"check", "dots", "flowers", "none", "stripe"}),
    "EyeColor.name": frozenset(EYE_COLORS),
    "Fringe.kind": frozenset({"center", "crossed", "messy", "round", "side", "straight", "swept"}),
    "Glasses.kind": frozenset(
        {"cat_eye", "oval", "rectangle", "rimless", "round", "thick", "top_rim", "under_rim"}
    ),
    "Hair.cut": frozenset(
        {
            "bob_in",
            "bob_out",
            "curled",
            "hime",
            "layered",
            "lob",
            "pixie",
            "shaggy",
            "short",
            "straight",
            "wavy",
        }
    ),
    "Hair.tie": frozenset(
        {
            "high_pony",
            "high_twin",
            "low_pony",
            "low_twin",
            "none",
            "side_drill",
            "side_pony",
            "twin_drill",
        }
    ),
    "HairColor.name": frozenset(HAIR_COLORS),
    "Hat.emblem": frozenset({"anchor", "badge", "buckle", "flower", "none"}),
    "Hat.kind": frozenset(
        {
            "beanie",
            "beret",
            "boater",
            "bucket",
            "cap",
            "cat",
            "newsboy",
            "officer",
            "sailor",
            "santa",
            "straw",
            "sun",
            "top",
            "witch",
        }
    ),
    "Hat.material": frozenset({"check", "felt", "knit", "straw"}),
    "Hat.topping": frozenset({"button", "none", "pompom", "stem"}),
    "HatBand.kind": frozenset({"cloth", "cuff", "fur"}),
    "Mouth.kind": frozenset(kind for kinds in MOUTHS.values() for kind in kinds),
    "Tail.kind": frozenset({"braid", "drill", "tail"}),
    "Tail.layer": frozenset({"back", "middle"}),
}
"""Class and field -> its words."""

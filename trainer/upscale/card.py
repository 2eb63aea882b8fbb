"""The card of an upscaler: what it is for, how it was made, what was measured."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.upscaler import SOFT_FILE, read_upscaler_manifest
from trainer.runs import write_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from girlsmoe_desktop.core.upscaler import UpscalerManifest

CARD, WEAK_SPOTS = "card.md", "weak_spots.png"
_MANIFEST = "model.json"


def note(
    folder: Path, figures: dict[str, float], sharpness: float, tables: str, weak: bytes
) -> None:
    """Writes what was measured into an upscaler's manifest and card.

    Args:
        folder: Of the upscaler.
        figures: By name, for the manifest; they replace those of an earlier time.
        sharpness: Where the slider is to stand at first, 0 to 1.
        tables: What the card says was measured, Markdown.
        weak: A PNG of where it fares worst.

    Raises:
        UserError: the folder's manifest can't be read.
    """
    manifest = read_upscaler_manifest(folder / _MANIFEST)
    noted = dataclasses.replace(manifest, metrics=figures, default_sharpness=sharpness)
    card = upscaler_card(noted, (folder / SOFT_FILE).stat().st_size, tables, has_weak=True)
    write_bytes(folder / WEAK_SPOTS, weak)
    write_bytes(folder / CARD, card.encode())
    write_bytes(folder / _MANIFEST, noted.to_json().encode())


def upscaler_card(
    manifest: UpscalerManifest, size_bytes: int, tables: str = "", *, has_weak: bool = False
) -> str:
    """Returns the card, Markdown.

    Args:
        manifest: Of the upscaler.
        size_bytes: Of one network's file.
        tables: What was measured; without, the manifest's figures are told.
        has_weak: Whether a picture of its weak spots lies beside the card.
    """
    lines = [*_head(manifest, size_bytes), *_recipe(manifest)]
    if tables or manifest.metrics:
        lines += ["## Measured", "", tables or _plain(manifest), ""]
    lines += [
        "## Weak spots",
        "",
        "Photographs, screentone, small writing, and pictures much larger than what it learned "
        "from, where it has little to add.",
        "",
    ]
    if has_weak:
        lines += [
            "Where it is furthest from the truth, of some of the pictures measured:",
            "",
            f"![The small picture, what becomes of it, and the truth]({WEAK_SPOTS})",
            "",
        ]
    return "\n".join([*lines, f"Licence: {manifest.license}"]) + "\n"


def _head(manifest: UpscalerManifest, size_bytes: int) -> list[str]:
    made = manifest.provenance
    preview = " It is a preview: not yet trained to the end." if manifest.preview else ""
    return [
        f"# {manifest.name} ({manifest.id} {manifest.version})",
        "",
        f"Makes drawings {manifest.scale} times as wide and high.{preview} Two networks of one "
        f"shape, {made['channels']} channels and {made['blocks']} blocks, "
        f"{size_bytes / 1e6:.1f} MB of ONNX each: a soft one, trained to come near the truth, "
        "and a sharp one, trained on from there against a discriminator. What runs is a blend of "
        "their weights; the slider says how much of each, and stands at "
        f"{manifest.default_sharpness:g} at first.",
        "",
    ]


def _recipe(manifest: UpscalerManifest) -> list[str]:
    made = manifest.provenance
    before = f" It began with the weights of {made['began_with']}." if "began_with" in made else ""
    return [
        f"Learned from {made['images']} portraits that our own code drew at 512 pixels, reduced "
        "cleanly, made like a generator's paintings, or blurred, grained and saved as JPEG."
        f"{before}",
        "",
        "| network | recipe | steps |",
        "|---|---|---|",
        f"| soft | {made['soft_preset']} | {made['soft_steps']} |",
        f"| sharp | {made['sharp_preset']}, adversarial weight "
        f"{made['sharp_adversarial_weight']:g} | {made['sharp_steps']} |",
        "",
        *_laid(manifest),
    ]


def _laid(manifest: UpscalerManifest) -> list[str]:
    """Says where the sharp network was not trained on, but made from another upscaler's."""
    made = manifest.provenance
    if "sharp_laid_from" not in made:
        return []
    name = made["sharp_laid_from"]
    return [
        "The sharp network is the soft one plus what, weight by weight, the sharp one of "
        f"{name} has over its soft one; the steps are those that {name} took.",
        "",
    ]


def _plain(manifest: UpscalerManifest) -> str:
    rows = (f"| {name} | {value:g} |" for name, value in manifest.metrics.items())
    return "\n".join(["| measure | value |", "|---|---|", *rows])

"""An upscaler's manifest: its two networks, which are blended into one, and what they need."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.manifest import (
    FORMAT,
    check_counts,
    check_identity,
    described,
    read_small,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

KIND = "upscaler"
SOFT_FILE, SHARP_FILE = "soft.onnx", "sharp.onnx"
IN_NAME, OUT_NAME = "img", "upscaled"
MAX_SCALE = 4
MAX_CONTEXT_PX = 256


@dataclass(frozen=True)
class UpscalerManifest:
    """Everything that a program needs to know to run an upscaler.

    There are two networks of one shape, trained for nearness to the truth (soft) and against a
    discriminator (sharp). What runs is one network whose every weight lies between theirs:
    (1 - sharpness) * soft + sharpness * sharp, after the network interpolation of Wang et al.
    2018, arXiv:1809.00219. Both files hold the same graph; only the numbers in it differ.

    A network takes "img", float32 (1, 3, H, W) of any H and W, RGB in 0..1, and gives "upscaled",
    (1, 3, scale * H, scale * W), which may go a little beyond 0..1.

    Attributes:
        id: Folder name and identity: lower case letters, digits, `.`, `_`, `-`.
        version: Version of the weights, such as "1.0".
        name: What people read.
        scale: How many times wider and higher the picture becomes.
        context: Pixels of the picture around a pixel, each way, that what becomes of it depends
            on: with so many around a tile it comes out as it would in the whole picture.
        default_sharpness: Where the slider stands at first, 0 (soft) to 1 (sharp).
        license: What people may do with the weights, in a sentence.
        soft_sha256: Of `soft.onnx`, hexadecimal.
        sharp_sha256: Of `sharp.onnx`.
        preview: True for weights that are not yet trained to the end.
        metrics: Measured figures, by name.
        provenance: How the weights came to be.
    """

    id: str
    version: str
    name: str
    scale: int
    context: int
    default_sharpness: float
    license: str
    soft_sha256: str
    sharp_sha256: str
    preview: bool = False
    metrics: Mapping[str, float] = field(default_factory=dict)
    provenance: Mapping[str, str | int | float] = field(default_factory=dict)

    def to_json(self) -> str:
        """Returns the text of `model.json`; the inverse of `upscaler_from_json`."""
        data = {
            "format": FORMAT,
            "kind": KIND,
            "id": self.id,
            "version": self.version,
            "name": self.name,
            "license": self.license,
            "preview": self.preview,
            "files": {SOFT_FILE: self.soft_sha256, SHARP_FILE: self.sharp_sha256},
            "scale": self.scale,
            "context": self.context,
            "default_sharpness": self.default_sharpness,
            "metrics": dict(self.metrics),
            "provenance": dict(self.provenance),
        }
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def upscaler_from_json(text: str) -> UpscalerManifest:
    """Returns the manifest that the text describes.

    Raises:
        ValueError: It does not describe one that this version can use; the message says why.
    """
    data = described(text, KIND)
    try:
        manifest = _parse(data)
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"a field is missing or of the wrong kind ({error})") from error
    _check(manifest)
    return manifest


def _parse(data: dict[str, Any]) -> UpscalerManifest:
    return UpscalerManifest(
        id=str(data["id"]),
        version=str(data["version"]),
        name=str(data["name"]),
        scale=int(data["scale"]),
        context=int(data["context"]),
        default_sharpness=float(data["default_sharpness"]),
        license=str(data["license"]),
        soft_sha256=str(data["files"][SOFT_FILE]),
        sharp_sha256=str(data["files"][SHARP_FILE]),
        preview=bool(data["preview"]),
        metrics={str(k): float(v) for k, v in data["metrics"].items()},
        provenance=dict(data["provenance"]),
    )


def _check(manifest: UpscalerManifest) -> None:
    check_identity(manifest.id, manifest.soft_sha256)
    check_identity(manifest.id, manifest.sharp_sha256)
    check_counts(
        ("scale", manifest.scale, MAX_SCALE), ("context", manifest.context, MAX_CONTEXT_PX)
    )
    sharpness = manifest.default_sharpness
    if not (math.isfinite(sharpness) and 0 <= sharpness <= 1):
        raise ValueError(f"its default sharpness is {sharpness}, it must be 0 to 1")


def read_upscaler_manifest(path: Path) -> UpscalerManifest:
    """Returns the manifest in that file.

    Raises:
        UserError: It can't be read, or is not an upscaler's; the message names the file.
    """
    try:
        return upscaler_from_json(read_small(path))
    except OSError as error:
        raise UserError(
            "The upscaler's description {0} can't be read ({1}): give the folder of an "
            "upscaler, which holds model.json, soft.onnx and sharp.onnx.",
            path,
            error.strerror,
        ) from error
    except ValueError as error:
        raise UserError(
            "The upscaler's description {0} is damaged: {1}. Install the upscaler again.",
            path,
            error,
        ) from error

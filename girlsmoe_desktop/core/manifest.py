"""A model's manifest, `model.json`: what its tensors are, what its labels mean, who may use it."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.controls import Control, check_partition, control_from_json
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.law import Law, check_covers, law_from_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = 1
KIND = "generator"
MAX_BYTES = 1 << 20
MAX_LABELS = 1024
MAX_Z_DIM = 4096
MAX_SIZE_PX = 2048
# Noise twice as long is as far from what a generator was trained on as anybody goes.
MAX_TRUNCATION = 2.0
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


def is_model_id(text: str) -> bool:
    """Returns whether a model may be called so: it can't be mistaken for a path."""
    return _ID.fullmatch(text) is not None


@dataclass(frozen=True)
class Manifest:
    """Everything that a program needs to know to run a generator.

    Attributes:
        id: Folder name and identity of the model: lower case letters, digits, `.`, `_`, `-`.
        version: Version of the weights, such as "1.0".
        name: What people read.
        z_dim: Length of the noise vector.
        size: Width and height of the pictures, px.
        labels: Names of the labels, in the order of the label tensor.
        controls: How people set the labels; every label is in exactly one.
        laws: Odds for what nobody set, by name.
        default_law: The law behind "Random".
        license: What people may do with the pictures and the weights, in a sentence.
        sha256: Of the ONNX file, hexadecimal.
        file: Name of the ONNX file beside the manifest.
        z_name: Name of the noise input, float32, shape (N, z_dim), standard normal.
        labels_name: Name of the label input, float32, shape (N, len(labels)).
        image_name: Name of the output, float32, shape (N, 3, size, size), RGB.
        off: Value of a label that is off; strengths between and beyond are allowed.
        on: Value of a label that is on.
        low: Value of the output that is black.
        high: Value of the output that is white.
        truncation: What noise is multiplied by unless somebody sets it, 0 to 2; see `Recipe`.
        preview: True for a model that is not yet trained to the end.
        metrics: Measured figures, by name.
        provenance: How the weights came to be: preset, iterations, pictures seen, versions.
    """

    id: str
    version: str
    name: str
    z_dim: int
    size: int
    labels: tuple[str, ...]
    controls: tuple[Control, ...]
    laws: Mapping[str, Law]
    default_law: str
    license: str
    sha256: str
    file: str = "generator.onnx"
    z_name: str = "z"
    labels_name: str = "labels"
    image_name: str = "img"
    off: float = -1.0
    on: float = 1.0
    low: float = -1.0
    high: float = 1.0
    truncation: float = 1.0
    preview: bool = False
    metrics: Mapping[str, float] = field(default_factory=dict)
    provenance: Mapping[str, str | int | float] = field(default_factory=dict)

    @property
    def law(self) -> Law:
        """The law behind "Random"."""
        return self.laws[self.default_law]

    def control(self, control_id: str) -> Control:
        """Returns the control of that id.

        Raises:
            UserError: There is none; the message lists those that exist.
        """
        for control in self.controls:
            if control.id == control_id:
                return control
        known = ", ".join(control.id for control in self.controls)
        raise UserError("There is no attribute {0!r}: this model has {1}.", control_id, known)

    def to_json(self) -> str:
        """Returns the text of `model.json`; the inverse of `manifest_from_json`."""
        batch = "N"
        data = {
            "format": FORMAT,
            "kind": KIND,
            "id": self.id,
            "version": self.version,
            "name": self.name,
            "preview": self.preview,
            "license": self.license,
            "file": self.file,
            "sha256": self.sha256,
            "inputs": {
                "z": {"name": self.z_name, "shape": [batch, self.z_dim], "type": "float32"},
                "labels": {
                    "name": self.labels_name,
                    "shape": [batch, len(self.labels)],
                    "type": "float32",
                    "off": self.off,
                    "on": self.on,
                },
            },
            "output": {
                "name": self.image_name,
                "shape": [batch, 3, self.size, self.size],
                "type": "float32",
                "low": self.low,
                "high": self.high,
            },
            "labels": list(self.labels),
            "controls": [control.to_json() for control in self.controls],
            "default_law": self.default_law,
            "laws": {name: law.to_json() for name, law in self.laws.items()},
            "metrics": dict(self.metrics),
            "provenance": dict(self.provenance),
        }
        if self.truncation != 1.0:
            data["truncation"] = self.truncation
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def described(text: str, kind: str) -> dict[str, Any]:
    """Returns the fields of a manifest of a kind.

    Raises:
        ValueError: It is none of this version, or describes something else.
    """
    try:
        data = json.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        found = data.get("format") if isinstance(data, dict) else type(data).__name__
        raise ValueError(f"its format is {found!r}, this version reads {FORMAT}")
    if data.get("kind") != kind:
        raise ValueError(f"it describes a {data.get('kind')!r}, not a {kind}")
    return data


def check_identity(model_id: str, sha256: str) -> None:
    """Raises ValueError where a manifest's id or checksum can't be one."""
    if not is_model_id(model_id):
        raise ValueError(f"the id {model_id!r} may hold only lower case letters, digits, . _ -")
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise ValueError("its sha256 must be 64 hexadecimal digits")


def check_counts(*counts: tuple[str, int, int]) -> None:
    """Raises ValueError for the first (what, value, top) that is not 1 to top."""
    for what, value, top in counts:
        if not 1 <= value <= top:
            raise ValueError(f"its {what} is {value}, it must be 1 to {top}")


def read_small(path: Path) -> str:
    """Returns a manifest's text.

    Raises:
        OSError: It can't be read.
        ValueError: It is too large to be one, or no UTF-8.
    """
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"it is larger than {MAX_BYTES} bytes")
    return path.read_text(encoding="utf-8")


def manifest_from_json(text: str) -> Manifest:
    """Returns the manifest that the text describes.

    Raises:
        ValueError: It does not describe one that this version can use; the message says why.
    """
    data = described(text, KIND)
    try:
        manifest = _parse(data)
        _check(manifest)
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"a field is missing or of the wrong kind ({error})") from error
    return manifest


def _parse(data: dict[str, Any]) -> Manifest:
    z, labels, image = data["inputs"]["z"], data["inputs"]["labels"], data["output"]
    _, channels, height, width = image["shape"]
    if (channels, height) != (3, width):
        raise ValueError("its output must be square RGB pictures, shape (N, 3, size, size)")
    names = tuple(map(str, data["labels"]))
    if int(labels["shape"][1]) != len(names):
        raise ValueError(f"it names {len(names)} labels for a tensor of {labels['shape'][1]}")
    return Manifest(
        id=str(data["id"]),
        version=str(data["version"]),
        name=str(data["name"]),
        z_dim=int(z["shape"][1]),
        size=int(width),
        labels=names,
        controls=tuple(control_from_json(control) for control in data["controls"]),
        laws={str(name): law_from_json(law) for name, law in data["laws"].items()},
        default_law=str(data["default_law"]),
        license=str(data["license"]),
        sha256=str(data["sha256"]),
        file=str(data["file"]),
        z_name=str(z["name"]),
        labels_name=str(labels["name"]),
        image_name=str(image["name"]),
        off=float(labels["off"]),
        on=float(labels["on"]),
        low=float(image["low"]),
        high=float(image["high"]),
        truncation=float(data.get("truncation", 1.0)),
        preview=bool(data["preview"]),
        metrics={str(k): float(v) for k, v in data["metrics"].items()},
        provenance=dict(data["provenance"]),
    )


def _check(manifest: Manifest) -> None:
    check_identity(manifest.id, manifest.sha256)
    if manifest.file != "generator.onnx":
        raise ValueError("its weights must lie beside it as generator.onnx")
    check_counts(
        ("z_dim", manifest.z_dim, MAX_Z_DIM),
        ("size", manifest.size, MAX_SIZE_PX),
        ("number of labels", len(manifest.labels), MAX_LABELS),
    )
    coding = (manifest.off, manifest.on, manifest.low, manifest.high)
    if (
        not all(map(math.isfinite, coding))
        or manifest.off == manifest.on
        or manifest.low >= manifest.high
    ):
        raise ValueError("off, on, low and high must be finite; off is not on, low is below high")
    if not 0.0 < manifest.truncation <= MAX_TRUNCATION:
        raise ValueError(f"its truncation must be above 0 and at most {MAX_TRUNCATION:.0f}")
    check_partition(manifest.controls, manifest.labels)
    for law in manifest.laws.values():
        check_covers(law, manifest.controls)
    if manifest.default_law not in manifest.laws:
        raise ValueError(f"its default law {manifest.default_law!r} is not among its laws")


def read_manifest(path: Path) -> Manifest:
    """Returns the manifest in that file.

    Raises:
        UserError: It can't be read, or is not a manifest; the message names the file.
    """
    try:
        return manifest_from_json(read_small(path))
    except OSError as error:
        raise UserError(
            "The model description {0} can't be read ({1}): install the model again, or "
            "choose another with --model.",
            path,
            error.strerror,
        ) from error
    except ValueError as error:
        raise UserError(
            "The model description {0} is damaged: {1}. Install the model again, or "
            "choose another with --model.",
            path,
            error,
        ) from error


def kind_of(path: Path) -> str:
    """Returns what the manifest in that file says it describes; "" where it does not say."""
    try:
        data = json.loads(read_small(path))
    except (OSError, ValueError, RecursionError):
        return ""
    return str(data.get("kind", "")) if isinstance(data, dict) else ""

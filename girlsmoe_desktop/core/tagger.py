"""A tagger's manifest: what its tensors are, what its labels mean, how often it is right."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.manifest import (
    FORMAT,
    MAX_LABELS,
    MAX_SIZE_PX,
    check_counts,
    check_identity,
    described,
    read_small,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

KIND = "tagger"
FILE = "tagger.onnx"
MAX_FEATURES = 8192


@dataclass(frozen=True)
class TaggerManifest:
    """Everything that a program needs to know to run a tagger.

    The network takes "img", float32 (N, 3, size, size), RGB in [-1, 1], and gives "probabilities",
    (N, labels) in 0..1, and "features", (N, features), in which like pictures lie close.

    Attributes:
        id: Folder name and identity: lower case letters, digits, `.`, `_`, `-`.
        version: Version of the weights, such as "1.0".
        name: What people read.
        size: Width and height of the pictures it reads, px.
        labels: Names of the labels, in the order of the probabilities. Those of one group exclude
            each other and their probabilities sum to 1.
        groups: First label and the one after the last of each such group, by its name.
        features: Length of the feature vector.
        license: What people may do with the weights, in a sentence.
        sha256: Of the ONNX file, hexadecimal.
        accuracy: Balanced accuracy of each label on pictures it never saw, 0..1.
        provenance: How the weights came to be.
    """

    id: str
    version: str
    name: str
    size: int
    labels: tuple[str, ...]
    groups: Mapping[str, tuple[int, int]]
    features: int
    license: str
    sha256: str
    accuracy: Mapping[str, float] = field(default_factory=dict)
    provenance: Mapping[str, str | int | float] = field(default_factory=dict)

    def to_json(self) -> str:
        """Returns the text of `model.json`; the inverse of `tagger_from_json`."""
        data = {
            "format": FORMAT,
            "kind": KIND,
            "id": self.id,
            "version": self.version,
            "name": self.name,
            "license": self.license,
            "file": FILE,
            "sha256": self.sha256,
            "size": self.size,
            "labels": list(self.labels),
            "groups": {name: list(ends) for name, ends in self.groups.items()},
            "features": self.features,
            "accuracy": dict(self.accuracy),
            "provenance": dict(self.provenance),
        }
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def tagger_from_json(text: str) -> TaggerManifest:
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


def _parse(data: dict[str, Any]) -> TaggerManifest:
    if data["file"] != FILE:
        raise ValueError(f"its weights must lie beside it as {FILE}")
    return TaggerManifest(
        id=str(data["id"]),
        version=str(data["version"]),
        name=str(data["name"]),
        size=int(data["size"]),
        labels=tuple(map(str, data["labels"])),
        groups={str(k): (int(first), int(end)) for k, (first, end) in data["groups"].items()},
        features=int(data["features"]),
        license=str(data["license"]),
        sha256=str(data["sha256"]),
        accuracy={str(k): float(v) for k, v in data["accuracy"].items()},
        provenance=dict(data["provenance"]),
    )


def _check(manifest: TaggerManifest) -> None:
    check_identity(manifest.id, manifest.sha256)
    check_counts(
        ("size", manifest.size, MAX_SIZE_PX),
        ("number of labels", len(manifest.labels), MAX_LABELS),
        ("number of features", manifest.features, MAX_FEATURES),
    )
    for name, (first, end) in manifest.groups.items():
        if not 0 <= first < end <= len(manifest.labels):
            raise ValueError(f"its group {name!r} has labels {first} to {end}, which are not there")
    for label, share in manifest.accuracy.items():
        if label not in manifest.labels or not (math.isfinite(share) and 0 <= share <= 1):
            raise ValueError(f"its accuracy of {label!r} is {share}; it must be a label's, 0 to 1")


def read_tagger_manifest(path: Path) -> TaggerManifest:
    """Returns the manifest in that file.

    Raises:
        UserError: It can't be read, or is not a tagger's; the message names the file.
    """
    try:
        return tagger_from_json(read_small(path))
    except OSError as error:
        raise UserError(
            "The tagger's description {0} can't be read ({1}): give the folder of a "
            "tagger, which holds model.json and tagger.onnx.",
            path,
            error.strerror,
        ) from error
    except ValueError as error:
        raise UserError(
            "The tagger's description {0} is damaged: {1}. Export the tagger again.", path, error
        ) from error

"""The tagger: a reader of labels as an ONNX file, with what was measured of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.manifest import is_model_id
from girlsmoe_desktop.core.tagger import FILE, TaggerManifest, read_tagger_manifest
from trainer.judges import answers
from trainer.judges.answers import GROUPS
from trainer.model_folder import LICENSE, must_be_replaceable, read_weights, write_folder
from trainer.onnx_files import halved, to_onnx
from trainer.pixels import from_pixels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.data.drawn import LabelledImages
    from trainer.judges.labels import LabelsReport
    from trainer.judges.reader import LabelReader

    Pixels = NDArray[np.uint8]

MANIFEST, CARD = "model.json", "card.md"
FILES = (FILE, MANIFEST, CARD)
TOLERANCE = 1e-4
"""Largest difference of a probability between torch and the ONNX file."""
HALF_TOLERANCE = 0.02
"""The same where the file keeps weights in 16 bits."""
FOR_FACES = "faces"
"""What a tagger learned for that labels faces cut out of pictures."""
_BATCH = 64


class TaggerNetwork(nn.Module):
    """A reader that gives probabilities (n, 34) and features, for pictures (n, 3, H, W)."""

    def __init__(self, reader: LabelReader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, img: Tensor) -> tuple[Tensor, Tensor]:
        """Returns probabilities, which sum to 1 within hair and within eye colours; features."""
        features = self.reader.features(img)
        logits: Tensor = self.reader.head(features)
        hair, eyes = GROUPS["hair colour"], GROUPS["eye colour"]
        parts = [
            logits[:, hair].softmax(1),
            logits[:, hair.stop : eyes.start].sigmoid(),
            logits[:, eyes].softmax(1),
        ]
        return torch.cat(parts, 1), features


@dataclass(frozen=True)
class Reading:
    """What a tagger saw: probabilities (N, 34) and features (N, k), both float32."""

    probabilities: NDArray[np.float32]
    features: NDArray[np.float32]


class Tagger:
    """A tagger on the CPU.

    Args:
        folder: Holds model.json and tagger.onnx.

    Attributes:
        manifest: What it is.

    Raises:
        UserError: files are missing or damaged, or its labels are not ours.
    """

    def __init__(self, folder: Path) -> None:
        self.manifest = read_tagger_manifest(folder / MANIFEST)
        if self.manifest.labels != LABELS:
            raise UserError(
                f"The tagger in {folder} reads other labels than the generators here have. "
                "Train one with: girlsmoe-train train-tagger"
            )
        data = read_weights(folder / FILE, self.manifest.sha256, "Export the tagger again.")
        self._session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])

    def read(self, pixels: Pixels) -> Reading:
        """Returns what it sees in pictures (N, size, size, 3) uint8.

        Raises:
            ValueError: they are of another size.
        """
        size = self.manifest.size
        if pixels.shape[1:] != (size, size, 3):
            raise ValueError(f"pictures are {pixels.shape}, expected (N, {size}, {size}, 3)")
        parts = [self._run(batch) for batch in _batches(pixels)]
        empty = (np.zeros((0, len(LABELS))), np.zeros((0, self.manifest.features)))
        probabilities, features = zip(*parts, strict=True) if parts else ((empty[0],), (empty[1],))
        return Reading(
            np.concatenate(probabilities).astype(np.float32),
            np.concatenate(features).astype(np.float32),
        )

    def _run(self, batch: Pixels) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        img = np.ascontiguousarray(batch.transpose(0, 3, 1, 2)).astype(np.float32) / 127.5 - 1
        probabilities, features = self._session.run(["probabilities", "features"], {"img": img})
        return probabilities, features


def decide(probabilities: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Returns what is seen: in hair and eyes the likeliest colour, else what is above a half."""
    return answers.decide(torch.from_numpy(probabilities), above=0.5).numpy()


def _batches(pixels: Pixels) -> Iterator[Pixels]:
    for start in range(0, len(pixels), _BATCH):
        yield pixels[start : start + _BATCH]


@dataclass(frozen=True)
class TaggerIdentity:
    """What a tagger is called; see `TaggerManifest`. Half: its weights are kept in 16 bits."""

    id: str
    name: str
    version: str = "1.0"
    half: bool = False


def must_be_fit(out: Path, identity: TaggerIdentity) -> None:
    """Raises UserError where a tagger could not be written, before it is trained."""
    must_be_replaceable(out, FILES)
    if not is_model_id(identity.id):
        raise UserError(
            f"{identity.id!r} can't be an identifier: use lower case letters, digits and . _ -"
        )


def export_tagger(
    reader: LabelReader,
    out: Path,
    identity: TaggerIdentity,
    trained_on: LabelledImages,
    report: LabelsReport,
    provenance: dict[str, str | int | float],
) -> int:
    """Writes a trained reader as a tagger's folder; returns the size of the ONNX file in bytes.

    Args:
        reader: In evaluation mode.
        out: The folder to make; an earlier one is replaced.
        identity: What it is called.
        trained_on: The pictures it learned from.
        report: What it saw in pictures that it never learned from.
        provenance: What else is told of its training.

    Raises:
        UserError: the folder can't be written, or the ONNX file does not see what torch sees.
    """
    must_be_fit(out, identity)
    size = trained_on.pixels.shape[1]
    network = TaggerNetwork(reader).cpu().float().eval()
    example = torch.zeros(2, 3, size, size)
    with torch.no_grad():
        features = network(example)[1].shape[1]
    model = to_onnx(network, (example,), ("img",), ("probabilities", "features"))
    model = halved(model) if identity.half else model
    tolerance = HALF_TOLERANCE if identity.half else TOLERANCE
    _check_parity(model, network, trained_on.pixels[:8], tolerance)
    accuracy = {score.label: round(score.balanced_accuracy, 5) for score in report.scores}
    manifest = TaggerManifest(
        id=identity.id,
        version=identity.version,
        name=identity.name,
        size=size,
        labels=LABELS,
        groups={name: (group.start, group.stop) for name, group in GROUPS.items()},
        features=features,
        license=LICENSE,
        sha256=hashlib.sha256(model).hexdigest(),
        accuracy={label: value for label, value in accuracy.items() if value == value},
        provenance={"images": len(trained_on), "drawing": trained_on.drawing, **provenance},
    )
    card = tagger_card(manifest, report, len(model))
    files = {FILE: model, MANIFEST: manifest.to_json().encode(), CARD: card.encode()}
    write_folder(out, files)
    return len(model)


def _check_parity(model: bytes, network: TaggerNetwork, pixels: Pixels, tolerance: float) -> None:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    img = from_pixels(torch.from_numpy(pixels)).contiguous()
    with torch.no_grad():
        expected = network(img)[0].numpy()
    seen = session.run(["probabilities"], {"img": img.numpy()})[0]
    difference = float(np.abs(seen - expected).max())
    if not difference <= tolerance:
        raise UserError(
            f"The exported tagger differs from the trained one by {difference:.2g} (allowed "
            f"{tolerance:g}); nothing was written. Train it again."
        )


def _purpose(manifest: TaggerManifest, made: str) -> list[str]:
    """Returns what the card says of what a tagger is for and what it learned from."""
    changed = "turned, blurred, recoloured and partly hidden"
    if manifest.provenance.get("learned_for") == FOR_FACES:
        return [
            "It labels faces that were cut out of pictures, before whatever ground. What judges a "
            "generator should not have labelled what it learned from: take another one for that.",
            "",
            "Learned from drawn portraits before busy and plain grounds, others beside them and "
            f"white bands at edges, {changed} ({made}).",
        ]
    return [
        "It judges generators: whether a wished attribute is there, and how far what they draw is "
        "from what they learned. No generator's training uses it, or it would be no judge.",
        "",
        f"Learned from drawn portraits, {changed} ({made}).",
    ]


def tagger_card(manifest: TaggerManifest, report: LabelsReport, size_bytes: int) -> str:
    """Returns the card: what the tagger is for, how it was made, how often it is right."""
    made = ", ".join(f"{key} {value}" for key, value in manifest.provenance.items())
    worst = report.worst
    lines = [
        f"# {manifest.name} ({manifest.id} {manifest.version})",
        "",
        f"Reads the {len(manifest.labels)} labels off portraits of {manifest.size} x "
        f"{manifest.size} pixels and gives a vector of {manifest.features} features in which like "
        f"portraits lie close. {size_bytes / 1e6:.1f} MB of ONNX.",
        "",
        *_purpose(manifest, made),
        "",
        "## On portraits it never saw",
        "",
        f"Worst label: {worst.label}, {worst.balanced_accuracy:.4f}." if worst else "None judged.",
        "",
        "| label | balanced accuracy | seen where it is | not seen where it is not | pictures |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {score.label} | {score.balanced_accuracy:.4f} | {score.hits:.4f} "
        f"| {score.rejections:.4f} | {score.on} |"
        for score in report.scores
    ]
    lines += [
        "",
        "Weak spots: pictures in another style than the drawn portraits, several people, heads "
        "that are cut off, closed eyes, hair of two colours.",
        "",
        f"Licence: {manifest.license}",
    ]
    return "\n".join(lines) + "\n"

"""Taggers behind one interface: our own, Illustration2Vec, and those of the WD v3 kind.

The weights of the two foreign ones are for the user to bring, as ONNX files. They run on the CPU.
"""

from __future__ import annotations

import csv
import hashlib
import json
import math
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
from PIL import Image

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.tagger import FILE, read_tagger_manifest
from trainer.data.tag_map import DEFAULT_TABLE, OWN_THRESHOLD, THRESHOLD, TagMap
from trainer.model_folder import read_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.data.tag_map import TagTable

    Array = NDArray[np.float32]

KINDS = ("own", "i2v", "wd")
MANIFEST, TAG_LIST, TAG_TABLE = "model.json", "tag_list.json", "selected_tags.csv"
BATCH = 16
"""Pictures that are read at once where the network leaves it open."""
# Of the colours blue, green, red in its training pictures. Source: Saito and Matsui 2015.
_I2V_MEAN = np.array([164.76139251, 167.47864617, 181.13838569], np.float32)
_EXTERNAL_DATA_FOLDER = "session.model_external_initializers_file_folder_path"
_TOLERANCE = 1e-3


@dataclass(frozen=True)
class Sight:
    """What a tagger saw: probabilities of the labels (N, 34) and features (N, k), float32."""

    probabilities: Array
    features: Array


@dataclass(frozen=True)
class _Way:
    """How pictures are put to a network.

    Attributes:
        channels_last: Its input is (N, H, W, 3), else (N, 3, H, W).
        resample: How pictures are reduced; they are enlarged bicubically.
        values: Makes (N, size, size, 3), 0..255 RGB, what it was trained on.
    """

    channels_last: bool
    resample: Image.Resampling
    values: Callable[[Array], Array]


_WAYS: Mapping[str, _Way] = {
    "own": _Way(False, Image.Resampling.BOX, lambda rgb: rgb / 127.5 - 1),
    "i2v": _Way(False, Image.Resampling.BILINEAR, lambda rgb: rgb[..., ::-1] - _I2V_MEAN),
    "wd": _Way(True, Image.Resampling.BICUBIC, lambda rgb: rgb[..., ::-1]),
}


class Tagger:
    """A loaded tagger; see `open_tagger`.

    Attributes:
        kind: One of `KINDS`.
        name: What people call it.
        sha256: Of its weights.
        map_sha256: Of which tags mean which label.
        batch: Pictures it reads at once.
        unknown: Labels that it knows nothing of.
        threshold: Above it a label that is not a colour is usually on.
    """

    def __init__(
        self, kind: str, name: str, data: bytes, tags: Sequence[str], table: TagTable
    ) -> None:
        self.kind, self.name = kind, name
        self.sha256 = hashlib.sha256(data).hexdigest()
        self._way = _WAYS[kind]
        self._map = TagMap(tags, table)
        self.map_sha256 = self._map.sha256
        self.unknown = self._map.unknown
        self.threshold = OWN_THRESHOLD if kind == "own" else THRESHOLD
        self._session = _open_session(data, name)
        self._input, fixed, self._size = self._find_input()
        self.batch = fixed or BATCH
        self._fixed_batch = fixed is not None
        self._outputs = self._find_outputs(len(tags))

    def read(self, pictures: Sequence[Image.Image]) -> Sight:
        """Returns what it sees in square pictures of any size, at most `batch` of them.

        Raises:
            UserError: It can't be run, or gives what are no probabilities.
        """
        rgb = np.stack([self._fitted(picture) for picture in pictures]).astype(np.float32)
        if self._fixed_batch and len(rgb) < self.batch:
            rgb = np.concatenate([rgb, np.zeros((self.batch - len(rgb), *rgb.shape[1:]), "f4")])
        values = self._way.values(rgb)
        if not self._way.channels_last:
            values = values.transpose(0, 3, 1, 2)
        found = self._run(np.ascontiguousarray(values, dtype=np.float32))
        seen, *more = (each.reshape(len(rgb), -1)[: len(pictures)] for each in found)
        if not (seen >= -_TOLERANCE).all() or not (seen <= 1 + _TOLERANCE).all():  # nor NaN
            raise UserError(
                f"{self.name} gives numbers that are no probabilities: export it with the sigmoid "
                "that its last layer is followed by."
            )
        probabilities = self._map(np.clip(seen, 0, 1))
        # Without features of its own, what it says of all its tags is the best description.
        return Sight(probabilities, more[0] if more else seen)

    def _fitted(self, picture: Image.Image) -> NDArray[np.uint8]:
        rgb, size = picture.convert("RGB"), (self._size, self._size)
        if rgb.size != size:
            smaller = self._size < min(rgb.size)
            rgb = rgb.resize(size, self._way.resample if smaller else Image.Resampling.BICUBIC)
        return np.asarray(rgb)

    def _run(self, values: Array) -> list[Array]:
        try:
            found: list[Array] = self._session.run(self._outputs, {self._input: values})
        except Exception as error:  # onnxruntime has a class of its own for each cause
            raise UserError(f"onnxruntime can't run {self.name}: {_first_line(error)}.") from error
        return found

    def _find_input(self) -> tuple[str, int | None, int]:
        """Returns the input's name, its number of pictures if that is fixed, and its side."""
        inputs = self._session.get_inputs()
        last = self._way.channels_last
        wanted = "(N, side, side, 3)" if last else "(N, 3, side, side)"
        shape = inputs[0].shape if len(inputs) == 1 else []
        sides = (shape[1:3] if last else shape[2:4]) if len(shape) == 4 else []
        colors = (shape[3] if last else shape[1]) if len(shape) == 4 else None
        fits = len(sides) == 2 and sides[0] == sides[1] and isinstance(sides[0], int)
        if not fits or colors != 3 or inputs[0].type != "tensor(float)":
            got = ", ".join(f"{each.name} {each.shape} {each.type}" for each in inputs)
            raise UserError(
                f"{self.name} takes {got}; a tagger of the kind {self.kind!r} takes one picture "
                f"tensor {wanted} of floats. Give another file, or another --kind."
            )
        return inputs[0].name, shape[0] if isinstance(shape[0], int) else None, sides[0]

    def _find_outputs(self, tags: int) -> list[str]:
        """Returns the names of the tags' probabilities and, if there are any, the features."""
        outputs = {each.name: _length(each.shape) for each in self._session.get_outputs()}
        named = [name for name in ("probabilities", "prob", "output") if outputs.get(name) == tags]
        fitting = named or [name for name, length in outputs.items() if length == tags]
        if not fitting:
            lengths = ", ".join(f"{name} of {length}" for name, length in outputs.items())
            raise UserError(
                f"{self.name} gives {lengths}, but the list beside it names {tags} tags: the list "
                "and the network don't belong together. Fetch both from the same place."
            )
        # Of the rest the longest vector describes a picture best.
        rest = [name for name, length in outputs.items() if name != fitting[0] and length]
        return [fitting[0], *sorted(rest, key=lambda name: -(outputs[name] or 0))[:1]]


def open_tagger(path: Path, kind: str = "auto", table: TagTable | None = None) -> Tagger:
    """Returns the tagger in a folder, or of an ONNX file with its list of tags beside it.

    Args:
        path: Of our own kind: model.json and tagger.onnx. Illustration2Vec: an ONNX file and
            tag_list.json, a JSON list of its tags. WD v3: model.onnx and selected_tags.csv.
        kind: One of `KINDS`, or "auto" to tell it by those files.
        table: Label -> tags that mean it; the usual one if None.

    Raises:
        UserError: Something is missing, damaged, or of another signature.
    """
    if not path.exists():
        raise UserError(f"There is no tagger {path}: give its folder, or its ONNX file.")
    folder = path if path.is_dir() else path.parent
    found = _kind_of(folder) if kind == "auto" else kind
    if found == "own":
        return _open_own(folder)
    tags = _read_tag_table(folder) if found == "wd" else _read_tag_list(folder)
    weights = _weights_in(path)
    return Tagger(found, weights.name, _bytes_of(weights), tags, table or DEFAULT_TABLE)


def _kind_of(folder: Path) -> str:
    names = {"own": MANIFEST, "wd": TAG_TABLE, "i2v": TAG_LIST}
    for kind, name in names.items():
        if (folder / name).is_file():
            return kind
    raise UserError(
        f"{folder} holds no tagger: one of our own has {MANIFEST}, Illustration2Vec {TAG_LIST}, "
        f"one of the WD v3 kind {TAG_TABLE}, each beside its ONNX file."
    )


def _open_own(folder: Path) -> Tagger:
    manifest = read_tagger_manifest(folder / MANIFEST)
    if set(manifest.labels) != set(LABELS):
        raise UserError(
            f"The tagger in {folder} reads other labels than the generators here have. "
            "Train one with: girlsmoe-train train-tagger"
        )
    data = read_weights(folder / FILE, manifest.sha256, "Export the tagger again.")
    own_names = {label: (label,) for label in LABELS}
    return Tagger("own", manifest.id, data, manifest.labels, own_names)


def _read_tag_table(folder: Path) -> list[str]:
    """Returns the tags of selected_tags.csv, a row each, in the order of the output."""
    path = folder / TAG_TABLE
    try:
        with path.open(newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file)
            if "name" not in (reader.fieldnames or ()):
                raise UserError(f"{path} has no column 'name': fetch it again from the tagger's.")
            return [row["name"] or "" for row in reader]
    except OSError as error:
        raise UserError(
            f"There is no {path} ({error.strerror}): a tagger of the WD v3 kind needs it beside "
            "its ONNX file."
        ) from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise UserError(f"{path} is no table in UTF-8: {error}. Fetch it again.") from None


def _read_tag_list(folder: Path) -> list[str]:
    path = folder / TAG_LIST
    try:
        tags = json.loads(path.read_bytes())
    except OSError as error:
        raise UserError(
            f"There is no {path} ({error.strerror}): Illustration2Vec needs it beside its ONNX "
            "file, a JSON list of its tags."
        ) from error
    except ValueError:
        tags = None
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise UserError(f"{path} is no JSON list of tags: fetch it again.")
    return tags


def _weights_in(path: Path) -> Path:
    """Returns the ONNX file that is meant by a folder or a file."""
    if path.is_file():
        return path
    if (path / "model.onnx").is_file():
        return path / "model.onnx"
    files = sorted(path.glob("*.onnx"))
    if len(files) != 1:
        what = f"{len(files)} ONNX files" if files else "no ONNX file"
        raise UserError(f"{path} holds {what}: give the file itself.")
    return files[0]


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"The tagger {path} can't be read ({error.strerror}).") from error


def _open_session(data: bytes, name: str) -> Any:  # noqa: ANN401
    options = onnxruntime.SessionOptions()
    # A network must not reach for files: without this, weights "beside it" are of this folder.
    options.add_session_config_entry(_EXTERNAL_DATA_FOLDER, os.devnull)
    options.log_severity_level = 3  # errors only
    try:
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has a class of its own for each cause
        raise UserError(
            f"onnxruntime can't load {name} ({_first_line(error)}): give an ONNX file that holds "
            "all of its weights."
        ) from error


def _length(shape: Sequence[Any]) -> int | None:
    """Returns the values a picture of an output such as (N, 512) or (N, 512, 1, 1)."""
    sides = shape[1:]
    if not sides or not all(isinstance(side, int) for side in sides):
        return None
    return int(math.prod(sides))


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]

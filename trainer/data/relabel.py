"""Makes a training set whose labels are what a tagger sees, in place of the exact ones."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import numpy as np

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.data.drawn import CSV_NAME, read_labels
from trainer.data.face_table import Face, label_vector, seen_in
from trainer.data.pixel_array import must_have_files
from trainer.data.tag import tag_faces
from trainer.data.training_set import claim, in_threads, write_labels, write_record
from trainer.runs import write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    from trainer.data.tag import Counts
    from trainer.data.taggers import Tagger

NAME = "relabelled.json"


def relabel(
    folder: Path,
    out: Path,
    tagger: Tagger,
    threshold: float | None = None,
    on_progress: Callable[[Counts], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> dict[str, float] | None:
    """Copies a training set with estimated labels.

    Args:
        folder: Holds labels.csv and the pictures.
        out: Folder, made if needed; what is there of the same is kept.
        tagger: Estimates the labels.
        threshold: Above it a label that is not a colour is on; the tagger's usual one if None.
        on_progress: Called after each batch.
        should_stop: Asked after each batch; once it returns True this ends early.

    Returns:
        For each label the share of pictures in which the estimate is what was there before, and
        in relabelled.json; None if it was stopped.

    Raises:
        UserError: The set can't be read, or the folder holds something else or can't be written.
    """
    must_have_files(folder)
    names, labels = read_labels(folder / CSV_NAME)
    exact = hashlib.sha256((folder / CSV_NAME).read_bytes()).hexdigest()
    threshold = tagger.threshold if threshold is None else threshold
    settings = {"tagger": tagger.sha256, "threshold": threshold, "exact": exact}
    claim(out, NAME, {**settings, "map": tagger.map_sha256})
    faces = [Face(name, folder / name) for name in names]
    counts = tag_faces(out, faces, tagger, threshold, on_progress, should_stop)
    if counts.done < len(faces):
        return None
    if counts.skipped:
        raise UserError(
            f"{counts.skipped} of the {len(faces)} pictures in {folder / CSV_NAME} can't be read: "
            f"see tags.jsonl in {out}. Make them anew, and choose a new folder for --out."
        )
    for done, _ in enumerate(in_threads(lambda name: _copy(folder, out, name), names), start=1):
        if should_stop is not None and should_stop() and done < len(names):
            return None
    seen = seen_in(out)
    estimated = np.array([label_vector(seen[name].labels, LABELS) for name in names])
    agreement = _agreement(estimated, labels)
    write_record(out / NAME, {**settings, "map": tagger.map_sha256}, {"agreement": agreement})
    rows = ([name, place, *estimated[place].astype(int)] for place, name in enumerate(names))
    write_labels(out, (), rows)
    return agreement


def _agreement(estimated: NDArray[np.bool_], labels: NDArray[np.float32]) -> dict[str, float]:
    shares: Any = (estimated == (labels > 0)).mean(0)
    return {label: round(float(share), 5) for label, share in zip(LABELS, shares, strict=True)}


def _copy(folder: Path, out: Path, name: str) -> None:
    """Copies a picture, whole or not at all, unless it is there."""
    target = out / name
    if not target.is_file():
        write_bytes(target, (folder / name).read_bytes())

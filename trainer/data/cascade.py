"""The detector of drawn faces: OpenCV's cascade, and the file with what it has learnt.

The file, lbpcascade_animeface.xml by nagadomi (MIT licence), isn't part of this project: it is
fetched once, or named by the user.
"""

from __future__ import annotations

import functools
import hashlib
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import platformdirs

from girlsmoe_desktop.core.errors import UserError
from trainer.data.boxes import Box, Found
from trainer.runs import write_bytes

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

_Classifier = Any  # OpenCV 5 has no such type any more, OpenCV 4 has
NAME = "lbpcascade_animeface.xml"
URL = f"https://raw.githubusercontent.com/nagadomi/lbpcascade_animeface/master/{NAME}"
SHA256 = "9376d30ac38db6bda2a68b88b3b76bbd7e6aa33af47f7f5c76bc88ca75f1ce30"
_MOST_BYTES = 4 * 2**20
_TIMEOUT_S = 30
_STEP = 1.1
"""How much larger each size of face is that is looked for, after the one before."""
_SIDE_ENOUGH = 32
"""Side in pixels of the smallest face's box in the picture that is searched; 24 is the least."""


@dataclass(frozen=True)
class Cascade:
    """Finds faces by a cascade's file; it is small, so that processes can be given it.

    Attributes:
        path: The file.
        neighbours: Sights of a face, at sizes and places close to one another, that it takes.
    """

    path: Path
    neighbours: int = 5

    def check(self) -> None:
        """Raises UserError where the file is no cascade, or OpenCV can't use any."""
        _classifier(self.path)

    def __call__(self, pixels: NDArray[np.uint8], smallest: int) -> list[Found]:
        """Returns the faces in a picture (H, W, 3) whose boxes have at least a side.

        Raises:
            UserError: The file is no cascade, or OpenCV can't use it.
        """
        import cv2

        grey = cv2.equalizeHist(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY))
        # Where small faces don't matter a smaller picture shows the others as well, and sooner.
        scale = max(1.0, smallest / _SIDE_ENOUGH)
        if scale > 1:
            height, width = (max(1, round(side / scale)) for side in grey.shape)
            grey = cv2.resize(grey, (width, height), interpolation=cv2.INTER_AREA)
        least = round(smallest / scale)
        boxes, counts = _classifier(self.path).detectMultiScale2(
            grey, _STEP, self.neighbours, minSize=(least, least)
        )
        return [
            Found(Box(*(round(float(number) * scale) for number in box)), int(count))
            for box, count in zip(boxes, counts, strict=True)
        ]


@functools.lru_cache(maxsize=1)
def _classifier(path: Path) -> _Classifier:
    """Returns the loaded cascade of a file; a process loads it once."""
    check_opencv()
    import cv2

    cv2.setNumThreads(1)  # there is a process a core
    try:
        classifier = cv2.CascadeClassifier(str(path))
        is_empty = classifier.empty()
    except (cv2.error, SystemError):  # the latter where the file is no XML of its own
        is_empty = True
    if is_empty:
        raise UserError(f"{path} is no cascade that OpenCV reads: give that of {URL}.")
    return classifier


def check_opencv() -> None:
    """Raises UserError where OpenCV is so new that it has no cascades."""
    import cv2

    if not hasattr(cv2, "CascadeClassifier"):
        raise UserError(
            f"OpenCV {cv2.__version__} has no cascades any more. "
            "Install one that has them: pip install 'opencv-python-headless<5'"
        )


def find_cascade(path: Path | None) -> Path:
    """Returns the file of a cascade: the one that was named, or our own, fetched if need be.

    Raises:
        UserError: It isn't there, or can't be fetched.
    """
    if path is not None:
        if not path.is_file():
            raise UserError(f"There is no {path}: give the file of a cascade, such as {NAME}.")
        return path.resolve()
    kept = platformdirs.user_cache_path("GirlsMoe", appauthor=False) / NAME
    if not kept.is_file() or hash_of(kept) != SHA256:
        write_bytes(kept, _fetched())
    return kept


def hash_of(path: Path) -> str:
    """Returns the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _fetched() -> bytes:
    """Returns the file from where it is published, if it is the one that is known."""
    advice = f"Fetch {URL} yourself and name it by --cascade FILE."
    try:
        with urllib.request.urlopen(URL, timeout=_TIMEOUT_S) as answer:
            data: bytes = answer.read(_MOST_BYTES)
    except OSError as error:
        raise UserError(f"{NAME} can't be fetched ({error}). {advice}") from error
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise UserError(f"{URL} holds another file than the one expected. {advice}")
    return data

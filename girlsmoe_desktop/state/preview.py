"""A picture before and after it is enlarged, or a part of it where it is large."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.decoding import decode
from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.state.studio import told

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.enlarger import Enlarger

MAX_WHOLE_PX = 256 * 256
"""Of a picture that is enlarged as a whole, to be looked at."""
PART_PX = 640
"""Side of a part, once it is enlarged."""


@dataclass(frozen=True)
class Part:
    """A rectangle of a picture, in its own pixels."""

    left: int
    top: int
    width: int
    height: int

    def of(self, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Returns what lies in it."""
        return pixels[self.top : self.top + self.height, self.left : self.left + self.width]

    def grown(self, margin: int, height: int, width: int) -> Part:
        """Returns it with a margin, as far as a picture of that size goes."""
        left, top = max(self.left - margin, 0), max(self.top - margin, 0)
        right = min(self.left + self.width + margin, width)
        bottom = min(self.top + self.height + margin, height)
        return Part(left, top, right - left, bottom - top)


@dataclass(frozen=True, eq=False)
class Look:
    """What there is to look at.

    Attributes:
        whole: The whole picture, shape (H, W, 3) or (H, W, 4).
        part: Of it, what is shown.
        scale: How many times it is enlarged.
        after: The part enlarged; None as long as it is not there yet.
        on_paper: Whether the window shows it on paper, as it does characters.
    """

    whole: NDArray[np.uint8]
    part: Part
    scale: int
    after: NDArray[np.uint8] | None
    on_paper: bool

    @property
    def before(self) -> NDArray[np.uint8]:
        """The part as it is."""
        return self.part.of(self.whole)

    @property
    def is_whole(self) -> bool:
        """Whether all of the picture is shown."""
        height, width = self.whole.shape[:2]
        return (self.part.width, self.part.height) == (width, height)


class Preview(QObject):
    """Keeps a look at a picture up to date. What is slow is done by workers, the newest first.

    Attributes:
        look: What there is to look at, None for nothing.
        problem: Why there is nothing, in words.
        scale: How many times it is enlarged.

    Signals:
        changed: There is something else to look at.
    """

    changed = Signal()

    def __init__(self, tasks: Tasks, enlarger: Enlarger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._enlarger = enlarger
        self._reading: LatestWins[NDArray[np.uint8]] = LatestWins(
            tasks, self, self._take_file, self._fail
        )
        self._enlarging: LatestWins[tuple[Look, NDArray[np.uint8] | None]] = LatestWins(
            tasks, self, self._take, self._fail
        )
        self._overtaken = threading.Event()
        self._centre = (0.5, 0.5)
        self.look: Look | None = None
        self.problem = ""
        self.scale = 2
        self.is_active = False
        enlarger.changed.connect(self._ask)

    def set_active(self, active: bool) -> None:
        """Works only while somebody looks on."""
        self.is_active = active
        if active:
            self._ask()

    def show_pixels(self, pixels: NDArray[np.uint8]) -> None:
        """Looks at a character's picture, shape (H, W, 3)."""
        self._reading.drop()
        self._look_at(pixels, on_paper=True)

    def show_file(self, path: Path) -> None:
        """Looks at a picture on the disk."""
        self._reading.request(lambda: decode(path).pixels)

    def show_nothing(self) -> None:
        """Looks at nothing."""
        self._reading.drop()
        self.look, self.problem = None, ""
        self._overtaken.set()
        self.changed.emit()

    def set_scale(self, scale: int) -> None:
        """Enlarges so many times."""
        self.scale = scale
        if self.look is not None:
            self._look_at(self.look.whole, on_paper=self.look.on_paper, centre=self._centre)

    def move(self, right: float, down: float) -> None:
        """Looks at another part.

        Args:
            right: How far it is to the right, as a share of the part.
            down: Likewise.
        """
        look = self.look
        if look is not None and not look.is_whole:
            height, width = look.whole.shape[:2]
            x, y = self._centre
            centre = (x + right * look.part.width / width, y + down * look.part.height / height)
            self.look_at(*centre)

    def look_at(self, x: float, y: float) -> None:
        """Looks at the part around a place, 0..1 of the picture's width and height."""
        if self.look is not None:
            self._look_at(self.look.whole, on_paper=self.look.on_paper, centre=(x, y))

    def _look_at(
        self,
        whole: NDArray[np.uint8],
        *,
        on_paper: bool,
        centre: tuple[float, float] = (0.5, 0.5),
    ) -> None:
        part = part_of(whole, self.scale, centre)
        height, width = whole.shape[:2]
        self._centre = (part.left + part.width / 2) / width, (part.top + part.height / 2) / height
        self.look, self.problem = Look(whole, part, self.scale, None, on_paper), ""
        self.changed.emit()
        self._ask()

    def _ask(self) -> None:
        """Has what is looked at enlarged; what is in hand gives way."""
        look = self.look
        if look is None or not self.is_active or self._enlarger.upscaler is None:
            return
        self._overtaken.set()
        overtaken = self._overtaken = threading.Event()
        sharpness = self._enlarger.sharpness
        self._enlarging.request(
            lambda: (look, enlarged_part(self._enlarger, look, sharpness, overtaken))
        )

    def _take_file(self, pixels: NDArray[np.uint8]) -> None:
        self._look_at(pixels, on_paper=False)

    def _take(self, made: tuple[Look, NDArray[np.uint8] | None]) -> None:
        of, after = made
        look = self.look
        if after is None or look is None or (of.part, of.scale) != (look.part, look.scale):
            return
        if of.whole is look.whole:
            self.look = Look(look.whole, look.part, look.scale, after, look.on_paper)
            self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.look, self.problem = None, told(error)
        self.changed.emit()


def part_of(
    pixels: NDArray[np.uint8], scale: int, centre: tuple[float, float] = (0.5, 0.5)
) -> Part:
    """Returns what of a picture is looked at: all of it, or a part near a place in it.

    Args:
        pixels: The picture.
        scale: How many times it is enlarged.
        centre: Place, 0..1 of width and height.
    """
    height, width = pixels.shape[:2]
    if height * width <= MAX_WHOLE_PX:
        return Part(0, 0, width, height)
    wide, tall = min(PART_PX // scale, width), min(PART_PX // scale, height)
    left, top = round(centre[0] * width - wide / 2), round(centre[1] * height - tall / 2)
    return Part(min(max(left, 0), width - wide), min(max(top, 0), height - tall), wide, tall)


def enlarged_part(
    enlarger: Enlarger, look: Look, sharpness: float, overtaken: threading.Event
) -> NDArray[np.uint8] | None:
    """Returns a part as it comes out in the whole picture enlarged, or None. For workers."""
    upscaler = enlarger.loaded()
    if upscaler is None:
        return None
    # Twice what the network looks at: the second pass looks as far again, at half the distance.
    # Colours that flow out into what is transparent come from twice as far.
    margin = (2 if look.whole.shape[2] == 3 else 4) * upscaler.manifest.context
    grown = look.part.grown(margin, *look.whole.shape[:2])
    larger = enlarger.enlarged(
        np.ascontiguousarray(grown.of(look.whole)),
        look.scale,
        sharpness=sharpness,
        should_stop=overtaken.is_set,
    )
    if larger is None:
        return None
    left, top = look.part.left - grown.left, look.part.top - grown.top
    inner = [look.scale * side for side in (left, top, look.part.width, look.part.height)]
    return Part(*inner).of(larger)

"""The installed upscaler as the window uses it: for the stage, for saving, and for looking at."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from girlsmoe_desktop.core.enlargement import SCALES
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.pictures import enlarged

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from girlsmoe_desktop.core.enlargement import Enlargement
    from girlsmoe_desktop.runtime.upscaler import Upscaler
    from girlsmoe_desktop.state.history import Undo
    from girlsmoe_desktop.state.settings import Settings
    from girlsmoe_desktop.state.studio import Runner, Studio

    Key = tuple[bytes, int, float]

MAX_KEPT_BYTES = 24 << 20
# Four times as large takes five times as long as twice: of larger pictures, the window would wait
# for seconds, and they are sharp enough.
MAX_TWICE_PX = 128


class Enlarger(QObject):
    """Makes pictures larger, and keeps those it made last.

    The upscaler is looked for and loaded when it is first needed, on whichever thread that is.

    Attributes:
        is_on: Whether the stage is to show characters enlarged.

    Signals:
        changed: There is an upscaler now, another sharpness, or it was switched on or off.
    """

    changed = Signal()

    def __init__(
        self, studio: Studio, runner: Runner, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio, self._runner, self._settings = studio, runner, settings
        self._loading, self._keeping = threading.Lock(), threading.Lock()
        self._upscaler: Upscaler | None = None
        self._problem: UserError | None = None
        self._has_looked = False
        self._kept: OrderedDict[Key, NDArray[np.uint8]] = OrderedDict()
        self.is_on = settings.enlarges
        self._sharpness = settings.sharpness

    @property
    def upscaler(self) -> Upscaler | None:
        """The upscaler, if it is loaded."""
        return self._upscaler

    @property
    def sharpness(self) -> float:
        """How sharp pictures become, 0 (soft) to 1 (sharp): as chosen, or as is suggested."""
        if self._sharpness is not None:
            return self._sharpness
        return self._upscaler.manifest.default_sharpness if self._upscaler is not None else 0.5

    @property
    def choice(self) -> float | None:
        """How sharp the person wants pictures; None for what the upscaler suggests."""
        return self._sharpness

    @property
    def has_looked(self) -> bool:
        """Whether it is known if there is an upscaler."""
        return self._has_looked

    def open(self) -> None:
        """Loads the upscaler in the background."""
        self._runner.run(self, lambda _handle: self.loaded(), self._opened, self._studio.tell)

    def loaded(self) -> Upscaler | None:
        """Returns the upscaler, None where none is installed or it does not work. Any thread."""
        from girlsmoe_desktop.runtime.upscaler import Upscaler, find_upscaler

        with self._loading:
            if not self._has_looked:
                self._has_looked = True
                folder = find_upscaler()
                try:
                    self._upscaler = None if folder is None else Upscaler(folder)
                except UserError as error:
                    self._problem = error
            return self._upscaler

    def set_on(self, on: bool) -> None:
        """Shows characters on the stage enlarged, or not, and remembers it."""
        self.is_on = self._settings.enlarges = on
        self.changed.emit()

    def set_sharpness(self, sharpness: float | None) -> None:
        """Makes pictures so sharp from now on, and remembers it; None: as is suggested."""
        if sharpness != self._sharpness:
            self._sharpness = self._settings.sharpness = sharpness
            self.changed.emit()

    def resharpen(self, sharpness: float | None) -> Undo:
        """Makes pictures so sharp, and returns the way back."""
        before = self._sharpness
        self.set_sharpness(sharpness)
        return lambda: self.resharpen(before)

    def times(self, own_px: int, shown_px: int) -> int:
        """Returns how many times a picture is to be enlarged for the stage; 1: not at all.

        Args:
            own_px: Its side.
            shown_px: Pixels of the screen that it will cover.
        """
        if self._upscaler is None or not self.is_on or own_px >= shown_px:
            return 1
        usable = [scale for scale in SCALES if scale == SCALES[0] or own_px <= MAX_TWICE_PX]
        return next((scale for scale in usable if scale * own_px >= shown_px), usable[-1])

    def kept(self, pixels: NDArray[np.uint8], scale: int) -> NDArray[np.uint8] | None:
        """Returns a picture that was enlarged a while ago, if it is still at hand."""
        with self._keeping:
            return self._kept.get(_key(pixels, scale, self.sharpness))

    def enlarged(
        self,
        pixels: NDArray[np.uint8],
        scale: int,
        *,
        sharpness: float | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> NDArray[np.uint8] | None:
        """Returns a picture made larger, or None if it was stopped. Any thread.

        Args:
            pixels: Shape (H, W, 3) or (H, W, 4).
            scale: 1, 2 or 4. Where there is no upscaler, Lanczos does it.
            sharpness: 0 (soft) to 1 (sharp); None for what is chosen.
            should_stop: Asked now and then.

        Raises:
            UserError: The upscaler can't.
        """
        upscaler = self.loaded()
        sharpness = self.sharpness if sharpness is None else sharpness
        if scale == 1 or upscaler is None:
            return enlarged(pixels, scale)
        key = _key(pixels, scale, sharpness)
        with self._keeping:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        larger = upscaler.upscale(pixels, scale=scale, sharpness=sharpness, should_stop=should_stop)
        if larger is not None:
            self._keep(key, larger)
        return larger

    def prepare(
        self, owner: QObject, pixels: NDArray[np.uint8], scale: int, done: Callable[[], None]
    ) -> None:
        """Enlarges a picture in the background, so that it is at hand when it is needed.

        Args:
            owner: On whose behalf.
            pixels: Shape (H, W, 3).
            scale: 2 or 4.
            done: Called when it is at hand.
        """
        if self.kept(pixels, scale) is None:
            self._runner.run(
                owner,
                lambda _handle: self.enlarged(pixels, scale),
                lambda _larger: done(),
                self._studio.tell,
            )

    def enlargement(self, scale: int) -> Enlargement | None:
        """Returns what `enlarged` would do now, to be noted with the picture; None for Lanczos."""
        upscaler = self.loaded()
        if scale == 1 or upscaler is None:
            return None
        return upscaler.enlargement(scale, self.sharpness)

    def _keep(self, key: Key, larger: NDArray[np.uint8]) -> None:
        with self._keeping:
            self._kept[key] = larger
            while len(self._kept) > 1 and self._kept_bytes() > MAX_KEPT_BYTES:
                self._kept.popitem(last=False)
            if larger.nbytes > MAX_KEPT_BYTES:
                self._kept.clear()

    def _kept_bytes(self) -> int:
        return sum(picture.nbytes for picture in self._kept.values())

    def _opened(self, _upscaler: Upscaler | None) -> None:
        if self._problem is not None:
            self._studio.tell(self._problem)
        self.changed.emit()


def _key(pixels: NDArray[np.uint8], scale: int, sharpness: float) -> Key:
    digest = hashlib.blake2b(pixels.tobytes(), digest_size=16)
    digest.update(str(pixels.shape).encode())
    return digest.digest(), scale, round(sharpness, 2)

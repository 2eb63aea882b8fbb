"""The same noise from step to step. The frames are the slider: one of them is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from girlsmoe_desktop.state import training_words
from girlsmoe_desktop.views import pictures, theme
from girlsmoe_desktop.views.buttons import IconButton
from girlsmoe_desktop.views.focus import FocusRing
from girlsmoe_desktop.views.samples import MAX_FRAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from girlsmoe_desktop.views.samples import Frame

MAX_FRAME_PX, MIN_FRAME_PX, GAP_PX, WORDS_PX = 104, 40, 6, 20
RADIUS_PX = 12.0
FRAME_MS = 350


class FilmStrip(FocusRing, QSlider):
    """Frames in a row; the value is the number of the one that is looked at.

    It stays at the newest frame until another one is chosen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._frames: list[Frame] = []
        self.setRange(0, 0)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.valueChanged.connect(self._name)
        self._name()

    @property
    def frames(self) -> list[Frame]:
        """The frames, from first to last."""
        return list(self._frames)

    @property
    def frame(self) -> Frame | None:
        """The one that is looked at, or None where there are none."""
        return self._frames[self.value()] if self._frames else None

    def show_frames(self, frames: Sequence[Frame]) -> None:
        """Shows frames; the one that was looked at stays, if it is still there."""
        looked_at = self.frame
        follows = looked_at is None or self.value() == self.maximum()
        self._frames = list(frames)
        self.setEnabled(len(frames) > 1)
        steps = [frame.step for frame in frames]
        last = max(len(frames) - 1, 0)
        is_there = not follows and looked_at is not None and looked_at.step in steps
        self.setRange(0, last)
        self.setValue(steps.index(looked_at.step) if is_there and looked_at else last)
        self._name()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns the room of comfortable frames."""
        return QSize(480, MAX_FRAME_PX + WORDS_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Returns the room of the smallest frames."""
        return QSize(200, MIN_FRAME_PX + WORDS_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Becomes no higher than a full row of frames is at the new width."""
        super().resizeEvent(event)
        self.setFixedHeight(round(self._side(MAX_FRAMES)) + WORDS_PX + 4)

    def _side(self, count: int) -> float:
        """Returns how large frames are when there are so many."""
        width = (self.width() - 4 + GAP_PX) / count - GAP_PX
        return max(min(width, MAX_FRAME_PX), MIN_FRAME_PX)

    def area(self, number: int) -> QRectF:
        """Returns where a frame is."""
        side = self._side(MAX_FRAMES)
        return QRectF(2 + number * (side + GAP_PX), 2, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Looks at the frame under the pointer."""
        self.has_ring = False
        if event.button() == Qt.MouseButton.LeftButton and self._frames:
            self.setSliderDown(True)
            self._go_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Goes along the frames."""
        if self.isSliderDown():
            self._go_to(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Stays where it is."""
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the frames, their steps, and the edge of the one that is looked at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, frame in enumerate(self._frames):
            area, is_chosen = self.area(number), number == self.value()
            pictures.paint_rounded(painter, area, frame.image, RADIUS_PX)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QPen(theme.color("accent"), 2.5) if is_chosen else QPen(theme.color("line"), 1)
            painter.setPen(edge)
            painter.drawRoundedRect(area, RADIUS_PX, RADIUS_PX)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("accent_text" if is_chosen else "text_2"))
            words = QRectF(area.left() - 4, area.bottom() + 4, area.width() + 8, WORDS_PX - 4)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(words, flags, training_words.steps(frame.step))
        if self._frames:
            last = self.area(len(self._frames) - 1)
            self.paint_ring(painter, QRectF(0, 0, last.right() + 2, last.bottom() + 2), RADIUS_PX)

    def _go_to(self, event: QMouseEvent) -> None:
        stride = self.area(0).width() + GAP_PX
        self.setValue(int(max(event.position().x() - 2, 0.0) // stride))

    def _name(self) -> None:
        frame = self.frame
        words = self.tr("Step by step: step {0}").format(frame.step) if frame else ""
        self.setAccessibleName(words or self.tr("Step by step"))


class PlayButton(IconButton):
    """Goes through a film from its first frame to its last, or stops on the way."""

    def __init__(self, film: FilmStrip, parent: QWidget | None = None) -> None:
        super().__init__("", "play", parent)
        self._film = film
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._step)
        film.sliderPressed.connect(self.stop)
        self.clicked.connect(self._toggle)
        self._name()

    def stop(self) -> None:
        """Stays at the frame that is shown."""
        self._timer.stop()
        self._name()

    def _toggle(self) -> None:
        if self._timer.isActive():
            self.stop()
            return
        self._film.setValue(0)
        self._timer.start()
        self._name()

    def _step(self) -> None:
        self._film.setValue(self._film.value() + 1)
        if self._film.value() >= self._film.maximum():
            self.stop()

    def _name(self) -> None:
        playing = self._timer.isActive()
        words = self.tr("Stop the film") if playing else self.tr("Play the film")
        self.icon_name = "pause" if playing else "play"
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

"""What the stage of training is made of: figures, a sheet of samples, words for the beginning."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from girlsmoe_desktop.views import icons, pictures, theme
from girlsmoe_desktop.views.focus import FocusRing
from girlsmoe_desktop.views.samples import SIDE
from girlsmoe_desktop.views.surfaces import label

SHEET_RADIUS_PX = 12
STAR_PX, STAR_SHARE, READABLE_PX, VALUE_PX = 14, 0.36, 560, 30


class Figure(QWidget):
    """A figure with a caption under it."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self.value = label("", "title", wrap=True)
        self.value.setWordWrap(False)
        # Letters of some languages are taller; figures side by side have one height all the same.
        self.value.setMinimumHeight(VALUE_PX)
        under = label(caption, "secondary", quiet=True, wrap=True)
        under.setWordWrap(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.value)
        layout.addWidget(under)

    def show_value(self, text: str) -> None:
        """Shows a figure, or nothing at all where it is not known."""
        self.value.setText(text)
        self.setVisible(bool(text))


class SheetView(FocusRing, QWidget):
    """A sheet of samples, as large as there is room. One of its pictures is the one filmed.

    Attributes:
        image: The sheet, or None.
        place: Which picture is filmed, counted along the rows.

    Signals:
        chosen: Emitted with the place of another one.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.place, self._starred = 0, 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns a comfortable size."""
        return QSize(360, 360)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Returns the size at which pictures can just be told apart."""
        return QSize(140, 140)

    def show_image(self, image: QImage | None) -> None:
        """Shows a sheet, or that there is none yet."""
        self.image = image
        self.setEnabled(image is not None)
        self.update()

    def show_starred(self, count: int) -> None:
        """Marks so many of the first as people's own, and films the first again."""
        self.place, self._starred = 0, count
        self._name()
        self.update()

    def choose(self, place: int) -> None:
        """Films another picture."""
        place = min(max(place, 0), SIDE**2 - 1)
        if place != self.place and self.image is not None:
            self.place = place
            self._name()
            self.update()
            self.chosen.emit(place)

    def area(self, place: int) -> QRectF:
        """Returns where a picture lies."""
        whole = self._whole()
        row, column = divmod(place, SIDE)
        side = whole.width() / SIDE
        return QRectF(whole.left() + column * side, whole.top() + row * side, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Films the picture under the pointer."""
        super().mousePressEvent(event)
        whole, point = self._whole(), event.position()
        if event.button() == Qt.MouseButton.LeftButton and whole.contains(point):
            side = whole.width() / SIDE
            row, column = (
                int((point.y() - whole.top()) / side),
                int((point.x() - whole.left()) / side),
            )
            self.choose(min(row, SIDE - 1) * SIDE + min(column, SIDE - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Goes from picture to picture with the arrow keys."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -SIDE,
            Qt.Key.Key_Down: SIDE,
        }
        place = self.place + steps.get(Qt.Key(event.key()), 0)
        if place == self.place:
            super().keyPressEvent(event)
        elif 0 <= place < SIDE**2:
            self.choose(place)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the sheet, or words in its place."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.image is None:
            painter.setPen(theme.color("text_2"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            text = self.tr("The first samples come after some hundred steps.")
            painter.drawText(QRectF(self.rect()), flags, text)
            return
        whole = self._whole()
        pictures.paint_rounded(painter, whole, self.image, SHEET_RADIUS_PX)
        self._paint_marks(painter)
        self.paint_ring(painter, whole, SHEET_RADIUS_PX)

    def _paint_marks(self, painter: QPainter) -> None:
        for place in range(self._starred):
            area = self.area(place)
            side = min(STAR_PX, STAR_SHARE * area.width())
            star = QRectF(area.right() - side - 2, area.top() + 2, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("raised"))
            painter.drawEllipse(star)
            icons.paint(painter, star.adjusted(2, 2, -2, -2), "star_filled", theme.color("accent"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 2.5))
        painter.drawRoundedRect(self.area(self.place).adjusted(1, 1, -1, -1), 5, 5)

    def _whole(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Samples: number {0} is filmed").format(self.place + 1))
        self.setToolTip(self.tr("Click a picture to see how it came about, below"))


class EmptyStage(QWidget):
    """What is said as long as there is no run to show."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(48, 24, 48, 24)
        layout.setSpacing(10)
        layout.addStretch(2)
        title = label(self.tr("Teach your own model"), "empty", wrap=True)
        text = label(
            self.tr(
                "Here you will watch it learn: the time left, its losses, and the same characters "
                "getting better from step to step. A run can be paused at any time; closing the "
                "window pauses it too."
            ),
            quiet=True,
            wrap=True,
        )
        text.setMaximumWidth(READABLE_PX)
        for part in (title, text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(title)
        # Not wider than is read with ease, and in the middle all the same.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(text, 100)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(3)

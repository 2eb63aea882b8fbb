"""What the stage of training is made of: cards, figures, a line that fills, a sheet of samples."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from girlsmoe_desktop.views import pictures, theme
from girlsmoe_desktop.views.surfaces import label

CARD_RADIUS_PX = 20


class Card(QWidget):
    """A raised area with a title and, at its right, something to choose."""

    def __init__(self, title: str, content: QWidget, side: QWidget | None = None) -> None:
        super().__init__()
        self.title = label(title, "button")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        if side is not None:
            head.addWidget(side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 14)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(content, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("raised"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, CARD_RADIUS_PX, CARD_RADIUS_PX)


class Figure(QWidget):
    """A figure with a caption under it."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self.value = label("", "title", wrap=True)
        self.value.setWordWrap(False)
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


class SheetView(QWidget):
    """A sheet of samples, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.setAccessibleName(self.tr("Samples"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns a comfortable size."""
        return QSize(360, 360)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Returns the size at which pictures can just be told apart."""
        return QSize(140, 140)

    def show_image(self, image: QImage | None) -> None:
        """Shows a sheet, or that there is none yet."""
        self.image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the sheet, or words in its place."""
        painter = QPainter(self)
        if self.image is None:
            painter.setPen(theme.color("text_2"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            text = self.tr("The first samples come after some hundred steps.")
            painter.drawText(QRectF(self.rect()), flags, text)
            return
        side = min(self.width(), self.height())
        area = QRectF((self.width() - side) / 2, 0, side, side)
        pictures.paint_rounded(painter, area, self.image, 12)


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
                "Here you will watch it learn: how long it still takes, its losses, and the same "
                "characters getting better from step to step. A run can be paused at any time, and "
                "closing the window pauses it too."
            ),
            quiet=True,
            wrap=True,
        )
        for part in (title, text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        layout.addStretch(3)

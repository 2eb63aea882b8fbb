"""A quiet line above the stage: what could not be done, or what was done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from girlsmoe_desktop.views import icons, theme
from girlsmoe_desktop.views.buttons import IconButton
from girlsmoe_desktop.views.surfaces import breakable, label

NOTICE_MS = 6000


class Banner(QWidget):
    """Shows one message at a time. Problems stay until they are closed, notices fade."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._words = label("", wrap=True)
        self._close = IconButton(self.tr("Close this message"), "close")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTICE_MS)
        self._timer.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(44, 6, 6, 6)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._close.clicked.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The message."""
        return self._text

    def show_problem(self, text: str) -> None:
        """Shows what could not be done, until it is closed."""
        self._timer.stop()
        self._show(text)

    def show_notice(self, text: str) -> None:
        """Shows what was done, for a few seconds."""
        self._show(text)
        self._timer.start()

    def show_problem_if_seen(self, text: str) -> None:
        """Shows what could not be done, if the room it stands in is in view."""
        if self._is_room_seen():
            self.show_problem(text)

    def show_notice_if_seen(self, text: str) -> None:
        """Shows what was done, if the room it stands in is in view."""
        if self._is_room_seen():
            self.show_notice(text)

    def _is_room_seen(self) -> bool:
        room = self.parentWidget()
        return room is not None and room.isVisible()

    def _show(self, text: str) -> None:
        self._text = text
        self._words.setText(breakable(text))
        self._words.setAccessibleName(text)
        self._words.setToolTip(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the pill and its icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        place = QRectF(14, self.height() / 2 - 10, 20, 20)
        icons.paint(painter, place, "info", theme.color("accent_text"))

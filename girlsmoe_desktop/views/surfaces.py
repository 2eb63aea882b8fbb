"""Plain areas and words: panels in a colour role, cards, labels in the type scale."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from girlsmoe_desktop.views import theme

INSET_PX, DIALOG_INSET_PX = 16, 20
"""Space at the sides of a panel, and around what a dialog holds."""
CARD_RADIUS_PX, HEAD_PX, INTRO_PX = 20, 32, 6

_BREAK = "\u200b"  # a space of no width


def breakable(text: str) -> str:
    """Returns a text in which a long path can go on in the next line.

    A label breaks lines at spaces only, and cuts off what is longer than a line.
    """
    text = re.sub(r"([/\\_.-])", rf"\1{_BREAK}", text)
    return re.sub(rf"([^\s{_BREAK}]{{24}})", rf"\1{_BREAK}", text)


class Surface(QWidget):
    """A widget filled with a colour role, with a hairline on some sides."""

    def __init__(self, role: str, lines: str = "", parent: QWidget | None = None) -> None:
        """Makes a surface.

        Args:
            role: Of `theme.ROLES`.
            lines: Sides that get a hairline, of "left", "right", "top".
            parent: As for any widget.
        """
        super().__init__(parent)
        self._role = role
        self._lines = lines.split()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the area and its hairlines."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(self._role))
        painter.setPen(theme.color("line"))
        area = self.rect()
        sides = {
            "left": (area.topLeft(), area.bottomLeft()),
            "right": (area.topRight(), area.bottomRight()),
            "top": (area.topLeft(), area.topRight()),
        }
        for side in self._lines:
            painter.drawLine(*sides[side])


class Card(QWidget):
    """A raised area with a title, if it has one, and, at its right, something to choose."""

    def __init__(self, title: str, content: QWidget, side: QWidget | None = None) -> None:
        super().__init__()
        self.title = label(title, "button")
        self.title.setVisible(bool(title))
        # Cards side by side have their titles at one height, with or without something beside them.
        self.title.setMinimumHeight(HEAD_PX)
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


class _Line(QLabel):
    """One line of words that ends in an ellipsis when there is no room for all of them.

    Made to wrap its words it is as any label.
    """

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the words, shortened if need be."""
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        if fits or self.wordWrap():
            super().paintEvent(event)
            return
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), words)


def label(text: str, scale: str = "body", *, quiet: bool = False, wrap: bool = False) -> QLabel:
    """Returns words in a step of the type scale, never read as markup."""
    result = QLabel(text) if wrap else _Line(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("scale", scale)
    if quiet:
        result.setProperty("tone", "quiet")
    result.setWordWrap(wrap)
    if not wrap:
        # A long name may be cut; it must not widen the window.
        result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return result


def intro(text: str) -> QLabel:
    """Returns the sentence that a panel begins with, with room below it."""
    result = label(text, quiet=True, wrap=True)
    result.setContentsMargins(0, 0, 0, INTRO_PX)
    return result


def column_label(text: str, width_px: int, scale: str = "body") -> QLabel:
    """Returns one line of words that takes just that width, as in a column of a table."""
    result = label(text, scale)
    result.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    result.setFixedWidth(width_px)
    result.setToolTip(text)
    return result


def scrolled(content: QWidget) -> QScrollArea:
    """Returns an area that shows content on the ground it stands on, and scrolls up and down."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    # Both paint the window's colour by default; the ground should show through.
    content.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


def fill_panel(panel: QWidget, title: str, content: QWidget, foot: QLayout) -> None:
    """Lays a panel out: its title, the content, which scrolls, and a foot that stays in view."""
    head = label(title, "title")
    head.setFixedHeight(36)
    head.setContentsMargins(INSET_PX, 0, INSET_PX, 0)
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(0, 12, 1, 0)
    layout.setSpacing(0)
    layout.addWidget(head)
    layout.addWidget(scrolled(content), 1)
    layout.addLayout(foot)

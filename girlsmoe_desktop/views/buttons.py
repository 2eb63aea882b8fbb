"""Buttons painted in the window's own look: icon, text and rail buttons."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from girlsmoe_desktop.views import icons, theme
from girlsmoe_desktop.views.focus import FocusRing


def hand_over_focus(giver: PaintedButton, taker: QWidget) -> None:
    """Gives the focus on before the giver is disabled; Qt would choose any neighbour."""
    if giver.hasFocus():
        ring = giver.has_ring
        reason = Qt.FocusReason
        taker.setFocus(reason.TabFocusReason if ring else reason.OtherFocusReason)


def tab_to_the_checked(group: QButtonGroup) -> None:
    """Lets Tab reach the chosen button of a group only; the arrow keys go on from there."""
    group.buttonToggled.connect(lambda: mark_tab_stop(group))
    mark_tab_stop(group)


def mark_tab_stop(group: QButtonGroup) -> None:
    """Makes the chosen button of a group the one that Tab reaches now."""
    for button in group.buttons():
        chosen = button.isChecked()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus if chosen else Qt.FocusPolicy.NoFocus)


class PaintedCheck(FocusRing):
    """A check box or radio button that paints itself; its class names this first."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Returns the usual size: words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802
        """Returns True: the whole of it can be clicked."""
        return True


class PaintedButton(FocusRing, QAbstractButton):
    """A button that paints itself.

    It takes the focus from the keyboard only.
    """

    radius_px = 12.0
    ring_role = "accent"

    def __init__(self, text: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.icon_name = icon_name
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Clicks on Enter too, not only on Space; a key that is held clicks once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints background, content and, under the keyboard, the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        self.paint_background(painter, area)
        self.paint_content(painter, area)
        self.paint_ring(painter, area, self.radius_px, self.ring_role)

    def paint_background(self, painter: QPainter, area: QRectF) -> None:
        """Paints what lies behind the content."""
        fill = self.fill()
        if fill is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(area, self.radius_px, self.radius_px)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Paints icon and words."""
        raise NotImplementedError

    def fill(self) -> QColor | None:
        """Returns the colour of the background in the button's present state."""
        if not self.isEnabled():
            return None
        if self.isDown():
            return theme.color("press")
        if self.isCheckable() and self.isChecked():
            return theme.color("soft")
        return theme.color("hover") if self.underMouse() else None

    def ink(self) -> QColor:
        """Returns the colour of icon and words in the button's present state."""
        if not self.isEnabled():
            return theme.color("text_3")
        checked = self.isCheckable() and self.isChecked()
        return theme.color("accent_text" if checked else "text_2")


class IconButton(PaintedButton):
    """An icon; its words are the tooltip and the accessible name."""

    def __init__(self, text: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, icon_name, parent)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns the size of the square."""
        return QSize(36, 36)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Paints the icon in the middle."""
        square = QRectF(0, 0, 20, 20)
        square.moveCenter(area.center())
        icons.paint(painter, square, self.icon_name, self.ink())


class TextButton(PaintedButton):
    """Words with an icon before them, on a raised background."""

    height_px = 40
    scale = "strong"
    padding_px = 16

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns the room that the words need, in whatever language."""
        return QSize(round(self._content_width()) + 2 * self.padding_px, self.height_px)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Returns the same: words are never cut."""
        return self.sizeHint()

    def fill(self) -> QColor | None:
        """Returns raised, or hovered."""
        if self.isDown():
            return theme.color("press")
        hovered = self.underMouse() and self.isEnabled()
        return theme.color("hover" if hovered else "raised")

    def ink(self) -> QColor:
        """Returns the colour of words that are read."""
        return theme.color("text" if self.isEnabled() else "text_3")

    def paint_background(self, painter: QPainter, area: QRectF) -> None:
        """Paints a filled pill with a hairline."""
        fill = self.fill()
        # A line would be lost where the button lies on a card, which is raised as well.
        painter.setPen(theme.color("groove"))
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        edge = area.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, self.radius_px, self.radius_px)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Paints icon and words as one group in the middle."""
        left = area.center().x() - self._content_width() / 2
        if self.icon_name:
            square = QRectF(left, area.center().y() - 10, 20, 20)
            icons.paint(painter, square, self.icon_name, self.ink())
            left += 28
        painter.setFont(theme.font(self.scale))
        painter.setPen(self.ink())
        words = QRectF(left, area.top(), area.right() - left, area.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _content_width(self) -> float:
        words = QFontMetricsF(theme.font(self.scale)).horizontalAdvance(self.text())
        return words + (28 if self.icon_name else 0)


def small_button(text: str) -> TextButton:
    """Returns a quiet button that is no wider than its words."""
    button = TextButton(text)
    button.height_px = 32
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


class PrimaryButton(TextButton):
    """The one filled button of a panel."""

    height_px = 52
    scale = "button"
    ring_role = "text"

    def __init__(self, text: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, icon_name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self) -> QColor | None:
        """Returns the accent, or a quiet track when there is nothing to do."""
        if not self.isEnabled():
            return theme.color("track")
        active = self.isDown() or self.underMouse()
        return theme.color("accent_hover" if active else "accent")

    def ink(self) -> QColor:
        """Returns the colour of words on the accent."""
        return theme.color("on_accent" if self.isEnabled() else "text_3")

    def paint_background(self, painter: QPainter, area: QRectF) -> None:
        """Paints the filled pill, without a hairline."""
        PaintedButton.paint_background(self, painter, area)


class RailButton(PaintedButton):
    """A place to go: an icon in a pill over a small caption."""

    def __init__(self, text: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, icon_name, parent)
        self.setCheckable(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Takes the focus from the place that was left, which Tab no longer reaches."""
        super().mouseReleaseEvent(event)
        group = self.group()
        left = group.buttons() if group is not None and self.isChecked() else []
        if any(button.hasFocus() for button in left):
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns the size of an item of the rail."""
        return QSize(64, 60)

    def paint_background(self, painter: QPainter, area: QRectF) -> None:
        """Paints the pill behind the icon only."""
        fill = self.fill()
        if fill is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(area.center().x() - 24, 6, 48, 28), 14, 14)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Paints the icon and the caption under it."""
        square = QRectF(area.center().x() - 11, 9, 22, 22)
        icons.paint(painter, square, self.icon_name, self.ink())
        painter.setFont(theme.font("caption"))
        painter.setPen(self.ink())
        words = area.adjusted(0, 36, 0, -4)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, self.text())

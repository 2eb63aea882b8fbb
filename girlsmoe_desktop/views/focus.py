"""The focus ring: when a widget shows one, and how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPen

from girlsmoe_desktop.views import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object  # Qt's classes come by what stands beside the mixin

RING_PX = 2.0
_FROM_THE_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_COMING_BACK = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class FocusRing(_Widget):
    """What a widget needs to show a ring under the keyboard only; its class names this first.

    Attributes:
        has_ring: Whether it shows a ring while it has the focus.
    """

    has_ring = False

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Shows the ring if the focus came by the keyboard."""
        reason = event.reason()
        # Where only the window or a menu was left, it is as it was.
        if reason not in _COMING_BACK:
            self.has_ring = reason in _FROM_THE_KEYBOARD
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Goes over to the mouse: no ring."""
        self.has_ring = False
        super().mousePressEvent(event)

    def paint_ring(
        self, painter: QPainter, area: QRectF, radius_px: float, role: str = "accent"
    ) -> None:
        """Paints the ring just inside the area, if it is to be seen."""
        if self.hasFocus() and self.has_ring:
            painter.setPen(QPen(theme.color(role), RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = RING_PX / 2
            inner = area.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(inner, radius_px, radius_px)

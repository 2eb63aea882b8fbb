"""What mouse and keyboard do to widgets in turn: double clicks and focus rings."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from girlsmoe_desktop.views.focus import FocusRing
from girlsmoe_desktop.views.places import BLEND, DESIGN


def press(widget, kind):
    """Presses the left button and lets it go, as the first or second half of a double click."""
    where = QPointF(widget.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for event, held in ((kind, left), (QEvent.Type.MouseButtonRelease, none)):
        place = QPointF(widget.mapToGlobal(where))
        modifiers = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(widget, QMouseEvent(event, where, place, left, held, modifiers))


def test_a_double_click_on_generate_makes_one_batch(qtbot, window):
    button, rows = window.design.generate.button, window.studio.gallery.rowCount
    window.design.generate.count.set_count(1)
    press(button, QEvent.Type.MouseButtonPress)
    qtbot.waitUntil(lambda: rows() == 2 and not window.studio.is_busy)
    press(button, QEvent.Type.MouseButtonDblClick)
    assert not window.studio.is_busy
    press(button, QEvent.Type.MouseButtonPress)
    qtbot.waitUntil(lambda: rows() == 3 and not window.studio.is_busy)


@pytest.mark.parametrize("kind", ["button", "choice", "segment", "slider"])
def test_everything_shows_its_ring_by_one_rule(qtbot, window, kind):
    window.go_to(BLEND if kind == "slider" else DESIGN)
    window.rooms.blend.slider.setEnabled(True)
    widget = {
        "button": window.rail.places[DESIGN],
        "choice": window.design.choices["hair_color"],
        "segment": window.design.switches["hat"].segment(None),
        "slider": window.rooms.blend.slider,
    }[kind]
    assert isinstance(widget, FocusRing)
    reason = Qt.FocusReason

    def ring_after(why):
        QApplication.sendEvent(widget, QFocusEvent(QEvent.Type.FocusIn, why))
        return widget.has_ring

    assert not ring_after(reason.OtherFocusReason)
    assert not ring_after(reason.ActiveWindowFocusReason)
    assert ring_after(reason.TabFocusReason)
    assert ring_after(reason.PopupFocusReason)
    qtbot.mousePress(widget, Qt.MouseButton.RightButton)  # the left one would open a menu
    assert not widget.has_ring
    assert not ring_after(reason.ActiveWindowFocusReason)

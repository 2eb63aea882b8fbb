"""What every person needs: names for assistive technology, the keyboard, readable colours."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QListView, QScrollBar

import girlsmoe_desktop.views as views
from girlsmoe_desktop import resources
from girlsmoe_desktop.views import icons, theme
from girlsmoe_desktop.views.places import BLEND, DESIGN, ENLARGE, FAMILY, MODELS, TRAIN

INTERACTIVE = (QAbstractButton, QAbstractSlider, QComboBox, QListView)


def interactive_widgets(window):
    from PySide6.QtWidgets import QWidget

    for widget in window.findChildren(QWidget):
        inside_qt = widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)
        popup = widget.window() is not window
        if isinstance(widget, INTERACTIVE) and not inside_qt and not popup:
            yield widget


def test_every_interactive_widget_has_an_accessible_name(window):
    widgets = list(interactive_widgets(window))
    assert len(widgets) > 30
    for widget in widgets:
        face = QAccessible.queryAccessibleInterface(widget)
        assert face.text(QAccessible.Text.Name).strip(), widget


def test_every_icon_button_has_a_tooltip(window):
    from girlsmoe_desktop.views.buttons import IconButton

    buttons = window.findChildren(IconButton)
    assert len(buttons) >= 5
    assert all(button.toolTip() for button in buttons)


def tab_round(qtbot, window, steps=80):
    """The widgets that Tab reaches, in order."""
    reached = []
    for _ in range(steps):
        widget = window.focusWidget()
        if widget in reached:
            return reached
        reached.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    raise AssertionError("Tab never comes round")


@pytest.mark.parametrize("place", [DESIGN, BLEND, FAMILY, ENLARGE, TRAIN, MODELS])
def test_tab_reaches_everything_that_can_be_used(qtbot, window, generated, place):
    generated(1)
    window.go_to(place)
    window.activateWindow()
    window.rail.places[place].setFocus(Qt.FocusReason.TabFocusReason)
    reached = tab_round(qtbot, window)
    panel = window.design if place == DESIGN else window.rooms.panel(place)
    for widget in interactive_widgets(window):
        usable = widget.isVisible() and widget.isEnabled()
        radio = isinstance(widget, QAbstractButton) and (
            widget.autoExclusive() or widget.group() is not None
        )
        # Of a group of radio buttons, Tab reaches the chosen one; arrows go on from there.
        if usable and (not radio or widget.isChecked()):
            assert widget in reached, widget.accessibleName()
    in_panel = [widget for widget in reached if panel.isAncestorOf(widget)]
    places = [widget.mapTo(panel, widget.rect().topLeft()).y() for widget in in_panel]
    assert places == sorted(places)


def test_the_keyboard_alone_makes_a_character(qtbot, window):
    box = window.design.choices["hair_color"]
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert window.studio.session.pinned == {"hair_color": box.itemData(1)}
    smile = window.design.switches["smile"]
    smile.segment(None).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(smile.segment(None), Qt.Key.Key_Right)
    assert window.studio.session.pinned["smile"] == "on"
    count = window.design.generate.count
    count.set_count(2)
    qtbot.keyClick(count, Qt.Key.Key_Up)
    assert count.count == 3
    qtbot.keyClick(window.design.generate.button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 4)
    qtbot.waitUntil(lambda: not window.studio.is_busy)
    qtbot.keyClick(window.design.generate.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 7)


def test_no_two_actions_share_a_shortcut(window):
    from PySide6.QtGui import QAction

    keys = [
        shortcut.toString()
        for action in window.actions_.findChildren(QAction)
        for shortcut in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def luminance(color):
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "panel"),
        ("text", "raised"),
        ("text", "thumb"),
        ("text_2", "panel"),
        ("text_2", "window"),
        ("text_2", "raised"),
        ("text_2", "track"),
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("accent_text", "soft"),
        ("accent_text", "thumb"),
    ],
)
def test_words_can_be_read(ink, ground, dark):
    first, second = (
        luminance(QColor(theme.ROLES[role][dark]).getRgbF()[:3]) for role in (ink, ground)
    )
    lighter, darker = max(first, second), min(first, second)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_the_window_follows_the_theme(qapp, window):
    theme.apply(qapp, dark=True)
    try:
        assert theme.is_dark()
        dark = window.design.grab().toImage().pixelColor(4, 4)
        theme.apply(qapp, dark=False)
        light = window.design.grab().toImage().pixelColor(4, 4)
        assert (dark, light) == tuple(QColor(theme.ROLES["panel"][d]) for d in (True, False))
    finally:
        theme.apply(qapp, dark=False)


def test_colours_stand_in_the_theme_only():
    for path in Path(views.__file__).parent.glob("*.py"):
        if path.name != "theme.py":
            assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", path.read_text("utf-8")), path.name


@pytest.mark.usefixtures("qapp")
def test_every_icon_is_drawn_on_the_grid_in_the_current_colour():
    paths = sorted((resources.assets() / "icons").glob("*.svg"))
    assert len(paths) > 20
    for path in paths:
        text = path.read_text("utf-8")
        assert 'viewBox="0 0 24 24"' in text
        assert 'stroke="currentColor"' in text
        image = icons.icon(path.stem, QColor("red")).pixmap(20, 20).toImage()
        inked = [image.pixelColor(x, y) for x in range(20) for y in range(20)]
        assert any(color.alpha() > 128 and color.red() > 200 for color in inked), path.name


def test_the_window_loads_neither_torch_nor_onnx():
    probe = (
        "import onnxruntime, sys, girlsmoe_desktop.app; "
        "sys.exit(str({'torch', 'onnx', 'skia'} & set(sys.modules) or ''))"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True)
    assert done.stderr.strip() == ""

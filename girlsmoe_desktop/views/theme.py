"""The look: one table of colour roles, the type scale, and what Qt's own widgets make of them.

Nothing else in the views names a colour. Light or dark is kept in one place, the application's
palette, so every widget repaints by itself when it changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Role -> (light, dark). Words are only ever written in text, text_2, on_accent or accent_text.
ROLES: dict[str, tuple[str, str]] = {
    "window": ("#F3EFF1", "#131015"),
    "stage": ("#F3EFF1", "#171319"),
    "panel": ("#FBF9FA", "#1C181F"),
    "raised": ("#FFFFFF", "#28222C"),
    "track": ("#E6DFE3", "#2E2733"),
    "thumb": ("#FFFFFF", "#4A4152"),
    "groove": ("#D9CFD5", "#4B4151"),
    "hover": ("#F1ECEF", "#352D3A"),
    "press": ("#E2D9DE", "#3D3443"),
    "line": ("#E4DDE1", "#312A36"),
    "text": ("#2B2129", "#F4EFF3"),
    "text_2": ("#695B65", "#B5A9B3"),
    "text_3": ("#9A8D96", "#7E727C"),
    "accent": ("#C42B5A", "#FF86AA"),
    "accent_hover": ("#AD1F4B", "#FF9FBC"),
    "on_accent": ("#FFFFFF", "#2E0816"),
    "soft": ("#FBE4EB", "#47212F"),
    "accent_text": ("#AF2450", "#FF9DBA"),
    # On any picture, whatever its colours.
    "on_picture": ("#FFFFFF", "#FFFFFF"),
    "shadow": ("#2B2129", "#000000"),
}
# What the colours of hair and eyes look like, for the dots beside their names.
SWATCHES = {
    "blonde": "#F2CD72",
    "brown": "#8B5A3C",
    "black": "#332B38",
    "blue": "#4A6FDC",
    "pink": "#F39AB6",
    "purple": "#8C54C6",
    "green": "#4FAE7B",
    "red": "#C83C45",
    "silver": "#C9CBDD",
    "white": "#F6F4F8",
    "orange": "#F0A03C",
    "aqua": "#6CCAE4",
    "gray": "#7C7783",
    "yellow": "#EFCF4A",
}
# Names of the type scale -> (px, weight).
TYPE = {
    "caption": (11, QFont.Weight.Medium),
    "secondary": (12, QFont.Weight.Normal),
    "body": (13, QFont.Weight.Normal),
    "strong": (13, QFont.Weight.DemiBold),
    "button": (15, QFont.Weight.DemiBold),
    "title": (20, QFont.Weight.DemiBold),
    "empty": (28, QFont.Weight.DemiBold),
}


def is_dark() -> bool:
    """Returns whether the window is shown in dark colours now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def color(role: str) -> QColor:
    """Returns the colour of a role in the theme that is shown now."""
    return QColor(ROLES[role][is_dark()])


def font(scale: str) -> QFont:
    """Returns the window's font in a size and weight of the type scale."""
    size_px, weight = TYPE[scale]
    result = QFont(QGuiApplication.font())
    result.setPixelSize(size_px)
    result.setWeight(weight)
    return result


def system_is_dark() -> bool:
    """Returns whether the system asks for dark colours."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def is_wanted_dark(choice: str) -> bool:
    """Returns whether dark colours are wanted: "dark", "light", or as the system has it."""
    return system_is_dark() if choice == "system" else choice == "dark"


def apply(app: QApplication, dark: bool) -> None:
    """Gives the application the light or the dark theme."""
    app.setPalette(_palette(dark))
    app.setStyleSheet(_style_sheet(dark))


def _palette(dark: bool) -> QPalette:
    role = QPalette.ColorRole
    table = {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "panel",
        role.AlternateBase: "window",
        role.Text: "text",
        role.PlaceholderText: "text_2",
        role.Button: "raised",
        role.ButtonText: "text",
        role.BrightText: "accent_text",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent_text",
        role.Light: "raised",
        role.Midlight: "hover",
        role.Mid: "groove",
        role.Dark: "groove",
        role.Shadow: "shadow",
        role.Accent: "accent",
    }
    palette = QPalette()
    for palette_role, name in table.items():
        palette.setColor(palette_role, QColor(ROLES[name][dark]))
    for palette_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, palette_role, QColor(ROLES["text_3"][dark]))
    return palette


def _style_sheet(dark: bool) -> str:
    """Returns rules for Qt's own widgets; those painted here ask `color` themselves."""
    c = {name: pair[dark] for name, pair in ROLES.items()}
    scales = "".join(
        f'QLabel[scale="{name}"] {{ font-size: {size_px}px; font-weight: {weight.value}; }}'
        for name, (size_px, weight) in TYPE.items()
    )
    return f"""
    QWidget {{ font-size: 13px; }}
    {scales}
    QLabel[tone="quiet"] {{ color: {c["text_2"]}; }}
    QToolTip {{ background: {c["raised"]}; color: {c["text"]}; border: 1px solid {c["line"]};
        padding: 4px 6px; }}
    QMenuBar {{ background: {c["window"]}; border-bottom: 1px solid {c["line"]}; }}
    QMenuBar::item {{ padding: 5px 10px; background: transparent; border-radius: 6px; }}
    QMenuBar::item:selected {{ background: {c["press"]}; }}
    QMenu {{ background: {c["raised"]}; border: 1px solid {c["line"]}; padding: 6px; }}
    QMenu::item {{ padding: 6px 28px 6px 24px; border-radius: 6px; }}
    QMenu::item:selected {{ background: {c["soft"]}; color: {c["accent_text"]}; }}
    QMenu::item:disabled {{ color: {c["text_3"]}; }}
    QMenu::separator {{ height: 1px; background: {c["line"]}; margin: 6px 8px; }}
    QStatusBar {{ background: {c["window"]}; border-top: 1px solid {c["line"]}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {c["text_2"]}; font-size: 12px; padding: 0 6px; }}
    QScrollArea, QListView {{ background: transparent; border: none; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox QAbstractItemView {{ background: {c["raised"]}; border: 1px solid {c["line"]};
        padding: 6px; outline: none; selection-background-color: {c["soft"]};
        selection-color: {c["accent_text"]}; }}
    QComboBox QAbstractItemView::item {{ min-height: 30px; border-radius: 6px; padding: 0 6px; }}
    QComboBox QAbstractItemView::item:selected {{ background: {c["soft"]};
        color: {c["accent_text"]}; }}
    QLineEdit {{ background: {c["track"]}; color: {c["text"]}; border: 2px solid transparent;
        border-radius: 18px; padding: 0 12px; min-height: 32px;
        selection-background-color: {c["accent"]}; selection-color: {c["on_accent"]}; }}
    QPlainTextEdit {{ background: {c["panel"]}; color: {c["text"]}; font-size: 12px;
        border: 1px solid {c["line"]}; border-radius: 12px; padding: 6px;
        selection-background-color: {c["accent"]}; selection-color: {c["on_accent"]}; }}
    QPlainTextEdit:focus {{ border-color: {c["accent"]}; }}
    QLineEdit[compact="true"] {{ border-radius: 9px; padding: 0 6px; min-height: 18px;
        font-size: 12px; }}
    QLineEdit:focus {{ border-color: {c["accent"]}; }}
    QPushButton {{ background: {c["raised"]}; color: {c["text"]}; font-weight: 600;
        border: 1px solid {c["line"]}; border-radius: 10px; padding: 8px 16px; min-width: 56px; }}
    QPushButton:hover {{ background: {c["hover"]}; }}
    QPushButton:pressed {{ background: {c["press"]}; }}
    QPushButton:focus {{ border: 2px solid {c["accent"]}; padding: 7px 15px; }}
    QPushButton:disabled {{ color: {c["text_3"]}; }}
    QLabel#qt_msgbox_label {{ font-size: 15px; font-weight: 600; }}
    QScrollBar:vertical {{ width: 8px; background: transparent; margin: 0; }}
    QScrollBar:horizontal {{ height: 8px; background: transparent; margin: 0; }}
    QScrollBar::handle {{ background: {c["groove"]}; border-radius: 4px; min-height: 32px;
        min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {c["text_3"]}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """

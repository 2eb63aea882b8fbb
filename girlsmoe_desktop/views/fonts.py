"""The typeface of the window: Inter, which comes along, then what the system has for the rest."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from girlsmoe_desktop.resources import assets

FAMILY = "Inter"
# The same Han character is written in other ways in Japan and in China; Windows', Apple's and
# Linux' own faces for the language that is shown go first.
_HAN = {
    "ja": ["Yu Gothic UI", "Meiryo", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP"],
    "zh_CN": ["Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC"],
}


def use(app: QGuiApplication, language: str) -> None:
    """Gives the application its typeface.

    Args:
        app: The application.
        language: Id of the language of the window.
    """
    if FAMILY not in QFontDatabase.families():
        for file in sorted((assets() / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font = QFont(system)
    font.setFamilies([FAMILY, *_HAN.get(language, _HAN["ja"]), system.family()])
    app.setFont(font)

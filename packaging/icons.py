"""Draws the program's icons from assets/icons/mark.svg; run by the build's own Python.

Usage: python packaging/icons.py OUT   (PNG in all sizes, SVG, ICO and ICNS)
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parent))

import product
from PIL import Image
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

MARK = product.ROOT / "assets" / "icons" / "mark.svg"
GROUND, INK = "#C42B5A", "#FFFFFF"
"""The accent of the light theme and what is written on it."""
LARGE_PX = 1024


def main(out: Path) -> None:
    """Writes girlsmoe-<size>.png, girlsmoe.svg, girlsmoe.ico and girlsmoe.icns."""
    out.mkdir(parents=True, exist_ok=True)
    text = drawing(MARK.read_text(encoding="utf-8"))
    (out / "girlsmoe.svg").write_text(text, encoding="utf-8")
    app = QGuiApplication.instance() or QGuiApplication([])
    for size in (*product.ICON_SIZES_PX, LARGE_PX):
        paint(text, size).save(str(out / f"girlsmoe-{size}.png"))
    del app
    with Image.open(out / f"girlsmoe-{LARGE_PX}.png") as large:
        large.save(out / "girlsmoe.ico", sizes=[(n, n) for n in (16, 24, 32, 48, 64, 128, 256)])
        large.save(out / "girlsmoe.icns")


def drawing(mark: str) -> str:
    """Returns the mark on a ground of its own, so that it shows on any desktop."""
    inner = mark[mark.index(">") + 1 : mark.rindex("</svg>")].strip()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n'
        f'  <rect x="1" y="1" width="22" height="22" rx="5.5" fill="{GROUND}"/>\n'
        f'  <g transform="translate(12 12) scale(.82) translate(-12 -12)" fill="none" '
        f'stroke="{INK}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">\n'
        f"    {inner}\n  </g>\n</svg>\n"
    )


def paint(text: str, size_px: int) -> QImage:
    """Returns the drawing as a picture."""
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(text.encode())).render(painter)
    painter.end()
    return image


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Words as pixels, in the window's typeface and in every script that the system has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from girlsmoe_desktop.views import theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEAST_PX = 6


def letter(words: str, height_px: int, width_px: int) -> NDArray[np.uint8]:
    """Returns how dark each pixel of a line is, shape (h, w), 0..255; may be called on any thread.

    Args:
        words: The line.
        height_px: Of its letters; they are made smaller until the line fits.
        width_px: What it may take.
    """
    font = theme.font("caption")
    font.setPixelSize(height_px)
    while QFontMetricsF(font).horizontalAdvance(words) > width_px and font.pixelSize() > _LEAST_PX:
        font.setPixelSize(font.pixelSize() - 1)
    metrics = QFontMetricsF(font)
    width = max(min(round(metrics.horizontalAdvance(words)) + 2, width_px), 1)
    image = QImage(width, max(round(metrics.height()), 1), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(QRectF(image.rect()), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, :width].copy()

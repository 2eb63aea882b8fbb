"""Pictures for the screen: arrays to QImage, scaled with Lanczos, and the light they give off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QRectF

ENLARGED = 3
SOFTNESS_PX = 0.7


def to_image(pixels: NDArray[np.uint8]) -> QImage:
    """Returns pixels, shape (H, W, 3), as an image that owns its memory."""
    data = np.ascontiguousarray(pixels)
    height, width = data.shape[:2]
    return QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def resized(pixels: NDArray[np.uint8], width_px: int, height_px: int) -> QImage:
    """Returns a picture, RGB or RGBA of any size, at another one (Lanczos)."""
    picture = Image.fromarray(pixels)
    if picture.size != (width_px, height_px):
        picture = picture.resize((width_px, height_px), Image.Resampling.LANCZOS)
    if picture.mode == "RGB":
        return to_image(np.asarray(picture))
    data = np.ascontiguousarray(picture)
    return QImage(
        data.data, width_px, height_px, 4 * width_px, QImage.Format.Format_RGBA8888
    ).copy()


def scaled(pixels: NDArray[np.uint8], side_px: int) -> QImage:
    """Returns a square picture at another size; Qt's own scaling shows steps on hair."""
    picture = Image.fromarray(np.ascontiguousarray(pixels))
    if side_px >= ENLARGED * picture.width:
        # On the way up, half a pixel of softness hides the grid that Lanczos keeps.
        doubled = (2 * picture.width, 2 * picture.height)
        picture = picture.resize(doubled, Image.Resampling.LANCZOS)
        picture = picture.filter(ImageFilter.GaussianBlur(SOFTNESS_PX))
    return to_image(np.asarray(picture.resize((side_px, side_px), Image.Resampling.LANCZOS)))


def cropped(pixels: NDArray[np.uint8], left: float, top: float, side: float) -> NDArray[np.uint8]:
    """Returns the square part of a square picture that begins and extends by shares of its side."""
    whole = len(pixels)
    x, y, length = round(left * whole), round(top * whole), max(round(side * whole), 1)
    return pixels[y : y + length, x : x + length]


def ambient(pixels: NDArray[np.uint8]) -> QColor:
    """Returns the colour that a picture spreads: its mean, weighted by saturation."""
    values = pixels.reshape(-1, 3).astype(np.float64)
    weights = values.max(axis=1) - values.min(axis=1) + 1e-6
    red, green, blue = np.average(values, axis=0, weights=weights)
    return QColor(round(red), round(green), round(blue))


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Returns first with a share (0..1) of second in it."""
    return QColor(
        round((1.0 - share) * first.red() + share * second.red()),
        round((1.0 - share) * first.green() + share * second.green()),
        round((1.0 - share) * first.blue() + share * second.blue()),
    )


def rounded(area: QRectF, radius_px: float) -> QPainterPath:
    """Returns the outline of a rounded rectangle."""
    path = QPainterPath()
    path.addRoundedRect(area, radius_px, radius_px)
    return path


def paint_rounded(painter: QPainter, area: QRectF, image: QImage, radius_px: float) -> None:
    """Paints an image with round corners."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(rounded(area, radius_px))
    painter.drawImage(area, image)
    painter.restore()

"""Curves of losses over the steps, labelled at their ends."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from girlsmoe_desktop.state import training_words
from girlsmoe_desktop.state.languages import short_decimal
from girlsmoe_desktop.views import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from girlsmoe_desktop.state.run_record import Curve

LEFT_PX, TOP_PX, FOOT_PX, GAP_PX = 40, 10, 26, 14
LABEL_PX = 32
LINES = 5
# The smooth curve takes in so small a part of all points to either side.
SMOOTH_PARTS = 24
# How much of the colour the rough curve has.
ROUGH = 0.35


@dataclass(frozen=True)
class Series:
    """A curve to draw.

    Attributes:
        name: At its end.
        role: Its colour, of `theme.ROLES`; the name is written in it too.
        curve: Its points.
    """

    name: str
    role: str
    curve: Curve


def ticks(low: float, high: float, count: int = LINES) -> list[float]:
    """Returns round numbers from at most low to at least high, about `count` steps apart."""
    span = high - low if high - low > 1e-9 else 1.0  # a flat line gets some room
    unit: float = 10.0 ** math.floor(math.log10(span / count))
    step = next(unit * m for m in (1, 2, 2.5, 5, 10) if unit * m * count >= span * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil((low + span) / step - 1e-9)
    return [round(number * step, 10) for number in range(first, max(last, first + 1) + 1)]


def smoothed(points: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """Returns every point as the mean of those around it."""
    reach = max(1, len(points) // SMOOTH_PARTS)
    sums = [0.0, *accumulate(value for _, value in points)]
    result = []
    for number, (step, _) in enumerate(points):
        first, end = max(number - reach, 0), min(number + reach + 1, len(points))
        result.append((step, (sums[end] - sums[first]) / (end - first)))
    return result


class LossChart(QWidget):
    """The curves; beside the end of each stands the value of its smooth line, which ends there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: list[Series] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Losses"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns a comfortable size."""
        return QSize(480, 320)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Returns the size at which the curves can just be told apart."""
        return QSize(200, 120)

    def show_series(self, series: Sequence[Series]) -> None:
        """Shows curves; those without a point are left out."""
        self._series = [one for one in series if one.curve.last is not None]
        told = [self.tr("{0}: {1}").format(one.name, _newest(one)) for one in self._series]
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints grid, curves and labels; words where there are none yet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._series:
            painter.setPen(theme.color("text_2"))
            words = self.tr("The curves begin with the first report.")
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), flags, words)
            return
        names = QFontMetricsF(theme.font("strong"))
        right = max(names.horizontalAdvance(one.name) for one in self._series) + GAP_PX
        plot = QRectF(self.rect()).adjusted(LEFT_PX, TOP_PX, -right - 8, -FOOT_PX)
        scale = _Scale(plot, self._series)
        self._paint_grid(painter, scale)
        for one in self._series:
            _paint_curve(painter, scale, one)
        self._paint_labels(painter, scale)

    def _paint_grid(self, painter: QPainter, scale: _Scale) -> None:
        plot = scale.plot
        painter.setFont(theme.font("caption"))
        for value in scale.values:
            y = scale.y(value)
            painter.setPen(theme.color("line"))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.color("text_2"))
            area = QRectF(0, y - 8, LEFT_PX - 8, 16)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, flags, short_decimal(value))
        for step in scale.steps:
            area = QRectF(scale.x(step) - 40, plot.bottom() + 6, 80, 16)
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter, training_words.steps(step))

    def _paint_labels(self, painter: QPainter, scale: _Scale) -> None:
        ends = sorted(
            ((smoothed(_points(one))[-1][1], one) for one in self._series),
            key=lambda end: -end[0],
        )
        places = [scale.y(value) for value, _ in ends]
        tops = _apart(places, scale.plot)
        for top, y, (value, one) in zip(tops, places, ends, strict=True):
            color = theme.color(one.role)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(QPointF(scale.x(_points(one)[-1][0]), y), 4, 4)
            left = scale.plot.right() + GAP_PX
            painter.setFont(theme.font("strong"))
            painter.setPen(color)
            painter.drawText(QPointF(left, top + 13), one.name)
            painter.setFont(theme.font("secondary"))
            painter.setPen(theme.color("text_2"))
            painter.drawText(QPointF(left, top + 28), short_decimal(value, 3))


class _Scale:
    """Where steps and values lie on the chart."""

    def __init__(self, plot: QRectF, series: Sequence[Series]) -> None:
        self.plot = plot
        # By the smooth curves: one wild report must not press them flat.
        points = [point for one in series for point in smoothed(_points(one))]
        values = [value for _, value in points]
        count = max(2, min(LINES, round(plot.height() / 44)))
        self.values = ticks(min(0.0, *values), max(values), count)
        self._last = max(step for step, _ in points)
        wanted = max(1, min(6, round(plot.width() / 70)))
        self.steps = [s for s in ticks(0, max(self._last, 1), wanted) if s <= max(self._last, 1)]

    def x(self, step: float) -> float:
        """Returns where a step lies."""
        return self.plot.left() + self.plot.width() * step / max(self._last, 1)

    def y(self, value: float) -> float:
        """Returns where a value lies."""
        low, high = self.values[0], self.values[-1]
        return self.plot.bottom() - self.plot.height() * (value - low) / (high - low)


def _paint_curve(painter: QPainter, scale: _Scale, one: Series) -> None:
    points = _points(one)
    painter.save()
    painter.setClipRect(scale.plot.adjusted(-4, -4, 4, 4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rough = QColor(theme.color(one.role))
    rough.setAlphaF(ROUGH)
    painter.setPen(QPen(rough, 1))
    painter.drawPath(_path(scale, points))
    pen = QPen(theme.color(one.role), 2.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPath(_path(scale, smoothed(points)))
    painter.restore()


def _path(scale: _Scale, points: Sequence[tuple[int, float]]) -> QPainterPath:
    places = [QPointF(scale.x(step), scale.y(value)) for step, value in points]
    path = QPainterPath(places[0])
    for _, place in pairwise(places):
        path.lineTo(place)
    return path


def _points(one: Series) -> list[tuple[int, float]]:
    """Returns the curve's points, the newest report always among them."""
    last, points = one.curve.last, one.curve.points
    if last is None or (points and points[-1][0] >= last[0]):
        return points
    return [*points, last]


def _newest(one: Series) -> str:
    assert one.curve.last is not None, "empty curves are not shown"
    return short_decimal(one.curve.last[1], 3)


def _apart(ends: list[float], plot: QRectF) -> list[float]:
    """Returns the tops of labels beside ends that are sorted downwards, none over another."""
    tops: list[float] = []
    for y in ends:
        wanted = max(y - LABEL_PX / 2, plot.top() - TOP_PX)
        tops.append(max(wanted, tops[-1] + LABEL_PX) if tops else wanted)
    over = tops[-1] + LABEL_PX - (plot.bottom() + FOOT_PX)
    return [top - max(over, 0.0) for top in tops]

"""A picture before and after, compared by a divider, side by side, or under a lens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from girlsmoe_desktop.views import icons, pictures, theme
from girlsmoe_desktop.views.focus import FocusRing
from girlsmoe_desktop.views.lit_room import CardShadow
from girlsmoe_desktop.views.portrait import MAX_SIDE_PX, ROOMY_PX

if TYPE_CHECKING:
    from collections.abc import Iterator

DIVIDER, SIDE_BY_SIDE, LENS = "divider", "side", "lens"
STEPS = 100
HANDLE_PX, GRIP_PX = 34.0, 26.0
GAP_PX = 16.0
PANE_PX, MAGNIFIED = 150.0, 2.0
MAP_PX = 96.0
CHECK_PX = 8
LENS_STEP = 0.02
_MUCH_LARGER = 1.4
"""Two pictures stand beside each other unless they are so much wider one above the other."""
RADIUS_PX, FILLING_RADIUS_PX = 20.0, 16.0


class Sight(NamedTuple):
    """What is shown, ready for the screen.

    Attributes:
        before, after: The same part of a picture, both of one size; the second may not be there.
        size: Of the part, in points of which both have the same number; for its proportions.
        names: What each is called, in a corner of it; "" for one that is named elsewhere.
        overview: The whole picture, small; null where all of it is shown.
        part: Where in the whole the part lies, 0..1.
        light: The colour that the picture spreads.
    """

    before: QImage
    after: QImage
    size: QSizeF
    names: tuple[str, str]
    overview: QImage
    part: QRectF
    light: QColor


class BeforeAfter(FocusRing, QAbstractSlider):
    """Shows a sight. Its value is where the divider stands, in hundredths from the left.

    Attributes:
        fills: Whether pictures take all the room, with no margin and no shadow around them.
        sight: What is shown, None for nothing.
        way: One of DIVIDER, SIDE_BY_SIDE, LENS.
        lens: Where the lens stands, 0..1 of the picture.

    Signals:
        moved: Another part is wanted; with how far to the right and down, in parts.
        placed: The part around a place is wanted, 0..1 of the whole picture.
    """

    moved = Signal(float, float)
    placed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None, *, fills: bool = False) -> None:
        super().__init__(parent)
        self.fills = fills
        self.setRange(0, STEPS)
        self.setValue(STEPS // 2)
        self.setPageStep(10)
        self.sight: Sight | None = None
        self.way, self.lens = DIVIDER, QPointF(0.36, 0.46)
        self._shadow = CardShadow()
        self._drag: str = ""
        self._last = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 160)
        self.setAccessibleName(self.tr("Before and after"))
        self.valueChanged.connect(self.update)

    def show_sight(self, sight: Sight | None) -> None:
        """Shows something else."""
        self.sight = sight
        self._describe()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def set_way(self, way: str) -> None:
        """Compares in another way."""
        self.way = way
        self._describe()
        self.update()

    def cards(self) -> list[QRectF]:
        """Returns where pictures lie: one card, or before and after."""
        if self.sight is None:
            return []
        area = QRectF(self.rect())
        roomy = min(area.width(), area.height()) >= ROOMY_PX
        margin = 0.0 if self.fills else 32.0 if roomy else 10.0
        room = area.adjusted(margin, margin, -margin, -margin)
        size = self.sight.size
        if self.way != SIDE_BY_SIDE:
            return [_fitted(room, size)]
        wide = size.scaled((room.width() - GAP_PX) / 2, room.height(), _KEEP)
        tall = size.scaled(room.width(), (room.height() - GAP_PX) / 2, _KEEP)
        if tall.width() > _MUCH_LARGER * wide.width():
            half = (room.height() - GAP_PX) / 2
            rooms = [room.adjusted(0, 0, 0, half - room.height())]
            rooms.append(rooms[0].translated(0, half + GAP_PX))
        else:
            half = (room.width() - GAP_PX) / 2
            rooms = [room.adjusted(0, 0, half - room.width(), 0)]
            rooms.append(rooms[0].translated(half + GAP_PX, 0))
        return [_fitted(one, size) for one in rooms]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves the divider or the lens; with Shift, what is looked at."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.moved.emit(0.25 * way[0], 0.25 * way[1])
        elif way is not None and self.way == LENS:
            self._set_lens(self.lens + QPointF(*way) * LENS_STEP)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Takes hold of what is under the pointer."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.sight is not None:
            self._drag, self._last = self._under(event.position()), event.position()
            self._go_on(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drags it; the lens follows the pointer by itself."""
        place = event.position()
        if self._drag:
            self._go_on(place)
        elif self.way == LENS:
            self._follow(place)
        shape = _CURSORS.get(self._drag or self._under(place), Qt.CursorShape.ArrowCursor)
        self.setCursor(shape)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Lets it go."""
        self._drag = ""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Paints anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints cards, pictures, names, and what they are compared with."""
        sight, cards = self.sight, self.cards()
        if sight is None or not cards:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        radius = FILLING_RADIUS_PX if self.fills else RADIUS_PX
        if len(cards) == 1 and not self.fills:
            self._shadow.paint(painter, self, cards[0], radius)
        for card, image in zip(cards, self._images(sight), strict=True):
            _paint_picture(painter, card, image, radius)
        is_divided = self.way == DIVIDER and not sight.after.isNull()
        if is_divided:
            self._paint_half(painter, sight.before, cards[0], radius)
        for card, name, to_right in self._names(sight, cards):
            _paint_name(painter, card, name, to_right=to_right)
        if is_divided:
            self._paint_divider(painter, cards[0])
        elif self.way == LENS:
            self._paint_lens(painter, sight, cards[0])
        if not sight.overview.isNull():
            _paint_map(painter, self._map(cards[-1]), sight)
        for card in cards:
            self.paint_ring(painter, card, radius)

    def _images(self, sight: Sight) -> list[QImage]:
        if self.way == SIDE_BY_SIDE:
            return [sight.before, sight.after if not sight.after.isNull() else sight.before]
        return [sight.before if sight.after.isNull() else sight.after]

    def _names(self, sight: Sight, cards: list[QRectF]) -> Iterator[tuple[QRectF, str, bool]]:
        before, after = sight.names
        if before and self.way != LENS:
            yield cards[0], before, False
        if after and not sight.after.isNull():
            yield cards[-1], after, True

    def _paint_half(self, painter: QPainter, image: QImage, card: QRectF, radius_px: float) -> None:
        painter.save()
        width = self._divider(card) - card.left()
        painter.setClipRect(QRectF(card.left(), card.top(), width, card.height()))
        _paint_picture(painter, card, image, radius_px)
        painter.restore()

    def _paint_divider(self, painter: QPainter, card: QRectF) -> None:
        place = self._divider(card)
        painter.setPen(QPen(theme.color("on_picture"), 2))
        painter.drawLine(QPointF(place, card.top()), QPointF(place, card.bottom()))
        handle = QRectF(0, 0, HANDLE_PX, HANDLE_PX)
        handle.moveCenter(QPointF(place, card.center().y()))
        painter.setPen(QPen(theme.color("groove"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawEllipse(handle)
        icons.paint(painter, handle.adjusted(7, 7, -7, -7), "divide", theme.color("text"))

    def _paint_lens(self, painter: QPainter, sight: Sight, card: QRectF) -> None:
        if sight.after.isNull():
            return
        pane = min(PANE_PX, card.width() / 2.2, card.height() / 1.2)
        place = card.topLeft() + QPointF(
            self.lens.x() * card.width(), self.lens.y() * card.height()
        )
        whole = QRectF(0, 0, 2 * pane, pane)
        whole.moveCenter(place)
        whole.moveLeft(min(max(whole.left(), card.left()), card.right() - whole.width()))
        whole.moveTop(min(max(whole.top(), card.top()), card.bottom() - whole.height()))
        painter.save()
        painter.setClipPath(pictures.rounded(whole, 14))
        panes = [whole.adjusted(0, 0, -pane, 0), whole.adjusted(pane, 0, 0, 0)]
        for area, image in zip(panes, (sight.before, sight.after), strict=True):
            _paint_ground(painter, area, image)
            painter.drawImage(area, image, self._seen(image, card, pane))
        painter.restore()
        painter.setPen(QPen(theme.color("on_picture"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole, 14, 14)
        painter.drawLine(panes[0].topRight(), panes[0].bottomRight())
        for area, name, to_right in zip(panes, sight.names, (False, True), strict=True):
            _paint_name(painter, area, name, to_right=to_right)

    def _seen(self, image: QImage, card: QRectF, pane_px: float) -> QRectF:
        """Returns which part of an image a pane of the lens shows."""
        width = image.width() * pane_px / card.width() / MAGNIFIED
        height = image.height() * pane_px / card.height() / MAGNIFIED
        left = self.lens.x() * image.width() - width / 2
        top = self.lens.y() * image.height() - height / 2
        left = min(max(left, 0.0), image.width() - width)
        return QRectF(left, min(max(top, 0.0), image.height() - height), width, height)

    def _divider(self, card: QRectF) -> float:
        return card.left() + card.width() * self.value() / STEPS

    def _map(self, card: QRectF) -> QRectF:
        assert self.sight is not None
        size = QSizeF(self.sight.overview.size()).scaled(MAP_PX, MAP_PX, _KEEP)
        corner = card.bottomRight() - QPointF(size.width() + 12, size.height() + 12)
        return QRectF(corner, size)

    def _under(self, place: QPointF) -> str:
        """Returns what is under the pointer: "map", "divider", "part", or nothing."""
        sight, cards = self.sight, self.cards()
        if sight is None or not cards:
            return ""
        is_part = not sight.overview.isNull()
        if is_part and self._map(cards[-1]).contains(place):
            return "map"
        if not any(card.contains(place) for card in cards):
            return ""
        on_line = abs(place.x() - self._divider(cards[0])) <= GRIP_PX
        if self.way == DIVIDER and (on_line or not is_part):
            return "divider"
        return "part" if is_part and self.way != LENS else ""

    def _go_on(self, place: QPointF) -> None:
        card = self.cards()[0]
        if self._drag == "divider":
            share = (place.x() - card.left()) / max(card.width(), 1.0)
            self.setValue(round(STEPS * min(max(share, 0.0), 1.0)))
        elif self._drag == "map":
            area = self._map(self.cards()[-1])
            inner = place - area.topLeft()
            self.placed.emit(inner.x() / area.width(), inner.y() / area.height())
        elif self._drag == "part":
            way = self._last - place
            self._last = place
            self.moved.emit(way.x() / card.width(), way.y() / card.height())

    def _follow(self, place: QPointF) -> None:
        card = self.cards()[0] if self.cards() else QRectF()
        if card.contains(place):
            inner = place - card.topLeft()
            self._set_lens(QPointF(inner.x() / card.width(), inner.y() / card.height()))

    def _set_lens(self, place: QPointF) -> None:
        self.lens = QPointF(min(max(place.x(), 0.0), 1.0), min(max(place.y(), 0.0), 1.0))
        self.update()

    def _describe(self) -> None:
        names = self.sight.names if self.sight is not None else ("", "")
        told = {
            DIVIDER: self.tr("{0} to the left of the divider, {1} to the right"),
            SIDE_BY_SIDE: self.tr("{0} and {1} side by side"),
            LENS: self.tr("A lens shows {0} and {1}"),
        }[self.way]
        self.setAccessibleDescription(told.format(*names) if self.sight is not None else "")


_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CURSORS = {
    "divider": Qt.CursorShape.SplitHCursor,
    "part": Qt.CursorShape.OpenHandCursor,
    "map": Qt.CursorShape.PointingHandCursor,
}


def _fitted(room: QRectF, size: QSizeF) -> QRectF:
    """Returns the largest card of a picture's proportions in a room, of a bounded size."""
    most = QSizeF(min(room.width(), 1.4 * MAX_SIDE_PX), min(room.height(), MAX_SIDE_PX))
    card = QRectF(QPointF(), size.scaled(most, _KEEP))
    card.moveCenter(room.center())
    return card.toAlignedRect().toRectF()


def _paint_picture(painter: QPainter, card: QRectF, image: QImage, radius_px: float) -> None:
    painter.save()
    painter.setClipPath(pictures.rounded(card, radius_px), Qt.ClipOperation.IntersectClip)
    _paint_ground(painter, card, image)
    painter.drawImage(card, image)
    painter.restore()


def _paint_ground(painter: QPainter, area: QRectF, image: QImage) -> None:
    """Paints squares under what can be seen through."""
    if not image.hasAlphaChannel():
        return
    painter.fillRect(area, theme.color("raised"))
    across, down = round(area.width() // CHECK_PX) + 1, round(area.height() // CHECK_PX) + 1
    dark = theme.color("track")
    for row in range(down):
        for column in range(row % 2, across, 2):
            corner = area.topLeft() + QPointF(column * CHECK_PX, row * CHECK_PX)
            square = QRectF(corner, QSizeF(CHECK_PX, CHECK_PX)).intersected(area)
            painter.fillRect(square, dark)


def _paint_name(painter: QPainter, card: QRectF, name: str, *, to_right: bool) -> None:
    font = theme.font("secondary")
    width = QFontMetricsF(font).horizontalAdvance(name) + 20
    left = card.right() - width - 10 if to_right else card.left() + 10
    pill = QRectF(left, card.top() + 10, width, 26)
    ground = QColor(theme.color("raised"))
    ground.setAlphaF(0.92)
    painter.setPen(theme.color("line"))  # on a white picture it would not be seen otherwise
    painter.setBrush(ground)
    painter.drawRoundedRect(pill, 13, 13)
    painter.setFont(font)
    painter.setPen(theme.color("text"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, name)


def _paint_map(painter: QPainter, area: QRectF, sight: Sight) -> None:
    """Paints the whole picture, small, and a frame around the part."""
    _paint_picture(painter, area, sight.overview, 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("on_picture"), 1.5))
    painter.drawRoundedRect(area, 8, 8)
    part = QRectF(
        area.left() + sight.part.left() * area.width(),
        area.top() + sight.part.top() * area.height(),
        sight.part.width() * area.width(),
        sight.part.height() * area.height(),
    )
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawRoundedRect(part, 3, 3)

"""A drop-down as a tile: the character's own picture, what is chosen, or what chance drew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QIcon,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from girlsmoe_desktop.state import words
from girlsmoe_desktop.views import icons, pictures, theme
from girlsmoe_desktop.views.focus import FocusRing
from girlsmoe_desktop.views.swatches import (
    DRAWN,
    HOVER_MS,
    NAME,
    PICTURE,
    SwatchDelegate,
    SwatchView,
)
from girlsmoe_desktop.views.weak_sign import SIDE_PX as SIGN_PX
from girlsmoe_desktop.views.weak_sign import WeakSign

if TYPE_CHECKING:
    from girlsmoe_desktop.core.controls import Control

INSET_PX, PICTURE_PX, HEIGHT_PX = 6, 76, 128
RADIUS_PX, PICTURE_RADIUS_PX = 14.0, 10.0
GAP_PX = 4
SMALL_ICON_PX, DISC_PX = 12, 20
# What of a picture a tile shows: left, top and side as shares. What is not named is shown whole.
CROPS = {"eye_color": (0.24, 0.31, 0.44)}


def option_icon(option: str | None) -> QIcon:
    """Returns a picture of an option: a patch of its colour, a hair style, or dice for chance."""
    if option in theme.SWATCHES:
        return icons.dot(QColor(theme.SWATCHES[option]), theme.color("groove"))
    if option is None:
        return icons.icon("dice", theme.color("text_2"))
    name = f"style_{option}" if icons.exists(f"style_{option}") else "label"
    return icons.icon(name, theme.color("text_2"))


class ChoiceBox(FocusRing, QComboBox):
    """One of several options of a control, or chance.

    Attributes:
        unfolded: Whether its options are shown in the panel, instead of in a list of its own.
        is_open: Whether they are the ones shown there.

    Signals:
        chosen: Emitted with the option's id, or None for chance, when the person chooses.
        opened: Its options are about to be shown.
        tried: Emitted with the id of an option that is looked at in the list, or None.
    """

    chosen = Signal(object)
    opened = Signal()
    tried = Signal(object)

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control_id, self._caption = control.id, words.name(control.id)
        self._crop = CROPS.get(control.id, (0.0, 0.0, 1.0))
        self._sign: WeakSign | None = None
        self._drawn: str | None = None
        self._picture = QImage()
        self.unfolded = self.is_open = False
        self.addItem(self.tr("Random"), None)
        self.setItemData(0, self.tr("Random"), NAME)
        for option in control.option_ids:
            self.addItem(words.option_name(control.id, option), option)
        self._draw_icons()
        self.setIconSize(QSize(20, 20))
        self._swatches = SwatchView()
        self.setView(self._swatches)
        self.setItemDelegate(SwatchDelegate(option_icon, self))
        self.setMaxVisibleItems(self.count())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(HOVER_MS)
        self._pause.timeout.connect(self._try)
        self.highlighted.connect(lambda _row: self._pause.start())
        self.setAccessibleName(self._caption)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _row: self.chosen.emit(self.currentData()))

    def set_option(self, option: str | None) -> None:
        """Shows an option, or chance."""
        self.setCurrentIndex(max(self.findData(option), 0))
        self._say_what_is_shown()

    def set_drawn(self, option: str | None) -> None:
        """Says in the entry for chance what chance drew, or nothing."""
        self._drawn = option
        random = self.tr("Random")
        self.setItemText(0, random if option is None else f"{random} · {self._name(option)}")
        for row in range(1, self.count()):
            self.setItemData(row, option is not None and self.itemData(row) == option, DRAWN)
        self._say_what_is_shown()
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Shows whether its options are those in the panel."""
        self.is_open = is_open
        self.update()

    def set_face(self, picture: QImage) -> None:
        """Shows on the tile who is on the stage; an empty picture stands for nobody."""
        self._picture = picture
        self.update()

    def set_warning(self, text: str) -> None:
        """Marks the tile with what the model does not do well; nothing for an empty text."""
        if text:
            self.setAccessibleDescription(text)
            sign = WeakSign(text, self)
            sign.move(self.width() - SIGN_PX - INSET_PX, INSET_PX)
            self._sign = sign

    def set_picture(self, option: str, picture: QImage) -> None:
        """Shows in the list what an option looks like."""
        self.setItemData(self.findData(option), picture, PICTURE)

    def clear_pictures(self) -> None:
        """Forgets what the options look like."""
        for row in range(self.count()):
            self.setItemData(row, None, PICTURE)

    def showPopup(self) -> None:  # noqa: N802
        """Opens the list as a grid under the panel's tiles, or where there is room for it."""
        self.opened.emit()
        if self.unfolded:
            return
        popup, room = self._swatches.window(), self.screen().availableGeometry()
        size = self._swatches.fit(self.count(), room.size())
        # Before it is shown: the list that Qt would make of so many entries fills the screen.
        popup.setFixedSize(size)
        super().showPopup()
        # As the tiles begin, not as this one does: the list must not lie over the face.
        left = (self.parentWidget() or self).mapToGlobal(QPoint()).x()
        below = self.mapToGlobal(QPoint(0, self.height() + GAP_PX)).y()
        place = QRect(QPoint(left, below), popup.size())
        place.moveTop(max(room.top(), min(place.top(), room.bottom() - place.height())))
        place.moveLeft(max(room.left(), min(place.left(), room.right() - place.width())))
        popup.move(place.topLeft())

    def hidePopup(self) -> None:  # noqa: N802
        """Closes the list; nothing is looked at any more."""
        super().hidePopup()
        self._pause.stop()
        self.tried.emit(None)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns a tile's size."""
        return QSize(PICTURE_PX + 2 * INSET_PX, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Returns the same height, and as little width as the panel has."""
        return QSize(64, HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keeps the sign in the corner."""
        super().resizeEvent(event)
        if self._sign is not None:
            self._sign.move(self.width() - SIGN_PX - INSET_PX, INSET_PX)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leaves the wheel to the panel: scrolling must not change what is under the pointer."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draws the pictures again in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.count():
            self._draw_icons()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints picture, caption, value and chevron."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        ground = self._ground()
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(area, RADIUS_PX, RADIUS_PX)
        self._paint_picture(painter)
        self._paint_words(painter)
        self.paint_ring(painter, area, RADIUS_PX)

    def _ground(self) -> str:
        if self._is_open_here:
            return "soft"
        return "hover" if self.underMouse() else ""

    @property
    def _is_open_here(self) -> bool:
        return self.unfolded and self.is_open

    def _name(self, option: str) -> str:
        return words.option_name(self._control_id, option)

    def _shown(self) -> str | None:
        option: str | None = self.currentData()
        return self._drawn if option is None else option

    def _paint_picture(self, painter: QPainter) -> None:
        side = min(self.width() - 2 * INSET_PX, PICTURE_PX)
        area = QRectF((self.width() - side) / 2, INSET_PX, side, side)
        if self._picture.isNull():
            painter.setPen(theme.color("line"))
            painter.setBrush(theme.color("raised"))
            painter.drawRoundedRect(area, PICTURE_RADIUS_PX, PICTURE_RADIUS_PX)
            inner = area.toAlignedRect().adjusted(22, 22, -22, -22)
            option_icon(self._shown()).paint(painter, inner)
        else:
            pictures.paint_rounded(painter, area, self._picture, PICTURE_RADIUS_PX)
        if self.currentData() is None and self._drawn is not None:
            self._paint_dice(painter, area.bottomLeft())

    def _paint_words(self, painter: QPainter) -> None:
        left, width = INSET_PX + 1, self.width() - 2 * INSET_PX
        top = INSET_PX + PICTURE_PX + 4
        ink = theme.color("accent_text" if self._is_open_here else "text_2")
        chevron = QRectF(left + width - SMALL_ICON_PX, top + 1, SMALL_ICON_PX, SMALL_ICON_PX)
        icons.paint(painter, chevron, "chevron", ink)
        caption = QRectF(left, top, width - SMALL_ICON_PX - 1, 16)
        painter.setPen(ink)
        self._paint_line(painter, ("caption",), caption, self._caption)
        shown = self._shown()
        word = self.tr("Random") if shown is None else self._name(shown)
        painter.setPen(theme.color("accent_text" if self._is_open_here else "text"))
        self._paint_line(painter, ("strong", "caption"), QRectF(left, top + 17, width, 20), word)

    def _paint_line(
        self, painter: QPainter, scales: tuple[str, ...], area: QRectF, text: str
    ) -> None:
        """Paints a line in the first size that it fits in, or shortened in the last."""
        if not self.isEnabled():
            painter.setPen(theme.color("text_3"))
        for scale in scales:
            painter.setFont(theme.font(scale))
            metrics = QFontMetricsF(painter.font())
            if metrics.horizontalAdvance(text) <= area.width():
                break
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_dice(self, painter: QPainter, corner: QPointF) -> None:
        """Paints into the corner of the picture that chance drew what it shows."""
        disc = QRectF(0, 0, DISC_PX, DISC_PX)
        disc.moveBottomLeft(corner + QPointF(4, -4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawEllipse(disc)
        icons.paint(painter, disc.adjusted(3, 3, -3, -3), "dice", theme.color("text_2"))

    def _say_what_is_shown(self) -> None:
        """Says in the tooltip what the tile may have too little room for."""
        said = f"{self._caption}: {self.currentText()}"
        warning = self._sign.toolTip() if self._sign is not None else ""
        self.setToolTip("\n".join(part for part in (said, warning) if part))

    def crop(self) -> tuple[float, float, float]:
        """Returns what of a picture the tile shows: left, top and side as shares of its side."""
        return self._crop

    def _try(self) -> None:
        if self._swatches.isVisible():
            self.tried.emit(self._swatches.currentIndex().data(Qt.ItemDataRole.UserRole))

    def _draw_icons(self) -> None:
        for row in range(self.count()):
            self.setItemIcon(row, option_icon(self.itemData(row)))

"""The foot of the design panel: Generate, and at its right end how many."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QSizePolicy, QWidget

from girlsmoe_desktop.state.settings import COUNTS
from girlsmoe_desktop.views import icons, pictures, theme
from girlsmoe_desktop.views.buttons import PrimaryButton

USUAL_COUNTS = (1, 4, 9, 16, 25, 36, 64)
BEST_OF = (1, 4, 8, 16)
CHOOSER_PX = 72
# Of that, what the chevron and the divider take.
BESIDE_PX = 34


class HalfButton(PrimaryButton):
    """A primary button that is round on one side only, to stand against another one."""

    is_left = True

    def paint_background(self, painter: QPainter, area: QRectF) -> None:
        """Paints a pill whose other end lies outside the button."""
        fill = self.fill()
        assert fill is not None
        out = self.radius_px
        pill = area.adjusted(0, 0, out, 0) if self.is_left else area.adjusted(-out, 0, 0, 0)
        painter.fillPath(pictures.rounded(pill, self.radius_px), fill)


class _GenerateButton(HalfButton):
    """Generate, or Stop."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Takes a double click for the one click that it is meant as: its second press is lost."""
        event.accept()


class CountButton(HalfButton):
    """How many characters to make: a menu of usual counts, arrow keys and wheel for any.

    Attributes:
        count: How many.
        best_of: How many candidates are made for each.

    Signals:
        count_changed: Emitted with the new count.
        best_of_changed: Emitted with the new number of candidates.
    """

    is_left = False
    count_changed = Signal(int)
    best_of_changed = Signal(int)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(str(count), "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.count, self.best_of = 0, 1
        self._offers_best = False
        self.set_count(count)
        self.clicked.connect(self._open_menu)

    def set_count(self, count: int) -> None:
        """Sets the count to the nearest that is allowed."""
        count = min(max(count, COUNTS[0]), COUNTS[-1])
        if count != self.count:
            self.count = count
            self.setText(str(count))
            self._describe()
            self.updateGeometry()
            self.count_changed.emit(count)

    def offer_best(self, offered: bool) -> None:
        """Offers to make several candidates for each character, or no longer does."""
        self._offers_best = offered
        if not offered:
            self.set_best_of(1)

    def set_best_of(self, best_of: int) -> None:
        """Sets how many candidates are made for each character."""
        if best_of != self.best_of and best_of in BEST_OF:
            self.best_of = best_of
            self._describe()
            self.updateGeometry()
            self.update()
            self.best_of_changed.emit(best_of)

    def menu(self) -> QMenu:
        """Returns a new menu of usual counts."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for count in USUAL_COUNTS:
            action = menu.addAction(str(count))
            action.setCheckable(True)
            action.setChecked(count == self.count)
            action.triggered.connect(lambda _checked, count=count: self.set_count(count))
            group.addAction(action)
        if self._offers_best:
            menu.addSeparator()
            menu.addMenu(self._best_menu(menu))
        return menu

    def _best_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu(self.tr("Best of"), parent)
        menu.setToolTip(self.tr("Of so many, the one that shows best what it is meant to show"))
        group = QActionGroup(menu)
        for best_of in BEST_OF:
            action = menu.addAction(str(best_of))
            action.setCheckable(True)
            action.setChecked(best_of == self.best_of)
            action.triggered.connect(lambda _checked, best_of=best_of: self.set_best_of(best_of))
            group.addAction(action)
        return menu

    def _describe(self) -> None:
        words = self.tr("Number of characters: {0}").format(self.count)
        if self.best_of > 1:
            words = self.tr("{0}, each the best of {1}").format(words, self.best_of)
        self.setAccessibleName(words)
        self.setToolTip(self.tr("{0}. The arrow keys change it by one.").format(words))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns the room for two digits, or for the words under them, and a chevron."""
        words = QFontMetrics(theme.font("caption")).horizontalAdvance(self._under())
        return QSize(max(CHOOSER_PX, words + BESIDE_PX + 6), self.height_px)

    def _under(self) -> str:
        """Returns what stands under the number: of how many they are the best."""
        if self.best_of == 1:
            return ""
        return self.tr("of {0}").format(self.count * self.best_of)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Counts up and down with the arrow keys."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.set_count(self.count + step)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Counts up and down with the wheel."""
        self.set_count(self.count + (1 if event.angleDelta().y() > 0 else -1))

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Paints the divider, the number and the chevron."""
        divider = self.ink()
        divider.setAlphaF(0.35)
        painter.fillRect(QRectF(0, 14, 1, area.height() - 28), divider)
        painter.setFont(theme.font(self.scale))
        painter.setPen(self.ink())
        number = area.adjusted(12, 0, -32, 0)
        if self.best_of > 1:
            number.adjust(0, -12, 0, 0)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.best_of > 1:
            painter.setFont(theme.font("caption"))
            width = area.width() - BESIDE_PX
            under = QRectF(area.left() + 2, area.center().y() + 5, width, 16)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self._under())
        chevron = QRectF(area.right() - 32, area.center().y() - 9, 18, 18)
        icons.paint(painter, chevron, "chevron", self.ink())

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        above = QPoint(0, -menu.sizeHint().height() - 4)
        menu.popup(self.mapToGlobal(above))


class GenerateBar(QWidget):
    """Generate and the count; while characters are being made, Stop.

    Signals:
        generate_asked: Emitted with the count.
        stop_asked: The person wants no more of them.
    """

    generate_asked = Signal(int)
    stop_asked = Signal()

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self._busy_for = QElapsedTimer()
        self.button = _GenerateButton("")
        self.count = CountButton(count)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.button, 1)
        layout.addWidget(self.count)
        self.button.clicked.connect(self._ask)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Offers Stop while characters are being made, Generate otherwise."""
        if busy and not self._busy:
            self._busy_for.start()
        self._busy = busy
        self.button.setText(self.tr("Stop") if busy else self.tr("Generate"))
        self.button.setAccessibleName(self.button.text())
        self.button.icon_name = "stop" if busy else "create"
        self.button.update()

    def _ask(self) -> None:
        if self._busy:
            # A second press at once, as of a key, is not meant for Stop.
            if self._busy_for.elapsed() >= QApplication.doubleClickInterval():
                self.stop_asked.emit()
        else:
            self.generate_asked.emit(self.count.count)

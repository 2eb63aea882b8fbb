"""The pictures from the disk that are to be enlarged: bring them, see what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from girlsmoe_desktop.state.picture_list import MARK, NOTE, Mark
from girlsmoe_desktop.views import files, icons, pictures, theme
from girlsmoe_desktop.views.buttons import IconButton, TextButton
from girlsmoe_desktop.views.surfaces import label
from girlsmoe_desktop.views.thumbnails import ThumbnailView
from girlsmoe_desktop.views.tick_box import TickBox

if TYPE_CHECKING:
    from pathlib import Path

    from girlsmoe_desktop.state.file_enlarging import FileEnlarging
    from girlsmoe_desktop.state.settings import Settings

Index = QModelIndex | QPersistentModelIndex
ROW_PX, LEAST_PX = 40, 96
_ICONS = {Mark.AT_WORK: "play", Mark.DONE: "check", Mark.REFUSED: "weak"}


class _Rows(QStyledItemDelegate):
    """Paints a picture's name, and below it what became of it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Returns the size of a row."""
        return QSize(80, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillPath(pictures.rounded(area, 10), theme.color("soft"))
        mark, note = index.data(MARK), index.data(NOTE)
        words = area.adjusted(10, 2, -10 if mark is Mark.WAITING else -34, -2)
        name = words if not note else words.adjusted(0, 0, 0, -words.height() / 2)
        ink = "accent_text" if chosen else "text"
        _paint_line(painter, name, str(index.data()), "body", ink)
        if note:
            below = words.adjusted(0, words.height() / 2, 0, 0)
            _paint_line(painter, below, note, "caption", "text_2", Qt.TextElideMode.ElideRight)
        if mark in _ICONS:
            square = QRectF(area.right() - 28, area.center().y() - 9, 18, 18)
            tone = "accent_text" if mark is Mark.REFUSED or chosen else "text_2"
            icons.paint(painter, square, _ICONS[mark], theme.color(tone))
        painter.restore()


class _List(ThumbnailView):
    """The list; Delete takes off it what is marked.

    Signals:
        removed: What is marked is to be taken off the list.
    """

    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Takes pictures off the list."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class PictureFiles(QWidget):
    """The list, the buttons that fill it, and where results go.

    Attributes:
        bring, bring_folder: Put pictures, or those of a folder, on the list.
        remove: Takes off it what is marked, or all.
        view: The list.
        recursive: Whether folders in folders are meant.
        out, beside: Choose a folder for results, or have them beside their pictures.

    Signals:
        chosen: Another picture is looked at; with its path, or None.
    """

    chosen = Signal(object)

    def __init__(
        self, enlarging: FileEnlarging, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._enlarging, self._settings = enlarging, settings
        self.bring = TextButton(self.tr("Pictures …"))
        self.bring_folder = TextButton(self.tr("Folder …"))
        self.remove = IconButton(self.tr("Take off the list"), "trash")
        self.view = _List()
        self.recursive = TickBox(self.tr("Folders in folders too"))
        self.out = IconButton(self.tr("Choose a folder for the results"), "open")
        self.beside = IconButton(self.tr("Results beside their pictures"), "close")
        self._where = label("", "secondary", quiet=True)
        self._set_up_view()
        self._lay_out()
        self._connect()
        self._show()

    def marked(self) -> list[Path]:
        """Returns the files that are marked in the list."""
        paths = self._enlarging.pictures.paths
        return [paths[index.row()] for index in self.view.selectedIndexes()]

    def current(self) -> Path | None:
        """Returns the file that is looked at."""
        index, paths = self.view.currentIndex(), self._enlarging.pictures.paths
        return paths[index.row()] if index.isValid() else None

    def _set_up_view(self) -> None:
        self.view.setModel(self._enlarging.pictures)
        self.view.setItemDelegate(_Rows(self))
        self.view.setUniformItemSizes(True)
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMinimumHeight(LEAST_PX)
        self.view.setAccessibleName(self.tr("Pictures to enlarge"))
        self.view.set_empty_words(self.tr("Drop pictures or folders here."))
        self.view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def _lay_out(self) -> None:
        self.recursive.setChecked(self._enlarging.recursive)
        for button in (self.bring, self.bring_folder):
            button.padding_px = 8
        bringing = QHBoxLayout()
        bringing.setSpacing(6)
        bringing.addWidget(self.bring, 1)
        bringing.addWidget(self.bring_folder, 1)
        bringing.addWidget(self.remove)
        going = QHBoxLayout()
        going.setSpacing(2)
        going.addWidget(self._where, 1)
        going.addWidget(self.beside)
        going.addWidget(self.out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(bringing)
        column.addWidget(self.view, 1)
        column.addWidget(self.recursive)
        column.addLayout(going)

    def _connect(self) -> None:
        enlarging = self._enlarging
        self.bring.clicked.connect(self._bring)
        self.bring_folder.clicked.connect(self._bring_folder)
        self.remove.clicked.connect(self._remove)
        self.view.removed.connect(lambda: enlarging.remove(self.marked()))
        self.recursive.toggled.connect(enlarging.set_recursive)
        self.out.clicked.connect(self._choose_out)
        self.beside.clicked.connect(lambda: enlarging.set_out(None))
        enlarging.changed.connect(self._show)
        enlarging.pictures.modelReset.connect(self._look_at_first)
        self.view.selectionModel().currentChanged.connect(
            lambda *_: self.chosen.emit(self.current())
        )

    def _bring(self) -> None:
        paths = files.ask_pictures(self, self._settings.folder)
        if paths:
            self._settings.folder = str(paths[0].parent)
            self._enlarging.add(paths)

    def _bring_folder(self) -> None:
        title = self.tr("Choose a folder of pictures")
        folder = files.ask_folder(self, title, self._settings.folder)
        if folder is not None:
            self._settings.folder = str(folder)
            self._enlarging.add([folder])

    def _remove(self) -> None:
        marked = self.marked()
        if len(marked) > 1 or self.view.hasFocus():
            self._enlarging.remove(marked)
        else:
            self._enlarging.clear()

    def _choose_out(self) -> None:
        title = self.tr("Choose a folder for the pictures")
        folder = files.ask_folder(self, title, self._enlarging.out or self._settings.folder)
        if folder is not None:
            self._enlarging.set_out(folder)

    def _look_at_first(self) -> None:
        pictures_ = self._enlarging.pictures
        if pictures_.rowCount():
            self.view.setCurrentIndex(pictures_.index(0))
        else:
            self.chosen.emit(None)

    def _show(self) -> None:
        enlarging = self._enlarging
        is_free = not enlarging.is_busy
        for part in (self.bring, self.bring_folder, self.recursive, self.out, self.beside):
            part.setEnabled(is_free)
        self.remove.setEnabled(is_free and enlarging.pictures.rowCount() > 0)
        out = enlarging.out
        self.beside.setVisible(out is not None)
        where = self.tr("Results beside their pictures") if out is None else str(out)
        self._where.setText(where)
        self._where.setToolTip(where)
        self._where.setAccessibleName(self.tr("Results: {0}").format(where))


def _paint_line(
    painter: QPainter,
    area: QRectF,
    text: str,
    scale: str,
    ink: str,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
) -> None:
    painter.setFont(theme.font(scale))
    painter.setPen(theme.color(ink))
    fits = painter.fontMetrics().elidedText(text, cut, int(area.width()))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fits)

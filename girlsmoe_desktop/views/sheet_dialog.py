"""Makes a character sheet: what its rows and columns go through, a look at it, and its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.core.pictures import SCALES, Carry
from girlsmoe_desktop.core.sheet import EXPRESSIONS
from girlsmoe_desktop.state.exchange import file_name, free_folder
from girlsmoe_desktop.state.sheets import axis_name
from girlsmoe_desktop.state.studio import told
from girlsmoe_desktop.views import files, lettering, pictures, theme
from girlsmoe_desktop.views.banner import Banner
from girlsmoe_desktop.views.buttons import PrimaryButton, TextButton
from girlsmoe_desktop.views.pick_box import PickBox
from girlsmoe_desktop.views.pill_switch import PillSwitch
from girlsmoe_desktop.views.progress_line import ProgressLine
from girlsmoe_desktop.views.surfaces import DIALOG_INSET_PX, label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QImage

    from girlsmoe_desktop.state.exchange import Exchange
    from girlsmoe_desktop.state.settings import Settings
    from girlsmoe_desktop.state.sheets import Sheets

SIDE_PX = 300
SIZE_PX = QSize(940, 580)
NARROWEST_PX = 240
GAP_PX = 4


class _Preview(QWidget):
    """The sheet without captions, as large as the room allows; it fills as it is painted."""

    def __init__(self, sheets: Sheets) -> None:
        super().__init__()
        self._sheets = sheets
        self._images: list[QImage] = []
        self.setMinimumSize(NARROWEST_PX, NARROWEST_PX)
        self.setAccessibleName(self.tr("The sheet"))
        sheets.changed.connect(self._show)

    def _show(self) -> None:
        painted = self._sheets.pictures
        if len(self._images) > len(painted):
            self._images = []
        self._images += [pictures.to_image(one) for one in painted[len(self._images) :]]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints the cells; those that are still to come are quiet squares."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rows, columns = self._sheets.plan.shape
        side = min(self.width() / columns, self.height() / rows)
        left = (self.width() - side * columns) / 2
        top = (self.height() - side * rows) / 2
        gap = min(GAP_PX, 0.06 * side)
        for number in range(rows * columns):
            row, column = divmod(number, columns)
            area = QRectF(left + column * side, top + row * side, side - gap, side - gap)
            path = pictures.rounded(area, min(8.0, side / 8))
            painter.fillPath(path, theme.color("track"))
            if number < len(self._images):
                painter.setClipPath(path)
                painter.drawImage(area, self._images[number])
                painter.setClipping(False)


class SheetDialog(QDialog):
    """A sheet of one character.

    Attributes:
        rows, columns: What they go through.
        scale: Size of a picture.
        carry: What files carry.
        save, atlas: Write the sheet, or an atlas of it.
        banner: What was done, or can't be.
    """

    def __init__(
        self, sheets: Sheets, exchange: Exchange, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sheets, self._exchange, self._settings = sheets, exchange, settings
        sheets.setParent(self)
        self.setWindowTitle(self.tr("Character sheet"))
        self.rows, self.columns = PickBox(self.tr("Rows")), PickBox(self.tr("Columns"))
        side_px = sheets.character.pixels.shape[0]
        sizes = {str(scale): self.tr("{0} px").format(scale * side_px) for scale in SCALES}
        self.scale = PillSwitch(self.tr("Size of a picture"), sizes)
        carries = {
            Carry.RECIPE.value: self.tr("Recipe"),
            Carry.CREDIT.value: self.tr("Credit"),
            Carry.NOTHING.value: self.tr("Nothing"),
        }
        self.carry = PillSwitch(self.tr("The file carries"), carries)
        self.save = PrimaryButton(self.tr("Save the sheet …"), "save")
        self.atlas = TextButton(self.tr("Save an atlas …"))
        self.atlas.setToolTip(self.tr("For games made with Ren'Py, Godot and others"))
        self.banner = Banner()
        self._line = ProgressLine()
        self._count = label("", "secondary", quiet=True)
        self._fill()
        self._lay_out()
        self._connect()
        self.resize(SIZE_PX)
        self._make()
        self.save.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Paints no more."""
        self._sheets.stop()
        super().closeEvent(event)

    def _fill(self) -> None:
        self.rows.addItem(self.tr("None: a single row"), None)
        for axis in self._sheets.axes.values():
            self.rows.addItem(axis_name(axis), axis.id)
            self.columns.addItem(axis_name(axis), axis.id)
        options = self._settings.save_options
        self.scale.choose(str(options.scale))
        self.carry.choose(options.carry.value)
        faces = self.rows.findData(EXPRESSIONS)
        if faces > 0:
            self.rows.setCurrentIndex(faces)
            self.columns.setCurrentIndex(1)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(label(self.tr("Character sheet"), "title"))
        about = self.tr("The noise stays; what you choose here changes.")
        side.addWidget(label(about, quiet=True, wrap=True))
        side.addWidget(self.columns)
        side.addWidget(self.rows)
        side.addSpacing(8)
        for switch in (self.scale, self.carry):
            side.addWidget(label(switch.accessibleName(), "strong", quiet=True))
            side.addWidget(switch)
        side.addStretch(1)
        side.addWidget(self._count)
        side.addWidget(self._line)
        side.addSpacing(4)
        side.addWidget(self.atlas)
        side.addWidget(self.save)
        panel = QWidget()
        panel.setLayout(side)
        panel.setFixedWidth(SIDE_PX)
        side.setContentsMargins(0, 0, 0, 0)
        room = QVBoxLayout()
        room.addWidget(self.banner)
        room.addWidget(_Preview(self._sheets), 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(4 * [DIALOG_INSET_PX]))
        layout.setSpacing(DIALOG_INSET_PX)
        layout.addWidget(panel)
        layout.addLayout(room, 1)

    def _connect(self) -> None:
        sheets = self._sheets
        self.rows.activated.connect(lambda _row: self._make())
        self.columns.activated.connect(lambda _row: self._make())
        self.save.clicked.connect(self._save)
        self.atlas.clicked.connect(self._save_atlas)
        sheets.changed.connect(self._show)
        sheets.saving_changed.connect(self._show)
        sheets.saved.connect(self._tell)
        sheets.failed.connect(lambda error: self.banner.show_problem(told(error)))

    def _make(self) -> None:
        """Has the sheet painted that is chosen; rows that set the same give way."""
        rows, columns = self.rows.currentData(), self.columns.currentData()
        model = self.rows.model()
        assert isinstance(model, QStandardItemModel)
        for place in range(1, self.rows.count()):
            fits = self._sheets.fits(self.rows.itemData(place), columns)
            model.item(place).setEnabled(fits)
        if rows is not None and not self._sheets.fits(rows, columns):
            self.rows.setCurrentIndex(0)
            rows = None
        self._sheets.make(rows, columns)

    def _show(self) -> None:
        sheets = self._sheets
        done, total = len(sheets.pictures), len(sheets.plan.cells)
        self._line.show_share(done / total)
        self._line.setVisible(not sheets.is_painted)
        if sheets.is_saving:
            words = self.tr("Saving …")
        elif sheets.is_painted:
            words = self.tr("{0} × {1} pictures").format(*reversed(sheets.plan.shape))
        else:
            words = self.tr("{0} of {1} pictures").format(done, total)
        self._count.setText(words)
        for button in (self.save, self.atlas):
            button.setEnabled(sheets.is_painted and not sheets.is_saving)

    def _save(self) -> None:
        name = f"{file_name(self._sheets.character)}-sheet.png"
        path = files.ask_save(self, self._settings.folder, name)
        if path is not None:
            self._settings.folder = str(path.parent)
            carry = Carry(self.carry.key)
            scale = int(self.scale.key)
            self._sheets.save_sheet(path, scale, lettering.letter, carry, self._rights)

    def _save_atlas(self) -> None:
        title = self.tr("Choose a folder for the atlas, such as that of your game")
        folder = files.ask_folder(self, title, self._settings.folder)
        if folder is not None:
            self._settings.folder = str(folder)
            target = free_folder(folder / f"{file_name(self._sheets.character)}-atlas")
            self._sheets.save_atlas(
                target, int(self.scale.key), Carry(self.carry.key), self._rights
            )

    @property
    def _rights(self) -> str:
        return self._exchange.passport(self._sheets.character).rights

    def _tell(self, path: Path) -> None:
        self.banner.show_notice(self.tr("Saved as {0}").format(path))

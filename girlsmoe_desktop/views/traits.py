"""What a character has one of: tiles with its picture, and the options of the open one as a grid.

Where the panel is too low for the grid, a tile opens its options as a list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.views import paper, pictures, theme
from girlsmoe_desktop.views.choice_box import PICTURE_PX, ChoiceBox, option_icon
from girlsmoe_desktop.views.swatches import BARE_PICTURE_PX, SwatchDelegate, SwatchGrid

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage, QResizeEvent, QShowEvent

    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.core.controls import Control
    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.studio import Studio
    from girlsmoe_desktop.state.wardrobe import Wardrobe

TILES_A_ROW, GAP_PX = 3, 6
# How long somebody is on the stage before every option is painted on them: who leafs through the
# gallery or drags a slider does not wait for that.
RESTING_MS = 350


class _Faces(NamedTuple):
    """The pictures of a character's tiles."""

    of: Character
    dark: bool
    images: list[QImage]


class Traits(QWidget):
    """The drop-downs of a model.

    Attributes:
        boxes: Control id -> its drop-down.
        grid: The options of the one that is open.
    """

    def __init__(
        self, controls: Iterable[Control], studio: Studio, wardrobe: Wardrobe, tasks: Tasks
    ) -> None:
        super().__init__()
        self._studio, self._wardrobe = studio, wardrobe
        self.boxes = {control.id: ChoiceBox(control) for control in controls}
        self.grid = SwatchGrid()
        self._open = next(iter(self.boxes), "")
        self._faces: LatestWins[_Faces] = LatestWins(tasks, self, self._take_faces, studio.tell)
        self._seen: tuple[Character | None, bool] | None = None
        self._sharper: tuple[Character, NDArray[np.uint8]] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTING_MS)
        self._rest.timeout.connect(self._fit)
        self._tiles = QGridLayout()
        self._lay_out()
        self._connect()
        self.unfold(False)

    def unfold(self, unfolded: bool) -> None:
        """Shows the options of the open tile in the panel, or each in a list of its own."""
        shown = unfolded and bool(self.boxes)
        for box in self.boxes.values():
            box.unfolded = shown
            box.update()
        self.grid.setVisible(shown)
        if shown:
            self._show_options()

    def clear_pictures(self) -> None:
        """Forgets what the options look like; they are painted anew when all has come to rest."""
        for box in self.boxes.values():
            box.clear_pictures()
        self._rest.start()

    def show_swatch(self, control_id: str, option: str, character: Character) -> None:
        """Shows what an option looks like."""
        box = self.boxes.get(control_id)
        if box is not None:
            side_px = round(BARE_PICTURE_PX * self.devicePixelRatioF())
            box.set_picture(option, paper.shown(character.pixels, side_px))

    def show_faces(self) -> None:
        """Shows on the tiles who is on the stage; they are cut out on a worker thread."""
        character, dark = self._studio.session.character, theme.is_dark()
        if not self.isVisible() or self._seen == (character, dark) or not self.boxes:
            return
        self._seen = character, dark
        if character is None:
            return
        sharper = self._sharper
        pixels = sharper[1] if sharper and sharper[0] is character else character.pixels
        side_px = round(PICTURE_PX * self.devicePixelRatioF())
        crops = [box.crop() for box in self.boxes.values()]

        def cut() -> _Faces:
            ground = paper.on_paper(pixels, dark)
            images = [pictures.scaled(pictures.cropped(ground, *crop), side_px) for crop in crops]
            return _Faces(character, dark, images)

        self._faces.request(cut)

    def show_sharper(self, character: Character, pixels: NDArray[np.uint8]) -> None:
        """Shows somebody by a larger picture: the part that a tile shows of it is small."""
        self._sharper, self._seen = (character, pixels), None
        self.show_faces()

    def mark_chosen(self) -> None:
        """Shows in the grid what is chosen on the open tile."""
        if self.boxes:
            self.grid.mark(self.boxes[self._open].currentIndex())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Shows who came on the stage while the panel was out of sight."""
        super().showEvent(event)
        self.show_faces()
        self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leaves at the side what can't be divided, so that all tiles are of one size."""
        super().resizeEvent(event)
        spare = (self.width() - (TILES_A_ROW - 1) * GAP_PX) % TILES_A_ROW
        self._tiles.setContentsMargins(0, 0, spare, 0)

    def _lay_out(self) -> None:
        tiles = self._tiles
        tiles.setSpacing(GAP_PX)
        for place, box in enumerate(self.boxes.values()):
            box.setParent(self)
            tiles.addWidget(box, place // TILES_A_ROW, place % TILES_A_ROW)
        for column in range(TILES_A_ROW):
            tiles.setColumnStretch(column, 1)
        self.grid.setItemDelegate(SwatchDelegate(option_icon, self.grid, named=False))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addLayout(tiles)
        layout.addWidget(self.grid)

    def _connect(self) -> None:
        for control_id, box in self.boxes.items():
            box.opened.connect(lambda id_=control_id: self._open_tile(id_))
            box.tried.connect(lambda option, id_=control_id: self._wardrobe.try_on(id_, option))
            box.currentIndexChanged.connect(lambda _row: self.mark_chosen())
        self.grid.clicked.connect(self._choose)
        self.grid.tried.connect(lambda option: self._wardrobe.try_on(self._open, option))

    def _open_tile(self, control_id: str) -> None:
        self._open = control_id
        if self.boxes[control_id].unfolded:
            self._show_options()
        self._wardrobe.fit(control_id)

    def _show_options(self) -> None:
        for control_id, box in self.boxes.items():
            box.set_open(control_id == self._open)
        self.grid.show_options(self.boxes[self._open])
        self._rest.start()

    def _choose(self, index: QModelIndex) -> None:
        box = self.boxes[self._open]
        box.setCurrentIndex(index.row())
        box.chosen.emit(index.data(Qt.ItemDataRole.UserRole))

    def _fit(self) -> None:
        """Paints every option of the open tile, once nothing else is being painted."""
        if not self.grid.isVisible():
            return
        if self._studio.is_busy:
            self._rest.start()
            return
        self._wardrobe.fit(self._open)

    def _take_faces(self, faces: _Faces) -> None:
        for box, image in zip(self.boxes.values(), faces.images, strict=True):
            box.set_face(image)

"""The room of Enlarge: a picture before and after, compared in one of three ways."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.views import paper, pictures, theme
from girlsmoe_desktop.views.banner import Banner
from girlsmoe_desktop.views.before_after import DIVIDER, LENS, SIDE_BY_SIDE, BeforeAfter, Sight
from girlsmoe_desktop.views.lit_room import LitRoom
from girlsmoe_desktop.views.pill_switch import PillSwitch
from girlsmoe_desktop.views.surfaces import breakable, label

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.enlarger import Enlarger
    from girlsmoe_desktop.state.preview import Look, Preview

MAX_SIGHT_PX = 1440

OVERVIEW_PX = 192

_log = logging.getLogger(__name__)


class EnlargeView(LitRoom):
    """Shows what a preview looks at.

    Attributes:
        banner: For messages.
        ways: How before and after are compared.
        picture: Both of them.
    """

    def __init__(
        self, preview: Preview, tasks: Tasks, enlarger: Enlarger, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preview, self._enlarger = preview, enlarger
        self._sights: LatestWins[Sight] = LatestWins(tasks, self, self._take, self._miss)
        self._name = ""
        self.banner, self.picture = Banner(), BeforeAfter()
        self.ways = PillSwitch(
            self.tr("Compare"),
            {
                DIVIDER: self.tr("Divider"),
                SIDE_BY_SIDE: self.tr("Side by side"),
                LENS: self.tr("Lens"),
            },
        )
        self._title = label("", "button")
        self._about = label("", "secondary", quiet=True)
        self._words = label("", quiet=True, wrap=True)
        self._middle = QStackedLayout()
        self._lay_out()
        preview.changed.connect(self._show)
        enlarger.changed.connect(self._show)
        self.ways.chosen.connect(self.picture.set_way)
        self.picture.moved.connect(preview.move)
        self.picture.placed.connect(preview.look_at)
        self._show()

    def name(self, name: str) -> None:
        """Says whose picture it is."""
        self._name = name
        self._title.setText(name)
        self._title.setToolTip(name)

    @property
    def said(self) -> str:
        """The words in place of a picture, or nothing while there is one."""
        return self._words.text() if self._middle.currentWidget() is self._words else ""

    @property
    def about(self) -> str:
        """What is said of the picture."""
        return self._about.text()

    def lit_card(self) -> QRectF:
        """Returns where the picture lies."""
        cards = self.picture.cards()
        card = cards[0].united(cards[-1]).toAlignedRect() if cards else self.picture.rect()
        return QRectF(QRect(self.picture.mapTo(self, card.topLeft()), card.size()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Has the preview work."""
        super().showEvent(event)
        self._preview.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Lets it rest."""
        super().hideEvent(event)
        self._preview.set_active(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Takes a picture that is as sharp as the new room allows."""
        super().resizeEvent(event)
        self._show()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._about)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(names, 1)
        head.addWidget(self.ways, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setContentsMargins(48, 0, 48, 0)
        self._middle.addWidget(self.picture)
        self._middle.addWidget(self._words)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addLayout(self._middle, 1)
        self.set_compact(False)

    def _show(self) -> None:
        look = self._preview.look
        self._about.setText(self._sizes(look) if look is not None else "")
        self.ways.setEnabled(look is not None)
        if look is None:
            nothing = self.tr("Choose a character, or pictures from the disk.")
            words = breakable(self._preview.problem) or nothing
            self._words.setText(words)
            self._words.setAccessibleName(self._preview.problem or nothing)
            self._middle.setCurrentWidget(self._words)
            self.set_light(None)
            return
        self._middle.setCurrentWidget(self.picture)
        dark, side_px = theme.is_dark(), self._side_px()
        names = self._names(look)
        self._sights.request(lambda: _sight(look, names, side_px, dark))

    def _side_px(self) -> int:
        """Returns how many pixels of the screen the longer side may take."""
        room = max(self.picture.width(), self.picture.height(), 1)
        return min(round(room * self.devicePixelRatioF()), MAX_SIGHT_PX)

    def _sizes(self, look: Look) -> str:
        height, width = look.whole.shape[:2]
        scale = look.scale
        told = self.tr("{0} × {1} px becomes {2} × {3} px")
        text = told.format(width, height, scale * width, scale * height)
        if self._enlarger.upscaler is None:
            return text
        if look.after is None:
            return self.tr("{0} · working …").format(text)
        return text if look.is_whole else self.tr("{0} · a part of it").format(text)

    def _names(self, look: Look) -> tuple[str, str]:
        if look.is_whole:
            height, width = look.whole.shape[:2]
            own, larger = (
                self.tr("{0} px").format(times * max(width, height)) for times in (1, look.scale)
            )
            return own, f"{larger} · {look.scale}×"
        return self.tr("Before"), f"{look.scale}×"

    def _take(self, sight: Sight) -> None:
        self.set_light(sight.light)
        self.picture.show_sight(sight)

    def _miss(self, error: Exception) -> None:
        """Notes why a picture could not be shown; the one before stays."""
        _log.error("A picture could not be made for the window", exc_info=error)


def _sight(look: Look, names: tuple[str, str], side_px: int, dark: bool) -> Sight:
    """Returns a look ready for the screen. For worker threads."""
    height, width = look.before.shape[:2]
    longest = max(side_px, look.scale * max(width, height))
    size = QSizeF(width, height).scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)
    wide, tall = max(round(size.width()), 1), max(round(size.height()), 1)

    def ready(pixels: NDArray[np.uint8]) -> QImage:
        shown = paper.on_paper(pixels, dark) if look.on_paper else pixels
        return pictures.resized(shown, wide, tall)

    after = QImage() if look.after is None else ready(look.after)
    overview, part = QImage(), QRectF(0, 0, 1, 1)
    if not look.is_whole:
        overview = _overview(look.whole)
        all_high, all_wide = look.whole.shape[:2]
        part = QRectF(
            look.part.left / all_wide,
            look.part.top / all_high,
            look.part.width / all_wide,
            look.part.height / all_high,
        )
    before, light = ready(look.before), pictures.ambient(look.before[..., :3])
    return Sight(before, after, QSizeF(width, height), names, overview, part, light)


def _overview(pixels: NDArray[np.uint8]) -> QImage:
    """Returns a picture, small; of a large one, not every pixel is looked at."""
    height, width = pixels.shape[:2]
    step = max(min(height, width) // (2 * OVERVIEW_PX), 1)
    size = QSizeF(width, height).scaled(
        OVERVIEW_PX, OVERVIEW_PX, Qt.AspectRatioMode.KeepAspectRatio
    )
    thin = pixels[::step, ::step]
    return pictures.resized(thin, max(round(size.width()), 1), max(round(size.height()), 1))

"""The panel that glides from one character to another, and makes films of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from girlsmoe_desktop.core.character import UNNUMBERED
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.jobs.latest_wins import LatestWins
from girlsmoe_desktop.state import words
from girlsmoe_desktop.views import paper
from girlsmoe_desktop.views.buttons import IconButton, PrimaryButton, TextButton, hand_over_focus
from girlsmoe_desktop.views.film_progress import FilmProgress
from girlsmoe_desktop.views.film_slider import FRAMES, HEIGHT_PX, FilmSlider
from girlsmoe_desktop.views.stops import Stops
from girlsmoe_desktop.views.surfaces import INSET_PX, Surface, intro, label, scrolled

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.filming import Filming
    from girlsmoe_desktop.state.studio import Studio

FRAME_MS = 40
"""While it plays. The way takes `STEPS` of them, or as long as painting takes."""


class BlendPanel(Surface):
    """The stops, the film between them, and what can be done with it.

    Attributes:
        stops: Who stands on the way.
        slider: The share of the way.
        play: Lets the slider go by itself.
        keep: Puts the picture between them into the gallery.
        export: Asks for a film of the way.
    """

    def __init__(
        self, studio: Studio, tasks: Tasks, filming: Filming, parent: QWidget | None = None
    ) -> None:
        super().__init__("panel", "right", parent)
        self._studio = studio
        self._renders: LatestWins[Character] = LatestWins(tasks, self, self._show, studio.tell)
        self._films: LatestWins[list[Character]] = LatestWins(
            tasks, self, self._show_film, studio.tell
        )
        self.stops = Stops(studio)
        self.slider = FilmSlider(self.tr("Share of the way"))
        self.play = IconButton(self.tr("Play"), "play")
        self.play.setCheckable(True)
        self._share = label("", "strong")
        self.export = TextButton(self.tr("Export a film …"), "save")
        self.keep = PrimaryButton(self.tr("Keep this one"), "plus")
        self._progress = FilmProgress(filming)
        self._filming = filming
        self._forth = 1
        self._clock = QTimer(self)
        self._clock.setInterval(FRAME_MS)
        self._lay_out()
        self._connect()
        self._show_ends()

    def take_start(self) -> None:
        """Makes the character on the stage A."""
        if self._studio.session.character is not None:
            self._studio.blend.set_start(self._studio.session.character)

    def take_end(self) -> None:
        """Makes the character on the stage B."""
        if self._studio.session.character is not None:
            self._studio.blend.set_end(self._studio.session.character)

    def hideEvent(self, event: object) -> None:  # noqa: N802
        """Stops playing: whoever goes elsewhere wants the stage for it."""
        self.play.setChecked(False)
        super().hideEvent(event)  # type: ignore[arg-type]

    def _connect(self) -> None:
        session, blend = self._studio.session, self._studio.blend
        self.stops.start.take.clicked.connect(self.take_start)
        self.stops.end.take.clicked.connect(self.take_end)
        self.slider.valueChanged.connect(self._move)
        self.slider.sliderPressed.connect(self._come_back)
        self.play.toggled.connect(self._set_playing)
        self._clock.timeout.connect(self._go_on)
        self.keep.clicked.connect(self._keep)
        blend.ends_changed.connect(self._show_ends)
        session.character_changed.connect(self._follow_stage)
        session.went_back.connect(self._stop)
        self._studio.gallery.rowsInserted.connect(self.stops.show_stops)
        self._studio.model_opened.connect(self._enable)
        self._filming.busy_changed.connect(self._enable)

    def _lay_out(self) -> None:
        scale = QHBoxLayout()
        scale.addWidget(self.play)
        scale.addWidget(label(self.tr("Share of the way"), "strong", quiet=True), 1)
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        scale.addWidget(self._share, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, INSET_PX, 0)
        column.addWidget(self.stops)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INSET_PX, 12, 0, INSET_PX)
        layout.setSpacing(8)
        title = label(self.tr("Blend"), "title")
        title.setFixedHeight(36)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, INSET_PX, 0)
        head.setSpacing(0)
        head.addWidget(title, 1)
        head.addWidget(self.stops.swap)
        head.addWidget(self.stops.loop)
        layout.addLayout(head)
        about = intro(self.tr("Glide from one character to another."))
        about.setContentsMargins(0, 0, INSET_PX, 6)
        layout.addWidget(about)
        layout.addWidget(scrolled(content), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, INSET_PX, 0)
        foot.setSpacing(8)
        foot.addLayout(scale)
        foot.addWidget(self.slider)
        foot.addWidget(self._progress)
        foot.addWidget(self.export)
        foot.addWidget(self.keep)
        layout.addLayout(foot)

    def _show_ends(self) -> None:
        blend = self._studio.blend
        self._renders.drop()
        self._films.drop()
        self.stops.show_stops()
        self.slider.show_frames([])
        self.slider.blockSignals(True)
        self.slider.setValue(round(blend.share * self.slider.STEPS))
        self.slider.blockSignals(False)
        self._show_share()
        self._enable()
        if blend.is_ready:
            self._render()
            self._render_film()

    def _move(self) -> None:
        self._studio.blend.share = self.slider.share
        self._show_share()
        self._render()

    def _come_back(self) -> None:
        """Shows the blend again after somebody was chosen, though the thumb has not moved."""
        self.play.setChecked(False)
        on_stage = self._studio.session.character
        if on_stage is not None and on_stage.number != UNNUMBERED:
            self._render()

    def _render(self) -> None:
        try:
            recipe = self._studio.blend.recipe()
        except UserError as error:
            self._studio.tell(error)
            return
        if recipe is not None:
            self._renders.request(lambda: self._studio.paint(recipe))

    def _stop(self) -> None:
        """Drops what is still on its way to the stage."""
        self.play.setChecked(False)
        self._renders.drop()

    def _render_film(self) -> None:
        blend = self._studio.blend
        try:
            found = [blend.recipe_at(number / (FRAMES - 1)) for number in range(FRAMES)]
        except UserError:
            return  # it was told when the picture was asked for
        recipes = [recipe for recipe in found if recipe is not None]
        self._films.request(lambda: self._studio.paint_all(recipes))

    def _show(self, character: Character) -> None:
        self._studio.glide(self._studio.blend.child(character))

    def _show_film(self, characters: list[Character]) -> None:
        side_px = round(HEIGHT_PX * self.devicePixelRatioF())
        self.slider.show_frames([paper.shown(one.pixels, side_px) for one in characters])

    def _set_playing(self, playing: bool) -> None:
        self.play.icon_name = "pause" if playing else "play"
        words = self.tr("Pause") if playing else self.tr("Play")
        self.play.setToolTip(words)
        self.play.setAccessibleName(words)
        if playing:
            self._clock.start()
        else:
            self._clock.stop()
        self._forth = 1

    def _go_on(self) -> None:
        """Goes a step further; at its end a way that is no loop turns back."""
        if not self._renders.is_idle:
            return
        value = self.slider.value() + self._forth
        if self._studio.blend.loop:
            value %= self.slider.STEPS
        elif not 0 <= value <= self.slider.STEPS:
            self._forth = -self._forth
            value = self.slider.value() + self._forth
        self.slider.setValue(value)

    def _keep(self) -> None:
        character = self._studio.session.character
        if character is not None:
            hand_over_focus(self.keep, self.slider)
            self._studio.keep(character)

    def _show_share(self) -> None:
        self._share.setText(words.percent(self.slider.value()))

    def _follow_stage(self) -> None:
        character = self._studio.session.character
        if character is not None and character.number != UNNUMBERED:
            # Somebody was chosen: a picture of the blend that is still under way comes too late.
            self._renders.drop()
            self.play.setChecked(False)
        self._enable()

    def _enable(self) -> None:
        blend, session = self._studio.blend, self._studio.session
        on_stage = session.character
        self.stops.enable()
        self.slider.setEnabled(blend.is_ready)
        self.play.setEnabled(blend.is_ready)
        self.export.setEnabled(blend.is_ready and not self._filming.is_busy)
        # At either end of the way stands a character that is usually there already.
        is_new = on_stage is not None and not self._studio.gallery.has(on_stage.recipe)
        self.keep.setEnabled(blend.is_ready and is_new)

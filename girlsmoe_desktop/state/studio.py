"""What the window does with a model: opens it, paints with it, and keeps who was made."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from girlsmoe_desktop.core.character import UNNUMBERED, Character, descended, painted
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.reading import best
from girlsmoe_desktop.runtime.devices import AUTO
from girlsmoe_desktop.runtime.library import open_model, preferred_model
from girlsmoe_desktop.state.blend import Blend
from girlsmoe_desktop.state.gallery_model import GalleryModel
from girlsmoe_desktop.state.languages import said
from girlsmoe_desktop.state.session import Session
from girlsmoe_desktop.state.suiting import suited

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.runtime.generator import Generator
    from girlsmoe_desktop.runtime.reader import Reader
    from girlsmoe_desktop.store.gallery import Gallery

T = TypeVar("T")
# Pictures reach the gallery in portions, so that a large count shows progress and can be stopped.
PORTION = 4
# Keys of steps that belong together while nothing else is done.
_CHOOSING, _GLIDING = "choose", "glide"

_log = logging.getLogger(__name__)


class Handle(Protocol):
    """Work under way, as its owner and the work itself see it."""

    @property
    def cancelled(self) -> bool:
        """Whether the result is no longer wanted."""

    def cancel(self) -> None:
        """Stops caring for the result."""

    def report(self, part: object) -> None:
        """Hands over a part of the result."""


class Runner(Protocol):
    """Whoever runs work away from the GUI thread."""

    def run(
        self,
        owner: QObject,
        work: Callable[[Handle], T],
        success: Callable[[T], None],
        failure: Callable[[Exception], None],
        progress: Callable[[Any], None] | None = None,
    ) -> Handle:
        """Starts work and returns its handle."""


class Studio(QObject):
    """A model and what is done with it. All painting runs through `runner`, never here.

    Attributes:
        generator: The opened model, or None.
        session: What is set up and on the stage.
        gallery: What was made.
        blend: The way between two characters.
        is_busy: Whether characters are being made.
        reader: Reads what is really seen in pictures, if a tagger is installed.
        best_of: How many candidates are made for each new character.
        device: Id of the device that models are to run on.
        preferred: Id of the model to open where none is asked for, if it is installed.

    Signals:
        model_opened: `generator` is there.
        model_failed: There is no model; with the reason.
        device_left: The model runs on the CPU from now on.
        failed: Something asked for could not be done; with the reason.
        noticed: Something asked for is done in another way; with the words for it.
        busy_changed: Characters are being made, or no longer.
        measured: Milliseconds per picture of the batch just made.
    """

    model_opened = Signal()
    model_failed = Signal(str)
    device_left = Signal()
    failed = Signal(str)
    noticed = Signal(str)
    busy_changed = Signal(bool)
    measured = Signal(float)
    # Emitted by whichever thread paints.
    _left = Signal(str)

    def __init__(self, runner: Runner, gallery: Gallery, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._making: Handle | None = None
        self._opening: Handle | None = None
        self.device, self.preferred = AUTO, ""
        self._wanted: str | None = None
        self._batch: int | None = None
        self._began = False
        self.reader: Reader | None = None
        self.best_of = 1
        self._seen_before: Character | None = None
        self.generator: Generator | None = None
        self.session = Session(self)
        self.gallery = GalleryModel(gallery, self)
        self.blend = Blend(self)
        self.session.look_up = self._look_up
        self._left.connect(self._say_left, Qt.ConnectionType.QueuedConnection)

    @property
    def manifest(self) -> Manifest | None:
        """The manifest of the opened model, or None."""
        return self.generator.manifest if self.generator else None

    @property
    def is_busy(self) -> bool:
        """Whether characters are being made."""
        return self._making is not None

    def open(self, wanted: str | None = None) -> None:
        """Opens a model by id or folder (None: the preferred one, or the best).

        Into an empty gallery it makes a first character. Where it can't be opened, the one that
        is open stays.

        Args:
            wanted: As for `runtime.library.open_model`.
        """
        self._wanted = wanted
        device, preferred = self.device, self.preferred
        if self._opening is not None:
            self._opening.cancel()

        def load(_handle: Handle) -> Generator:
            # Loads onnxruntime, which the window does not wait for; and what would hold the window
            # when it first draws noise, or keeps a picture.
            import numpy.random  # noqa: F401
            import PIL.Image
            import PIL.WebPImagePlugin

            PIL.Image.preinit()
            from girlsmoe_desktop.runtime.generator import Generator

            model = open_model(wanted) if wanted is not None else preferred_model(preferred)
            return Generator(model, device=device)

        self._opening = self._runner.run(self, load, self._opened, self._could_not_open)

    def use_device(self, device: str) -> None:
        """Runs models on another device from now on, the open one too."""
        self.device = device
        if self.generator is not None:
            self.open(str(self.generator.model.folder))

    def reopen(self) -> None:
        """Tries once more to open what was wanted last."""
        self.open(self._wanted)

    def generate(self, count: int) -> None:
        """Makes new characters and puts the first of them on the stage.

        Whoever is chosen meanwhile stays there.
        """
        if self.generator is None or self.is_busy:
            return
        manifest = self.generator.manifest
        best_of = self.best_of if self.reader is not None and not self.session.locked else 1
        try:
            recipes = self.session.next_recipes(manifest, count)
        except UserError as error:
            self.tell(error)
            return
        if len(recipes) < count:
            self.noticed.emit(self._why_fewer(manifest, len(recipes)))
        candidates = [one for each in recipes for one in self.session.candidates(each, best_of)]
        self.make(candidates, best_of=best_of)

    def make(
        self, recipes: Sequence[Recipe], parents: Sequence[Character] = (), *, best_of: int = 1
    ) -> None:
        """Paints recipes, keeps them, and puts the first of them on the stage.

        Args:
            recipes: Of the model that is open.
            parents: Whom they were made from.
            best_of: Of each so many that follow one another, only the one is kept that shows best
                what it is meant to show.
        """
        if self.generator is None or self.is_busy:
            return
        paint = _Painting(self.generator, self.reader, parents, best_of)
        self._batch = None
        self._seen_before = self.session.character
        self._making = self._runner.run(
            self,
            lambda handle: paint.in_portions(recipes, handle),
            self._finished,
            self._could_not_make,
            self._keep_portion,
        )
        self.busy_changed.emit(True)

    def stop(self) -> None:
        """Stops making characters; those that are there stay."""
        if self._making is not None:
            self._making.cancel()
            self._end_making()

    def paint(self, recipe: Recipe) -> Character:
        """Returns a painted recipe. For worker threads."""
        return self.paint_all([recipe])[0]

    def paint_all(self, recipes: list[Recipe]) -> list[Character]:
        """Returns painted recipes, in their order. For worker threads."""
        assert self.generator is not None, "nothing asks for pictures before a model is open"
        return _paint(self.generator, recipes)

    def keep(self, character: Character) -> None:
        """Puts a character into the gallery and on the stage."""
        try:
            (kept,) = self.gallery.insert([character], self.gallery.new_batch())
        except UserError as error:
            self.tell(error)
            return
        on_stage = self.session.character
        if on_stage is not None and on_stage.recipe is not character.recipe:
            self.session.step(self.tr("Bring somebody in"))
        self.session.show(kept)

    def choose(self, character: Character) -> None:
        """Puts somebody of the gallery on the stage; several in a row are one step to undo."""
        if self.session.character is not None and self.session.character is not character:
            self.session.step(self.tr("Choose somebody else"), _CHOOSING)
        self.session.show(character)

    def glide(self, character: Character) -> None:
        """Puts a picture of the blend on the stage; a whole glide is one step to undo."""
        if self.session.character is not None:
            self.session.step(self.tr("Blend"), _GLIDING)
        self.session.show(character)

    def begin_with(self, recipe: Recipe, parents: tuple[int, ...] = ()) -> None:
        """Paints a recipe and puts it on the stage, without keeping it; if not, somebody else.

        Args:
            recipe: Of who was on the stage when the program ended.
            parents: Whom it was made from.
        """
        self._began = True
        self._runner.run(
            self,
            lambda _handle: replace(self.paint(recipe), parents=parents),
            self.session.show,
            self._could_not_begin,
        )

    def tell(self, error: Exception) -> None:
        """Emits `failed` with the words for an error."""
        self.failed.emit(told(error))

    def _look_up(self, character: Character) -> Character:
        """Returns a character, without its number if that is no longer in the gallery."""
        if character.number == UNNUMBERED or self.gallery.gallery.exists(character.number):
            return character
        return replace(character, number=UNNUMBERED)

    def _opened(self, generator: Generator) -> None:
        self.generator = generator
        generator.on_left = self._left.emit
        manifest = generator.manifest
        self.session.refit(lambda setup: suited(setup, manifest))
        self.model_opened.emit()
        if generator.problem:
            words = self.tr("{0} The CPU paints instead.")
            self.noticed.emit(words.format(said(generator.problem)))
        if self.session.character is None and not self._began:
            self._show_somebody()

    def _could_not_open(self, error: Exception) -> None:
        if self.generator is None:
            self.model_failed.emit(told(error))
        else:
            self.tell(error)

    def _say_left(self, name: str) -> None:
        words = self.tr("{0} gave no picture. The CPU painted it again and goes on from here.")
        self.noticed.emit(words.format(name))
        self.device_left.emit()

    def _show_somebody(self) -> None:
        try:
            if self.gallery.rowCount():
                self.session.show(self.gallery.character(0))
                return
        except UserError as error:
            self.tell(error)
        self.generate(1)

    def _keep_portion(self, characters: list[Character]) -> None:
        is_first = self._batch is None
        try:
            if self._batch is None:
                self._batch = self.gallery.new_batch()
            kept = self.gallery.insert(characters, self._batch)
        except UserError as error:
            self.stop()
            self.tell(error)
            return
        if is_first:
            self._show_first(kept[0])

    def _show_first(self, first: Character) -> None:
        seen = self.session.character
        if seen is None or seen is self._seen_before or seen.number == UNNUMBERED:
            if seen is not None:
                self.session.step(self.tr("Generate"))
            self.session.show(first)

    def _why_fewer(self, manifest: Manifest, count: int) -> str:
        if self.session.is_all_fixed(manifest):
            return self.tr("Everything is fixed, so one character was made.")
        return self.tr("So much is fixed that only %n character(s) came of it.", "", count)

    def _could_not_begin(self, error: Exception) -> None:
        _log.warning("Who was on the stage can't be painted again", exc_info=error)
        self._show_somebody()

    def _finished(self, ms_per_picture: float) -> None:
        self._end_making()
        self.measured.emit(ms_per_picture)

    def _could_not_make(self, error: Exception) -> None:
        self._end_making()
        self.tell(error)

    def _end_making(self) -> None:
        self._making = None
        self.busy_changed.emit(False)


def told(error: Exception) -> str:
    """Returns an error in words for the person at the window; what is unforeseen is logged."""
    if isinstance(error, UserError):
        return said(error.sentence)
    _log.error("Unforeseen error in background work", exc_info=error)
    words = QCoreApplication.translate(
        "Studio", "Something unforeseen went wrong ({0}). Try again."
    )
    return words.format(f"{type(error).__name__}: {error}")


def _paint(generator: Generator, recipes: Sequence[Recipe]) -> list[Character]:
    pictures = generator.paint(recipes)
    return [
        # A copy: a picture must not keep its whole batch in memory.
        painted(generator.manifest, recipe, pixels.copy())
        for recipe, pixels in zip(recipes, pictures, strict=True)
    ]


@dataclass(frozen=True)
class _Painting:
    """A batch to be painted. For worker threads."""

    generator: Generator
    reader: Reader | None
    parents: Sequence[Character]
    best_of: int

    def in_portions(self, recipes: Sequence[Recipe], handle: Handle) -> float:
        """Reports characters a portion at a time, and returns the milliseconds for one picture."""
        started = time.perf_counter()
        portion = PORTION if self.best_of == 1 else self.best_of
        for start in range(0, len(recipes), portion):
            if handle.cancelled:
                break
            made = self._chosen(_paint(self.generator, recipes[start : start + portion]))
            handle.report([descended(character, *self.parents) for character in made])
        return 1000 * (time.perf_counter() - started) / len(recipes)

    def _chosen(self, made: list[Character]) -> list[Character]:
        if self.best_of == 1 or self.reader is None:
            return made
        seen = self.reader.read(np.stack([character.pixels for character in made]))
        recipes = [character.recipe for character in made]
        return [made[best(seen, self.reader.manifest.labels, recipes)]]

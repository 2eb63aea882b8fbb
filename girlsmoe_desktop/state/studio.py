"""What the window does with a model: opens it, paints, restores and saves characters."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from girlsmoe_desktop.core.character import UNNUMBERED, Character, painted
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.pictures import load_png, save_png
from girlsmoe_desktop.runtime.generator import Generator
from girlsmoe_desktop.runtime.library import open_model
from girlsmoe_desktop.state.blend import Blend
from girlsmoe_desktop.state.gallery_model import GalleryModel
from girlsmoe_desktop.state.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from girlsmoe_desktop.core.manifest import Manifest
    from girlsmoe_desktop.core.recipe import Recipe
    from girlsmoe_desktop.store.gallery import Gallery

T = TypeVar("T")
# Pictures reach the gallery in portions, so that a large count shows progress and can be stopped.
PORTION = 4

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

    Signals:
        model_opened: `generator` is there.
        model_failed: There is no model; with the reason.
        failed: Something asked for could not be done; with the reason.
        noticed: Something asked for is done in another way; with the words for it.
        busy_changed: Characters are being made, or no longer.
        measured: Milliseconds per picture of the batch just made.
    """

    model_opened = Signal()
    model_failed = Signal(str)
    failed = Signal(str)
    noticed = Signal(str)
    busy_changed = Signal(bool)
    measured = Signal(float)

    def __init__(self, runner: Runner, gallery: Gallery, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._making: Handle | None = None
        self._wanted: str | None = None
        self._batch: int | None = None
        self._seen_before: Character | None = None
        self.generator: Generator | None = None
        self.session = Session(self)
        self.gallery = GalleryModel(gallery, self)
        self.blend = Blend(self)

    @property
    def manifest(self) -> Manifest | None:
        """The manifest of the opened model, or None."""
        return self.generator.manifest if self.generator else None

    @property
    def is_busy(self) -> bool:
        """Whether characters are being made."""
        return self._making is not None

    def open(self, wanted: str | None = None) -> None:
        """Opens a model by id or folder (None: the best that is installed).

        Into an empty gallery it makes a first character.

        Args:
            wanted: As for `runtime.library.open_model`.
        """
        self._wanted = wanted
        self._runner.run(
            self,
            lambda _handle: Generator(open_model(wanted)),
            self._opened,
            lambda error: self.model_failed.emit(told(error)),
        )

    def reopen(self) -> None:
        """Tries once more to open what was wanted last."""
        self.open(self._wanted)

    def generate(self, count: int) -> None:
        """Makes new characters and puts the first of them on the stage.

        Whoever is chosen meanwhile stays there.
        """
        if self.generator is None or self.is_busy:
            return
        generator = self.generator
        recipes = self.session.next_recipes(generator.manifest, count)
        self._batch = None
        self._seen_before = self.session.character
        if len(recipes) < count:
            self.noticed.emit(self._why_fewer(generator.manifest, len(recipes)))
        self._making = self._runner.run(
            self,
            lambda handle: _paint_in_portions(generator, recipes, handle),
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
        self.session.show(kept)

    def restore(self, path: Path) -> None:
        """Makes the character of a saved PNG again."""
        if self.generator is not None:
            generator = self.generator
            self._runner.run(self, lambda _handle: _restore(generator, path), self.keep, self.tell)

    def save(self, character: Character, path: Path) -> Path | None:
        """Writes a character as a PNG with its recipe, over an older file of that name if need be.

        Another ending gets ".png" behind it. It is done at once and not by a worker, which closing
        the window would cut off.

        Returns:
            What was written; if None, `failed` says why.
        """
        is_png = path.suffix.lower() == ".png"
        target = path if is_png else path.with_name(f"{path.name}.png")
        try:
            # Replacing was agreed to for the name that was given, not for the longer one.
            if not is_png and target.exists():
                raise UserError(f"{target} exists already: choose another name.")
            save_png(target, character.pixels, character.recipe, overwrite=is_png)
        except UserError as error:
            self.tell(error)
            return None
        return target

    def tell(self, error: Exception) -> None:
        """Emits `failed` with the words for an error."""
        self.failed.emit(told(error))

    def _opened(self, generator: Generator) -> None:
        self.generator = generator
        self.model_opened.emit()
        if self.session.character is None:
            self._show_somebody()

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
            self.session.show(first)

    def _why_fewer(self, manifest: Manifest, count: int) -> str:
        if self.session.is_all_fixed(manifest):
            return self.tr("Everything is fixed, so one character was made.")
        words = self.tr("So much is fixed that only {0} different characters came of it.")
        return words.format(count)

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
        return str(error)
    _log.error("Unforeseen error in background work", exc_info=error)
    words = QCoreApplication.translate(
        "Studio", "Something unforeseen went wrong ({0}). Try again."
    )
    return words.format(f"{type(error).__name__}: {error}")


def _paint(generator: Generator, recipes: list[Recipe]) -> list[Character]:
    pictures = generator.paint(recipes)
    return [
        # A copy: a picture must not keep its whole batch in memory.
        painted(generator.manifest, recipe, pixels.copy())
        for recipe, pixels in zip(recipes, pictures, strict=True)
    ]


def _paint_in_portions(generator: Generator, recipes: list[Recipe], handle: Handle) -> float:
    started = time.perf_counter()
    for start in range(0, len(recipes), PORTION):
        if handle.cancelled:
            break
        handle.report(_paint(generator, recipes[start : start + PORTION]))
    return 1000 * (time.perf_counter() - started) / len(recipes)


def _restore(generator: Generator, path: Path) -> Character:
    _, recipe = load_png(path)
    manifest = generator.manifest
    if recipe.model_sha256 != manifest.sha256:
        raise UserError(
            f"{path.name} was made with another model or version, {recipe.model_id}; open here is "
            f"{manifest.id}. Start with --model {recipe.model_id} to open it."
        )
    return _paint(generator, [recipe])[0]

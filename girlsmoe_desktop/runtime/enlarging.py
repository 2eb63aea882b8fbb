"""Enlarges picture files, one or whole folders of them, each into a PNG of its own."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from girlsmoe_desktop.core.decoding import ENDINGS, decode, size_of
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.files import is_folder, unwritable, write_whole
from girlsmoe_desktop.runtime.upscaler import check_output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from girlsmoe_desktop.core.decoding import Decoded
    from girlsmoe_desktop.runtime.upscaler import Upscaler

MAX_FILES = 100_000
_WORTH_TELLING_S = 2.0


@dataclass(frozen=True)
class Source:
    """A picture to enlarge.

    Attributes:
        path: Its file.
        folder: Where the result goes; it need not be there yet.
    """

    path: Path
    folder: Path


@dataclass(frozen=True)
class Outcome:
    """What became of a picture.

    Attributes:
        source: The picture.
        target: The file with the result, None if there is none.
        size: Width and height of the result.
        is_first_of_many: Whether the source was a film, of which only the beginning was taken.
        error: Why there is no result.
    """

    source: Source
    target: Path | None = None
    size: tuple[int, int] = (0, 0)
    is_first_of_many: bool = False
    error: UserError | None = None


@dataclass(frozen=True)
class Progress:
    """How far the work is.

    Attributes:
        path: The picture in hand.
        index: Which one it is, from 0.
        count: How many there are.
        share: Of all work, 0 to 1.
        left_s: Seconds that it will still take, None as long as that can't be told.
    """

    path: Path
    index: int
    count: int
    share: float
    left_s: float | None


def find_sources(
    given: Sequence[Path], scale: int, *, out: Path | None = None, recursive: bool = False
) -> list[Source]:
    """Returns the pictures that are meant by names of files and folders.

    Args:
        given: Files, which may be of any name, and folders, whose pictures are meant.
        scale: Of the results, for the name of their folder.
        out: Where results go, below it in folders as they are in the given one. None puts them
            beside a given file, and for a given folder into a new one beside it.
        recursive: Whether folders in folders are meant too.

    Raises:
        UserError: A name means nothing, or nothing is found at all.
    """
    found: dict[Path, Source] = {}
    for path in given:
        if is_folder(path):
            root = out or path.resolve().with_name(f"{path.resolve().name}-{scale}x")
            for file in _pictures_in(path, root, recursive=recursive):
                target = root / file.parent.relative_to(path)
                found.setdefault(file.resolve(), Source(file, target))
        elif path.is_file():
            found.setdefault(path.resolve(), Source(path, out or path.parent))
        else:
            raise UserError("There is no file {0}: check the name.", path)
    if not found:
        raise UserError(
            "There is no picture in {0}: give pictures, or a folder that holds some; folders "
            "within it count only on demand (--recursive).",
            ", ".join(str(path) for path in given),
        )
    return list(found.values())


def enlarge(
    upscaler: Upscaler,
    sources: Sequence[Source],
    *,
    scale: int = 2,
    sharpness: float | None = None,
    on_progress: Callable[[Progress], object] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Iterator[Outcome]:
    """Enlarges pictures one after the other, and yields what became of each.

    What goes wrong with one picture does not keep the others from being enlarged. Files that are
    there are never replaced: the result takes the next free name.

    Args:
        upscaler: To do it.
        sources: From `find_sources`.
        scale: 2 or 4.
        sharpness: 0 to 1; None takes what the upscaler suggests.
        on_progress: Called as the work goes on, after every tile.
        should_stop: Asked before every tile; what is in hand then is given up.
    """
    pace = _Pace(sources, on_progress)
    for index, source in enumerate(sources):
        if should_stop is not None and should_stop():
            return
        pace.begin(index)
        try:
            decoded = _decoded(source.path, scale)
            pixels = upscaler.upscale(
                decoded.pixels,
                scale=scale,
                sharpness=sharpness,
                on_progress=pace.tell,
                should_stop=should_stop,
            )
            if pixels is None:
                return
            target = _save(source, scale, pixels, decoded)
        except UserError as error:
            yield Outcome(source, error=error)
        except MemoryError:
            reason = UserError("{0} is too large for this computer's memory.", source.path)
            yield Outcome(source, error=reason)
        else:
            size = (pixels.shape[1], pixels.shape[0])
            yield Outcome(source, target, size, decoded.is_first_of_many)


def _pictures_in(folder: Path, out: Path, *, recursive: bool) -> Iterator[Path]:
    """Yields the pictures in a folder by name, without those in the folder of the results."""
    is_inside = out.resolve() != folder.resolve()
    count = 0
    for where, folders, names in os.walk(folder):
        folders.sort()
        folders[:] = [
            name
            for name in folders
            if recursive
            and not name.startswith(".")
            and not (is_inside and (Path(where) / name).resolve() == out.resolve())
        ]
        for name in sorted(names):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                count += 1
                if count > MAX_FILES:
                    raise UserError(
                        "{0} holds more than {1} pictures: give smaller folders.",
                        folder,
                        MAX_FILES,
                    )
                yield Path(where) / name


def _decoded(path: Path, scale: int) -> Decoded:
    check_output(*size_of(path), scale)  # before a pixel is unpacked
    return decode(path)


def _save(source: Source, scale: int, pixels: NDArray[np.uint8], decoded: Decoded) -> Path:
    """Writes a result under the first name that is free, and returns it."""
    image = Image.fromarray(pixels)
    if decoded.is_grey:
        image = image.convert("LA" if pixels.shape[2] == 4 else "L")
    try:
        target = next(path for path in _names(source, scale) if not path.exists())
    except OSError as error:  # such as a name that is too long
        raise unwritable(source.folder, error) from error
    write_whole(target, lambda file: image.save(file, format="PNG", icc_profile=decoded.profile))
    return target


def _names(source: Source, scale: int) -> Iterable[Path]:
    stem = f"{source.path.stem}-{scale}x"
    yield source.folder / f"{stem}.png"
    for number in range(2, MAX_FILES):
        yield source.folder / f"{stem}-{number}.png"


class _Pace:
    """Measures the work by the pictures' pixels, and tells how much is left."""

    def __init__(
        self, sources: Sequence[Source], on_progress: Callable[[Progress], object] | None
    ) -> None:
        self._sources, self._on_progress = sources, on_progress
        self._weights = [_weight(source.path) for source in sources] if on_progress else []
        self._index, self._start = 0, time.monotonic()

    def begin(self, index: int) -> None:
        self._index = index
        self.tell(0, 1)

    def tell(self, done: int, count: int) -> None:
        if self._on_progress is None:
            return
        weights, index = self._weights, self._index
        share = (sum(weights[:index]) + weights[index] * done / count) / sum(weights)
        spent = time.monotonic() - self._start
        left = spent * (1 - share) / share if share and spent > _WORTH_TELLING_S else None
        path = self._sources[index].path
        self._on_progress(Progress(path, index, len(self._sources), share, left))


def _weight(path: Path) -> int:
    try:
        height, width = size_of(path)
    except UserError:
        return 1  # it is told when its turn comes
    return height * width

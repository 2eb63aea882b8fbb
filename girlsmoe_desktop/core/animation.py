"""Films as files: GIF, APNG, WebP, MP4, numbered frames, or one strip."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.files import check_target, unwritable, write_folder, write_whole
from girlsmoe_desktop.core.pictures import contact_sheet, enlarged, png_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

KINDS = {
    "gif": ".gif",
    "apng": ".png",
    "webp": ".webp",
    "mp4": ".mp4",
    "frames": "",
    "strip": ".png",
}
"""Kind of film -> ending of its name; frames go into a folder."""
FPS = range(1, 61)
MAX_PIXELS = 300_000_000
"""Of all frames of a film; they lie in memory, at three bytes a pixel."""
MAX_STRIP_PX = 60_000
_PALETTE_FRAMES = 12
_WEBP_QUALITY = 90
# How far ordered dithering pushes a colour, of 255: about the step between two colours of a
# palette of 256.
_DITHER = 16.0
_BAYER = (
    np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], dtype=np.float32) / 16
    - 0.5
)


class CancelledError(Exception):
    """The film is no longer wanted."""


@dataclass(frozen=True)
class Film:
    """How a film is made of frames.

    Attributes:
        kind: Of `KINDS`.
        fps: Frames a second, of `FPS`.
        there_and_back: Whether it goes back to its beginning.
        scale: How many times the frames' own size.
    """

    kind: str = "gif"
    fps: int = 20
    there_and_back: bool = False
    scale: int = 1


def find_encoder() -> str | None:
    """Returns the program that can write MP4, or None if there is none."""
    return shutil.which("ffmpeg")


def check_size(count: int, height: int, width: int, film: Film) -> None:
    """Checks that a film is not too large to be made, before work is spent on it.

    Args:
        count: Of frames, before it goes back.
        height: Of a frame at its own size, px.
        width: Of a frame at its own size, px.
        film: How.

    Raises:
        UserError: It is too large.
    """
    shown = 2 * count - 2 if film.there_and_back else count
    pixels = shown * height * width * film.scale**2
    if pixels > MAX_PIXELS or (film.kind == "strip" and shown * width * film.scale > MAX_STRIP_PX):
        raise UserError(
            "{0} frames of {1}x{2} px are too much for one file: choose fewer frames or a"
            " smaller size.",
            shown,
            film.scale * width,
            film.scale * height,
        )


def write_film(
    path: Path,
    frames: Sequence[NDArray[np.uint8]],
    film: Film,
    *,
    overwrite: bool = False,
    on_frame: Callable[[int], bool] = lambda _done: True,
) -> None:
    """Writes a film, whole or not at all.

    Args:
        path: Its name; for "frames" a folder that is not there yet, or empty.
        frames: Of one size, each (H, W, 3), uint8.
        film: How.
        overwrite: Whether an older file may be replaced.
        on_frame: Gets how many frames are written; False ends it.

    Raises:
        UserError: It can't be written, or there is no encoder.
        CancelledError: `on_frame` ended it.
    """
    check_size(len(frames), frames[0].shape[0], frames[0].shape[1], film)
    shown = [*frames, *reversed(frames[1:-1])] if film.there_and_back else list(frames)
    told = _Told(shown, film.scale, on_frame)
    if film.kind == "frames":
        _write_frames(path, told)
    elif film.kind == "mp4":
        _write_mp4(path, told, film.fps, overwrite=overwrite)
    else:
        write = {"gif": _write_gif, "apng": _write_apng, "webp": _write_webp, "strip": _write_strip}

        def write_all(file: BinaryIO) -> None:
            write[film.kind](file, told, film.fps)
            # Encoding may have taken long, and nothing may appear that is no longer wanted.
            told.end()

        write_whole(path, write_all, overwrite=overwrite)


class _Told:
    """Frames at their final size; taking one is told."""

    def __init__(
        self, frames: list[NDArray[np.uint8]], scale: int, on_frame: Callable[[int], bool]
    ) -> None:
        self._frames, self._scale, self._on_frame = frames, scale, on_frame

    def __len__(self) -> int:
        return len(self._frames)

    def __iter__(self) -> Iterator[NDArray[np.uint8]]:
        for done, frame in enumerate(self._frames):
            if not self._on_frame(done):
                raise CancelledError
            yield enlarged(frame, self._scale)

    def end(self) -> None:
        """Tells that all are written.

        Raises:
            CancelledError: They are no longer wanted.
        """
        if not self._on_frame(len(self._frames)):
            raise CancelledError

    def some(self, count: int) -> list[NDArray[np.uint8]]:
        """Returns a few of them, evenly spread."""
        places = np.linspace(0, len(self) - 1, min(count, len(self))).round().astype(int)
        return [enlarged(self._frames[place], self._scale) for place in places]


def _write_gif(file: BinaryIO, frames: _Told, fps: int) -> None:
    # One palette for all frames, and dithering by place: otherwise the grain crawls.
    sheet = Image.fromarray(contact_sheet(frames.some(_PALETTE_FRAMES), 4))
    palette = sheet.quantize(256, Image.Quantize.MEDIANCUT)
    pictures = (_reduced(frame, palette) for frame in frames)
    first = next(pictures)
    # A GIF counts in hundredths of a second.
    duration_ms = max(round(100 / fps), 2) * 10
    first.save(
        file,
        format="GIF",
        save_all=True,
        append_images=pictures,
        duration=duration_ms,
        loop=0,
        optimize=False,
        disposal=1,
    )


def _reduced(frame: NDArray[np.uint8], palette: Image.Image) -> Image.Image:
    height, width = frame.shape[:2]
    pattern = np.tile(_BAYER, (-(-height // 4), -(-width // 4)))[:height, :width, None]
    # The white that characters stand on stays clean.
    off_white = np.clip((250.0 - frame.min(axis=-1, keepdims=True)) / 24.0, 0.0, 1.0)
    dithered = np.clip(frame + _DITHER * off_white * pattern, 0, 255).astype(np.uint8)
    return Image.fromarray(dithered).quantize(palette=palette, dither=Image.Dither.NONE)


def _write_apng(file: BinaryIO, frames: _Told, fps: int) -> None:
    pictures = [Image.fromarray(frame) for frame in frames]
    pictures[0].save(
        file,
        format="PNG",
        save_all=True,
        append_images=pictures[1:],
        duration=1000 / fps,
        loop=0,
        default_image=False,
    )


def _write_webp(file: BinaryIO, frames: _Told, fps: int) -> None:
    pictures = [Image.fromarray(frame) for frame in frames]
    pictures[0].save(
        file,
        format="WEBP",
        save_all=True,
        append_images=pictures[1:],
        duration=round(1000 / fps),
        loop=0,
        quality=_WEBP_QUALITY,
    )


def _write_strip(file: BinaryIO, frames: _Told, _fps: int) -> None:
    pictures = list(frames)
    file.write(png_bytes(contact_sheet(pictures, len(pictures)), {}))


def _write_frames(path: Path, frames: _Told) -> None:
    def fill(folder: Path) -> None:
        for number, frame in enumerate(frames):
            data = png_bytes(frame, {})
            (folder / f"frame-{number:04d}.png").write_bytes(data)
        frames.end()

    write_folder(path, fill)


def _write_mp4(path: Path, frames: _Told, fps: int, *, overwrite: bool) -> None:
    program = find_encoder()
    if program is None:
        raise UserError(
            "Writing MP4 takes the program ffmpeg, which is not installed: install it, or choose "
            "WebP, which every browser plays."
        )
    check_target(path, overwrite=overwrite)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{path.stem}.", dir=path.parent) as temporary:
            made = Path(temporary) / "film.mp4"
            _encode(program, made, frames, fps)
            frames.end()
            with made.open("rb") as file:
                os.fsync(file.fileno())
            made.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error


def _encode(program: str, path: Path, frames: _Told, fps: int) -> None:
    height, width = frames.some(1)[0].shape[:2]
    command = [
        program, "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24",
        "-s", f"{width}x{height}", "-r", str(fps), "-i", "-",
        # Players want even sides and this kind of colour.
        "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2:color=white", "-pix_fmt", "yuv420p",
        "-movflags", "+faststart", str(path),
    ]  # fmt: skip
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=subprocess.DEVNULL, stderr=pipe) as encoder:
        assert encoder.stdin is not None, "it was asked for"
        try:
            for frame in frames:
                encoder.stdin.write(np.ascontiguousarray(frame).tobytes())
        except BrokenPipeError:
            pass  # it ended early, and says why
        except CancelledError:
            encoder.kill()
            raise
        _, problem = encoder.communicate()
    if encoder.returncode:
        said = problem.decode(errors="replace").strip().splitlines()
        raise UserError(
            "ffmpeg could not write the film ({0}): choose another kind of file.",
            (said or ["it said nothing"])[-1][:200],
        )

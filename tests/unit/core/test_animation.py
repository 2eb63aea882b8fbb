"""Films, read back from their files."""

import os
import stat
import sys
import textwrap

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core import animation
from girlsmoe_desktop.core.animation import CancelledError, Film, write_film
from girlsmoe_desktop.core.errors import UserError


@pytest.fixture
def frames():
    """Six smooth pictures that move."""
    x, y = np.meshgrid(np.arange(20), np.arange(16))
    return [
        np.stack([10 * x + t, 12 * y, np.full_like(x, 40 * t)], axis=-1).clip(0, 255).astype("u1")
        for t in range(6)
    ]


def read(path):
    with Image.open(path) as image:
        pictures = []
        for number in range(image.n_frames):
            image.seek(number)
            pictures.append((np.asarray(image.convert("RGB")), image.info.get("duration")))
        return pictures, image.info.get("loop")


@pytest.mark.parametrize("kind", ["gif", "apng", "webp"])
def test_films_hold_every_frame_at_its_time_and_go_round(tmp_path, frames, kind):
    path = tmp_path / f"film{animation.KINDS[kind]}"
    write_film(path, frames, Film(kind, fps=20))
    pictures, loop = read(path)
    assert len(pictures) == 6
    assert loop == 0
    assert {duration for _, duration in pictures} == {50}
    worst = {"gif": 24, "apng": 0, "webp": 40}[kind]
    for (picture, _), frame in zip(pictures, frames, strict=True):
        assert picture.shape == frame.shape
        assert np.abs(picture.astype(int) - frame).mean() <= worst


def test_a_gif_does_not_crawl_where_nothing_moves(tmp_path, frames):
    still = [frames[0]] * 2 + [frames[3]] + [frames[0]] * 2
    write_film(tmp_path / "film.gif", still, Film("gif"))
    pictures, _ = read(tmp_path / "film.gif")
    # Those that are alike are one that is shown longer.
    assert np.array_equal(pictures[0][0], pictures[-1][0])


def test_there_and_back_shows_neither_end_twice(tmp_path, frames):
    write_film(tmp_path / "film.png", frames, Film("apng", there_and_back=True))
    pictures, _ = read(tmp_path / "film.png")
    order = [0, 1, 2, 3, 4, 5, 4, 3, 2, 1]
    assert len(pictures) == len(order)
    assert all(
        np.array_equal(picture, frames[place])
        for (picture, _), place in zip(pictures, order, strict=True)
    )


def test_a_strip_and_numbered_frames_are_exact_and_enlarged_if_wanted(tmp_path, frames):
    write_film(tmp_path / "strip.png", frames, Film("strip"))
    with Image.open(tmp_path / "strip.png") as image:
        strip = np.asarray(image)
    assert np.array_equal(strip, np.concatenate(frames, axis=1))
    folder = tmp_path / "ñ フレーム" / "frames"
    write_film(folder, frames, Film("frames", scale=2))
    names = sorted(path.name for path in folder.iterdir())
    assert names == [f"frame-{number:04d}.png" for number in range(6)]
    with Image.open(folder / names[0]) as image:
        assert image.size == (40, 32)


@pytest.mark.parametrize("kind", ["gif", "apng", "webp", "strip"])
def test_a_file_that_exists_is_kept(tmp_path, frames, kind):
    path = tmp_path / "film"
    path.write_text("precious")
    with pytest.raises(UserError, match="exists already"):
        write_film(path, frames, Film(kind))
    assert path.read_text() == "precious"
    write_film(path, frames, Film(kind), overwrite=True)
    assert path.read_bytes() != b"precious"


def test_a_folder_with_something_in_it_is_left_alone(tmp_path, frames):
    (tmp_path / "other.txt").write_text("precious")
    with pytest.raises(UserError, match="not empty"):
        write_film(tmp_path, frames, Film("frames"))
    assert [path.name for path in tmp_path.iterdir()] == ["other.txt"]


@pytest.mark.parametrize("kind", ["gif", "apng", "webp", "strip", "frames"])
def test_cancelled_it_leaves_nothing(tmp_path, frames, kind):
    with pytest.raises(CancelledError):
        write_film(tmp_path / "film", frames, Film(kind), on_frame=lambda done: done < 3)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, frames, monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left"):
        write_film(tmp_path / "film.gif", frames, Film("gif"))
    assert list(tmp_path.iterdir()) == []


def test_every_frame_is_told_and_that_all_are_written(tmp_path, frames):
    told = []
    write_film(
        tmp_path / "film.gif", frames, Film("gif"), on_frame=lambda n: told.append(n) or True
    )
    assert told == list(range(7))


@pytest.mark.parametrize("kind", ["gif", "apng", "webp", "strip", "frames"])
def test_cancelled_at_the_very_end_it_replaces_nothing(tmp_path, frames, kind):
    path = tmp_path / "film"
    if kind != "frames":
        path.write_text("precious")
    with pytest.raises(CancelledError):
        write_film(path, frames, Film(kind), overwrite=True, on_frame=lambda done: done < 6)
    assert not path.exists() if kind == "frames" else path.read_text() == "precious"


def test_what_would_not_fit_into_memory_is_refused_beforehand(frames):
    animation.check_size(2000, 64, 64, Film("gif", there_and_back=True, scale=4))
    for count, side, film in (
        (2000, 256, Film("gif", scale=4)),
        (1000, 128, Film("strip")),
    ):
        with pytest.raises(UserError, match="too much"):
            animation.check_size(count, side, side, film)
    assert len(frames) == 6


def test_without_an_encoder_mp4_is_refused_with_advice(tmp_path, frames, monkeypatch):
    monkeypatch.setattr(animation, "find_encoder", lambda: None)
    with pytest.raises(UserError, match="ffmpeg"):
        write_film(tmp_path / "film.mp4", frames, Film("mp4"))


@pytest.fixture
def encoder(tmp_path, monkeypatch):
    """A program in place of ffmpeg that keeps what it was given."""
    if os.name == "nt":
        pytest.skip("needs a script that runs by itself")

    def make(body):
        path = tmp_path / "bin" / "ffmpeg"
        path.parent.mkdir()
        path.write_text(f"#!{sys.executable}\n{textwrap.dedent(body)}")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(animation, "find_encoder", lambda: str(path))

    return make


def test_the_encoder_gets_every_frame_and_its_size(tmp_path, frames, encoder):
    encoder(
        """
        import sys
        arguments = " ".join(sys.argv[1:-1])
        assert "-s 40x32 -r 25" in arguments and "yuv420p" in arguments
        with open(sys.argv[-1], "wb") as file:
            file.write(sys.stdin.buffer.read())
        """
    )
    write_film(tmp_path / "film.mp4", frames, Film("mp4", fps=25, scale=2))
    data = (tmp_path / "film.mp4").read_bytes()
    assert len(data) == 6 * 40 * 32 * 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bin", "film.mp4"]


def test_an_encoder_that_fails_is_told_and_leaves_nothing(tmp_path, frames, encoder):
    encoder('import sys\nprint("Unknown encoder", file=sys.stderr)\nsys.exit(1)')
    with pytest.raises(UserError, match="Unknown encoder"):
        write_film(tmp_path / "film.mp4", frames, Film("mp4"))
    assert [path.name for path in tmp_path.iterdir()] == ["bin"]


def test_a_cancelled_encoder_leaves_nothing(tmp_path, frames, encoder):
    encoder("import sys\nsys.stdin.buffer.read()")
    with pytest.raises(CancelledError):
        write_film(tmp_path / "film.mp4", frames, Film("mp4"), on_frame=lambda done: done < 2)
    assert [path.name for path in tmp_path.iterdir()] == ["bin"]

"""Pictures of any origin become RGB as they are meant to be seen, or are refused in words."""

import io
import os
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from trainer.data.decode import BadPictureError, Limits, read_picture


def saved(path, image, **options):
    image.save(path, **options)
    return path


def near(pixels, color):
    return np.abs(pixels.astype(int) - color).max() <= 6


def test_a_photograph_on_its_side_is_turned_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise by a quarter
    wide = Image.new("RGB", (40, 20), "white")
    wide.paste("red", (0, 0, 10, 20))
    pixels = read_picture(saved(tmp_path / "a.jpg", wide, exif=exif, quality=95, subsampling=0))
    assert pixels.shape == (40, 20, 3)
    assert near(pixels[2, 2:18], (255, 0, 0))  # what was left is above


def test_inks_become_light(tmp_path):
    image = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    assert near(read_picture(saved(tmp_path / "a.jpg", image, quality=95)), (255, 0, 0))


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_sixteen_bits_keep_their_range(tmp_path, name):
    levels = np.array([[0, 257 * 100, 65535]], np.uint16)
    pixels = read_picture(saved(tmp_path / name, Image.fromarray(levels)))
    assert pixels[0].tolist() == [[0] * 3, [100] * 3, [255] * 3]


def test_fractions_are_told_from_levels(tmp_path):
    halves = Image.fromarray(np.full((2, 2), 0.5, np.float32))
    assert read_picture(saved(tmp_path / "a.tif", halves))[0, 0, 0] == 128
    levels = Image.fromarray(np.full((2, 2), 64, np.float32))
    assert read_picture(saved(tmp_path / "b.tif", levels))[0, 0, 0] == 64


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_lies_on_white(tmp_path, mode):
    image = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    image.paste((40, 40, 40, 255), (0, 0, 4, 8))
    pixels = read_picture(saved(tmp_path / "a.png", image.convert(mode)))
    assert near(pixels[:, :4], 40)
    assert near(pixels[:, 4:], 255)


def test_a_palette_gives_its_colours(tmp_path):
    image = Image.new("RGB", (8, 8), (10, 200, 30)).quantize(4)
    assert near(read_picture(saved(tmp_path / "a.gif", image)), (10, 200, 30))


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.png"])
def test_a_film_shows_its_first_frame(tmp_path, name):
    frames = [Image.new("RGB", (8, 8), color) for color in ("red", "blue")]
    options = {"lossless": True} if name.endswith("webp") else {}
    path = saved(
        tmp_path / name, frames[0], save_all=True, append_images=frames[1:], duration=50, **options
    )
    assert near(read_picture(path), (255, 0, 0))


def test_half_a_file_is_refused(tmp_path):
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    for kind in ("PNG", "JPEG", "WEBP", "GIF"):
        buffer = io.BytesIO()
        Image.fromarray(noise).save(buffer, kind)
        path = tmp_path / f"a.{kind.lower()}"
        path.write_bytes(buffer.getvalue()[: len(buffer.getvalue()) // 2])
        with pytest.raises(BadPictureError):
            read_picture(path)


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def test_a_small_file_of_a_huge_picture_is_refused_before_it_is_unpacked(tmp_path):
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(99)))
    (tmp_path / "a.png").write_bytes(data + chunk(b"IEND", b""))
    with pytest.raises(BadPictureError, match=r"60000x60000|decompression bomb"):
        read_picture(tmp_path / "a.png")


def test_limits_are_told(tmp_path):
    path = saved(tmp_path / "a.png", Image.new("RGB", (20, 10)))
    with pytest.raises(BadPictureError, match="20x10 pixels, more than 199"):
        read_picture(path, Limits(pixels=199))
    with pytest.raises(BadPictureError, match="bytes, more than 10"):
        read_picture(path, Limits(bytes=10))
    assert read_picture(path, Limits(pixels=200)).shape == (10, 20, 3)


def test_what_is_no_picture_is_refused(tmp_path):
    (tmp_path / "a.png").write_bytes(b"<html>")
    (tmp_path / "empty.png").write_bytes(b"")
    for name in ("a.png", "empty.png"):
        with pytest.raises(BadPictureError, match="no picture"):
            read_picture(tmp_path / name)
    with pytest.raises(BadPictureError, match="no such file"):
        read_picture(tmp_path / "none.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.png")
    with pytest.raises(BadPictureError, match="no such file"):
        read_picture(tmp_path / "a.png")

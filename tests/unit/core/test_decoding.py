import numpy as np
import pytest
from PIL import Image, ImageCms

from girlsmoe_desktop.core import decoding
from girlsmoe_desktop.core.decoding import decode, size_of
from girlsmoe_desktop.core.errors import UserError


def colours(height=6, width=9):
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)


def saved(tmp_path, image, name, **options):
    path = tmp_path / name
    image.save(path, **options)
    return path


@pytest.mark.parametrize("name", ["a.png", "a.bmp", "a.tiff", "a.PNG"])
def test_colours_are_as_they_were(tmp_path, name):
    path = saved(tmp_path, Image.fromarray(colours()), name)
    seen = decode(path)
    assert np.array_equal(seen.pixels, colours())
    assert not seen.is_grey
    assert size_of(path) == (6, 9)


@pytest.mark.parametrize("mode", ["1", "L", "LA"])
def test_grey_is_told_and_comes_as_colours(tmp_path, mode):
    seen = decode(saved(tmp_path, Image.fromarray(colours()).convert(mode), "grey.png"))
    assert seen.is_grey
    assert seen.pixels.shape == (6, 9, 3)  # an LA that hides nothing needs no alpha
    assert np.array_equal(seen.pixels[..., 0], seen.pixels[..., 2])


@pytest.mark.parametrize("name", ["deep.png", "deep.tiff"])
def test_sixteen_bits_become_eight_and_keep_what_is_bright(tmp_path, name):
    values = np.linspace(0, 65_535, 54).astype(np.uint16).reshape(6, 9)
    seen = decode(saved(tmp_path, Image.fromarray(values), name))
    assert seen.is_grey
    assert np.array_equal(seen.pixels[..., 1], np.rint(values / 257).astype(np.uint8))


def test_cmyk_becomes_rgb(tmp_path):
    image = Image.new("CMYK", (9, 6), (0, 255, 255, 0))
    seen = decode(saved(tmp_path, image, "print.tiff"))
    assert seen.pixels.shape == (6, 9, 3)
    assert seen.pixels[3, 3].tolist() == [255, 0, 0]


@pytest.mark.parametrize("name", ["few.png", "few.gif"])
def test_a_palette_with_a_transparent_colour_has_alpha(tmp_path, name):
    image = Image.fromarray(np.array([[0, 1], [1, 0]], np.uint8)).convert("P")
    image.putpalette([10, 20, 30, 200, 100, 50])
    seen = decode(saved(tmp_path, image, name, transparency=0))
    assert seen.pixels[..., 3].tolist() == [[0, 255], [255, 0]]
    assert seen.pixels[0, 1, :3].tolist() == [200, 100, 50]
    assert decode(saved(tmp_path, image, "full.png")).pixels.shape == (2, 2, 3)


@pytest.mark.parametrize("mode", ["RGB", "I;16"])
@pytest.mark.parametrize(("orientation", "turns"), [(1, 0), (3, 2), (6, 3), (8, 1)])
def test_the_picture_is_turned_as_its_camera_says(tmp_path, mode, orientation, turns):
    if mode == "RGB":
        upright, image = colours(), Image.fromarray(colours())
    else:
        values = colours()[..., 0].astype(np.uint16) * 257
        upright, image = (values // 257).astype(np.uint8)[..., None].repeat(3, 2), None
        image = Image.fromarray(values)
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = saved(tmp_path, image, "turned.png", exif=exif)
    expected = np.rot90(upright, turns)
    assert np.array_equal(decode(path).pixels, expected)
    assert size_of(path) == expected.shape[:2]


@pytest.mark.parametrize("name", ["film.gif", "film.webp", "film.png"])
def test_of_a_film_the_first_picture_is_taken_and_that_is_told(tmp_path, name):
    frames = [Image.new("RGB", (8, 8), (value, 0, 0)) for value in (250, 100, 20)]
    options = {"lossless": True} if name.endswith("webp") else {}
    path = saved(tmp_path, frames[0], name, save_all=True, append_images=frames[1:], **options)
    seen = decode(path)
    assert seen.is_first_of_many
    assert seen.pixels[4, 4, 0] == 250


def test_the_profile_of_colours_is_kept_and_no_other(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.fromarray(colours())
    assert decode(saved(tmp_path, image, "a.png", icc_profile=profile)).profile == profile
    assert decode(saved(tmp_path, image, "b.png")).profile is None
    grey = image.convert("L")
    assert decode(saved(tmp_path, grey, "c.png", icc_profile=profile)).profile is None


def test_what_is_too_large_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    path = saved(tmp_path, Image.fromarray(colours()), "a.png")
    path.write_bytes(path.read_bytes()[:60])  # a header, and nothing to unpack
    monkeypatch.setattr(decoding, "MAX_PX", 50)
    for read in (decode, size_of):
        with pytest.raises(UserError, match="9x6 px, more than"):
            read(path)


@pytest.mark.parametrize(("width", "height"), [(10_000, 10_000), (60_000, 60_000)])
def test_huge_headers_are_refused(tmp_path, width, height):
    import struct
    import zlib

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk
    path = tmp_path / "huge.png"
    path.write_bytes(data + struct.pack(">I", zlib.crc32(chunk)) + struct.pack(">I", 9) + b"IDAT")
    with pytest.raises(UserError, match=r"more than|exceeds"):
        decode(path)


def test_what_is_no_picture_is_told(tmp_path):
    (tmp_path / "text.png").write_text("hello")
    whole = saved(tmp_path, Image.fromarray(colours(90, 90)), "cut.jpg").read_bytes()
    (tmp_path / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    for name, words in (
        ("text.png", "no picture"),
        ("cut.jpg", "can't be read"),
        ("none.png", "no file"),
        ("", "a folder"),
    ):
        with pytest.raises(UserError, match=words):
            decode(tmp_path / name)
    float_picture = Image.fromarray(np.ones((2, 2), np.float32))
    with pytest.raises(UserError, match="neither of 8 nor of 16 bits"):
        decode(saved(tmp_path, float_picture, "f.tiff"))

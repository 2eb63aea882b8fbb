"""Pictures from folders and archives, sound ones and others."""

import io
import os
import re
import stat
import struct
import warnings
import zipfile
import zlib
from contextlib import suppress

import pytest
from PIL import Image

from tests.unit.trainer.data.conftest import kept, picture, reason, rows_of
from trainer.cli import main
from trainer.data.collect.pictures import Limits, look
from trainer.data.collect.reasons import LeftOutError


def collect(out, *args):
    return main(["collect", "--out", str(out), "--events", "json", *map(str, args)])


def why_not(data, **limits):
    with pytest.raises(LeftOutError) as error:
        look(data, Limits(**limits))
    return error.value.reason


def moving(kind):
    frames = [Image.new("RGB", (80, 70), color) for color in ("red", "blue", "green")]
    file = io.BytesIO()
    frames[0].save(file, format=kind, save_all=True, append_images=frames[1:])
    return file.getvalue()


def png_that_says(width, height, bits=8, color=2):
    """A PNG whose head says anything, with hardly any pixels."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, bits, color, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("kind", "mode", "ending"),
    [
        *(("PNG", mode, "png") for mode in ("RGB", "RGBA", "P", "L", "LA", "1", "I;16")),
        *(("JPEG", mode, "jpg") for mode in ("RGB", "L", "CMYK")),
        *(("WEBP", mode, "webp") for mode in ("RGB", "RGBA")),
    ],
)
def test_sound_pictures_are_known_by_their_bytes(kind, mode, ending):
    seen = look(picture(kind=kind, mode=mode), Limits())
    assert (seen.ending, seen.width, seen.height, seen.frames) == (ending, 80, 70, 1)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_moving_pictures_are_taken_and_marked(kind):
    assert look(moving(kind), Limits()).frames == 3


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"just words", "text"),
        (b"<!DOCTYPE html><p>404", "a web page"),
        (b"\n <HTML>", "a web page"),
        (b"<svg xmlns='x'>", "an SVG"),
        (picture(kind="GIF"), "a GIF"),
        (picture(kind="BMP"), "a BMP"),
        (picture(kind="TIFF"), "a TIFF"),
        (b"\0\0\0\x20ftypavif\0", "an AVIF"),
        (b"\0\1\2\3", "no picture"),
        (picture(seed=1)[:-30], "damaged"),
        (picture(seed=1, kind="JPEG")[:500], "damaged"),
        (picture(seed=1, kind="WEBP")[:60], "damaged|no picture"),
        (picture(size=(1, 1)), "1 x 1 pixels: less than 64"),
        (picture(size=(3_000, 63)), "less than 64"),
        (picture(size=(30_000, 64)), "more than 16384"),
        (png_that_says(16_000, 16_000), "million"),
        (png_that_says(2**31 - 1, 2**31 - 1), "million|damaged|more than"),
        (png_that_says(100, 100), "damaged"),
        (png_that_says(0, 0), "damaged|less than"),
        (png_that_says(100, 100, bits=77), "damaged|no picture"),
    ],
)
def test_what_is_unfit_is_told_in_words(data, words):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert re.search(words, why_not(data))


def test_a_picture_of_too_many_bytes_is_not_decoded():
    assert "larger than 0.001 MB" in why_not(b"a" * 1_001, most_bytes=1_000)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_damage_anywhere_is_no_crash(kind):
    whole = picture(seed=5, kind=kind)
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        damaged = whole[:at] + bytes((whole[at] ^ 0xFF,)) + whole[at + 1 :]
        with suppress(LeftOutError):
            look(damaged, Limits())


def test_a_folder_is_gone_through(tmp_path, capsys):
    source, out = tmp_path / "絵", tmp_path / "out"
    deep = source / "深い" / ("長" * 80)
    deep.mkdir(parents=True)
    (source / "a.png").write_bytes(picture(1))
    (source / "photo.PNG").write_bytes(picture(2, kind="JPEG"))
    (deep / ("名" * 80 + ".webp")).write_bytes(picture(3, kind="WEBP"))
    (deep / "again.png").write_bytes(picture(1))
    (deep / "words.png").write_text("words")
    (deep / "notes.txt").write_text("not looked at")
    (deep / "folder.png").mkdir()
    (source / "nowhere.png").symlink_to(source / "gone.png")
    (source / "round").symlink_to(source)
    os.mkfifo(source / "pipe.png")
    assert collect(out, "--folder", source, "--license", "CC0 にほん") == 0
    rows = {row["source"]: row for row in kept(out)}
    assert len(rows) == 3
    row = rows[str(source / "photo.PNG")]
    assert row["file"] == f"pictures/{row['id'][:16]}.jpg"
    assert (out / row["file"]).read_bytes() == picture(2, kind="JPEG")
    assert (row["width"], row["height"], row["bytes"]) == (80, 70, len(picture(2, kind="JPEG")))
    assert row["license"] == "CC0 にほん"
    assert row["fetched"].startswith("20")
    assert sorted(path.name for path in (out / "pictures").iterdir()) == sorted(
        row["file"].split("/")[1] for row in rows.values()
    )
    assert "text" in reason(out, deep / "words.png")
    assert "same bytes" in reason(out, deep / "again.png")
    assert "no plain file" in reason(out, source / "pipe.png")
    assert "can't be read" in reason(out, source / "nowhere.png")
    assert "4 were left out, 1 of them for being doubles" in capsys.readouterr().out


def test_names_that_are_no_text_are_no_crash(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    with open(os.fsencode(source) + b"/\xff\xfe.png", "wb") as file:  # noqa: PTH123
        file.write(picture())
    assert collect(tmp_path / "out", "--folder", source) == 0
    assert kept(tmp_path / "out")[0]["source"].endswith("\\udcff\\udcfe.png")


def test_the_collection_is_not_collected(tmp_path):
    (tmp_path / "a.png").write_bytes(picture())
    for _ in range(2):
        assert collect(tmp_path / "out", "--folder", tmp_path) == 0
    assert len(rows_of(tmp_path / "out")) == 1


def write_zip(path, members, **options):
    with zipfile.ZipFile(path, "w", **options) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_an_archive_is_gone_through(tmp_path):
    inside = {"a.png": picture(1), "深い/絵.jpg": picture(2, kind="JPEG"), "read me.txt": b"no"}
    path = write_zip(tmp_path / "書庫.zip", inside)
    assert collect(tmp_path / "out", "--zip", path) == 0
    sources = {row["source"] for row in kept(tmp_path / "out")}
    assert sources == {f"{path}!/a.png", f"{path}!/深い/絵.jpg"}


def test_old_japanese_archives_have_readable_names(tmp_path):
    path = write_zip(tmp_path / "a.zip", {"xxxxx.png": picture()})
    path.write_bytes(path.read_bytes().replace(b"xxxxx", "絵a犬".encode("cp932")))
    assert collect(tmp_path / "out", "--zip", path) == 0
    assert kept(tmp_path / "out")[0]["source"] == f"{path}!/絵a犬.png"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../out.png", "leads out"),
        ("/etc/a.png", "leads out"),
        ("C:/a.png", "leads out"),
        ("a\\..\\..\\b.png", "leads out"),
        ("words.png", "text"),
    ],
)
def test_archives_that_mean_harm_do_none(tmp_path, name, words):
    path = write_zip(tmp_path / "a.zip", {name: b"words", "b.png": picture()})
    assert collect(tmp_path / "out", "--zip", path) == 0
    assert words in reason(tmp_path / "out", f"{path}!/{name}")
    assert len(kept(tmp_path / "out")) == 1
    assert {p.name for p in tmp_path.iterdir()} == {"a.zip", "out"}


def test_links_in_archives_are_not_followed(tmp_path):
    link = zipfile.ZipInfo("link.png")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = write_zip(tmp_path / "a.zip", {link: b"/etc/passwd"})
    assert collect(tmp_path / "out", "--zip", path) == 0
    assert "link" in reason(tmp_path / "out", f"{path}!/link.png")


def test_bombs_are_not_unpacked(tmp_path):
    path = tmp_path / "bomb.zip"
    members = {"a.png": bytes(5_000_000), "b.png": picture()}
    write_zip(path, members, compression=zipfile.ZIP_DEFLATED)
    assert collect(tmp_path / "out", "--zip", path) == 0
    assert "100 times" in reason(tmp_path / "out", path)


def test_a_bomb_among_pictures_is_passed_by(tmp_path):
    noise = {f"{n}.png": picture(n) + os.urandom(50_000) for n in range(3)}
    members = {"a.png": bytes(5_000_000), **noise}
    path = write_zip(tmp_path / "a.zip", members, compression=zipfile.ZIP_DEFLATED)
    assert collect(tmp_path / "out", "--zip", path) == 0
    assert "100 times" in reason(tmp_path / "out", f"{path}!/a.png")
    assert len(kept(tmp_path / "out")) == 3


def test_a_member_that_lies_about_its_size_is_cut(tmp_path):
    path = write_zip(tmp_path / "a.zip", {"a.png": os.urandom(90_000)})
    data = path.read_bytes()
    path.write_bytes(
        data.replace(struct.pack("<II", 90_000, 90_000), struct.pack("<II", 90_000, 9))
    )
    assert collect(tmp_path / "out", "--zip", path) == 0
    assert reason(tmp_path / "out", f"{path}!/a.png")


@pytest.mark.parametrize("cut", [0, 10, 60, -5])
def test_a_damaged_archive_is_told(tmp_path, cut):
    path = write_zip(tmp_path / "a.zip", {"a.png": picture()})
    path.write_bytes(path.read_bytes()[:cut])
    assert collect(tmp_path / "out", "--zip", path) == 0
    assert "archive" in reason(tmp_path / "out", path)


def test_a_damaged_and_a_locked_member_are_told(tmp_path):
    path = write_zip(tmp_path / "a.zip", {"a.png": picture(1), "b.png": picture(2)})
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF  # a byte of the first picture
    at = data.rindex(b"PK\1\2")
    data[at + 8] |= 1  # the second one's mark of a password
    path.write_bytes(data)
    assert collect(tmp_path / "out", "--zip", path) == 0
    assert "can't be unpacked" in reason(tmp_path / "out", f"{path}!/a.png")
    assert "password" in reason(tmp_path / "out", f"{path}!/b.png")

"""Damaged, odd and hostile pictures go through every step: converted, or left out with a reason."""

import io
import os
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from tests.unit.trainer.data.conftest import rows_of
from tests.unit.trainer.data.steps import Steps, paint, use_framed
from tests.unit.trainer.data.tagging.conftest import WD_TAGS, WD_VALUES, write_wd
from trainer.data.drawn import load_folder

LONG = "名" * 83 + ".png"  # 253 bytes: as long as names can be
NAMES = ("日本語の 絵.png", "😀.png", LONG, "-a.png", "new\nline.png", "con.png", "quo\"te'.png")


def sound():
    """A picture like no other of these, as an image."""
    rng = np.random.default_rng(7)
    small = rng.integers(0, 256, (6, 6, 3), dtype=np.uint8)
    return Image.fromarray(small).resize((200, 180), Image.Resampling.BICUBIC)


def saved(image, kind, **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb():
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body


def turned(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(sound(), "JPEG", exif=exif)


def film(kind):
    frames = [sound(), sound().rotate(90)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:])


def with_alpha(mode="RGBA"):
    image = sound()
    image.putalpha(Image.fromarray(np.indices((180, 200)).sum(0).astype(np.uint8)))
    return image.convert(mode)


def deep():
    return Image.fromarray(np.asarray(sound().convert("L")).astype(np.uint16) * 257)


def good_ones():
    """Files that hold a picture, by name."""
    image = sound()
    return {
        "alpha.png": saved(with_alpha(), "PNG"),
        "alpha.webp": saved(with_alpha(), "WEBP"),
        "gray-alpha.png": saved(with_alpha("LA"), "PNG"),
        "gray.png": saved(image.convert("L"), "PNG"),
        "palette.png": saved(image.quantize(64), "PNG"),
        "palette-alpha.png": saved(image.quantize(64), "PNG", transparency=3),
        "palette.gif": saved(image.quantize(64), "GIF"),
        "inks.jpg": saved(image.convert("CMYK"), "JPEG"),
        "deep.png": saved(deep(), "PNG"),
        "deep.tif": saved(deep(), "TIFF"),
        **{f"turned-{n}.jpg": turned(n) for n in (2, 3, 6, 8)},
        **{f"film.{kind}": film(kind.upper()) for kind in ("gif", "webp", "png")},
        "png-in-truth.jpg": saved(image, "PNG"),
        "jpeg-in-truth.png": saved(image, "JPEG"),
        "strange-profile.png": saved(image, "PNG")[:33]
        + chunk(b"iCCP", b"a\0\0junk")
        + saved(image, "PNG")[33:],
    }


def bad_ones():
    """Files that hold none, by name."""
    image, half = sound(), {}
    for kind in ("png", "jpeg", "webp", "gif"):
        data = saved(image, kind.upper())
        half |= {f"half.{kind}": data[: len(data) // 2], f"head.{kind}": data[:20]}
    return {
        **half,
        "nothing.jpg": b"",
        "zeros.webp": bytes(5_000),
        "page.png": b"<html>404",
        "drawing.png": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "document.jpg": b"%PDF-1.4 x",
        "bomb.png": bomb(),
        "words-bomb.png": saved(image, "PNG")[:33]
        + chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(100_000_000)))
        + saved(image, "PNG")[33:],
        "vast.png": saved(Image.new("1", (30_000, 1_400)), "PNG"),
    }


def small_ones():
    """Files that hold a picture in which no face can be, by name."""
    return {
        "one.png": saved(Image.new("RGB", (1, 1)), "PNG"),
        "line.png": saved(Image.new("RGB", (30_000, 1)), "PNG"),
        "pillar.jpg": saved(Image.new("RGB", (8, 30_000)), "JPEG"),
    }


@pytest.fixture
def steps(tmp_path, monkeypatch):
    use_framed(monkeypatch)
    tagger = write_wd(tmp_path / "tagger", WD_TAGS, values=WD_VALUES)
    steps = Steps(tmp_path / "all", tagger)
    (tmp_path / "all" / "in").mkdir(parents=True)
    return steps


def write(folder, files):
    for name, data in files.items():
        (folder / name).write_bytes(data)


def test_detect_converts_what_it_can_and_says_of_the_rest_why_not(steps, capsys):
    source = steps.root / "in"
    write(source, {**good_ones(), **bad_ones(), **small_ones()})
    (source / "folder.png").mkdir()
    (source / "nowhere.png").symlink_to("gone")
    (source / "round.png").symlink_to("round.png")
    os.mkfifo(source / "pipe.png")
    words = ("--out", steps.root / "f", "--cascade", "x", "--workers", "1")
    steps.lines["detect"] = (source, *words)
    assert steps.run("detect") == 0
    assert "Traceback" not in capsys.readouterr().err
    rows = rows_of(steps.root / "f")
    told = {id_.removeprefix("picture "): row for id_, row in rows.items() if "picture " in id_}
    assert set(told) == {*good_ones(), *bad_ones(), *small_ones()}
    assert {name for name, row in told.items() if row.get("faces")} == set(good_ones())
    assert {name for name, row in told.items() if row.get("reason")} == set(bad_ones())


def test_the_whole_path_leaves_out_what_is_bad_and_names_do_not_matter(steps, capsys):
    source = steps.root / "in"
    write(source, {**bad_ones(), **small_ones()})
    for seed, name in enumerate(NAMES):
        paint(source / name, seed)
    with open(os.fsencode(source) + b"/\xff\xfe.png", "wb") as file:  # noqa: PTH123
        file.write(saved(sound(), "PNG"))
    steps.run_until(None)
    assert "Traceback" not in capsys.readouterr().err
    assert len(load_folder(steps.root / "s", 32)) == len(NAMES) + 1
    rows = rows_of(steps.root / "c")
    for name in (*bad_ones(), *small_ones()):
        if not name.endswith("gif"):  # collect does not look at them
            assert rows[str(source / name)]["reason"]


@pytest.mark.parametrize("names", [NAMES, (b"\xff\xfe.png", b"\xe9" * 240 + b".png")])
def test_detect_takes_pictures_of_any_name(steps, names):
    source = steps.root / "in"
    for seed, name in enumerate(names):
        paint(source / "a.png", seed)
        os.replace(source / "a.png", os.fsencode(source) + b"/" + os.fsencode(name))  # noqa: PTH105
    steps.lines["detect"] = (source, "--out", steps.root / "f", "--cascade", "x", "--workers", "1")
    for _ in range(2):  # and knows them again
        assert steps.run("detect") == 0
    rows = rows_of(steps.root / "f")
    assert sum(row["status"] == "kept" for row in rows.values()) == len(names)
    for step in ("dedupe", "tag", "review", "select", "stats"):
        assert steps.run(step) == 0
    assert len(load_folder(steps.root / "s", 32)) == len(names)


@pytest.mark.parametrize("options", [(), ("--array",)])
def test_faces_that_went_bad_are_left_out_of_every_step_after(steps, capsys, options):
    """Face files may be damaged, or changed for others, after detect wrote them."""
    bad = {**bad_ones(), **small_ones()}
    for seed in range(len(bad) + 2):
        paint(steps.root / "in" / f"{seed}.png", seed)
    steps.run_until("dedupe")
    files = sorted((steps.root / "f" / "faces").iterdir())
    for path, data in zip(files, bad.values(), strict=False):
        path.write_bytes(data)
    files[-1].unlink()
    os.mkfifo(files[-1])
    for step in ("dedupe", "tag", "review", "stats"):
        assert steps.run(step) == 0
        assert "Traceback" not in capsys.readouterr().err
    tags = rows_of(steps.root / "f", "tags.jsonl")
    skipped = [row for row in tags.values() if row["status"] == "skipped"]
    assert len(skipped) == len(bad_ones()) + 1
    assert all(row["reason"] for row in skipped)
    assert steps.run("select", "--balance", "99", *options) == 0
    assert "not tagged" in capsys.readouterr().out
    assert len(load_folder(steps.root / "s", 32)) >= 2

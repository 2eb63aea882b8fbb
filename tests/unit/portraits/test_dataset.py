"""Folders of portraits: the same bytes for any number of workers, resumed, never half-written."""

import csv
import json
import os
import signal
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.cli import main
from trainer.portraits import dataset, plan
from trainer.portraits.dataset import draw_dataset
from trainer.portraits.named_laws import named_law
from trainer.portraits.plan import Plan, Shard
from trainer.portraits.spec import labels_of, parameters_of, sample_spec
from trainer.portraits.spec_file import spec_from_text
from trainer.portraits.version import DRAWING_VERSION

COUNT, SEED, SIZE = 18, 5, 64


def draw(out, count=COUNT, seed=SEED, size=SIZE, workers=1, **others):
    watching = {name: others.pop(name) for name in ("on_progress", "should_stop") if name in others}
    draw_dataset(Plan(count, seed, size, **others), out, workers, **watching)


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("drawn") / "new" / "folder"
    draw(folder)
    return folder


@pytest.fixture
def no_rendering(monkeypatch):
    def refuse(spec, size):
        raise AssertionError(f"portrait {spec.index} was drawn again at {size}")

    monkeypatch.setattr(dataset, "render", refuse)


def copy_of(folder, target):
    target.mkdir()
    for name, data in content(folder).items():
        (target / name).write_bytes(data)
    return target


def test_folder_holds_pictures_labels_and_record(drawn):
    names = {f"{index:06d}.png" for index in range(COUNT)}
    assert set(content(drawn)) == names | {"labels.csv", "specs.jsonl", "drawing.json"}
    with Image.open(drawn / "000000.png") as image:
        assert (image.size, image.mode) == ((SIZE, SIZE), "RGB")
    record = json.loads((drawn / "drawing.json").read_text(encoding="utf-8"))
    assert record == {
        **{"seed": SEED, "size": SIZE, "version": DRAWING_VERSION},
        **{"law": "drawing", "format": "png", "count": COUNT},
    }


def test_labels_match_the_specs(drawn):
    with (drawn / "labels.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    spec = sample_spec(SEED, 3)
    assert list(rows[0]) == ["file", "index", *LABELS, *parameters_of(spec)]
    assert [row["file"] for row in rows] == [f"{index:06d}.png" for index in range(COUNT)]
    assert {name: rows[3][name] == "1" for name in LABELS} == labels_of(spec)
    assert rows[3]["hair.cut"] == spec.hair.cut
    assert float(rows[3]["pose.yaw"]) == pytest.approx(spec.pose.yaw, rel=1e-4)


def test_specs_are_whole(drawn):
    lines = (drawn / "specs.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == COUNT
    assert spec_from_text(lines[7]) == sample_spec(SEED, 7)


def test_shards_copied_together_become_the_whole(drawn, tmp_path):
    whole, tables = tmp_path / "whole", {"labels.csv": [], "specs.jsonl": []}
    whole.mkdir()
    for number in (1, 2, 3):
        folder = tmp_path / str(number)
        draw(folder, shard=Shard(number, 3), workers=number)
        for name, data in content(folder).items():
            (whole / name).write_bytes(data)
        for name, texts in tables.items():
            texts.append((folder / name).read_bytes())
    header = (drawn / "labels.csv").read_bytes().splitlines(keepends=True)[0]
    joined = header + b"".join(text.removeprefix(header) for text in tables["labels.csv"])
    assert joined == (drawn / "labels.csv").read_bytes()
    assert b"".join(tables["specs.jsonl"]) == (drawn / "specs.jsonl").read_bytes()
    draw(whole)
    assert content(whole) == content(drawn)


@pytest.mark.usefixtures("no_rendering")
def test_the_whole_draws_nothing_that_the_shards_have(drawn, tmp_path):
    folder = copy_of(drawn, tmp_path / "copy")
    record = json.loads((folder / "drawing.json").read_text(encoding="utf-8"))
    record |= {"shard": "2/2 of 18", "count": 9}
    (folder / "drawing.json").write_text(json.dumps(record), encoding="utf-8")
    draw(folder)
    assert content(folder) == content(drawn)


@pytest.mark.parametrize("count", [1, 20])
def test_a_shard_becomes_no_other_whole(tmp_path, count):
    draw(tmp_path, count=4, shard=Shard(1, 2))
    before = content(tmp_path)
    with pytest.raises(UserError, match=f"holds shard 1/2 of 4, not a part of {count}"):
        draw(tmp_path, count=count)
    assert content(tmp_path) == before


def test_a_portrait_that_cannot_be_painted_is_named(tmp_path, monkeypatch):
    def fail(_spec, _size):
        raise RuntimeError("Failed to resolve.")

    monkeypatch.setattr(dataset, "render", fail)
    with pytest.raises(UserError, match="Portrait 0 of seed 5 can't be painted"):
        draw(tmp_path, count=2)


def test_a_shard_of_another_count_is_refused(tmp_path):
    draw(tmp_path, count=4, shard=Shard(1, 2))
    with pytest.raises(UserError, match="shard 1/2 of 4, not 1/2 of 6"):
        draw(tmp_path, count=6, shard=Shard(1, 2))


def test_webp_keeps_every_pixel(drawn, tmp_path):
    draw(tmp_path, count=3, picture_format="webp")
    (tmp_path / "000001.webp").write_bytes((tmp_path / "000001.webp").read_bytes()[:-40])
    draw(tmp_path, count=3, picture_format="webp")
    for index in range(3):
        png, webp = drawn / f"{index:06d}.png", tmp_path / f"{index:06d}.webp"
        with Image.open(png) as one, Image.open(webp) as other:
            assert one.tobytes() == other.tobytes()


def test_a_law_of_labels_is_kept_to(tmp_path):
    law = named_law("empirical")
    draw(tmp_path, count=3, law=law)
    lines = (tmp_path / "specs.jsonl").read_text(encoding="utf-8").splitlines()
    assert [spec_from_text(line) for line in lines] == [
        sample_spec(SEED, index, law=law) for index in range(3)
    ]


def test_two_workers_give_the_same_bytes(drawn, tmp_path):
    seen = []
    draw(tmp_path, workers=2, on_progress=seen.append)
    assert content(tmp_path) == content(drawn)
    assert seen == sorted(seen)
    assert seen[-1] == COUNT


@pytest.mark.usefixtures("no_rendering")
def test_a_complete_folder_is_kept(drawn, tmp_path):
    folder = copy_of(drawn, tmp_path / "copy")
    draw(folder)
    assert content(folder) == content(drawn)


def test_what_is_missing_or_broken_is_drawn_again(drawn, tmp_path):
    folder = copy_of(drawn, tmp_path / "copy")
    (folder / "000002.png").unlink()
    (folder / "000004.png").write_bytes(b"")
    broken = bytearray((folder / "000006.png").read_bytes())
    broken[len(broken) // 2] ^= 0xFF
    (folder / "000006.png").write_bytes(bytes(broken))
    Image.new("RGB", (SIZE, SIZE // 2)).save(folder / "000008.png")
    (folder / ".000009.png.unfinished").write_bytes(b"half")
    draw(folder)
    assert content(folder) == content(drawn)


def test_a_drawing_grows(drawn, tmp_path):
    draw(tmp_path, count=2)
    assert len((tmp_path / "labels.csv").read_text(encoding="utf-8").splitlines()) == 3
    for name in content(drawn):
        if name.endswith(".png"):
            (tmp_path / name).write_bytes((drawn / name).read_bytes())
    draw(tmp_path)
    assert content(tmp_path) == content(drawn)


def test_stopping_leaves_whole_pictures_and_no_labels(tmp_path):
    draw(tmp_path, count=40, should_stop=lambda: True)
    names = set(content(tmp_path))
    assert "labels.csv" not in names
    assert 0 < len([name for name in names if name.endswith(".png")]) < 40


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ({"seed": 6}, "seed 5, not 6"),
        ({"size": 80}, "size 64, not 80"),
        ({"count": 3}, "18 or more"),
        ({"law": named_law("empirical")}, "law drawing, not empirical"),
        ({"picture_format": "webp"}, "format png, not webp"),
        ({"shard": Shard(1, 2)}, "shard none, not 1/2 of 18"),
    ],
)
@pytest.mark.usefixtures("no_rendering")
def test_another_drawing_is_refused(drawn, change, hint):
    arguments = {"count": COUNT, "seed": SEED, "size": SIZE, **change}
    before = content(drawn)
    with pytest.raises(UserError, match=hint):
        draw(**arguments, out=drawn)
    assert content(drawn) == before


def test_a_newer_version_is_refused(drawn, monkeypatch):
    monkeypatch.setattr(plan, "DRAWING_VERSION", DRAWING_VERSION + 1)
    with pytest.raises(UserError, match=rf"version {DRAWING_VERSION}, not .* another folder"):
        draw(drawn)


@pytest.mark.parametrize("text", ["", "[]", '{"seed": 5, "count": "many"}'])
def test_a_damaged_record_is_refused(tmp_path, text):
    (tmp_path / "drawing.json").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="damaged"):
        draw(tmp_path, count=1)


def test_pictures_of_unknown_origin_are_refused(tmp_path):
    (tmp_path / "000000.png").write_bytes(b"mine")
    with pytest.raises(UserError, match=r"no drawing\.json"):
        draw(tmp_path, count=1)
    assert content(tmp_path) == {"000000.png": b"mine"}


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ({"count": 0}, "count is 0"),
        ({"seed": -1}, "seed is -1"),
        ({"size": 63}, "size is 63"),
        ({"size": 1025}, "size is 1025"),
        ({"workers": 0}, "workers is 0"),
        ({"shard": Shard(2, 2)}, "number of shards is 2"),
        ({"count": 4, "shard": Shard(3, 2)}, r"shard is 3: choose 1\.\.2"),
        ({"picture_format": "gif"}, "choose png or webp"),
    ],
)
def test_numbers_out_of_range_are_refused(tmp_path, change, hint):
    arguments = {"count": 1, "seed": 1, "size": 64, "workers": 1, **change}
    with pytest.raises(UserError, match=hint):
        draw(**arguments, out=tmp_path / "never")
    assert not (tmp_path / "never").exists()


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    path = tmp_path / "file"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="can't be written"):
        draw(path, count=1)
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_full_disk_leaves_nothing_half_written(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(dataset, "render", fail)
    with pytest.raises(UserError, match="No space left"):
        draw(tmp_path, count=1)
    assert set(content(tmp_path)) == {"drawing.json"}


def test_a_failed_rename_removes_the_unfinished_file(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UserError, match="Input/output error"):
        draw(tmp_path, count=1)
    assert content(tmp_path) == {}


def test_a_fresh_process_draws_the_same_bytes(drawn, tmp_path):
    code = (
        "from pathlib import Path; import sys; "
        "from trainer.portraits.dataset import draw_dataset; "
        "from trainer.portraits.plan import Plan; "
        f"draw_dataset(Plan(2, {SEED}, {SIZE}), Path(sys.argv[1]), 1)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, env=environment)
    for index in range(2):
        name = f"{index:06d}.png"
        assert (tmp_path / name).read_bytes() == (drawn / name).read_bytes()


def test_a_stopped_drawing_may_end_smaller(tmp_path):
    draw(tmp_path, count=400, should_stop=lambda: True)
    draw(tmp_path, count=2)
    assert json.loads((tmp_path / "drawing.json").read_text(encoding="utf-8"))["count"] == 2
    assert len((tmp_path / "labels.csv").read_text(encoding="utf-8").splitlines()) == 3


def test_a_stopped_growth_leaves_the_finished_drawing_as_it_was(drawn, tmp_path):
    folder = copy_of(drawn, tmp_path / "copy")
    draw(folder, count=40, should_stop=lambda: True)
    for name in ("labels.csv", "drawing.json"):
        assert (folder / name).read_bytes() == (drawn / name).read_bytes()
    draw(folder)


def with_header(side):
    """Returns the start of a PNG that says it is so many pixels wide and high."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + zlib.crc32(chunk).to_bytes(4, "big")
    )


@pytest.mark.parametrize("data", [with_header(30_000), with_header(64) + b"\0\0\0\1????....."])
def test_pictures_that_are_traps_are_drawn_again(drawn, tmp_path, data):
    folder = copy_of(drawn, tmp_path / "copy")
    (folder / "000003.png").write_bytes(data)
    draw(folder)
    assert content(folder) == content(drawn)


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX")
@pytest.mark.parametrize("when", ["at work", "starting"])
def test_an_interrupt_of_all_processes_stops_in_good_order(tmp_path, when):
    args = ["draw", "--count", "4000", "--size", "64", "--out", str(tmp_path), "--workers", "2"]
    process = subprocess.Popen(
        [sys.executable, "-m", "trainer.cli", *args, "--events", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        if when == "at work":
            process.stdout.readline()
        else:
            wait_for(lambda: (tmp_path / "drawing.json").exists())
            time.sleep(0.2)  # the workers are loading their modules
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=120)
    finally:
        process.kill()
    last = json.loads(out.splitlines()[-1])
    assert (process.returncode, err) == (0, "")
    assert last["stopped"]
    assert "goes on with the rest" in last["message"]
    names = set(content(tmp_path))
    assert "labels.csv" not in names
    assert not [name for name in names if name.endswith(".unfinished")]
    for name in names - {"drawing.json"}:
        with Image.open(tmp_path / name) as image:
            image.load()


def wait_for(condition):
    deadline = time.monotonic() + 60
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert condition()


def test_some_illustrators_draw_alone(tmp_path):
    among = ("cel", "sketch")
    draw_dataset(Plan(2, SEED, SIZE, illustrators=among), tmp_path, 1)
    lines = (tmp_path / "specs.jsonl").read_text().splitlines()
    assert spec_from_text(lines[1]) == sample_spec(SEED, 1, illustrators=among)
    assert json.loads((tmp_path / "drawing.json").read_text())["illustrators"] == "cel,sketch"
    with pytest.raises(UserError, match="with illustrators cel,sketch, not none"):
        draw_dataset(Plan(2, SEED, SIZE), tmp_path, 1)


def test_an_illustrator_alone_keeps_to_the_habits():
    alone = [sample_spec(4, index, illustrators=("cel",)).style for index in range(20)]
    softness = [style.skin_softness for style in alone]
    assert max(softness) < min(
        sample_spec(4, index, illustrators=("watercolour",)).style.skin_softness
        for index in range(20)
    )


def test_an_illustrator_who_is_not_known_is_told(tmp_path, capsys):
    draw = ["draw", "--count", "1", "--illustrators", "cel,me", "--out", str(tmp_path / "out")]
    assert main(draw) == 2
    assert "There is no illustrator 'me'" in capsys.readouterr().err

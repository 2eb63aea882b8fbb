"""Faces that are nearly the same are found, and the largest of them is kept."""

import io
import json

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer.cli import main
from trainer.data import dedupe
from trainer.data.dedupe import HASHES_NAME, NAME, SETTINGS_NAME, read_faces
from trainer.data.likeness import bits_apart, groups_of, perceptual_hash
from trainer.data.records import Records
from trainer.portraits.render import render
from trainer.portraits.spec import sample_spec


@pytest.fixture(scope="module")
def portraits():
    return [render(sample_spec(3, index), 128) for index in range(12)]


def resized(pixels, side):
    return np.asarray(Image.fromarray(pixels).resize((side, side), Image.Resampling.LANCZOS))


def recompressed(pixels, quality):
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=quality)
    return np.asarray(Image.open(buffer))


def test_a_hash_hardly_changes_with_size_quality_or_light(portraits):
    for pixels in portraits:
        here = perceptual_hash(pixels)
        for other in (resized(pixels, 80), resized(pixels, 301), recompressed(pixels, 40)):
            assert bits_apart(here, perceptual_hash(other)) <= 6
        lighter = np.clip(pixels.astype(int) + 8, 0, 255).astype(np.uint8)
        assert bits_apart(here, perceptual_hash(lighter)) <= 6


def test_hashes_of_different_portraits_differ(portraits):
    hashes = [perceptual_hash(pixels) for pixels in portraits]
    apart = [bits_apart(a, b) for n, a in enumerate(hashes) for b in hashes[:n]]
    assert min(apart) > 6


def test_even_pictures_have_one_hash():
    hashes = {perceptual_hash(np.full((64, 64, 3), level, np.uint8)) for level in (0, 9, 137, 255)}
    assert len(hashes) == 1


@pytest.mark.parametrize("distance", [0, 3, 6, 12])
def test_groups_are_those_of_comparing_all_with_all(distance):
    rng = np.random.default_rng(distance)
    bases = [int(rng.integers(0, 2**63)) for _ in range(40)]
    hashes = list(bases)
    for base in bases:
        for _ in range(int(rng.integers(0, 5))):
            flips = rng.choice(64, int(rng.integers(0, distance + 4)), replace=False)
            hashes.append(base ^ sum(1 << int(bit) for bit in flips))
    expected = all_with_all(hashes, distance)
    assert groups_of(hashes, distance) == expected


def all_with_all(hashes, distance):
    left, groups = set(range(len(hashes))), []
    while left:
        group, new = set(), {min(left)}
        while new:
            group |= new
            left -= new
            new = {o for o in left for n in new if bits_apart(hashes[o], hashes[n]) <= distance}
        groups.append(sorted(group))
    return sorted(group for group in groups if len(group) > 1)


def test_a_hundred_thousand_are_grouped():
    rng = np.random.default_rng(0)
    hashes = [int(h) for h in rng.integers(0, 2**64, 100_000, dtype=np.uint64)]
    hashes[70_000] = hashes[5] ^ 0b1011
    hashes[80_000:81_000] = [hashes[9]] * 1000  # the same many times must not be slow either
    assert groups_of(hashes, 6) == [[5, 70_000], [9, *range(80_000, 81_000)]]


@pytest.fixture
def folder(tmp_path, portraits):
    with Records(tmp_path) as records:
        for index, pixels in enumerate(portraits[:4]):
            Image.fromarray(pixels).save(tmp_path / f"{index}.png")
            records.keep(f"{index}", {"file": f"{index}.png", "size": 128})
        larger = resized(portraits[2], 200)
        Image.fromarray(larger).save(tmp_path / "large.png")
        records.keep("large", {"file": "large.png", "size": 200})
        records.write({"id": "picture x", "status": "done", "file": "x.jpg"})
    return tmp_path


def rows_of(folder):
    return [json.loads(line) for line in (folder / NAME).read_text().splitlines()]


def test_the_command_keeps_the_largest(folder, capsys):
    words = ["dedupe", str(folder), "--workers", "1", "--sheet", str(folder / "sheet.png")]
    assert main(words) == 0
    keep, skip = rows_of(folder)
    assert (keep["id"], keep["status"]) == ("large", "kept")
    assert (skip["id"], skip["status"], skip["group"]) == ("2", "skipped", "large")
    assert "1 of 5 faces" in capsys.readouterr().out
    with Image.open(folder / "sheet.png") as sheet:
        assert sheet.size == (8 * 96, 96)
    main(words)
    assert len(rows_of(folder)) == 2  # written anew, not added to
    told = json.loads((folder / SETTINGS_NAME).read_text())
    assert told == {"distance": 6, "faces": 5, "groups": 1, "doubles": 1}


def test_faces_that_are_gone_are_left_out(folder, capsys):
    (folder / "large.png").unlink()
    assert main(["dedupe", str(folder), "--workers", "1"]) == 0
    assert rows_of(folder) == []
    assert "1 faces could not be read" in capsys.readouterr().out


def test_mistakes_are_told(folder, tmp_path, capsys):
    assert main(["dedupe", str(folder), "--distance", "40"]) == 2
    assert "choose 0 to 12" in capsys.readouterr().err
    with Records(tmp_path / "empty") as records:
        records.skip("a", "x")
    assert main(["dedupe", str(tmp_path / "empty")]) == 2
    assert "names no faces" in capsys.readouterr().err


def test_stopped_it_goes_on_without_reading_a_face_twice(folder, monkeypatch):
    whole = read_faces(folder, 1)
    (folder / HASHES_NAME).unlink()
    assert read_faces(folder, 1, should_stop=lambda: True) is None
    asked = []
    read = dedupe.read_picture
    monkeypatch.setattr(dedupe, "read_picture", lambda path: asked.append(path.name) or read(path))
    seen = []
    assert read_faces(folder, 1, lambda done, count: seen.append((done, count))) == whole
    assert len(asked) == 4
    assert seen[-1] == (5, 5)
    assert read_faces(folder, 1) == whole
    assert len(asked) == 4


def test_a_face_that_was_changed_is_read_again(folder, portraits):
    before = {face.id: face.hash for face in read_faces(folder, 1)}
    Image.fromarray(portraits[9]).save(folder / "1.png", compress_level=1)
    after = {face.id: face.hash for face in read_faces(folder, 1)}
    assert {id_ for id_ in before if before[id_] != after[id_]} == {"1"}


def test_a_folder_without_faces_is_told(folder):
    with pytest.raises(UserError):
        read_faces(folder / "none", 1)

"""Contact sheets and mixed portraits: sizes, and that every value is shown."""

from dataclasses import fields, replace

import numpy as np
import pytest

from girlsmoe_desktop.core.attributes import LABELS
from trainer.portraits import sheets, spec
from trainer.portraits.mixing import PARTS, swapped_spec
from trainer.portraits.sheets import Row, draw_sheet, sheet_rows, sheet_size
from trainer.portraits.spec import labels_of, sample_spec

FACE = ("skin", "eyes", "brows", "mouth", "cheeks", "shape", "pose", "style")


def differing(one, other):
    return {
        field.name
        for field in fields(one)
        if getattr(one, field.name) != getattr(other, field.name)
    }


def in_the_middle(portrait):
    """The portrait with its head in one place: tails get room beside a head."""
    return replace(portrait, pose=replace(portrait.pose, x=0.0, y=0.0, scale=1.0))


def test_every_value_of_every_attribute_appears():
    shown = set()
    for row in sheet_rows("attributes", 1):
        for tile in row.tiles:
            shown |= {label for label, on in labels_of(tile.spec).items() if on}
    assert shown == set(LABELS)


def test_an_attribute_changes_and_the_face_stays():
    for row in sheet_rows("attributes", 1):
        if row.name in {"hair colour", "hair style"}:
            specs = [in_the_middle(tile.spec) for tile in row.tiles]
            assert all(differing(specs[0], other) <= {"hair", "clothes"} for other in specs)


@pytest.mark.parametrize(("kind", "shape"), [("random", (6, 6)), ("parts", (len(PARTS), 8))])
def test_sheets_have_rows_of_one_length(kind, shape):
    rows = sheet_rows(kind, 2)
    assert (len(rows), {len(row.tiles) for row in rows}) == (shape[0], {shape[1]})


def test_the_size_of_a_sheet_is_told_beforehand(monkeypatch):
    monkeypatch.setattr(sheets, "render", lambda _, size: np.zeros((size, size, 3), np.uint8))
    for kind in sheets.SHEETS:
        rows = sheet_rows(kind, 1)
        sheet = draw_sheet(rows, 64)
        assert sheet.size == sheet_size(rows, 64)
        black = (np.asarray(sheet) == 0).all(2).sum()
        assert black >= 64 * 64 * sum(len(row.tiles) for row in rows)


def test_tiles_are_painted_with_words_beneath():
    rows = [Row("one", sheet_rows("random", 1)[0].tiles[:2])]
    done = []
    sheet = np.asarray(draw_sheet(rows, 64, done.append))
    assert done == [1, 2]
    assert sheet[64:].min() < 200  # the captions
    assert sheet[:64, -64:].min() < 100  # the last portrait
    assert sheet[:64, :10].min() < 100  # the row's name


def test_a_part_comes_from_the_other_portrait_and_the_rest_stays():
    one, other = sample_spec(1, 2), sample_spec(1, 9)
    hair = swapped_spec(1, 2, "hair", 9)
    assert hair.hair.color.name == other.hair.color.name
    assert labels_of(hair)["long_hair"] == labels_of(other)["long_hair"]
    assert not differing(in_the_middle(hair), in_the_middle(one)) & set(FACE)
    light = swapped_spec(1, 2, "light", 9)
    assert light.pose.light == other.pose.light
    assert light == replace(one, pose=light.pose)
    assert replace(light.pose, light=one.pose.light) == one.pose
    eyes = swapped_spec(1, 2, "eyes", 9)
    assert eyes.eyes.color == other.eyes.color
    assert eyes.hair == one.hair
    assert differing(one, swapped_spec(1, 2, "clothes", 9)) <= {"clothes", "bows"}
    assert swapped_spec(1, 2, "artist", 9).style == other.style
    assert swapped_spec(1, 2, "face", 9).skin.warmth == other.skin.warmth


def test_other_hair_code_leaves_the_faces_alone(monkeypatch):
    before = [sample_spec(5, index) for index in range(20)]
    original = spec.sample_hair

    def other_hair(styles, color, yaw, streams):
        return original(styles, color, yaw, lambda part: streams(f"elsewhere.{part}"))

    monkeypatch.setattr(spec, "sample_hair", other_hair)
    for index, one in enumerate(before):
        now = sample_spec(5, index)
        assert now.hair != one.hair
        assert all(getattr(now, part) == getattr(one, part) for part in FACE)
        assert now.clothes.kind == one.clothes.kind

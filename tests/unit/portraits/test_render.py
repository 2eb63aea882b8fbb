"""Pictures: the same bytes for the same spec, white around, and labels that can be seen."""

from dataclasses import replace

import numpy as np
import pytest

from girlsmoe_desktop.core.attributes import EYE_COLORS, HAIR_COLORS
from trainer.portraits.law import OPEN_MOUTHS
from trainer.portraits.render import render
from trainer.portraits.spec import sample_spec

SIZE = 128
BARE = {"hat": False, "glasses": False}


def changed(before, after, level):
    """Returns how many pixels of two specs differ by more than a level of 255."""
    pictures = [render(spec, SIZE).astype(int) for spec in (before, after)]
    return int((np.abs(pictures[0] - pictures[1]).max(2) > level).sum())


def without_ribbons(spec):
    hat = replace(spec.hat, bow=None) if spec.hat else None
    return replace(spec, bows=(), hat=hat, clothes=replace(spec.clothes, collar="plain"))


def with_mouth(spec, kind):
    return replace(spec, mouth=replace(spec.mouth, kind=kind))


REMOVALS = {
    "hat": (lambda s: replace(s, hat=None), 24, 800),
    "glasses": (lambda s: replace(s, glasses=None), 24, 120),
    "ribbon": (without_ribbons, 24, 120),
    "blush": (lambda s: replace(s, cheeks=replace(s.cheeks, blush=0.05)), 8, 150),
    "smile": (lambda s: with_mouth(s, "shout" if s.mouth.kind in OPEN_MOUTHS else "frown"), 12, 12),
    "open_mouth": (lambda s: with_mouth(s, "flat"), 24, 12),
    "twintails": (lambda s: replace(s, bows=(), hair=replace(s.hair, tails=())), 24, 600),
    "ponytail": (lambda s: replace(s, bows=(), hair=replace(s.hair, tails=())), 24, 200),
    "drill_hair": (lambda s: replace(s, bows=(), hair=replace(s.hair, tails=())), 24, 400),
}


@pytest.mark.parametrize("label", REMOVALS)
def test_what_is_labelled_can_be_seen(label):
    remove, level, least = REMOVALS[label]
    for index in range(6):
        spec = sample_spec(31, index, {label: True})
        assert changed(spec, remove(spec), level) >= least


def test_same_spec_same_bytes():
    spec = sample_spec(1, 2)
    assert np.array_equal(render(spec, SIZE), render(sample_spec(1, 2), SIZE))


@pytest.mark.parametrize("size", [64, 96, 200, 512])
def test_any_size(size):
    picture = render(sample_spec(1, 3), size)
    assert picture.shape == (size, size, 3)
    assert picture.dtype == np.uint8


def test_small_and_large_show_the_same_portrait():
    spec = sample_spec(1, 4)
    small, large = render(spec, 64).astype(float), render(spec, 256).astype(float)
    shrunk = large.reshape(64, 4, 64, 4, 3).mean((1, 3))
    assert np.abs(small - shrunk).mean() < 6


def test_upper_corners_are_white_and_the_middle_is_not():
    corners, middles = [], []
    for index in range(20):
        picture = render(sample_spec(12, index, {"hat": False, "long_hair": False}), SIZE)
        corners += [picture[:8, :8].mean(), picture[:8, -8:].mean()]
        middles.append(picture[44:84, 44:84].mean())
    assert np.mean(np.array(corners) > 250) >= 0.9
    assert max(middles) < 245


def to_lab(rgb):
    """Returns CIELAB of sRGB colours (..., 3) in 0..1."""
    linear = np.where(rgb > 0.04045, ((rgb + 0.055) / 1.055) ** 2.4, rgb / 12.92)
    matrix = [[0.4124, 0.2126, 0.0193], [0.3576, 0.7152, 0.1192], [0.1805, 0.0722, 0.9505]]
    xyz = linear @ np.array(matrix) / [0.9505, 1, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    axes = [116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])]
    return np.stack(axes, -1)


def with_hair_color(spec, **color):
    return replace(spec, hair=replace(spec.hair, color=replace(spec.hair.color, **color)))


def with_eye_color(spec, **color):
    return replace(spec, eyes=replace(spec.eyes, color=replace(spec.eyes.color, **color)))


def mean_color(spec, part):
    """Returns the mean CIELAB of the pixels that follow a part's colour."""
    if part == "hair":
        other = {"name": "red", "hue": 0, "saturation": 0.9, "value": 0.6}
        if spec.hair.color.name in {"red", "orange", "brown", "pink"}:
            other = {"name": "green", "hue": 120, "saturation": 0.9, "value": 0.6}
        repainted = with_hair_color(spec, **other)
    else:
        dark = spec.eyes.color.value < 0.5
        turned = spec.eyes.color.hue + 180
        repainted = with_eye_color(spec, hue=turned, saturation=0.9, value=0.9 if dark else 0.3)
    picture = render(spec, SIZE).astype(float)
    change = np.abs(picture - render(repainted, SIZE)).max(2)
    region = change > 0.5 * np.percentile(change, 99.5)
    return to_lab(picture[region] / 255).mean(0)


def bare_portraits(label, count):
    return [sample_spec(77, index, {label: True, **BARE}) for index in range(count)]


@pytest.mark.parametrize(("part", "names"), [("hair", HAIR_COLORS), ("eyes", EYE_COLORS)])
def test_color_classes_keep_apart(part, names):
    each = 8
    means = np.array(
        [
            [mean_color(spec, part) for spec in bare_portraits(f"{name}_{part}", each)]
            for name in names
        ]
    )
    centers = means.mean(1)
    between = np.linalg.norm(centers[:, None] - centers[None], axis=2)
    assert between[between > 0].min() > 11
    for row, own in enumerate(means):
        hits = 0
        for i, color in enumerate(own):
            others = centers.copy()
            others[row] = np.delete(own, i, 0).mean(0)
            hits += int(np.argmin(np.linalg.norm(others - color, axis=1)) == row)
        assert hits >= each - 1, names[row]

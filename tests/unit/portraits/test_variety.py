"""Many portraits at once: all different, alike at every size, in the fashion of their year."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import trainer.portraits
from girlsmoe_desktop.core.attributes import LABELS
from trainer.portraits.render import render
from trainer.portraits.sampling.style import YEARS, sample_illustrator
from trainer.portraits.spec import labels_of, parameters_of, sample_spec
from trainer.portraits.streams import stream

MOST_LINES = 400
SAME_PORTRAIT = 24
"""RMSE of 255 between two sizes: 9 to 18 as measured (each size is sharpened for itself), while
different portraits are 70 apart and more."""


def rmse(one, other):
    return np.sqrt(((one.astype(float) - other) ** 2).mean())


def test_no_two_of_some_hundreds_are_alike():
    numbers = np.array(
        [
            [
                value
                for value in parameters_of(sample_spec(3, index)).values()
                if type(value) is float
            ]
            for index in range(400)
        ]
    )
    spread = numbers.std(0)
    scaled = numbers[:, spread > 0] / spread[spread > 0]
    for index, row in enumerate(scaled[:-1]):
        assert np.abs(scaled[index + 1 :] - row).mean(1).min() > 0.3


def test_no_two_pictures_are_alike():
    count = 120
    small = [
        np.asarray(Image.fromarray(render(sample_spec(3, index), 64)).reduce(2), np.float32)
        for index in range(count)
    ]
    flat = np.stack(small).reshape(count, -1) / 255
    distances = np.sqrt(((flat[:, None, ::7] - flat[None, :, ::7]) ** 2).mean(2))
    assert distances[~np.eye(count, dtype=bool)].min() > 0.06


def test_every_label_is_drawn_on_and_off():
    labels = np.array([list(labels_of(sample_spec(4, i)).values()) for i in range(600)])
    assert dict(zip(LABELS, labels.any(0), strict=True)) == dict.fromkeys(LABELS, True)
    assert not labels.all(0).any()


@pytest.mark.parametrize("index", range(4))
def test_a_large_picture_reduced_is_the_small_one(index):
    spec = sample_spec(6, index)
    small = render(spec, 128).astype(float)
    large = np.asarray(Image.fromarray(render(spec, 256)).reduce(2), float)
    other = render(sample_spec(6, index + 1), 128)
    assert rmse(small, large) < SAME_PORTRAIT
    assert rmse(small, other) > 2 * SAME_PORTRAIT


def test_the_year_moves_the_style_and_nothing_else():
    early, late = (sample_illustrator(stream(1, 1, "style"), year) for year in YEARS)
    assert (early.style.year, late.style.year) == YEARS
    assert early.style.ink == late.style.ink
    assert early.tan_odds == late.tan_odds
    for habit in ("line_width", "line_opacity", "saturation", "eye_height", "chin_point"):
        assert getattr(early.style, habit) > getattr(late.style, habit), habit
    for habit in ("ring_width", "bloom", "skin_softness"):
        assert getattr(early.style, habit) < getattr(late.style, habit), habit
    middle = sample_illustrator(stream(1, 1, "style"), sum(YEARS) / 2).style
    for field in dataclasses.fields(middle):
        if field.type == "float":
            low, between, high = sorted(
                getattr(s, field.name) for s in (early.style, middle, late.style)
            )
            assert low <= between <= high
            assert getattr(middle, field.name) == between, field.name


def test_years_are_spread_and_tell_nothing_of_the_labels():
    specs = [sample_spec(7, index) for index in range(600)]
    years = np.array([spec.style.year for spec in specs])
    assert np.histogram(years, 4, YEARS)[0].min() > 100
    labels = np.array([list(labels_of(spec).values()) for spec in specs], float)
    correlation = np.corrcoef(np.column_stack([years, labels]).T)[0, 1:]
    assert np.abs(correlation).max() < 0.2


def test_files_are_short():
    folder = Path(trainer.portraits.__file__).parent
    lines = {p.name: len(p.read_text(encoding="utf-8").splitlines()) for p in folder.rglob("*.py")}
    assert max(lines.values()) <= MOST_LINES, lines

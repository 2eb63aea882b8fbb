"""From seeds and wishes to numbers, and from numbers to labels."""

import dataclasses
import json

import numpy as np
import pytest

from girlsmoe_desktop.core.attributes import (
    DETAILS,
    EYE_COLORS,
    HAIR_COLORS,
    HAIR_STYLES,
    LABELS,
)
from girlsmoe_desktop.core.errors import UserError
from trainer.portraits.law import HAIR_STYLE_LAW
from trainer.portraits.spec import labels_of, parameters_of, sample_spec


def random_wishes(rng):
    """Returns wishes that can be granted: colours, a style of the law, some detail bits."""
    styles = HAIR_STYLE_LAW[int(rng.integers(len(HAIR_STYLE_LAW)))][0]
    wanted = {name: name in styles for name in HAIR_STYLES if rng.random() < 0.6}
    wanted.update({name: bool(rng.random() < 0.5) for name in DETAILS if rng.random() < 0.7})
    if rng.random() < 0.6:
        wanted[f"{rng.choice(HAIR_COLORS)}_hair"] = True
    else:
        wanted.update({f"{c}_hair": False for c in rng.choice(HAIR_COLORS, 5, replace=False)})
    if rng.random() < 0.6:
        wanted[f"{rng.choice(EYE_COLORS)}_eyes"] = True
    return wanted


def test_same_arguments_give_the_same_spec():
    assert sample_spec(3, 7) == sample_spec(3, 7)
    assert sample_spec(3, 7) != sample_spec(3, 8)
    assert sample_spec(3, 7) != sample_spec(4, 7)


def test_labels_are_complete_in_order_and_exclusive():
    for index in range(300):
        labels = labels_of(sample_spec(1, index))
        assert tuple(labels) == LABELS
        assert all(type(value) is bool for value in labels.values())
        assert sum(labels[f"{color}_hair"] for color in HAIR_COLORS) == 1
        assert sum(labels[f"{color}_eyes"] for color in EYE_COLORS) == 1
        tied = labels["twintails"] or labels["ponytail"] or labels["drill_hair"]
        assert not (labels["short_hair"] and (labels["long_hair"] or tied))


def test_labels_do_not_depend_on_where_the_spec_comes_from():
    spec = sample_spec(2, 11)
    assert labels_of(dataclasses.replace(spec, seed=99, index=5)) == labels_of(spec)


@pytest.mark.parametrize("label", LABELS)
def test_every_label_can_be_wished(label):
    for index in range(12):
        assert labels_of(sample_spec(6, index, {label: True}))[label]
        assert not labels_of(sample_spec(6, index, {label: False}))[label]


def test_wishes_are_honoured():
    rng = np.random.default_rng(0)
    for index in range(200):
        wanted = random_wishes(rng)
        labels = labels_of(sample_spec(9, index, wanted))
        assert {name: labels[name] for name in wanted} == wanted


def test_impossible_wishes_are_refused():
    with pytest.raises(UserError, match="No hairstyle"):
        sample_spec(1, 0, {"short_hair": True, "ponytail": True})


@pytest.mark.parametrize(
    ("wish", "same"),
    [
        ("glasses", ("hair", "eyes", "brows", "mouth", "clothes", "pose", "style")),
        ("blush", ("hair", "eyes", "brows", "mouth", "clothes", "pose", "style")),
        ("smile", ("hair", "clothes", "pose", "style", "skin")),
        ("ribbon", ("hair", "eyes", "brows", "mouth", "pose", "style")),
    ],
)
def test_a_label_does_not_reshuffle_other_parts(wish, same):
    for index in range(20):
        on, off = (sample_spec(4, index, {wish: value}) for value in (True, False))
        for part in same:
            assert getattr(on, part) == getattr(off, part)


def test_parameters_are_flat_and_alike_for_all():
    names = list(parameters_of(sample_spec(1, 0)))
    assert {"hair.cut", "pose.yaw", "hat.kind", "hair.color.name"} <= set(names)
    for index in range(60):
        values = parameters_of(sample_spec(1, index))
        assert list(values) == names
        assert all(type(value) in (str, float, int, bool) for value in values.values())
        json.dumps(values, allow_nan=False)

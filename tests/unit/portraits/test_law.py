"""The default law and the wishes that narrow it."""

from collections import Counter
from functools import partial

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
from trainer.portraits import law
from trainer.portraits.law import DETAIL_LAW, DRAWING, HAIR_STYLE_LAW
from trainer.portraits.streams import stream

DRAWN = 3000


def choose(seed, index, wanted, by=DRAWING):
    return law.choose(partial(stream, seed, index), wanted, by)


@pytest.fixture(scope="module")
def choices():
    return [choose(5, index, {}) for index in range(DRAWN)]


def test_style_shares_add_up_to_one():
    assert sum(share for _, share in HAIR_STYLE_LAW) == pytest.approx(1.0)


@pytest.mark.parametrize(("part", "colors"), [("hair", HAIR_COLORS), ("eyes", EYE_COLORS)])
def test_colors_are_uniform(choices, part, colors):
    drawn = Counter(c.hair_color if part == "hair" else c.eye_color for c in choices)
    assert set(drawn) == set(colors)
    for color in colors:
        assert drawn[color] / DRAWN == pytest.approx(1 / len(colors), abs=0.025)


def test_styles_follow_the_table(choices):
    drawn = Counter(choice.styles for choice in choices)
    for styles, share in HAIR_STYLE_LAW:
        assert drawn[styles] / DRAWN == pytest.approx(share, abs=0.03)


def test_details_follow_the_table_and_do_not_hang_together(choices):
    bits = np.array([[choice.details[name] for name in DETAILS] for choice in choices], dtype=float)
    expected = np.array([DETAIL_LAW[name] for name in DETAILS])
    assert np.abs(bits.mean(0) - expected).max() < 0.03
    correlation = np.corrcoef(bits.T) - np.eye(len(DETAILS))
    assert np.abs(correlation).max() < 0.06


def test_a_wish_leaves_the_other_labels_alone():
    for index in range(40):
        free, wished = choose(8, index, {}), choose(8, index, {"hat": True, "red_hair": True})
        assert (free.eye_color, free.styles) == (wished.eye_color, wished.styles)
        assert all(free.details[n] == wished.details[n] for n in DETAILS if n != "hat")


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ({"red_hair": True, "blue_hair": True}, "one colour"),
        ({"red_eyes": True, "blue_eyes": True}, "one colour"),
        ({f"{color}_hair": False for color in HAIR_COLORS}, "wished off"),
        ({"short_hair": True, "long_hair": True}, "No hairstyle"),
        ({"short_hair": True, "twintails": True}, "No hairstyle"),
        ({"twintails": True, "ponytail": True}, "No hairstyle"),
        ({"cat_ears": True}, "no label"),
    ],
)
def test_impossible_wishes_are_refused(wanted, hint):
    with pytest.raises(UserError, match=hint):
        choose(1, 0, wanted)


def test_styles_of_no_share_can_be_wished():
    wish = {"drill_hair": True, "ponytail": True, "twintails": False}
    assert choose(1, 0, wish).styles >= {"drill_hair", "ponytail"}


def test_names_belong_to_the_labels():
    named = {name for styles, _ in HAIR_STYLE_LAW for name in styles} | set(DETAIL_LAW)
    assert named == set(HAIR_STYLES) | set(DETAILS)
    assert named < set(LABELS)

"""The tinted ground of pictures."""

import numpy as np
import pytest

from girlsmoe_desktop.views import paper


def portrait(ground):
    """Returns somebody with red hair whose lower half fills the picture from side to side."""
    pixels = np.full((64, 64, 3), ground, np.uint8)
    pixels[8:, 16:48] = (160, 40, 40)
    pixels[24:] = (160, 40, 40)
    return pixels


@pytest.mark.parametrize("dark", [False, True])
def test_a_white_ground_becomes_paper_however_wide_hair_and_shoulders_are(dark):
    pixels = portrait(255)
    shown = paper.on_paper(pixels, dark)
    assert (shown[0] != 255).any(axis=1).all()
    assert (shown[30:] == pixels[30:]).all()
    assert shown[0, 0].max() < 255


def test_another_ground_is_left_as_it_is():
    pixels = portrait(200)
    assert paper.on_paper(pixels, True) is pixels

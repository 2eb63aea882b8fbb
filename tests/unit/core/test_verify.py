import numpy as np
import pytest

from girlsmoe_desktop.core.pictures import enlarged
from girlsmoe_desktop.core.verify import Verdict, compare


@pytest.fixture
def pixels():
    return np.random.default_rng(0).integers(1, 255, (12, 12, 3), dtype=np.uint8)


@pytest.mark.parametrize("scale", [1, 2, 4])
def test_the_same_is_exact_at_every_size_it_is_saved_at(pixels, scale):
    assert compare(enlarged(pixels, scale), pixels) is Verdict.EXACT


def test_one_step_of_one_channel_is_within_1_and_two_differ(pixels):
    changed = pixels.copy()
    changed[3, 4, 1] += 1
    assert compare(changed, pixels) is Verdict.WITHIN_1
    changed[3, 4, 1] -= 3
    assert compare(changed, pixels) is Verdict.DIFFERS


@pytest.mark.parametrize("shape", [(12, 24, 3), (36, 36, 3), (6, 6, 3), (24, 12, 3)])
def test_other_sizes_differ(pixels, shape):
    assert compare(np.zeros(shape, np.uint8), pixels) is Verdict.DIFFERS

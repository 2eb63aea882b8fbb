import numpy as np
import pytest

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.pictures import Saved, enlarged
from girlsmoe_desktop.core.verify import Verdict
from girlsmoe_desktop.runtime.upscaler import Upscaler
from girlsmoe_desktop.runtime.verifying import is_verifiable, verify

PIXELS = np.random.default_rng(3).integers(0, 256, (8, 8, 3), dtype=np.uint8)
RECIPE = None  # it is not looked at


@pytest.fixture
def upscaler(tiny_upscaler, monkeypatch):
    monkeypatch.setenv("GIRLSMOE_MODELS", str(tiny_upscaler.parent))
    return Upscaler(tiny_upscaler)


def saved_by(upscaler, scale, sharpness, noted):
    pixels = upscaler.upscale(PIXELS, scale=scale, sharpness=sharpness)
    return Saved(pixels, RECIPE, upscaler.enlargement(scale, noted))


@pytest.mark.parametrize("scale", [2, 4])
def test_what_an_upscaler_enlarged_is_verified_with_it(upscaler, scale):
    assert verify(saved_by(upscaler, scale, 0.3, 0.3), PIXELS) is Verdict.EXACT
    assert verify(saved_by(upscaler, scale, 0.9, 0.3), PIXELS) is Verdict.DIFFERS


def test_what_lanczos_enlarged_is_verified_with_it(upscaler):
    assert verify(Saved(enlarged(PIXELS, 2), RECIPE), PIXELS) is Verdict.EXACT
    assert verify(Saved(PIXELS, RECIPE), PIXELS) is Verdict.EXACT
    note = upscaler.enlargement(2, 0.5)
    assert verify(Saved(enlarged(PIXELS, 2), RECIPE, note), PIXELS) is Verdict.DIFFERS


def test_one_that_was_changed_in_size_differs(upscaler):
    pixels = upscaler.upscale(PIXELS, scale=2, sharpness=0.5)
    saved = Saved(pixels, RECIPE, upscaler.enlargement(4, 0.5))
    assert verify(saved, PIXELS) is Verdict.DIFFERS


def test_without_its_upscaler_a_picture_cannot_be_verified(upscaler, monkeypatch):
    saved = saved_by(upscaler, 2, 0.5, 0.5)
    assert is_verifiable(saved)
    monkeypatch.delenv("GIRLSMOE_MODELS")
    assert not is_verifiable(saved)
    with pytest.raises(UserError, match=r"tiny-x2 1\.0, which is not installed"):
        verify(saved, PIXELS)


def test_a_step_of_rounding_may_have_spread_and_more_may_not(upscaler):
    nearly = PIXELS.copy()
    nearly[4, 4, 1] = 255 - 1 if PIXELS[4, 4, 1] == 255 else PIXELS[4, 4, 1] + 1
    saved = saved_by(upscaler, 4, 0.3, 0.3)
    assert verify(saved, nearly) is Verdict.WITHIN_1
    other = PIXELS.copy()
    other[4, 4] ^= 0x40
    assert verify(saved, other) is Verdict.DIFFERS
    lanczos = Saved(enlarged(PIXELS, 2), RECIPE)
    changed = lanczos.pixels.copy()
    changed[0, 0, 0] ^= 2
    assert verify(Saved(changed, RECIPE), PIXELS) is Verdict.DIFFERS

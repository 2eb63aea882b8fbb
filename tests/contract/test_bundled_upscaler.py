"""The upscaler that ships with the program, where one does, keeps what its manifest promises."""

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop import resources
from girlsmoe_desktop.core.manifest import kind_of
from girlsmoe_desktop.core.upscaler import KIND
from girlsmoe_desktop.runtime import upscaler as upscalers
from girlsmoe_desktop.runtime.upscaler import Upscaler

MODELS = resources.assets() / "models"
FOLDERS = [path.parent for path in MODELS.glob("*/model.json") if kind_of(path) == KIND]
MAX_ONNX_BYTES = 4 * 10**6

pytestmark = pytest.mark.skipif(not FOLDERS, reason="no upscaler is bundled")


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def upscaler(request):
    return Upscaler(request.param)


@pytest.fixture(scope="module")
def drawing():
    """Flat discs with smooth edges, reduced from twice the size; and the truth."""
    rng = np.random.default_rng(5)
    y, x = np.mgrid[0:960, 0:960]
    large = np.full((960, 960, 3), 250, np.uint8)
    for _ in range(24):
        cy, cx, radius = rng.uniform(0, 960), rng.uniform(0, 960), rng.uniform(60, 200)
        large[(y - cy) ** 2 + (x - cx) ** 2 < radius**2] = rng.integers(0, 256, 3)
    halves = (Image.fromarray(large).resize((s, s), Image.Resampling.BOX) for s in (480, 240))
    truth, small = (np.asarray(image) for image in halves)
    return small, truth


def error_of(picture, truth):
    return float(((picture.astype(float) - truth) ** 2).mean())


def test_there_is_one_and_it_is_light_and_says_what_it_is(upscaler):
    assert len(FOLDERS) == 1
    for name in ("soft.onnx", "sharp.onnx"):
        assert (upscaler.folder / name).stat().st_size < MAX_ONNX_BYTES
    card = (upscaler.folder / "card.md").read_text(encoding="utf-8")
    assert upscaler.manifest.version in card
    assert "free for any use" in card.lower()
    assert ("preview" in card.lower()) == upscaler.manifest.preview
    assert upscaler.manifest.scale == 2


@pytest.mark.parametrize(("height", "width"), [(240, 240), (97, 131), (1, 239), (233, 2)])
def test_tiles_leave_no_seam_at_any_size(upscaler, drawing, monkeypatch, height, width):
    small = drawing[0][:height, :width]
    whole = upscaler.upscale(small)
    monkeypatch.setattr(upscalers, "MAX_PATCH_PX", 60 * 60)
    monkeypatch.setattr(upscalers, "_LEAST_TILE_PX", 16)
    assert len(list(upscalers.tiles(height, width, upscaler.manifest.context))) > 1
    assert np.abs(whole.astype(int) - upscaler.upscale(small)).max() <= 1


def test_soft_is_nearer_to_the_truth_than_lanczos(upscaler, drawing):
    small, truth = drawing
    lanczos = np.asarray(Image.fromarray(small).resize((480, 480), Image.Resampling.LANCZOS))
    assert error_of(upscaler.upscale(small, sharpness=0), truth) < error_of(lanczos, truth)


@pytest.mark.parametrize("sharpness", [0.0, 0.5, 1.0])
def test_no_sharpness_changes_colours(upscaler, drawing, sharpness):
    small, truth = drawing
    seen = upscaler.upscale(small, sharpness=sharpness)
    assert np.abs(seen.mean(axis=(0, 1)) - truth.mean(axis=(0, 1))).max() < 2
    for level in (0, 128, 255):
        flat = upscaler.upscale(np.full((20, 20, 3), level, np.uint8), sharpness=sharpness)
        assert np.abs(flat.astype(int) - level).max() <= 6

"""A small sheet that is kept: drawing changes on purpose only.

Where the change is meant, raise DRAWING_VERSION, look at the sheet, and keep it with:

    python -m pytest tests/unit/portraits/test_golden.py --update-golden
"""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from trainer.portraits.mixing import swapped_spec
from trainer.portraits.render import render
from trainer.portraits.spec import sample_spec

GOLDEN = Path(__file__).parent / "golden" / "sheet.webp"
SEED, SIDE, SIZE = 2026, 4, 64
TOLERANCE = 1.5
"""Mean difference of a portrait, of 255; other processors round a little differently."""
VISIBLE = 24
CHANGED_PIXELS = 0.002
"""Share of pixels that may differ by more than VISIBLE levels: about eight pixels."""


@pytest.fixture(scope="module")
def drawn():
    """The portraits, (16, 64, 64, 3)."""
    return np.stack([render(sample_spec(SEED, index), SIZE) for index in range(SIDE**2)])


def tiles_of(sheet):
    grid = sheet.reshape(SIDE, SIZE, SIDE, SIZE, 3).swapaxes(1, 2)
    return grid.reshape(-1, SIZE, SIZE, 3)


def sheet_of(tiles):
    grid = tiles.reshape(SIDE, SIDE, SIZE, SIZE, 3).swapaxes(1, 2)
    return grid.reshape(SIDE * SIZE, SIDE * SIZE, 3)


def differences(drawn, kept):
    """Returns each portrait's mean difference, and its share of pixels that differ visibly."""
    apart = np.abs(drawn.astype(int) - kept)
    return apart.mean((1, 2, 3)), (apart.max(3) > VISIBLE).mean((1, 2))


def looks_different(drawn, kept):
    mean, share = differences(drawn, kept)
    return (mean > TOLERANCE) | (share > CHANGED_PIXELS)


def test_portraits_are_drawn_as_they_were(drawn, request):
    if request.config.getoption("--update-golden"):
        Image.fromarray(sheet_of(drawn)).save(GOLDEN, lossless=True, quality=100, method=6)
    with Image.open(GOLDEN) as image:
        kept = tiles_of(np.asarray(image.convert("RGB")))
    changed = np.flatnonzero(looks_different(drawn, kept)).tolist()
    assert not changed, f"portraits of seed {SEED} look different; see the top of this file"


@pytest.mark.parametrize("part", ["eyes", "clothes", "hair"])
def test_a_change_of_one_part_is_noticed(drawn, part):
    specs = [swapped_spec(SEED, index, part, index + 100) for index in range(4)]
    changed = np.stack([render(spec, SIZE) for spec in specs])
    assert looks_different(changed, drawn[:4]).all()

"""A small sheet that is kept: drawing changes on purpose only.

Where the change is meant, raise DRAWING_VERSION, look at the sheet, and keep it with:

    python -m pytest tests/unit/portraits/test_golden.py --update-golden
"""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from trainer.portraits.render import render
from trainer.portraits.spec import sample_spec

GOLDEN = Path(__file__).parent / "golden" / "sheet.webp"
SEED, SIDE, SIZE = 2026, 4, 64
TOLERANCE = 1.5
"""Mean difference of a portrait, of 255; other processors round a little differently."""


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


def test_portraits_are_drawn_as_they_were(drawn, request):
    if request.config.getoption("--update-golden"):
        Image.fromarray(sheet_of(drawn)).save(GOLDEN, lossless=True, quality=100, method=6)
    with Image.open(GOLDEN) as image:
        kept = tiles_of(np.asarray(image.convert("RGB")))
    difference = np.abs(drawn.astype(int) - kept).mean((1, 2, 3))
    changed = {index: round(float(d), 2) for index, d in enumerate(difference) if d > TOLERANCE}
    assert not changed, f"portraits of seed {SEED} look different; see the top of this file"


def test_the_tolerance_notices_a_change_of_one_part(drawn):
    for index in range(SIDE):
        changed = render(sample_spec(SEED, index + 100), SIZE)
        assert np.abs(drawn[index].astype(int) - changed).mean() > 5 * TOLERANCE

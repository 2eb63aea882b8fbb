"""Runs the installed console program: versions, diagnostics, pictures, and larger pictures."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import numpy as np
import product
from PIL import Image

from trials.common import expect, program, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

SEED = "20260"
SCALE = 4


def use_terminal(folder: Path, home: Path, environment: dict[str, str]) -> Iterator[str]:
    """Tries the console program.

    Yields:
        What was tried and is well.
    """
    console = program(folder, product.CONSOLE_PROGRAM)
    check_version(console, environment)
    told = run([console, "info", "--diagnostics"], environment).stdout
    for words in ("installed program", "Qt: can be loaded", "preview-64", "CPU: paints, "):
        expect(words in told, f"the diagnostics don't say {words!r}:\n{told}")
    expect(str(home) not in told, "the diagnostics tell where the person's home is")
    yield "version and diagnostics are told, and not where the person's home is"
    made = home.parent / "made 絵"
    ours, trees = made / "artefact", made / "tree"
    words = ["generate", "--seed", SEED, "--set", "hair_color=blue"]
    painted, _ = compare(console, words, ours, trees, environment)
    verdict = run([console, "verify", *ours.iterdir()], environment).stdout.strip()
    expect(verdict == "exact", f"the artefact's own picture is {verdict}")
    yield f"a picture is as the tree paints it, to {painted} of 255"
    (small,) = trees.iterdir()
    words = ["upscale", small, "--scale", str(SCALE)]
    enlarged, width_px = compare(
        console, words, made / "artefact large", made / "tree large", environment
    )
    with Image.open(small) as opened:
        wanted_px = SCALE * opened.width
    expect(width_px == wanted_px, f"enlarged to {width_px} pixels, not {wanted_px}")
    yield f"{SCALE} times as large it is as the tree makes it, to {enlarged} of 255"


def check_version(console: Path, environment: dict[str, str]) -> None:
    """Checks what a program says of itself."""
    version = run([console, "--version"], environment).stdout.strip()
    expect(version == f"girlsmoe {product.VERSION}", f"the version is {version!r}")


def compare(
    console: Path,
    words: list[str | Path],
    ours: Path,
    trees: Path,
    environment: dict[str, str],
) -> tuple[int, int]:
    """Has artefact and tree make one picture each, in folders of their own.

    Returns:
        By how many of 255 they differ at most, and how wide they are, in pixels.
    """
    run([console, *words, "--out", ours], environment)
    own = {**os.environ, "HOME": str(ours.parent), "PYTHONPATH": str(product.ROOT)}
    run([sys.executable, "-m", "girlsmoe_desktop", *words, "--out", trees], own)
    one, other = (pixels(folder) for folder in (ours, trees))
    expect(one.shape == other.shape, f"the sizes differ: {one.shape}, {other.shape}")
    apart = int(abs(one - other).max())
    expect(apart <= 1, f"the picture differs from the tree's by up to {apart} steps of 255")
    return apart, one.shape[1]


def pixels(folder: Path) -> NDArray[np.int64]:
    """Returns the one picture in a folder, shape (H, W, 3), 0 to 255."""
    (path,) = folder.iterdir()
    with Image.open(path) as opened:
        return np.asarray(opened.convert("RGB")).astype(np.int64)

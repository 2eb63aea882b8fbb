"""The steps from pictures to a training set, run as commands on a few pictures."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from trainer.cli import main
from trainer.data import cascade
from trainer.data.boxes import Box, Found

FRAME = 90
"""Side of what `Framed` takes for a face."""


@dataclass(frozen=True)
class Framed:
    """A detector that takes the middle of every picture that is large enough for a face."""

    path: Path
    neighbours: int = 5

    def check(self):
        pass

    def __call__(self, pixels, smallest):
        height, width = pixels.shape[:2]
        if min(height, width) < FRAME or smallest > FRAME:
            return []
        return [Found(Box((width - FRAME) // 2, (height - FRAME) // 2, FRAME, FRAME), 9)]


def use_framed(monkeypatch):
    """Puts `Framed` in the place of OpenCV's cascade."""
    monkeypatch.setattr(cascade, "check_opencv", lambda: None)
    monkeypatch.setattr(cascade, "find_cascade", lambda _path: Path(__file__))
    monkeypatch.setattr(cascade, "Cascade", Framed)


def paint(path, seed, size=(200, 180), **options):
    """Writes a picture that is like no other; the seed decides it."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, 256, (6, 6, 3), dtype=np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(small).resize(size, Image.Resampling.BICUBIC).save(path, **options)


class Steps:
    """Folders of each step below one folder, and the command lines that fill them."""

    def __init__(self, root, tagger):
        self.root = root
        source, collected, faces, chosen = (root / name for name in ("in", "c", "f", "s"))
        one = ("--workers", "1")
        self.lines = {
            "collect": ("--folder", source, "--out", collected),
            "detect": (collected, "--out", faces, "--cascade", "x", *one),
            "dedupe": (faces, *one, "--sheet", root / "doubles.png"),
            "tag": (faces, "--tagger", tagger),
            "review": (faces, "--list", "9", "--sheet", root / "review.png"),
            "select": (faces, "--out", chosen, "--size", "32"),
            "stats": (faces, "--out", root / "stats.html"),
            "relabel": (chosen, "--out", root / "r", "--tagger", tagger),
        }

    def run(self, step, *more):
        """Runs a step; returns its exit status."""
        return main([step, *map(str, (*self.lines[step], *more))])

    def run_until(self, step):
        """Runs the steps before one, which must go well."""
        for name in self.lines:
            if name == step:
                return
            assert self.run(name) == 0

    def contents(self):
        """What all files hold, but for times, what goes by them, and where things lie."""
        found = {}
        for path in sorted(self.root.rglob("*")):
            if path.is_file() and path.suffix not in (".f16", ".npz"):
                text = path.read_bytes().replace(str(self.root).encode(), b"ROOT")
                found[path.relative_to(self.root).as_posix()] = _without_times(path, text)
        return found


def _without_times(path, text):
    if path.suffix != ".jsonl":
        return text
    rows = [json.loads(line) for line in text.splitlines()]
    others = ("fetched", "feature")  # features that no row points to may lie between others
    return [{key: value for key, value in row.items() if key not in others} for row in rows]

"""Drawing helpers: merged outlines survive what skia cannot merge."""

import numpy as np
import skia

from trainer.portraits import canvas

SQUARE = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]])


class StubbornBuilder:
    """Fails as skia does on rare outlines, a given number of times."""

    failures = 0

    def __init__(self):
        self.path = skia.Path()

    def add(self, path, _op):
        self.path.addPath(path)

    def resolve(self):
        if type(self).failures:
            type(self).failures -= 1
            raise RuntimeError("Failed to resolve.")
        return self.path


def bounds(path):
    box = path.getBounds()
    return box.left(), box.top(), box.right(), box.bottom()


def test_overlapping_areas_become_one_outline():
    path = canvas.merged([SQUARE, SQUARE + 5])
    assert bounds(path) == (0, 0, 15, 15)
    assert path.contains(7, 7)
    assert not path.contains(12, 2)


def test_a_hole_is_cut_away():
    path = canvas.merged([SQUARE], SQUARE * 0.5 + 2)
    assert path.contains(1, 1)
    assert not path.contains(4, 4)


def test_outlines_that_skia_cannot_merge_are_tried_again(monkeypatch):
    monkeypatch.setattr(canvas.skia, "OpBuilder", StubbornBuilder)
    for StubbornBuilder.failures in (1, 2, 3):
        assert bounds(canvas.merged([SQUARE, SQUARE + 5])) == (0, 0, 15, 15)
        assert StubbornBuilder.failures == 0

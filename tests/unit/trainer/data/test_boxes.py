"""Boxes: doubles, zoom and edges."""

import numpy as np
import pytest

from trainer.data.boxes import (
    Box,
    Found,
    Square,
    cut,
    iou,
    shifted_inside,
    smallest_box,
    without_doubles,
    zoomed_out,
)


def test_overlap_is_the_shared_part_of_both():
    assert iou(Box(0, 0, 10, 10), Box(5, 0, 10, 10)) == pytest.approx(50 / 150)
    assert iou(Box(0, 0, 10, 10), Box(10, 0, 10, 10)) == 0


def test_the_surest_of_overlapping_faces_stays():
    sure, doubtful = Found(Box(50, 0, 40, 40), 9), Found(Box(55, 5, 44, 44), 6)
    within, apart = Found(Box(60, 10, 12, 12), 7), Found(Box(0, 0, 40, 40), 5)
    assert without_doubles([doubtful, within, sure, apart]) == [apart, sure]


def test_neighbours_that_touch_are_two():
    pair = [Found(Box(0, 0, 40, 40), 5), Found(Box(34, 0, 40, 40), 5)]
    assert without_doubles(pair) == pair


def test_a_box_is_zoomed_about_its_centre():
    assert zoomed_out(Box(100, 200, 40, 40), 1.5) == Square(90, 190, 60)
    assert zoomed_out(Box(100, 200, 40, 20), 1.0) == Square(100, 190, 40)


@pytest.mark.parametrize(("side", "zoom"), [(96, 1.5), (96, 1.1), (100, 1.3), (64, 1.0)])
def test_the_smallest_box_gives_a_crop_that_is_large_enough(side, zoom):
    box = smallest_box(side, zoom)
    assert zoomed_out(Box(0, 0, box, box), zoom).side >= side
    assert (box - 1) * zoom < side


def test_a_square_is_moved_inside_and_shrinks_only_if_it_must():
    assert shifted_inside(Square(-5, 90, 20), 100, 100) == Square(0, 80, 20)
    assert shifted_inside(Square(40, -10, 60), 100, 50) == Square(45, 0, 50)


def test_what_lies_outside_is_white():
    pixels = np.arange(4 * 5 * 3, dtype=np.uint8).reshape(4, 5, 3)
    crop = cut(pixels, Square(-1, -2, 6))
    assert (crop[:2] == 255).all()
    assert (crop[:, 0] == 255).all()
    assert np.array_equal(crop[2:, 1:], pixels)
    assert (cut(pixels, Square(50, 50, 3)) == 255).all()

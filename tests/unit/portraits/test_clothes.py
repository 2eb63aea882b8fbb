"""Garments: all occur, stand out from white paper, and tie bows only on demand."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
import skia

from trainer.portraits.canvas import CANVAS
from trainer.portraits.clothes.body import draw_body
from trainer.portraits.clothes.garments import DRAWN
from trainer.portraits.head import Head
from trainer.portraits.render import render
from trainer.portraits.sampling.clothes import BOW_GARMENTS, GARMENTS
from trainer.portraits.spec import labels_of, sample_spec
from trainer.portraits.streams import stream

SIZE = 256


def drawn_body(spec, color=0):
    """Returns the body alone as RGBA, (256, 256, 4), on a background of a packed colour."""
    pixels = np.zeros((SIZE, SIZE, 4), np.uint8)
    surface = skia.Surface(pixels)
    canvas = surface.getCanvas()
    canvas.clear(color)
    canvas.scale(SIZE / CANVAS, SIZE / CANVAS)
    rng = stream(spec.seed, spec.index, "paint.clothes")
    draw_body(canvas, spec, Head(spec.pose, spec.shape), rng)
    surface.flushAndSubmit()
    return pixels


def dressed(kind, index, **changes):
    """Returns a portrait in a garment of a kind."""
    spec = sample_spec(51, index)
    return replace(spec, clothes=replace(spec.clothes, kind=kind, **changes))


def test_every_garment_has_a_painter_and_occurs():
    assert set(DRAWN) == set(GARMENTS)
    assert set(GARMENTS) >= BOW_GARMENTS
    count = Counter(sample_spec(1, index).clothes.kind for index in range(600))
    assert set(count) == set(GARMENTS)


@pytest.mark.parametrize("kind", GARMENTS)
def test_a_garment_covers_the_lower_middle_and_leaves_the_upper_half_free(kind):
    for index in range(4):
        opacity = drawn_body(dressed(kind, index))[..., 3]
        assert opacity[:110].max() == 0
        assert opacity[-3:, 90:166].min() == 255
        assert opacity[-1].astype(bool).sum() > SIZE * 0.5


@pytest.mark.parametrize("kind", GARMENTS)
def test_garments_differ_from_each_other(kind):
    plain = {"pattern": "none", "collar": "plain"}
    own = drawn_body(dressed(kind, 2, **plain)).astype(int)
    for other in GARMENTS:
        if other != kind:
            picture = drawn_body(dressed(other, 2, **plain)).astype(int)
            assert (np.abs(own - picture).max(2) > 24).sum() > 500


def test_white_clothes_stand_out_from_white_paper():
    white = (0.99, 0.99, 1.0)
    for index, kind in enumerate(GARMENTS):
        body = drawn_body(dressed(kind, index, main=white, second=white, pattern="none"))
        solid = body[..., 3] == 255
        rim = solid & ~(np.roll(solid, 3, 0) & np.roll(solid, 3, 1) & np.roll(solid, -3, 1))
        rim[:, :3] = rim[:, -3:] = False
        assert body[rim][:, :3].mean() < 215


def test_colors_are_not_all_pale():
    shades = np.array(
        [
            [np.mean(clothes.main), np.mean(clothes.second)]
            for clothes in (sample_spec(2, index).clothes for index in range(200))
        ]
    )
    assert np.mean(shades.min(1) < 0.5) > 0.7
    assert np.mean(shades.max(1) > 0.8) > 0.7


def test_a_neck_bow_is_tied_only_with_the_label():
    tied = 0
    for index in range(80):
        on, off = (sample_spec(8, index, {"ribbon": value}) for value in (True, False))
        assert off.clothes.collar != "bow"
        assert labels_of(on)["ribbon"]
        if on.clothes.collar == "bow":
            tied += 1
            assert on.clothes.kind in BOW_GARMENTS
    assert tied > 15


@pytest.mark.parametrize("kind", sorted(BOW_GARMENTS))
def test_a_neck_bow_can_be_seen(kind):
    for index in range(4):
        spec = dressed(kind, index, collar="bow")
        bare = replace(spec, clothes=replace(spec.clothes, collar="plain"))
        pictures = [render(portrait, 128).astype(int) for portrait in (spec, bare)]
        assert (np.abs(pictures[0] - pictures[1]).max(2) > 24).sum() > 120


def test_neck_bows_stand_out_from_the_cloth():
    for index in range(120):
        clothes = sample_spec(8, index, {"ribbon": True}).clothes
        if clothes.collar == "bow":
            gap = np.linalg.norm(np.array(clothes.bow.color) - clothes.main)
            assert gap > 0.3


def test_the_body_turns_with_the_head_and_leans():
    parts = [sample_spec(3, index) for index in range(200)]
    turns = np.array([[spec.pose.yaw, spec.clothes.turn] for spec in parts])
    assert np.corrcoef(turns.T)[0, 1] > 0.3
    assert np.abs(turns[:, 1]).max() <= 0.5
    assert np.std([spec.clothes.lean for spec in parts]) > 0.05

"""Hats, bows and glasses: every kind is drawn, can be seen, and follows the head."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
import skia

from trainer.portraits.accessories.hats import draw_hat
from trainer.portraits.canvas import CANVAS
from trainer.portraits.head import Head
from trainer.portraits.render import render
from trainer.portraits.sampling.dress import FRAMES
from trainer.portraits.sampling.hats import HATS
from trainer.portraits.spec import labels_of, sample_spec

SIZE = 128
LIGHT = np.array([-0.4, 0.6, 0.69])


def share_of(spec, without):
    """Returns the share of pixels that something changes by more than 24 levels."""
    pictures = [render(portrait, SIZE).astype(int) for portrait in (spec, without)]
    return float((np.abs(pictures[0] - pictures[1]).max(2) > 24).mean())


def hat_alone(hat, head):
    """Returns the opacity of a hat without head, in 0..255."""
    pixels = np.zeros((256, 256, 4), np.uint8)
    canvas = skia.Surface(pixels).getCanvas()
    canvas.scale(256 / CANVAS, 256 / CANVAS)
    draw_hat(canvas, hat, head, 1.1, LIGHT, front=True)
    return pixels[..., 3].astype(int)


def wearing(kind):
    """Returns a portrait with a kind of hat."""
    specs = (sample_spec(3, index, {"hat": True}) for index in range(400))
    return next(spec for spec in specs if spec.hat.kind == kind)


def test_every_kind_of_hat_and_frame_is_drawn():
    specs = [sample_spec(2, index, {"hat": True, "glasses": True}) for index in range(300)]
    assert set(Counter(spec.hat.kind for spec in specs)) == set(HATS)
    assert set(Counter(spec.glasses.kind for spec in specs)) == set(FRAMES)


@pytest.mark.parametrize("kind", HATS)
def test_every_hat_shows_and_lies_above_the_eyes(kind):
    spec = wearing(kind)
    head = Head(spec.pose, spec.shape)
    opacity = hat_alone(spec.hat, head)
    assert (opacity > 0).mean() > 0.03
    for side in (-1, 1):
        x, y = head.on_face(side * spec.eyes.x, spec.eyes.y)
        assert opacity[int(y), int(x)] == 0


@pytest.mark.parametrize("kind", ["cap", "officer", "newsboy"])
def test_a_peak_follows_the_turn_of_the_head(kind):
    spec = wearing(kind)
    middles = []
    for yaw in (-0.35, 0.35):
        head = Head(replace(spec.pose, yaw=yaw), spec.shape)
        peakless = hat_alone(replace(spec.hat, peak=None), head)
        peak = np.abs(hat_alone(spec.hat, head) - peakless) > 40
        middles.append(np.flatnonzero(peak.any(0)).mean() - spec.pose.x)
    assert middles[1] - middles[0] > 0.3 * spec.pose.scale


@pytest.mark.parametrize("kind", ["beret", "witch", "straw", "beanie"])
def test_a_hat_tilts_with_the_head(kind):
    spec = wearing(kind)
    level = hat_alone(spec.hat, Head(replace(spec.pose, roll=0.0), spec.shape))
    tilted = hat_alone(spec.hat, Head(replace(spec.pose, roll=-0.3), spec.shape))
    middles = [np.flatnonzero(hat.any(0)).mean() for hat in (level, tilted)]
    assert middles[1] - middles[0] > 0.1 * spec.pose.scale


def test_hair_bows_show():
    for index in range(10):
        spec = sample_spec(51, index, {"ribbon": True})
        if spec.bows:
            assert share_of(spec, replace(spec, bows=())) >= 0.012


def test_glasses_show_and_leave_the_eyes_clear():
    for index in range(8):
        spec = sample_spec(52, index, {"glasses": True, "hat": False})
        bare = replace(spec, glasses=None)
        assert share_of(spec, bare) >= 0.004
        before, after = (render(portrait, 256).astype(int) for portrait in (bare, spec))
        head = Head(spec.pose, spec.shape)
        for side in (-1, 1):
            x, y = (int(v) for v in head.on_face(side * spec.eyes.x, spec.eyes.y))
            patch = np.s_[y - 4 : y + 5, x - 4 : x + 5]
            assert np.abs(before[patch] - after[patch]).mean() < 40


def test_bands_and_clips_are_no_ribbons():
    specs = [sample_spec(53, index, {"ribbon": False}) for index in range(120)]
    assert any(spec.band for spec in specs)
    assert any(spec.clips for spec in specs)
    for spec in specs:
        assert not labels_of(spec)["ribbon"]
        assert not spec.bows
        assert spec.hat is None or spec.hat.bow is None

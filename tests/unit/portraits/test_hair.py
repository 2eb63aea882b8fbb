"""Hair: sheets part into pointed clumps, tails hang where they are tied, fringes spare the eyes."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from trainer.portraits.hair.flow import hang_straight
from trainer.portraits.hair.layers import build_hair
from trainer.portraits.hair.outline import add_outline
from trainer.portraits.hair.sheet import clump_width, divide, leaves, sheet
from trainer.portraits.head import Head
from trainer.portraits.sampling.hair import CUTS
from trainer.portraits.spec import sample_spec
from trainer.portraits.streams import stream

ALONG = np.linspace(0, 1, 21)[None, :]


def rng():
    return np.random.default_rng(5)


def built(spec):
    head = Head(spec.pose, spec.shape)
    return build_hair(head, spec.hair, 0.1, spec.hat is not None, partial(stream, 1, 2))


def curtain():
    """Returns control points of a flat sheet one unit wide and one unit high."""
    x = np.linspace(0, 1, 9)
    return np.stack([np.stack([x, np.full(9, -y), 0 * x], -1) for y in (0.0, 0.5, 1.0)], 1)


def test_clumps_cover_the_sheet_without_gaps():
    clumps = divide(rng(), 7, uneven=0.8)
    assert clumps.left[0] == 0
    assert clumps.right[-1] == 1
    assert (clumps.right[:-1] >= clumps.left[1:]).all()


def test_a_clump_narrows_from_its_taper_to_its_tip():
    clumps = divide(rng(), 5, taper=(0.5, 0.6))
    width = clump_width(clumps, ALONG)
    assert np.allclose(width[:, ALONG[0] <= 0.5], 1)
    assert np.allclose(width[:, -1], 0)
    assert (np.diff(width, axis=1) <= 1e-12).all()


def test_blunt_clumps_keep_some_width_at_the_tip():
    width = clump_width(divide(rng(), 4, blunt=0.6), ALONG)
    assert np.allclose(width[:, -1], 0.6)


def test_leaves_grow_out_of_their_parents():
    parents = divide(rng(), 4)
    width = clump_width(leaves(rng(), parents, 6), ALONG)
    assert np.allclose(width[:, 0], 0)
    assert (width.max(1) > 0.5).all()


def test_points_lie_on_the_sheet_until_clumps_part():
    flat = sheet(curtain(), divide(rng(), 3, shortening=0.0, taper=(0.6, 0.7), bend=0.0))
    points, _ = flat.points(columns=5, samples=11)
    assert points.shape == (3, 11, 5, 3)
    upper = points[:, :6]
    assert np.allclose(upper[..., 1], -np.linspace(0, 1, 11)[None, :6, None], atol=1e-6)
    assert np.ptp(points[0, -1, :, 0]) < 1e-9  # all columns meet in the tip


def test_hanging_hair_follows_gravity_not_the_head():
    spec = sample_spec(1, 1)
    axis = np.array([[1.0, 0.5, 0.0], [1.0, -1.0, 0.0]])
    upright, tilted = axis.copy(), axis.copy()
    hang_straight(upright, Head(replace(spec.pose, roll=0.0), spec.shape))
    hang_straight(tilted, Head(replace(spec.pose, roll=0.3), spec.shape))
    assert np.array_equal(upright, axis)
    assert tilted[0, 0] == 1.0
    assert tilted[1, 0] < 1.0


@pytest.mark.parametrize(
    ("wanted", "tubes"), [({"drill_hair": True}, 2), ({"twintails": True, "drill_hair": False}, 0)]
)
def test_tails_come_as_sheets_and_drills_as_tubes(wanted, tubes):
    spec = sample_spec(3, 4, {**wanted, "ponytail": False})
    tails = tuple(replace(tail, kind="drill" if tubes else "tail") for tail in spec.hair.tails)
    layers = built(replace(spec, hair=replace(spec.hair, tails=tails)))
    assert len(layers.middle.tubes) == tubes
    assert len(layers.middle.sheets) >= (0 if tubes else 4)


def test_some_tails_are_braided():
    kinds = {
        tail.kind
        for index in range(60)
        for tail in sample_spec(8, index, {"twintails": True, "drill_hair": False}).hair.tails
    }
    assert kinds == {"tail", "braid"}


def test_ponytails_are_tied_high_low_and_at_the_side():
    wanted = {"ponytail": True, "drill_hair": False}
    ties = {sample_spec(8, index, wanted).hair.tie for index in range(60)}
    assert ties == {"high_pony", "low_pony", "side_pony"}


def test_every_cut_appears():
    cuts = {sample_spec(2, index).hair.cut for index in range(400)}
    assert cuts == {cut for odds in CUTS.values() for cut in odds}


def test_the_fringe_ends_near_the_upper_lids():
    for index in range(20):
        spec = sample_spec(4, index, {"hat": False})
        spec = replace(spec, hair=replace(spec.hair, fringe=replace(spec.hair.fringe, lean=0.0)))
        ends = [each.surface[:, -1] for each in built(spec).fringe.sheets]
        middle = np.concatenate(ends)
        middle = middle[np.abs(middle[:, 0]) < 0.3]
        assert (middle[:, 1] > -0.25).all()


def test_hats_press_the_hair_flat():
    spec = sample_spec(4, 3, {"hat": True})
    pressed, free = built(spec), built(replace(spec, hat=None))
    highest = [
        max(each.surface[..., 1].max() for each in layers.fringe.sheets)
        for layers in (pressed, free)
    ]
    assert highest[0] < highest[1]


def test_an_outline_never_overflows():
    pixels = np.zeros((8, 8, 4), np.uint8)
    pixels[2:6, 2:6] = 255
    pixels[3, 3, 3] = 250  # as rounding leaves it: less opacity than colour
    add_outline(pixels, np.ones(3), 1.0, 1.0)
    assert (pixels[2:6, 2:6, :3] == 255).all()
    assert (pixels[1, 2:6, 3] > 80).all()
    assert (pixels[0] == 0).all()


def test_no_outline_where_it_is_to_stay_clear():
    pixels = np.zeros((8, 8, 4), np.uint8)
    pixels[2:6, 2:6] = 255
    clear = np.full((8, 8), 255, np.uint8)
    before = pixels.copy()
    add_outline(pixels, np.zeros(3), 1.0, 0.5, clear)
    assert np.array_equal(pixels, before)

import numpy as np
import pytest

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.journey import at, frames
from girlsmoe_desktop.core.recipe import blend, make_recipe


@pytest.fixture
def stops(tiny_model):
    return [make_recipe(tiny_model.manifest, seed, {}) for seed in range(3)]


def same(one, other):
    return np.array_equal(one.z, other.z) and one.strengths == other.strengths


def test_two_stops_are_a_blend(stops):
    for share in (0.0, 0.3, 1.0):
        assert same(at(stops[:2], share), blend(stops[0], stops[1], share))


def test_every_stop_is_met_and_a_loop_comes_back(stops):
    assert [same(at(stops, share), stop) for share, stop in zip((0, 0.5, 1), stops, strict=True)]
    assert same(at(stops, 1.0, loop=True), stops[0])
    assert same(at(stops, 2 / 3, loop=True), stops[2])
    assert same(at(stops[:1], 0.4), stops[0])
    assert same(at(stops, -1.0), stops[0])


def test_a_film_holds_both_ends_and_a_loop_its_beginning_once(stops):
    film = frames(stops, 5)
    assert same(film[0], stops[0])
    assert same(film[2], stops[1])
    assert same(film[4], stops[2])
    round_trip = frames(stops, 6, loop=True)
    assert [same(round_trip[2 * i], stop) for i, stop in enumerate(stops)] == [True] * 3
    assert not same(round_trip[5], stops[0])


def test_a_smooth_way_meets_the_same_stops_and_is_slower_beside_them(stops):
    plain, smooth = frames(stops, 21), frames(stops, 21, smooth=True)
    for place in (0, 10, 20):
        assert same(plain[place], smooth[place])

    def step(film, place):
        return np.linalg.norm(film[place + 1].z - film[place].z)

    assert step(smooth, 9) < step(plain, 9)
    assert step(smooth, 4) > step(plain, 4)


@pytest.mark.parametrize("count", [-1, 0, 1, 2001])
def test_impossible_counts_are_refused(stops, count):
    with pytest.raises(UserError, match="frames"):
        frames(stops, count)

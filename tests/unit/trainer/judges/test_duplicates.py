import numpy as np
import pytest

from trainer.judges import duplicates
from trainer.judges.duplicates import find_identical, find_neighbours, rmse


def signatures(count=300, seed=0):
    return np.random.default_rng(seed).integers(0, 256, (count, 16, 16, 3), dtype=np.uint8)


def test_identical_pictures_are_grouped():
    assert find_identical([b"a", b"b", b"a", b"c", b"a", b"c"]) == [[0, 2, 4], [3, 5]]


@pytest.mark.parametrize("block", [7, 64, 2048])
def test_planted_pairs_are_found_across_blocks_and_nothing_else(monkeypatch, block):
    monkeypatch.setattr(duplicates, "_BLOCK", block)
    some = signatures()
    some[250] = np.clip(some[3].astype(int) + 4, 0, 255)
    some[251] = some[120]
    found = find_neighbours(some)
    assert [(pair.first, pair.second) for pair in found.alike] == [(120, 251), (3, 250)]
    assert found.alike[0].distance == 0
    assert found.alike[1].distance == pytest.approx(4 / 255, abs=1e-3)
    assert found.nearest[3] == pytest.approx(found.alike[1].distance, abs=1e-4)
    assert found.nearest[251] == pytest.approx(0, abs=1e-3)


@pytest.mark.parametrize("block", [64, 2048])
def test_a_collapsed_set_is_counted_and_its_nearest_pairs_are_listed(monkeypatch, block):
    monkeypatch.setattr(duplicates, "_BLOCK", block)
    some = 100 + signatures(150) // 32
    some[70:75] = some[70]
    some[140] = 255
    found = find_neighbours(some, listed=30)
    every = sorted(rmse(some[i], some[j]) for i in range(150) for j in range(i))
    assert found.pairs == 149 * 148 // 2
    assert [pair.distance for pair in found.alike] == pytest.approx(every[:30])
    assert len({(pair.first, pair.second) for pair in found.alike}) == 30
    for pair in found.alike:
        assert pair.distance == pytest.approx(rmse(some[pair.first], some[pair.second]))


def test_of_identical_pictures_a_few_pairs_are_listed():
    found = find_neighbours(np.zeros((2100, 16, 16, 3), np.uint8))
    assert found.pairs == 2100 * 2099 // 2
    assert len(found.alike) == duplicates.LISTED


def test_distances_between_extremes_are_exact():
    pair = np.zeros((2, 16, 16, 3), np.uint8)
    pair[1] = 255
    assert find_neighbours(pair).nearest.tolist() == [1, 1]
    some = np.where(signatures(40) < 128, 0, 255).astype(np.uint8)
    found = find_neighbours(some, below=1.0)
    for one in found.alike:
        exact = rmse(some[one.first], some[one.second])
        assert one.distance == pytest.approx(exact, rel=1e-12)


def test_nearest_is_what_comparing_one_by_one_finds():
    some = signatures(40)
    expected = [min(rmse(a, b) for j, b in enumerate(some) if j != i) for i, a in enumerate(some)]
    np.testing.assert_allclose(find_neighbours(some).nearest, expected, atol=1e-5)


def test_the_bound_is_sharp():
    pair = np.zeros((2, 16, 16, 3), np.uint8)
    pair[1] += 51  # 0.2
    assert len(find_neighbours(pair, below=0.2001).alike) == 1
    assert not find_neighbours(pair, below=0.1999).alike


def test_it_stops_when_asked():
    assert find_neighbours(signatures(10), should_stop=lambda: True) is None

import pytest
import torch

from trainer.upscale.degrade import Kind, painted, reduce_all, reduce_any, wild


def rng(seed=0):
    return torch.Generator().manual_seed(seed)


@pytest.fixture
def large(truths):
    pictures = torch.stack([torch.from_numpy(p) for p in truths.pictures])
    return pictures.permute(0, 3, 1, 2).float() / 255


@pytest.mark.parametrize("kind", Kind)
def test_small_pictures_are_half_as_large_and_could_have_been_files(large, kind):
    small = reduce_all(large, [kind] * len(large), rng())
    assert small.shape == (4, 3, 48, 48)
    assert torch.allclose(small * 255, (small * 255).round(), atol=1e-3)
    assert 0 <= float(small.min()) <= float(small.max()) <= 1


@pytest.mark.parametrize("kind", Kind)
def test_nothing_moves(large, kind):
    """What is reduced lies where it was: an error of half a pixel would be learned."""
    clean = torch.nn.functional.avg_pool2d(large, 2)
    best = {}
    for seed in range(8):
        small = reduce_all(large, [kind] * len(large), rng(seed))
        for way in ((0, 0), (0, 1), (1, 0), (0, -1), (-1, 0)):
            moved = torch.roll(small, way, (2, 3))
            error = (moved - clean)[:, :, 2:-2, 2:-2].square().mean()
            best[way] = best.get(way, 0.0) + float(error)
    assert min(best, key=best.get) == (0, 0)
    across = [best[0, 1], best[0, -1]]
    assert max(across) < 1.3 * min(across)


def test_clean_ones_are_nearest_and_wild_ones_are_not(large):
    clean = torch.nn.functional.avg_pool2d(large, 2)
    errors = {
        make.__name__: sum(float((make(large, rng(s)) - clean).square().mean()) for s in range(12))
        for make in (reduce_any, painted, wild)
    }
    assert errors["reduce_any"] < errors["painted"]
    assert errors["reduce_any"] < errors["wild"]


def test_white_paper_stays_white():
    paper = torch.ones(1, 3, 32, 32)
    for seed in range(5):
        assert float(painted(paper, rng(seed)).min()) > 0.999


def test_the_same_seed_does_the_same(large):
    kinds = [*Kind, Kind.WILD]
    assert torch.equal(reduce_all(large, kinds, rng(2)), reduce_all(large, kinds, rng(2)))

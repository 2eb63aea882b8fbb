import numpy as np
import pytest
import torch

from trainer.data.backdrop import draw_backdrop
from trainer.judges import grounds
from trainer.judges.fitting import FitSettings, fit_reader
from trainer.judges.grounds import Grounds, ground_of, with_bands


def portrait(count=1, side=24):
    """A dark square with a white hole, on white."""
    img = torch.ones((count, 3, side, side))
    img[..., 6:, 6:18] = -0.5
    img[..., 10:12, 10:12] = 1.0
    return img


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    monkeypatch.setattr(grounds, "BACKDROPS", 6)


def test_the_ground_is_white_that_reaches_the_edge():
    ground = ground_of(portrait())[0, 0]
    assert ground[:6].all()
    assert ground[:, :6].all()
    assert not ground[6:, 6:18].any()  # the hole neither


def test_a_winding_ground_is_followed_to_its_end():
    img = -torch.ones((1, 3, 9, 9))
    path = [(0, 1), *((row, 1) for row in range(8)), *((7, column) for column in range(1, 8))]
    path += [(row, 7) for row in range(2, 8)]
    for row, column in path:
        img[..., row, column] = 1
    assert ground_of(img).sum() == len(set(path))


def test_nothing_but_the_ground_and_its_edge_changes():
    img = portrait(64)
    out = Grounds(24, 0, img.device).put_behind(img, seeded())
    assert torch.equal(out[..., 8:, 8:16], img[..., 8:, 8:16])
    changed = (out - img).abs().amax((1, 2, 3)) > 0.1
    assert 0.6 < changed.float().mean() < 0.95  # some stay on white
    assert len(torch.unique(out[:, 0, 0, 0])) > 6  # and differ
    assert torch.equal(out, Grounds(24, 0, img.device).put_behind(img, seeded()))


def test_others_look_in_from_behind(monkeypatch):
    monkeypatch.setattr(grounds, "BUSY", 0.0)
    monkeypatch.setattr(grounds, "PLAIN", 0.0)
    monkeypatch.setattr(grounds, "CROWDED", 1.0)
    img = portrait(2)
    out = Grounds(24, 0, img.device).put_behind(img, seeded())
    assert torch.equal(out[..., 12:, 0:3], torch.full((2, 3, 12, 3), -0.5))


def test_bands_are_white_and_at_one_edge(monkeypatch):
    monkeypatch.setattr(grounds, "BANDS", 1.0)
    out = with_bands(-torch.ones((64, 3, 40, 40)), seeded())
    white = (out[:, 0] > 0).float()
    assert white.mean((1, 2)).max() <= grounds.DEEPEST + 0.03
    lines = (white[:, 0], white[:, -1], white[..., 0], white[..., -1])
    edges = [line.mean(1) for line in lines]
    whole = (torch.stack(edges) == 1).sum(0)
    assert (whole <= 1).all()
    assert (torch.stack(edges) == 1).any(1).all()  # each edge, some time


def test_a_reader_of_faces_learns_and_is_the_same_again(data):
    settings = FitSettings(epochs=1, batch_images=4, widths=(4, 8), strong=True, faces=True)
    once, again = fit_reader(data, settings), fit_reader(data, settings)
    for one, other in zip(once.parameters(), again.parameters(), strict=True):
        assert torch.equal(one, other)


def test_backdrops_are_of_the_size_and_the_seed_that_was_asked_for():
    one, again = (draw_backdrop(30, 20, np.random.default_rng(4), 0.2) for _ in range(2))
    assert one.shape == (20, 30, 3)
    assert np.array_equal(one, again)
    assert not np.array_equal(one, draw_backdrop(30, 20, np.random.default_rng(5), 0.2))

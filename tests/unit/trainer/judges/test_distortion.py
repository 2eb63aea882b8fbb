import pytest
import torch

from trainer.judges import distortion
from trainer.judges.distortion import distort


def pictures(count=16, side=32):
    rng = torch.Generator().manual_seed(3)
    return torch.rand((count, 3, side, side), generator=rng) * 2 - 1


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


def test_the_same_random_numbers_distort_alike_and_leave_the_original():
    img = pictures()
    before = img.clone()
    once, again = distort(img, seeded()), distort(img, seeded())
    assert torch.equal(img, before)
    assert torch.equal(once, again)
    assert not torch.equal(once, distort(img, seeded(1)))
    assert once.shape == img.shape
    assert once.min() >= -1
    assert once.max() <= 1


def test_every_picture_of_a_batch_is_distorted_in_its_own_way():
    same = pictures(1).expand(8, -1, -1, -1)
    out = distort(same, seeded())
    distances = torch.cdist(out.flatten(1), out.flatten(1))
    assert (distances + torch.eye(8) > 0.5).all()


def test_nothing_switched_on_changes_nothing(monkeypatch):
    for name in ("TURN", "ZOOM", "MOVE", "LIGHT", "CONTRAST", "SATURATION", "NOISE", "HIDDEN"):
        monkeypatch.setattr(distortion, name, 0.0)
    monkeypatch.setattr(distortion, "BLURRED", -1.0)
    img = pictures()
    assert torch.allclose(distort(img, seeded()), img, atol=1e-5)


@pytest.mark.parametrize("name", ["TURN", "ZOOM", "MOVE", "LIGHT", "CONTRAST", "SATURATION"])
def test_each_distortion_does_something(monkeypatch, name):
    kept = getattr(distortion, name)
    test_nothing_switched_on_changes_nothing(monkeypatch)
    monkeypatch.setattr(distortion, name, kept)
    img = pictures() * 0.5
    assert (distort(img, seeded()) - img).abs().mean() > 0.01


def test_hues_stay():
    red = torch.tensor([0.6, -0.5, -0.5]).view(1, 3, 1, 1).expand(64, 3, 16, 16)
    out = distort(red, seeded())
    middle = out[:, :, 4:12, 4:12].median(3).values.median(2).values
    uncovered = middle[(middle.amax(1) - middle.amin(1)) > 0.3]
    assert len(uncovered) > 48
    assert (uncovered.argmax(1) == 0).all()
    assert (uncovered[:, 1] - uncovered[:, 2]).abs().max() < 0.15

import numpy as np
import pytest
import torch

from girlsmoe_desktop.core.errors import UserError
from trainer.data.batches import Batches
from trainer.data.drawn import LabelledImages


def numbered(count):
    """Returns pictures whose left half has their number as its value, and so has a label."""
    pixels = np.zeros((count, 4, 4, 3), np.uint8)
    pixels[:, :, :2] = np.arange(count)[:, None, None, None]
    labels = np.zeros((count, 34), np.float32)
    labels[:, 0] = np.arange(count)
    return LabelledImages(pixels, labels)


def numbers(img):
    return ((img[:, 0, 0, 0] + 1) * 127.5).round().int().tolist()


def test_an_epoch_shows_every_picture_once_with_its_own_labels():
    batches = Batches(numbered(12), 4, False, torch.Generator().manual_seed(0))
    seen = []
    for _ in range(3):
        img, labels = batches.draw()
        assert img.shape == (4, 3, 4, 4)
        assert numbers(img) == labels[:, 0].int().tolist()
        seen += numbers(img)
    assert sorted(seen) == list(range(12))
    assert seen != list(range(12))


def test_values_span_minus_one_to_one():
    data = LabelledImages(
        np.array([0, 255], np.uint8).repeat(48).reshape(2, 4, 4, 3),
        np.zeros((2, 34), np.float32),
    )
    img, _ = Batches(data, 2, False, torch.Generator()).draw()
    assert (img.min().item(), img.max().item()) == (-1.0, 1.0)


def test_half_of_the_pictures_are_mirrored():
    data = numbered(200)
    img, labels = Batches(data, 200, True, torch.Generator().manual_seed(0)).draw()
    mirrored = (img[:, 0, 0, 0] == -1) & (labels[:, 0] > 0)
    assert 70 < int(mirrored.sum()) < 130


def test_state_goes_on_in_the_middle_of_an_epoch():
    rng = torch.Generator().manual_seed(0)
    batches = Batches(numbered(12), 4, False, rng)
    batches.draw()
    state, randomness = batches.state_dict(), rng.get_state()
    expected = [numbers(batches.draw()[0]) for _ in range(4)]
    again = torch.Generator()
    again.set_state(randomness)
    other = Batches(numbered(12), 4, False, again)
    other.load_state_dict(state)
    assert [numbers(other.draw()[0]) for _ in range(4)] == expected


def test_too_few_pictures_and_other_data_are_refused():
    with pytest.raises(UserError, match="batch_images=3"):
        Batches(numbered(3), 4, False, torch.Generator())
    batches = Batches(numbered(12), 4, False, torch.Generator())
    batches.draw()
    with pytest.raises(UserError, match="12 pictures and --data holds 8"):
        Batches(numbered(8), 4, False, torch.Generator()).load_state_dict(batches.state_dict())

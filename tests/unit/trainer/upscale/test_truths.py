import numpy as np
import pytest
import torch
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from trainer.upscale.truths import Patches, load_truths


def rng(seed=0):
    return torch.Generator().manual_seed(seed)


def test_pictures_are_found_in_subfolders_in_a_fixed_order(folder):
    (folder / "more").mkdir()
    (folder / "0.png").rename(folder / "more" / "9.png")
    first, again = load_truths([folder], 32), load_truths([folder], 32)
    assert len(first) == 4
    assert first.contents == again.contents
    assert all(np.array_equal(a, b) for a, b in zip(first.pictures, again.pictures, strict=True))


def test_other_pixels_are_other_contents(folder):
    before = load_truths([folder], 32).contents
    Image.new("RGB", (96, 96), "red").save(folder / "0.png")
    assert load_truths([folder], 32).contents != before


def test_small_pictures_are_left_out_and_transparent_ones_stand_on_white(folder):
    Image.new("RGB", (20, 200)).save(folder / "thin.png")
    Image.new("RGBA", (64, 64), (255, 0, 0, 0)).save(folder / "clear.png")
    pictures = load_truths([folder], 32).pictures
    assert len(pictures) == 5
    assert any(picture.shape == (64, 64, 3) and (picture == 255).all() for picture in pictures)


def test_what_is_no_folder_of_pictures_is_refused(tmp_path, folder):
    with pytest.raises(UserError, match="no folder"):
        load_truths([tmp_path / "none"], 32)
    with pytest.raises(UserError, match="97 pixels"):
        load_truths([folder], 97)
    (folder / "0.png").write_bytes(b"none")
    with pytest.raises(UserError, match=r"0\.png cannot be read"):
        load_truths([folder], 32)


def test_memory_that_is_not_there_is_told(folder, monkeypatch):
    free = type("Memory", (), {"available": 96 * 96 * 3 * 2})
    monkeypatch.setattr("trainer.upscale.truths.psutil.virtual_memory", lambda: free)
    with pytest.raises(UserError, match="2 of 4"):
        load_truths([folder], 32)


def test_patches_are_parts_of_the_pictures(truths):
    patch = Patches(truths.pictures, 16, rng(), reductions=(1,)).draw(1)[0]
    colours = {tuple(c) for c in (patch * 255).round().reshape(3, -1).T.int().tolist()}
    known = {tuple(c) for p in truths.pictures for c in p.reshape(-1, 3).tolist()}
    assert colours <= known


def test_a_reduced_patch_is_the_mean_of_its_pixels():
    checks = np.zeros((64, 64, 3), np.uint8)
    checks[::2, ::2] = checks[1::2, 1::2] = 255
    patch = Patches([checks], 32, rng(), reductions=(2,)).draw(1)
    assert torch.allclose(patch, torch.full_like(patch, 0.5), atol=1e-3)


def test_pictures_too_small_for_a_reduction_are_not_reduced():
    assert Patches([np.zeros((32, 40, 3), np.uint8)], 32, rng()).draw(5).shape == (5, 3, 32, 32)


def test_the_same_seed_cuts_the_same(truths):
    first, again = (Patches(truths.pictures, 16, rng(3)).draw(4) for _ in range(2))
    assert torch.equal(first, again)
    assert not torch.equal(first, Patches(truths.pictures, 16, rng(4)).draw(4))

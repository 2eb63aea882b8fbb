import dataclasses

import pytest

from girlsmoe_desktop.core.errors import UserError
from trainer import cli, memory
from trainer import config as configs
from trainer.data.drawn import count_pictures
from trainer.models.discriminator import Discriminator
from trainer.runs import RunFolder
from trainer.state import build_generator


def parameters(config):
    discriminator = Discriminator(config.size, config.n_labels, config.d_channels)
    networks = (build_generator(config), discriminator)
    return sum(p.numel() for network in networks for p in network.parameters())


@pytest.mark.parametrize("name", configs.PRESETS)
def test_a_step_needs_weights_and_what_grows_with_the_batch(name):
    config = dataclasses.replace(configs.preset(name), precision="float32")
    none, one, ten = (memory.step_bytes(config, count) for count in (0, 1, 10))
    assert none == 16 * parameters(config)
    assert ten - none == pytest.approx(10 * (one - none), rel=1e-6)
    # A single map of 64 channels at full size is 4 bytes times 64 times the pixels.
    assert one - none > 4 * config.g_channels * config.size**2
    half = memory.step_bytes(dataclasses.replace(config, precision="bfloat16"), 10)
    assert half - none == pytest.approx((ten - none) / 2, rel=1e-6)


def test_what_does_not_fit_is_told_before_anything_is_read(tiny, pictures, tmp_path, monkeypatch):
    monkeypatch.setattr(memory, "_free_bytes", lambda _: 10**6)
    with pytest.raises(UserError, match=r"0\.0 GB of free.*1000 pictures.*batch_images=2"):
        memory.must_fit(tiny, 1000, "cpu")
    run = tmp_path / "run"
    args = ["train", "--preset", "smoke", "--data", str(pictures), "--run", str(run)]
    assert cli.main([*args, "--device", "cpu"]) == 2
    assert not run.exists()
    assert not list(pictures.glob("cache*"))


def test_what_fits_is_not_refused(tiny, monkeypatch):
    needed = memory.step_bytes(tiny, tiny.batch_images) + 1000 * 32 * 32 * 3
    monkeypatch.setattr(memory, "_free_bytes", lambda _: needed)
    memory.must_fit(tiny, 1000, "cpu")
    monkeypatch.setattr(memory, "_free_bytes", lambda _: needed - 1)
    with pytest.raises(UserError):
        memory.must_fit(tiny, 1000, "cpu")


def test_pictures_are_counted_without_reading_them(pictures, tmp_path):
    assert count_pictures([pictures]) == 12
    assert count_pictures([pictures, tmp_path / "none"]) == 12
    assert not RunFolder(tmp_path / "none").path.exists()

import dataclasses
import json
import shutil

import pytest
import torch

from girlsmoe_desktop.core.errors import UserError
from tests.unit.trainer.conftest import write_pictures
from trainer import cli
from trainer import config as configs
from trainer.data.drawn import load_folder
from trainer.export import export_model
from trainer.judges.painter import CheckpointPainter, ModelPainter
from trainer.loop import train
from trainer.runs import RunFolder
from trainer.start import read_start
from trainer.state import TrainState
from trainer.step import train_step


@pytest.fixture
def model(tiny, data, tmp_path):
    """An exported model, hardly trained."""
    config = dataclasses.replace(tiny, iterations=2)
    train(config, data, RunFolder(tmp_path / "first"), lambda: False, lambda _: None)
    export_model(RunFolder(tmp_path / "first"), tmp_path / "model")
    return tmp_path / "model"


def begun(config, data, start=None):
    return TrainState(config, data, torch.device("cpu"), start=start)


@torch.no_grad()
@pytest.mark.parametrize("size", [32, 64])
def test_generator_and_average_begin_with_the_model_and_the_critic_with_noise(
    model, tiny, tmp_path, size
):
    config = dataclasses.replace(tiny, size=size)
    data = load_folder(write_pictures(tmp_path / str(size), 12, size), size)
    state, fresh = begun(config, data, read_start(model)), begun(config, data)
    wanted = torch.from_numpy(
        ModelPainter(model).paint(torch.zeros(2, 128).numpy(), torch.zeros(2, 34).numpy())
    )
    for network in (state.generator.eval(), state.average):
        img = network(torch.zeros(2, 128), -torch.ones(2, 34)).permute(0, 2, 3, 1)
        small = img.unflatten(1, (32, -1)).unflatten(3, (32, -1)).mean((2, 4))
        assert ((small + 1) * 127.5 - wanted).abs().mean() < 8
    for name, value in state.discriminator.named_parameters():
        assert torch.equal(value, dict(fresh.discriminator.named_parameters())[name])


def test_the_discriminator_learns_alone_at_first(tiny, data):
    state = begun(dataclasses.replace(tiny, d_first_steps=1), data)
    before = state.generator.conv_out.weight.detach().clone()
    critic = state.discriminator.adversarial.weight.detach().clone()
    assert "g_adv" not in train_step(state)
    assert torch.equal(state.generator.conv_out.weight, before)
    assert not torch.equal(state.discriminator.adversarial.weight, critic)
    assert "g_adv" in train_step(state)
    assert not torch.equal(state.generator.conv_out.weight, before)


def test_the_command_starts_from_a_model_notes_it_and_resumes_without(model, pictures, tmp_path):
    run = tmp_path / "second"
    settings = ["g_channels=4", "d_channels=4", "batch_images=4", "d_first_steps=1"]
    words = ["train", "--preset", "smoke", "--data", pictures, "--run", run, "--iterations", 2]
    words += [word for each in settings for word in ("--set", each)]
    assert cli.main([str(word) for word in [*words, "--start", model]]) == 0
    told = json.loads((run / "config.json").read_text(encoding="utf-8"))["start"]
    assert told == read_start(model).name
    assert told.startswith("model 1.0 ")
    again = ["train", "--run", run, "--data", pictures, "--resume", "--iterations", 3]
    assert cli.main([str(word) for word in again]) == 0
    assert CheckpointPainter(RunFolder(run), "latest", "cpu").size == 32


def test_start_and_resume_exclude_each_other(model, tmp_path, capsys):
    words = ["train", "--run", tmp_path, "--data", tmp_path, "--resume", "--start", model]
    assert cli.main([str(word) for word in words]) == 2
    assert "--start is for new runs" in capsys.readouterr().err


def test_a_model_of_another_shape_is_refused(model, tiny, data):
    with pytest.raises(UserError, match=r"model 1\.0 .* can't be started from"):
        begun(dataclasses.replace(tiny, g_channels=8), data, read_start(model))
    with pytest.raises(UserError, match="only SRResNet"):
        begun(dataclasses.replace(tiny, g_kind="dcgan"), data, read_start(model))


def test_a_folder_without_the_described_weights_is_refused(model, tmp_path):
    with pytest.raises(UserError, match=r"model\.json"):
        read_start(tmp_path / "nowhere")
    shutil.copyfile(model / "model.json", model / "generator.onnx")
    with pytest.raises(UserError, match=r"not the file that its model\.json describes"):
        read_start(model)


def test_what_a_run_started_from_is_not_settable():
    with pytest.raises(UserError, match="start cannot be set"):
        configs.override(configs.preset("smoke"), {"start": "x"})

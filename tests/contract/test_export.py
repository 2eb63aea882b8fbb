"""What the trainer writes is what the application can load and run."""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from torch import nn

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.manifest import read_manifest
from girlsmoe_desktop.core.recipe import make_recipe
from girlsmoe_desktop.runtime import generator as runtime
from girlsmoe_desktop.runtime.library import open_model
from trainer import config as configs
from trainer import export, settings
from trainer.checkpoint import load_checkpoint, save_checkpoint
from trainer.models.folded import FoldedGenerator, fold
from trainer.models.generator import Generator
from trainer.runs import RunFolder
from trainer.start import read_start
from trainer.state import build_generator

SMALL = {"g_channels": "8", "g_blocks": "2"}


def lively(config, seed):
    """Returns a generator with norms that do something, and pictures that vary."""
    torch.manual_seed(seed)
    generator = build_generator(config)
    for module in generator.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.weight, 1, 0.3)
            nn.init.normal_(module.bias, 0, 0.3)
            module.running_mean.normal_()
            module.running_var.uniform_(0.5, 2)
    return generator.eval()


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A run folder with one checkpoint, whose average differs from the last weights."""
    config = configs.override(configs.preset("smoke"), SMALL)
    folder = RunFolder(tmp_path_factory.mktemp("run"))
    folder.save_config(config)
    average, last = (lively(config, seed) for seed in (1, 2))
    content = {
        "config": json.loads(settings.to_json(config)),
        "data": {"images": 12, "fingerprint": "f", "drawing": "1"},
        "torch": "2.13.0",
        "state": {
            "step": 70,
            "average": average.state_dict(),
            "generator": last.state_dict(),
        },
    }
    save_checkpoint(folder.checkpoint_path(70), content)
    return folder, average


@pytest.fixture(scope="module")
def model(run, tmp_path_factory):
    """An exported model's folder."""
    out = tmp_path_factory.mktemp("models") / "small"
    identity = export.Identity(name="Small", version="0.3", preview=True)
    export.export_model(run[0], out, identity=identity)
    return out


def test_the_folder_holds_one_onnx_file_and_its_manifest(model):
    assert sorted(entry.name for entry in model.iterdir()) == ["generator.onnx", "model.json"]
    assert [entry.name for entry in model.parent.iterdir()] == ["small"]
    manifest = read_manifest(model / "model.json")
    data = (model / "generator.onnx").read_bytes()
    assert manifest.sha256 == hashlib.sha256(data).hexdigest()
    assert (manifest.id, manifest.name, manifest.size) == ("small", "Small", 32)
    assert (manifest.labels, manifest.off, manifest.on) == (LABELS, -1.0, 1.0)
    assert manifest.preview
    assert manifest.version == "0.3"
    assert manifest.provenance["preset"] == "smoke"
    assert manifest.provenance["iterations"] == 70
    assert manifest.provenance["images_seen"] == 70 * 8


def test_onnxruntime_draws_what_the_averaged_unfolded_generator_draws(run, model):
    session = onnxruntime.InferenceSession(model / "generator.onnx")
    assert [i.name for i in session.get_inputs()] == ["z", "labels"]
    assert [o.name for o in session.get_outputs()] == ["img"]
    torch.manual_seed(5)
    for n in (1, 3):
        z, labels = torch.randn(n, 128), torch.rand(n, 34) * 2 - 1
        with torch.no_grad():
            expected = run[1](z, labels).numpy()
        (img,) = session.run(None, {"z": z.numpy(), "labels": labels.numpy()})
        assert img.dtype == np.float32
        assert expected.std() > 0.05
        np.testing.assert_allclose(img, expected, atol=1e-4)


def test_weights_of_half_the_bits_draw_the_same_to_one_step_of_pixels(run, model, tmp_path):
    out = tmp_path / "half"
    export.export_model(run[0], out, identity=export.Identity(half=True))
    sizes = [(folder / "generator.onnx").stat().st_size for folder in (model, out)]
    assert sizes[1] < 0.7 * sizes[0]
    pictures = []
    for folder in (model, out):
        opened = open_model(str(folder))
        recipes = [make_recipe(opened.manifest, seed, {}) for seed in range(4)]
        pictures.append(runtime.Generator(opened).paint(recipes).astype(int))
    assert 0 < np.abs(pictures[0] - pictures[1]).max() <= 1
    # A run can begin with them, and with the same shapes.
    whole, half = (read_start(folder).weights for folder in (model, out))
    assert {name: w.shape for name, w in whole.items()} == {n: w.shape for n, w in half.items()}
    assert all(weights.dtype == torch.float32 for weights in half.values())


def test_onnxruntime_draws_what_the_baseline_draws():
    config = configs.override(configs.preset("smoke"), SMALL | {"g_kind": "dcgan"})
    generator = lively(config, 3)
    model = export.generator_onnx(fold(generator))
    assert export.check_parity(model, generator) <= 1e-4


def test_the_applications_runtime_paints_what_torch_paints(run, model):
    opened = open_model(str(model))
    recipes = [make_recipe(opened.manifest, seed, {}) for seed in range(4)]
    pixels = runtime.Generator(opened).paint(recipes)
    z = torch.tensor(np.stack([recipe.z for recipe in recipes]))
    on = [[2.0 * recipe.strengths[label] - 1.0 for label in LABELS] for recipe in recipes]
    with torch.no_grad():
        img = run[1](z, torch.tensor(on))
    expected = ((img + 1) * 127.5).round().clamp(0, 255).permute(0, 2, 3, 1).numpy()
    assert np.abs(pixels.astype(float) - expected).max() <= 1


def test_the_graph_is_lean_and_keeps_no_paths(model):
    graph = onnx.load(model / "generator.onnx").graph
    kinds = {node.op_type for node in graph.node}
    assert "BatchNormalization" not in kinds
    widths = [list(i.dims) for i in graph.initializer if len(i.dims) == 4]
    assert not any(dims[2:] == [9, 9] for dims in widths)
    data = (model / "generator.onnx").read_bytes()
    assert b".py" not in data
    assert b"site-packages" not in data


def test_a_model_that_draws_something_else_is_refused_and_nothing_is_written(
    run, tmp_path, monkeypatch
):
    def slightly_off(generator: Generator) -> FoldedGenerator:
        folded = FoldedGenerator(generator)
        folded.conv_trunk.bias += 0.5
        return folded

    monkeypatch.setattr(export, "fold", slightly_off)
    with pytest.raises(UserError, match="differs from the trained generator"):
        export.export_model(run[0], tmp_path / "model")
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_export_is_replaced_and_other_folders_are_not(run, model, tmp_path, monkeypatch):
    # The slow part has been seen above.
    monkeypatch.setattr(export, "generator_onnx", lambda _: (model / "generator.onnx").read_bytes())
    out = tmp_path / "model"
    export.export_model(run[0], out, identity=export.Identity(name="First"))
    export.export_model(run[0], out, identity=export.Identity(name="Second"))
    assert read_manifest(out / "model.json").name == "Second"
    (out / "diary.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="holds other things"):
        export.export_model(run[0], out)
    assert len(list(out.iterdir())) == 3


@pytest.mark.parametrize(
    ("kwargs", "message"),
    [({"which": "71"}, "It has: 70"), ({"identity": export.Identity(id="My Model")}, "--id")],
)
def test_mistakes_are_told(run, model, tmp_path, monkeypatch, kwargs, message):
    monkeypatch.setattr(export, "generator_onnx", lambda _: (model / "generator.onnx").read_bytes())
    with pytest.raises(UserError, match=message):
        export.export_model(run[0], tmp_path / "model", **kwargs)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def quick(model, monkeypatch):
    """Skips the slow part, which has been seen above."""
    monkeypatch.setattr(export, "generator_onnx", lambda _: (model / "generator.onnx").read_bytes())


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.usefixtures("quick")
def test_weights_that_are_not_finite_are_refused(run, tmp_path):
    (tmp_path / "run" / "checkpoints").mkdir(parents=True)
    folder = RunFolder(tmp_path / "run")
    checkpoint = load_checkpoint(run[0].find_checkpoint())
    checkpoint["state"]["average"]["conv_out.bias"][1] = float("nan")
    save_checkpoint(folder.checkpoint_path(70), checkpoint)
    with pytest.raises(UserError, match="not finite"):
        export.export_model(folder, tmp_path / "model")
    assert not (tmp_path / "model").exists()


def test_a_model_that_turns_into_nan_is_refused(run, model, monkeypatch):
    class Broken:
        def __init__(self, *_, **__):
            pass

        def run(self, _names, inputs):
            return [np.full((len(inputs["z"]), 3, 32, 32), np.nan, np.float32)]

    monkeypatch.setattr(onnxruntime, "InferenceSession", Broken)
    with pytest.raises(UserError, match="not finite"):
        export.check_parity((model / "generator.onnx").read_bytes(), run[1])


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("failing", ["rename", "interrupt"])
def test_a_replacement_that_fails_keeps_the_earlier_export(run, tmp_path, monkeypatch, failing):
    out = tmp_path / "model"
    export.export_model(run[0], out, identity=export.Identity(name="First"))
    before = content(out)
    rename = Path.rename

    def fail(self, target):
        if self.name == "new":
            raise KeyboardInterrupt if failing == "interrupt" else OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    expected = KeyboardInterrupt if failing == "interrupt" else UserError
    with pytest.raises(expected):
        export.export_model(run[0], out, identity=export.Identity(name="Second"))
    assert content(out) == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["model"]


@pytest.mark.usefixtures("quick")
def test_the_current_folder_is_not_replaced(run, tmp_path, monkeypatch):
    out = tmp_path / "model"
    export.export_model(run[0], out)
    before = content(out)
    monkeypatch.chdir(out)
    for given in (Path(), out, Path("../model")):
        with pytest.raises(UserError, match="current folder"):
            export.export_model(run[0], given)
    assert content(Path.cwd()) == before


@pytest.mark.usefixtures("quick")
def test_a_checkpoint_whose_settings_are_anothers_is_told(run, tmp_path):
    folder = RunFolder(tmp_path / "run")
    checkpoint = load_checkpoint(run[0].find_checkpoint())
    checkpoint["config"]["g_channels"] = 4
    save_checkpoint(folder.checkpoint_path(70), checkpoint)
    with pytest.raises(UserError, match="does not hold the generator"):
        export.export_model(folder, tmp_path / "model")

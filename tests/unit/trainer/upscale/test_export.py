import dataclasses
import json

import numpy as np
import onnxruntime
import pytest
import torch

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.upscaler import read_upscaler_manifest
from girlsmoe_desktop.runtime.onnx_check import check_onnx
from tests.unit.trainer.upscale.conftest import drawing
from trainer.checkpoint import load_checkpoint
from trainer.runs import RunFolder
from trainer.upscale.export import FILES, UpscalerIdentity, export_upscaler
from trainer.upscale.network import UpscaleNetwork
from trainer.upscale.start import read_start


@pytest.fixture
def runs(trained, adversarial):
    soft, _ = trained("soft")
    start = read_start(soft.path, is_sharp=True)
    sharp, _ = trained("sharp", adversarial, start=start, paintings=[drawing(9, 32)])
    return soft, sharp.path


IDENTITY = UpscalerIdentity("moe-x2", "Moe 2x", "0.1", preview=True)


def test_the_folder_is_an_upscaler_of_the_application(runs, tmp_path):
    out = tmp_path / "moe-x2"
    export_upscaler(*runs, out, IDENTITY, 0.4)
    written = {path.name for path in out.iterdir()}
    assert written == {"soft.onnx", "sharp.onnx", "model.json", "card.md"}
    manifest = read_upscaler_manifest(out / "model.json")
    assert (manifest.scale, manifest.context, manifest.default_sharpness) == (2, 5, 0.4)
    for name in FILES[:2]:
        check_onnx((out / name).read_bytes(), name)
    card = (out / "card.md").read_text(encoding="utf-8")
    assert "preview" in card
    assert "free for any use" in card.lower()


def test_the_files_compute_what_the_averaged_networks_do_at_any_size(runs, tmp_path):
    export_upscaler(*runs, tmp_path / "out", IDENTITY, 0.5)
    for run, name in zip((runs[0], RunFolder(runs[1])), FILES[:2], strict=True):
        network = UpscaleNetwork(8, 1)
        network.load_state_dict(load_checkpoint(run.find_checkpoint())["state"]["average"])
        session = onnxruntime.InferenceSession(tmp_path / "out" / name)
        for shape in ((1, 3, 1, 1), (1, 3, 31, 17)):
            img = torch.rand(shape)
            with torch.no_grad():
                expected = network(img).numpy()
            seen = session.run(["upscaled"], {"img": img.numpy()})[0]
            assert np.abs(seen - expected).max() < 1e-4


def test_an_exported_upscaler_is_trained_on_and_its_steps_count(
    runs, trained, adversarial, tmp_path
):
    out = tmp_path / "moe-x2"
    export_upscaler(*runs, out, IDENTITY, 0.5)
    starts = [read_start(out, is_sharp) for is_sharp in (False, True)]
    for start, run in zip(starts, (runs[0], RunFolder(runs[1])), strict=True):
        assert start.steps == 6
        average = load_checkpoint(run.find_checkpoint())["state"]["average"]
        assert start.weights.keys() == average.keys()
        assert all(torch.equal(start.weights[name], average[name]) for name in average)
    soft, _ = trained("soft-2", start=starts[0])
    sharp, _ = trained("sharp-2", adversarial, start=starts[1], paintings=[drawing(9, 32)])
    export_upscaler(soft, sharp.path, tmp_path / "again", IDENTITY, 0.5)
    made = read_upscaler_manifest(tmp_path / "again" / "model.json").provenance
    assert (made["soft_steps"], made["sharp_steps"]) == (12, 12)
    assert made["began_with"].startswith("moe-x2 0.1")
    assert "weights of moe-x2 0.1" in (tmp_path / "again" / "card.md").read_text(encoding="utf-8")


def test_the_step_from_soft_to_sharp_is_laid_on_another_soft_network(runs, trained, tmp_path):
    first, again = tmp_path / "moe-x2", tmp_path / "again"
    export_upscaler(*runs, first, IDENTITY, 0.5)
    soft, _ = trained("soft-2", start=read_start(first, is_sharp=False))
    export_upscaler(soft, first, again, IDENTITY, 0.5)
    old, new = (
        [read_start(where, end).weights for end in (False, True)] for where in (first, again)
    )
    assert any(not torch.equal(old[0][name], new[0][name]) for name in old[0])
    for name in old[0]:
        torch.testing.assert_close(new[1][name] - new[0][name], old[1][name] - old[0][name])
    made = read_upscaler_manifest(again / "model.json").provenance
    assert (made["sharp_laid_from"], made["sharp_steps"]) == ("moe-x2 0.1", 6)
    assert "plus what" in (again / "card.md").read_text(encoding="utf-8")


def test_an_upscaler_of_another_shape_can_not_be_laid_on(runs, trained, tiny, tmp_path):
    export_upscaler(*runs, tmp_path / "moe-x2", IDENTITY, 0.5)
    wider, _ = trained("wider", dataclasses.replace(tiny, channels=12))
    with pytest.raises(UserError, match="another shape"):
        export_upscaler(wider, tmp_path / "moe-x2", tmp_path / "again", IDENTITY, 0.5)


def test_only_steps_of_the_same_kind_count_on(runs):
    soft, sharp = runs
    assert [read_start(soft.path, is_sharp).steps for is_sharp in (False, True)] == [6, 0]
    assert [read_start(sharp, is_sharp).steps for is_sharp in (False, True)] == [0, 6]


def test_figures_are_told(runs, tmp_path):
    told = tmp_path / "metrics.json"
    told.write_text(json.dumps({"summary": {"psnr": 31.5}}), encoding="utf-8")
    export_upscaler(*runs, tmp_path / "out", IDENTITY, 0.5, told)
    assert read_upscaler_manifest(tmp_path / "out" / "model.json").metrics == {"psnr": 31.5}
    assert "| psnr | 31.5 |" in (tmp_path / "out" / "card.md").read_text(encoding="utf-8")
    told.write_text("{}", encoding="utf-8")
    with pytest.raises(UserError, match=r"no metrics\.json"):
        export_upscaler(*runs, tmp_path / "out", IDENTITY, 0.5, told)


def test_networks_of_two_shapes_are_refused(trained, tiny, tmp_path):
    narrow, _ = trained("narrow")
    wide, _ = trained("wide", dataclasses.replace(tiny, channels=12))
    with pytest.raises(UserError, match="can't be blended"):
        export_upscaler(narrow, wide.path, tmp_path / "out", IDENTITY, 0.5)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("name", "sharpness"), [("../up", 0.5), ("fine", 1.5)])
def test_what_cannot_be_is_refused_before_anything_is_written(runs, tmp_path, name, sharpness):
    with pytest.raises(UserError):
        export_upscaler(*runs, tmp_path / "out", UpscalerIdentity(name, "x"), sharpness)
    assert not (tmp_path / "out").exists()


def test_another_folder_is_not_replaced(runs, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "diary.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="other things"):
        export_upscaler(*runs, tmp_path / "out", IDENTITY, 0.5)

import dataclasses
import json

import pytest

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.upscaler import (
    UpscalerManifest,
    read_upscaler_manifest,
    upscaler_from_json,
)

GOOD = UpscalerManifest(
    id="upscaler-x2",
    version="1.0",
    name="Upscaler",
    scale=2,
    context=16,
    default_sharpness=0.6,
    license="free",
    soft_sha256="0" * 64,
    sharp_sha256="1" * 64,
    preview=True,
    metrics={"psnr": 31.5},
    provenance={"steps": 1000},
)


def test_a_manifest_comes_back_as_it_was():
    assert upscaler_from_json(GOOD.to_json()) == GOOD


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"id": "../up"}, "the id"),
        ({"soft_sha256": "zz"}, "sha256"),
        ({"sharp_sha256": ""}, "sha256"),
        ({"scale": 0}, "scale"),
        ({"context": 10**6}, "context"),
        ({"default_sharpness": 1.5}, "sharpness"),
        ({"default_sharpness": float("nan")}, "sharpness"),
    ],
)
def test_what_cannot_be_is_refused(change, complaint):
    text = dataclasses.replace(GOOD, **change).to_json()
    with pytest.raises(ValueError, match=complaint):
        upscaler_from_json(text)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1, "kind": "generator"}', "[" * 9999])
def test_other_files_are_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the messages of the JSON reader vary
        upscaler_from_json(text)


def test_a_missing_field_is_named():
    data = json.loads(GOOD.to_json())
    del data["context"]
    with pytest.raises(ValueError, match="context"):
        upscaler_from_json(json.dumps(data))


def test_another_file_name_is_refused():
    data = json.loads(GOOD.to_json())
    data["files"] = {"../soft.onnx": "0" * 64, "sharp.onnx": "1" * 64}
    with pytest.raises(ValueError, match=r"soft\.onnx"):
        upscaler_from_json(json.dumps(data))


def test_the_file_is_named(tmp_path):
    with pytest.raises(UserError, match=r"model\.json can't be read"):
        read_upscaler_manifest(tmp_path / "model.json")
    (tmp_path / "model.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UserError, match=r"model\.json is damaged"):
        read_upscaler_manifest(tmp_path / "model.json")

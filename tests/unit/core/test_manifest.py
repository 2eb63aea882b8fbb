import json
from dataclasses import replace

import pytest

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.manifest import manifest_from_json, read_manifest


@pytest.fixture
def manifest(tiny_model):
    return tiny_model.manifest


def test_a_manifest_survives_json(manifest):
    assert manifest_from_json(manifest.to_json()) == manifest


def test_a_manifest_without_truncation_has_none_to_speak_of(manifest):
    assert "truncation" not in json.loads(manifest.to_json())
    short = replace(manifest, truncation=0.75)
    assert manifest_from_json(short.to_json()).truncation == 0.75


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (["format"], 99, "format is 99"),
        (["id"], "../evil", "may hold only"),
        (["file"], "/etc/passwd", "beside it as generator.onnx"),
        (["sha256"], "abc", "64 hexadecimal digits"),
        (["inputs", "z", "shape"], ["N", 0], "z_dim is 0"),
        (["inputs", "labels", "shape"], ["N", 3], "34 labels for a tensor of 3"),
        (["inputs", "labels", "on"], -1.0, "off is not on"),
        (["output", "shape"], ["N", 3, 16, 8], "square RGB"),
        (["truncation"], 0.0, "truncation must be above 0"),
        (["truncation"], 2.5, "at most 2"),
        (["truncation"], "short", "could not convert"),
        (["default_law"], "whim", "'whim' is not among its laws"),
        (["controls"], [], "exactly one control"),
        (["labels"], None, "missing or of the wrong kind"),
        (["laws", "uniform"], {"choices": {}, "odds": {}}, "no odds for"),
    ],
)
def test_damage_is_named(manifest, path, value, words):
    data = json.loads(manifest.to_json())
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(ValueError, match=words):
        manifest_from_json(json.dumps(data))


def test_a_file_that_is_no_manifest_is_named(tmp_path):
    path = tmp_path / "model.json"
    with pytest.raises(UserError, match=r"model\.json can't be read"):
        read_manifest(path)
    path.write_text("{")
    with pytest.raises(UserError, match=r"model\.json is damaged"):
        read_manifest(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UserError, match=r"model\.json is damaged"):
        read_manifest(path)

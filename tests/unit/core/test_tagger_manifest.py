import dataclasses
import json

import pytest

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.tagger import TaggerManifest, read_tagger_manifest, tagger_from_json

GOOD = TaggerManifest(
    id="tagger-128",
    version="1.0",
    name="Tagger",
    size=128,
    labels=("blonde_hair", "black_hair", "hat"),
    groups={"hair colour": (0, 2)},
    features=384,
    license="free",
    sha256="0" * 64,
    accuracy={"hat": 0.99},
    provenance={"epochs": 10},
)


def test_a_manifest_comes_back_as_it_was():
    assert tagger_from_json(GOOD.to_json()) == GOOD


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"id": "../up"}, "the id"),
        ({"sha256": "zz"}, "sha256"),
        ({"size": 0}, "size"),
        ({"features": 10**9}, "features"),
        ({"groups": {"hair colour": (0, 4)}}, "group"),
        ({"accuracy": {"hat": 1.5}}, "accuracy"),
        ({"accuracy": {"tail": 0.5}}, "accuracy"),
        ({"accuracy": {"hat": float("nan")}}, "accuracy"),
    ],
)
def test_what_cannot_be_is_refused(change, complaint):
    text = dataclasses.replace(GOOD, **change).to_json()
    with pytest.raises(ValueError, match=complaint):
        tagger_from_json(text)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1, "kind": "generator"}', "[" * 9999])
def test_other_files_are_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the messages of the JSON reader vary
        tagger_from_json(text)


def test_a_missing_field_is_named():
    data = json.loads(GOOD.to_json())
    del data["labels"]
    with pytest.raises(ValueError, match="labels"):
        tagger_from_json(json.dumps(data))


def test_another_file_name_is_refused():
    data = json.loads(GOOD.to_json())
    data["file"] = "../tagger.onnx"
    with pytest.raises(ValueError, match=r"tagger\.onnx"):
        tagger_from_json(json.dumps(data))


def test_the_file_is_named(tmp_path):
    with pytest.raises(UserError, match=r"model\.json can't be read"):
        read_tagger_manifest(tmp_path / "model.json")
    (tmp_path / "model.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UserError, match=r"model\.json is damaged"):
        read_tagger_manifest(tmp_path / "model.json")

import hashlib
import json
import shutil

import numpy as np
import onnx
import pytest

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.recipe import make_recipe, recipe_from_json
from girlsmoe_desktop.runtime.generator import MAX_BATCH, Generator, to_pixels
from girlsmoe_desktop.runtime.library import installed, installed_model, open_model


@pytest.fixture
def own_models(tiny_models, tmp_path, monkeypatch):
    """A copy of the tiny model that a test may damage, the only one that is installed."""
    shutil.copytree(tiny_models, tmp_path / "models")
    monkeypatch.setattr(
        "girlsmoe_desktop.runtime.library.search_folders", lambda: [tmp_path / "models"]
    )
    return tmp_path / "models"


def test_pictures_have_the_models_size_and_do_not_depend_on_the_batch(tiny_model):
    generator = Generator(tiny_model)
    recipes = [make_recipe(tiny_model.manifest, seed, {}) for seed in range(MAX_BATCH + 3)]
    together = generator.paint(recipes)
    assert together.shape == (len(recipes), 16, 16, 3)
    assert together.dtype == np.uint8
    alone = np.concatenate([generator.paint([recipe]) for recipe in recipes])
    assert int(np.abs(together.astype(int) - alone.astype(int)).max()) <= 1
    assert len({picture.tobytes() for picture in together}) == len(recipes)


def test_labels_reach_the_network(tiny_model):
    generator = Generator(tiny_model)
    red, blue = (
        make_recipe(tiny_model.manifest, 1, {"hair_color": color}) for color in ("red", "blue")
    )
    assert not np.array_equal(*generator.paint([red, blue]))


def test_no_recipes_give_no_pictures(tiny_model):
    assert Generator(tiny_model).paint([]).shape == (0, 16, 16, 3)


def test_values_map_to_pixels_at_both_ends_and_clip():
    img = np.array([-2.0, -1.0, 0.0, 1.0, 3.0, 1.0], np.float32).reshape(1, 3, 1, 2)
    assert to_pixels(img, -1.0, 1.0).reshape(2, 3).T.ravel().tolist() == [0, 0, 128, 255, 255, 255]


def test_only_local_providers_are_used(tiny_model):
    assert Generator(tiny_model).provider != "AzureExecutionProvider"


def test_a_recipe_of_other_weights_is_refused(tiny_model):
    recipe = make_recipe(tiny_model.manifest, 1, {})
    other = recipe_from_json(recipe.to_json().replace(tiny_model.manifest.sha256, "0" * 64))
    with pytest.raises(UserError, match="made for other weights of tiny"):
        Generator(tiny_model).paint([other])


def test_a_recipe_of_another_size_is_refused(tiny_model):
    recipe = make_recipe(tiny_model.manifest, 1, {})
    data = json.loads(recipe.to_json()) | {"z": "AACAPw=="}
    with pytest.raises(UserError, match="1 noise values, the model tiny takes 8"):
        Generator(tiny_model).paint([recipe_from_json(json.dumps(data))])


def test_models_are_found_by_id_folder_and_default(own_models):
    assert list(installed().models) == ["tiny"]
    assert open_model("tiny").folder == own_models / "tiny"
    assert open_model(str(own_models / "tiny")).manifest.id == "tiny"
    assert open_model().manifest.id == "tiny"


def test_a_model_that_is_not_there_is_answered_with_those_that_are(own_models):
    with pytest.raises(UserError, match="no model 'other': installed are tiny"):
        open_model("other")
    shutil.rmtree(own_models / "tiny")
    with pytest.raises(UserError, match="No model is installed"):
        open_model()


def test_a_finished_model_is_preferred_to_a_larger_preview(own_models):
    shutil.copytree(own_models / "tiny", own_models / "large")
    path = own_models / "large" / "model.json"
    data = json.loads(path.read_text())
    data |= {"id": "large", "preview": True}
    data["output"]["shape"] = ["N", 3, 64, 64]
    path.write_text(json.dumps(data))
    assert open_model().manifest.id == "tiny"


def test_damaged_weights_are_named(own_models):
    weights = own_models / "tiny" / "generator.onnx"
    model = open_model("tiny")
    weights.write_bytes(weights.read_bytes()[:-1] + b"!")
    with pytest.raises(UserError, match=r"generator\.onnx are damaged"):
        Generator(model)
    weights.unlink()
    with pytest.raises(UserError, match=r"generator\.onnx can't be read"):
        Generator(model)


def test_weights_that_are_no_network_are_refused(own_models):
    (own_models / "tiny" / "generator.onnx").write_bytes(b"nonsense")
    path = own_models / "tiny" / "model.json"
    data = json.loads(path.read_text()) | {"sha256": hashlib.sha256(b"nonsense").hexdigest()}
    path.write_text(json.dumps(data))
    with pytest.raises(UserError, match=r"generator\.onnx can't be used as an ONNX model"):
        Generator(open_model("tiny"))


def test_a_manifest_that_lies_about_shapes_is_refused(own_models):
    path = own_models / "tiny" / "model.json"
    data = json.loads(path.read_text())
    data["inputs"]["z"]["shape"] = ["N", 9]
    path.write_text(json.dumps(data))
    with pytest.raises(UserError, match="its manifest says"):
        Generator(open_model("tiny"))


def test_an_id_from_a_file_is_never_taken_for_a_path(own_models):
    assert installed_model("tiny").manifest.id == "tiny"
    with pytest.raises(UserError, match="no model"):
        installed_model(str(own_models / "tiny"))


def test_models_go_by_the_id_in_their_manifest(own_models):
    (own_models / "tiny").rename(own_models / "some-folder")
    assert list(installed().models) == ["tiny"]
    assert open_model("tiny").folder == own_models / "some-folder"


def test_a_damaged_model_hides_no_other(own_models):
    (own_models / "broken").mkdir()
    (own_models / "broken" / "model.json").write_text("[" * 100_000)
    found = installed()
    assert list(found.models) == ["tiny"]
    assert "broken" in str(found.damaged[0])
    assert open_model().manifest.id == "tiny"


def test_a_name_that_is_too_long_is_no_model():
    with pytest.raises(UserError, match="no model"):
        open_model("x" * 5000)


def rewrite(folder, change):
    """Changes a model's network and gives the manifest its new checksum."""
    network = onnx.load(folder / "generator.onnx")
    change(network)
    data = network.SerializeToString()
    (folder / "generator.onnx").write_bytes(data)
    manifest = json.loads((folder / "model.json").read_text())
    manifest["sha256"] = hashlib.sha256(data).hexdigest()
    (folder / "model.json").write_text(json.dumps(manifest))


@pytest.mark.parametrize("kind", ["here", "relative", "absolute"])
def test_weights_outside_the_file_are_refused(own_models, tmp_path, monkeypatch, kind):
    outside = tmp_path / "weights.bin"
    location = {"here": "weights.bin", "relative": "./weights.bin", "absolute": str(outside)}[kind]

    def move_out(network):
        tensor = next(t for t in network.graph.initializer if t.name == "weights")
        outside.write_bytes(tensor.raw_data)
        tensor.ClearField("raw_data")
        tensor.data_location = onnx.TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value=location)

    rewrite(own_models / "tiny", move_out)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match="takes weights from another file"):
        Generator(open_model("tiny"))


def test_a_network_for_one_picture_at_a_time_is_refused(own_models):
    def fix_batch(network):
        for value in (*network.graph.input, *network.graph.output):
            value.type.tensor_type.shape.dim[0].dim_value = 1

    rewrite(own_models / "tiny", fix_batch)
    with pytest.raises(UserError, match="free batch size"):
        Generator(open_model("tiny"))


def test_a_tagger_beside_the_generators_is_passed_over(own_models):
    (own_models / "tagger").mkdir()
    text = '{"format": 1, "kind": "tagger"}'
    (own_models / "tagger" / "model.json").write_text(text, encoding="utf-8")
    found = installed()
    assert list(found.models) == ["tiny"]
    assert not found.damaged

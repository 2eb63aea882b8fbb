"""Taggers of three kinds, and what is said of files that are none."""

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper
from PIL import Image

from girlsmoe_desktop.core.attributes import LABEL_INDEX, LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.data.tag_map import DEFAULT_TABLE, TagMap, decide, doubts, read_table
from trainer.data.taggers import open_tagger

BUNDLED = Path(__file__).resolve().parents[5] / "assets" / "models" / "tagger-64"
RED = Image.new("RGB", (20, 20), (255, 0, 0))


def sigmoid(value):
    return 1 / (1 + np.exp(-value))


def of(sight, label):
    return sight.probabilities[:, LABEL_INDEX[label]]


def test_a_wd_tagger_is_given_blue_green_red_from_0_to_255(wd, kit):
    tagger = open_tagger(wd)
    assert tagger.kind == "wd"
    pictures = [RED, Image.new("RGB", (8, 8), (0, 0, 200))]
    sight = tagger.read(pictures)
    np.testing.assert_allclose(of(sight, "red_hair"), sigmoid(np.array([7.75, -5])), rtol=1e-4)
    np.testing.assert_allclose(of(sight, "blue_eyes"), sigmoid(np.array([-5, 5])), rtol=1e-4)
    assert sight.features.shape == (2, len(kit.WD_TAGS))
    assert "silver_hair" in tagger.unknown
    assert "red_hair" not in tagger.unknown


def test_illustration2vec_is_given_what_is_less_its_mean_and_has_features(tmp_path, kit):
    tags = ["1girl", "blonde hair", "red eyes"]
    values = {1: ((0, 0, 0.01), 0.5), 2: ((0.01, 0, 0), -0.5)}
    tagger = open_tagger(kit.write_i2v(tmp_path / "i2v", tags, values=values))
    assert tagger.kind == "i2v"
    sight = tagger.read([RED])
    red, blue = 255 - 181.13838569, 0 - 164.76139251
    np.testing.assert_allclose(of(sight, "blonde_hair"), sigmoid(0.5 + 0.01 * red), rtol=1e-4)
    np.testing.assert_allclose(of(sight, "red_eyes"), sigmoid(-0.5 + 0.01 * blue), rtol=1e-4)
    means = [blue, -167.47864617, red]
    np.testing.assert_allclose(sight.features[0], [*means, *means], rtol=1e-4)


def test_our_own_is_given_what_spans_minus_one_to_one(tmp_path, kit):
    data = kit.network(34, {3: ((2, 0, 0), 1)}, features=3)
    (tmp_path / "tagger.onnx").write_bytes(data)
    (tmp_path / "model.json").write_text(json.dumps(kit.own_manifest(data)), encoding="utf-8")
    tagger = open_tagger(tmp_path)
    sight = tagger.read([RED])
    np.testing.assert_allclose(of(sight, LABELS[3]), sigmoid(3.0), rtol=1e-4)
    np.testing.assert_allclose(sight.features, [[1, -1, -1]], atol=1e-6)
    assert tagger.unknown == ()


def test_the_bundled_one_reads():
    sight = open_tagger(BUNDLED).read([RED])
    assert sight.features.shape == (1, 384)
    np.testing.assert_allclose(sight.probabilities[0, :13].sum(), 1, atol=1e-3)


def test_a_fixed_number_of_pictures_is_filled_up(tmp_path, kit):
    values = {1: ((0, 0, 0.05), -5)}
    tags = ["x", "red_hair"]
    free = open_tagger(kit.write_wd(tmp_path / "free", tags, values=values))
    fixed = open_tagger(kit.write_wd(tmp_path / "fixed", tags, values=values, batch=4))
    assert fixed.batch == 4
    np.testing.assert_array_equal(fixed.read([RED]).probabilities, free.read([RED]).probabilities)


def test_a_file_may_be_named_and_a_kind_be_given(wd):
    assert open_tagger(wd / "model.onnx").kind == "wd"
    with pytest.raises(UserError, match=r"There is no .*tag_list\.json"):
        open_tagger(wd, "i2v")


def test_channels_in_the_other_place_are_told(tmp_path, kit):
    folder = kit.write_wd(tmp_path / "wd", ["red_hair"])
    (folder / "model.onnx").write_bytes(kit.network(1, {}))
    with pytest.raises(UserError, match=r"takes in \['N', 3, 8, 8\].*\(N, side, side, 3\)"):
        open_tagger(folder)


def test_a_list_of_another_length_is_told(wd):
    path = wd / "selected_tags.csv"
    path.write_text(path.read_text(encoding="utf-8") + "9,more,0,1\n", encoding="utf-8")
    with pytest.raises(UserError, match="gives out of 8, but the list beside it names 9 tags"):
        open_tagger(wd)


def test_a_missing_list_is_told(wd):
    (wd / "selected_tags.csv").unlink()
    with pytest.raises(UserError, match="holds no tagger"):
        open_tagger(wd)
    with pytest.raises(UserError, match=r"There is no .*selected_tags\.csv"):
        open_tagger(wd, "wd")


def test_a_table_without_names_is_told(wd):
    (wd / "selected_tags.csv").write_text("tag,count\nx,1\n", encoding="utf-8")
    with pytest.raises(UserError, match="no column 'name'"):
        open_tagger(wd)


@pytest.mark.parametrize("text", ["{}", "[1, 2]", "no list"])
def test_a_damaged_list_is_told(tmp_path, text, kit):
    folder = kit.write_i2v(tmp_path / "i2v", ["red hair"])
    (folder / "tag_list.json").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="no JSON list of tags"):
        open_tagger(folder)


def test_tags_of_something_else_are_told(tmp_path, kit):
    with pytest.raises(UserError, match="none means one of the 34 labels"):
        open_tagger(kit.write_wd(tmp_path / "wd", ["cat", "dog"]))


def test_a_file_that_is_no_network_is_told(wd):
    (wd / "model.onnx").write_bytes(b"nothing")
    with pytest.raises(UserError, match=r"onnxruntime can't load model\.onnx"):
        open_tagger(wd)


def test_two_networks_are_too_many_and_none_too_few(tmp_path, kit):
    folder = kit.write_i2v(tmp_path / "i2v", ["red hair"])
    (folder / "other.onnx").write_bytes(b"")
    with pytest.raises(UserError, match="2 ONNX files"):
        open_tagger(folder)
    for path in folder.glob("*.onnx"):
        path.unlink()
    with pytest.raises(UserError, match="no ONNX file"):
        open_tagger(folder)
    with pytest.raises(UserError, match="There is no tagger"):
        open_tagger(tmp_path / "nowhere")


def test_numbers_that_are_no_probabilities_are_told(tmp_path, kit):
    tagger = open_tagger(kit.write_wd(tmp_path / "wd", ["red_hair"], sigmoid=False))
    with pytest.raises(UserError, match="no probabilities"):
        tagger.read([RED])


def test_a_damaged_own_tagger_is_told(tmp_path, kit):
    data = kit.network(34, {}, features=3)
    (tmp_path / "tagger.onnx").write_bytes(data[:-1])
    (tmp_path / "model.json").write_text(json.dumps(kit.own_manifest(data)), encoding="utf-8")
    with pytest.raises(UserError, match="not the file that its"):
        open_tagger(tmp_path)


def test_weights_beside_the_network_are_not_reached_for(tmp_path, monkeypatch, kit):
    folder = kit.write_wd(tmp_path / "wd", ["red_hair"])
    model = onnx.load(folder / "model.onnx")
    weights = next(each for each in model.graph.initializer if each.name == "weights")
    (tmp_path / "secret.bin").write_bytes(weights.raw_data)
    weights.ClearField("raw_data")
    weights.data_location = TensorProto.EXTERNAL
    weights.external_data.add(key="location", value="secret.bin")
    (folder / "model.onnx").write_bytes(model.SerializeToString())
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match="holds all of its weights"):
        open_tagger(folder)


def test_an_input_of_whole_numbers_is_told(tmp_path, kit):
    folder = kit.write_wd(tmp_path / "wd", ["red_hair"])
    nodes = [
        helper.make_node("Cast", ["in"], ["floats"], to=TensorProto.FLOAT),
        helper.make_node("ReduceMean", ["floats"], ["out"], keepdims=0),
    ]
    graph = helper.make_graph(
        nodes,
        "t",
        [helper.make_tensor_value_info("in", TensorProto.INT64, ["N", kit.SIDE, kit.SIDE, 3])],
        [helper.make_tensor_value_info("out", TensorProto.FLOAT, [])],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    (folder / "model.onnx").write_bytes(model.SerializeToString())
    with pytest.raises(UserError, match="picture tensor"):
        open_tagger(folder)


def test_the_likeliest_of_several_tags_counts():
    table = TagMap(["very long hair", "long_hair", "grey_hair"])
    seen = table(np.array([[0.7, 0.2, 0.4]], np.float32))[0]
    assert seen[LABEL_INDEX["long_hair"]] == np.float32(0.7)
    assert seen[LABEL_INDEX["gray_hair"]] == np.float32(0.4)
    assert seen[LABEL_INDEX["silver_hair"]] == 0


def test_a_table_changes_what_it_names(tmp_path):
    path = tmp_path / "map.json"
    path.write_text('{"hat": ["beret"]}', encoding="utf-8")
    table = read_table(path)
    assert table["hat"] == ("beret",)
    assert table["smile"] == DEFAULT_TABLE["smile"]
    path.write_text('{"cap": ["beret"]}', encoding="utf-8")
    with pytest.raises(UserError, match="'cap'"):
        read_table(path)
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(UserError, match="no table"):
        read_table(path)
    with pytest.raises(UserError, match="can't be read"):
        read_table(tmp_path / "nothing.json")


def test_one_colour_each_is_on_and_the_rest_above_the_threshold():
    seen = np.full((1, 34), 0.1, np.float32)
    seen[0, [4, 30]] = 0.15, 0.12
    seen[0, [LABEL_INDEX["hat"], LABEL_INDEX["smile"]]] = 0.25, 0.26
    on = [LABELS[place] for place in np.flatnonzero(decide(seen)[0])]
    assert on == [LABELS[4], "smile", LABELS[30]]
    assert decide(seen, 0.2)[0, LABEL_INDEX["hat"]]


def test_the_unsure_is_more_doubtful_than_the_sure():
    sure, unsure = np.zeros((2, 34), np.float32)
    sure[[0, 24]] = 1
    unsure[:] = 0.25
    values = doubts(np.stack([sure, unsure]))
    np.testing.assert_allclose(values, [0, (0.75 + 0.75 + 1) / 3], atol=1e-6)

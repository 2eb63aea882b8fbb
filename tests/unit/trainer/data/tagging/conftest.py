"""A folder of faces as detect writes it, and taggers of each kind in a few operators."""

import hashlib
import json
from types import SimpleNamespace

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

from girlsmoe_desktop.core.attributes import LABELS

SIDE = 8
GRAY = (128, 128, 128)


def write_faces(folder, about, size=40):
    """Writes faces of one colour each; about is id -> what its row says besides."""
    (folder / "faces").mkdir(parents=True)
    lines = []
    for id_, more in about.items():
        color = more.get("color", GRAY)
        Image.new("RGB", (size, size), color).save(folder / "faces" / f"{id_}.webp", lossless=True)
        row = {"id": id_, "status": "kept", "file": f"faces/{id_}.webp", "picture": id_}
        row |= {"size": size, **{key: value for key, value in more.items() if key != "color"}}
        lines += [row, {"id": f"picture {id_}", "status": "done"}]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (folder / "records.jsonl").write_text(text, encoding="utf-8")
    return folder


def network(tags, values, *, channels_last=False, features=0, side=SIDE, batch="N", sigmoid=True):
    """An ONNX file: the mean of each colour, times weights (3, tags), plus a bias.

    Args:
        tags: How many there are.
        values: {tag: (weights of three channels, bias)}; all others have a bias of -8.
    """
    shape = [batch, side, side, 3] if channels_last else [batch, 3, side, side]
    weights, bias = np.zeros((3, tags), np.float32), np.full(tags, -8, np.float32)
    for place, (of_colors, offset) in values.items():
        weights[:, place], bias[place] = of_colors, offset
    last = "logits" if sigmoid else "out"
    nodes = [
        helper.make_node("ReduceMean", ["in", "axes"], ["means"], keepdims=0),
        helper.make_node("MatMul", ["means", "weights"], ["weighed"]),
        helper.make_node("Add", ["weighed", "bias"], [last]),
    ]
    nodes += [helper.make_node("Sigmoid", ["logits"], ["out"])] if sigmoid else []
    outputs = [helper.make_tensor_value_info("out", TensorProto.FLOAT, [batch, tags])]
    if features:
        nodes.append(helper.make_node("Tile", ["means", "times"], ["more"]))
        outputs.append(helper.make_tensor_value_info("more", TensorProto.FLOAT, [batch, features]))
    graph = helper.make_graph(
        nodes,
        "tagger",
        [helper.make_tensor_value_info("in", TensorProto.FLOAT, shape)],
        outputs,
        [
            numpy_helper.from_array(np.array([1, 2] if channels_last else [2, 3]), "axes"),
            numpy_helper.from_array(weights, "weights"),
            numpy_helper.from_array(bias, "bias"),
            numpy_helper.from_array(np.array([1, max(features // 3, 1)]), "times"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    return model.SerializeToString()


def write_wd(folder, tags, **options):
    """Writes a tagger of the WD v3 kind: BGR from 0 to 255, channels last."""
    folder.mkdir(parents=True, exist_ok=True)
    values = options.pop("values", {})
    (folder / "model.onnx").write_bytes(network(len(tags), values, channels_last=True, **options))
    rows = ["tag_id,name,category,count", *(f"{n},{tag},0,9" for n, tag in enumerate(tags))]
    (folder / "selected_tags.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def write_i2v(folder, tags, **options):
    """Writes one of the kind of Illustration2Vec: BGR less its mean, channels first."""
    folder.mkdir(parents=True, exist_ok=True)
    values = options.pop("values", {})
    model = network(len(tags), values, features=options.pop("features", 6), **options)
    (folder / "illust2vec_tag.onnx").write_bytes(model)
    (folder / "tag_list.json").write_text(json.dumps(tags), encoding="utf-8")
    return folder


# Hair: green or, where there is more red, red; the eyes likewise blue and pink; a hat where it is
# bright, glasses always a little, a smile never.
WD_TAGS = ["rating", "green_hair", "red_hair", "blue_eyes", "pink_eyes", "hat", "glasses", "smile"]
WD_VALUES = {
    1: ((0, 0.05, 0), -5),
    2: ((0, 0, 0.05), -5),
    3: ((0.05, 0, 0), -5),
    4: ((0, 0, 0.04), -5),
    5: ((0.02, 0.02, 0.02), -8),
    6: ((0, 0, 0), -0.7),
}


@pytest.fixture
def kit():
    """What makes the folders and the taggers."""
    makers = (network, own_manifest, write_faces, write_i2v, write_wd)
    tables = {"SIDE": SIDE, "WD_TAGS": WD_TAGS, "WD_VALUES": WD_VALUES}
    return SimpleNamespace(**tables, **{make.__name__: make for make in makers})


@pytest.fixture
def wd(tmp_path):
    return write_wd(tmp_path / "wd", WD_TAGS, values=WD_VALUES)


@pytest.fixture
def faces(tmp_path):
    """Six faces of which the colours tell what the tagger `wd` sees."""
    return write_faces(
        tmp_path / "faces-of-six",
        {
            "red": {"color": (255, 0, 0), "year": 2004, "neighbours": 40},
            "green": {"color": (0, 255, 0), "year": 2005, "neighbours": 40},
            "blue": {"color": (0, 0, 255), "year": 2010, "neighbours": 40},
            "white": {"color": (255, 255, 255), "year": 2010, "neighbours": 40},
            "black": {"color": (0, 0, 0), "neighbours": 5},
            "yellow": {"color": (255, 255, 0), "year": 2012, "size": 20, "neighbours": 40},
        },
    )


@pytest.fixture
def tagged(faces, wd):
    from trainer.data.face_table import read_faces
    from trainer.data.tag import tag_faces
    from trainer.data.taggers import open_tagger

    tag_faces(faces, read_faces(faces), open_tagger(wd))
    return faces


def own_manifest(data):
    return {
        "format": 1,
        "kind": "tagger",
        "id": "own",
        "version": "1.0",
        "name": "Own",
        "license": "Free.",
        "file": "tagger.onnx",
        "sha256": hashlib.sha256(data).hexdigest(),
        "size": SIDE,
        "labels": list(LABELS),
        "groups": {},
        "features": 3,
        "accuracy": {},
        "provenance": {},
    }

"""Fixtures for every layer: a tiny model that runs at once, and a program kept out of $HOME."""

from __future__ import annotations

import hashlib
import os

import numpy as np
import pytest

# Before anything imports Qt: tests need no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.controls import paper_controls
from girlsmoe_desktop.core.law import paper_laws
from girlsmoe_desktop.core.manifest import Manifest


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="keep the portraits as they are drawn now"
    )


TINY_SIZE_PX = 16
TINY_Z_DIM = 8


def tiny_onnx() -> bytes:
    """A generator in two operators: img = tanh(concat(z, labels) @ weights)."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    outputs = 3 * TINY_SIZE_PX * TINY_SIZE_PX
    rng = np.random.default_rng(0)
    weights = rng.normal(0, 0.3, (TINY_Z_DIM + len(LABELS), outputs)).astype(np.float32)
    nodes = [
        helper.make_node("Concat", ["z", "labels"], ["both"], axis=1),
        helper.make_node("MatMul", ["both", "weights"], ["flat"]),
        helper.make_node("Tanh", ["flat"], ["bounded"]),
        helper.make_node("Reshape", ["bounded", "shape"], ["img"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [
            helper.make_tensor_value_info("z", TensorProto.FLOAT, ["N", TINY_Z_DIM]),
            helper.make_tensor_value_info("labels", TensorProto.FLOAT, ["N", len(LABELS)]),
        ],
        [
            helper.make_tensor_value_info(
                "img", TensorProto.FLOAT, ["N", 3, TINY_SIZE_PX, TINY_SIZE_PX]
            )
        ],
        [
            numpy_helper.from_array(weights, "weights"),
            numpy_helper.from_array(np.array([-1, 3, TINY_SIZE_PX, TINY_SIZE_PX]), "shape"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def tiny_manifest(sha256: str) -> Manifest:
    return Manifest(
        id="tiny",
        version="1.0",
        name="Tiny",
        z_dim=TINY_Z_DIM,
        size=TINY_SIZE_PX,
        labels=LABELS,
        controls=paper_controls(),
        laws=paper_laws(),
        default_law="empirical",
        license="Free for any use.",
        sha256=sha256,
    )


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory):
    """A folder of models that holds one, `tiny`. Tests that damage it must copy it first."""
    root = tmp_path_factory.mktemp("models")
    folder = root / "tiny"
    folder.mkdir()
    data = tiny_onnx()
    (folder / "generator.onnx").write_bytes(data)
    manifest = tiny_manifest(hashlib.sha256(data).hexdigest())
    (folder / "model.json").write_text(manifest.to_json(), encoding="utf-8")
    return root


@pytest.fixture
def tiny_model(tiny_models):
    """The tiny model, opened."""
    from girlsmoe_desktop.runtime.library import open_model

    return open_model(str(tiny_models / "tiny"))


@pytest.fixture(autouse=True)
def isolated_home(tmp_path_factory, monkeypatch):
    """Keeps settings, data and caches of the person who runs the tests out of them."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA"):
        monkeypatch.setenv(variable, str(home))
    monkeypatch.delenv("GIRLSMOE_MODELS", raising=False)


def tiny_tagger_onnx() -> bytes:
    """A tagger that reads what `tiny_onnx` painted: each label by its own weights."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    generator = onnx.load_from_string(tiny_onnx())
    weights = numpy_helper.to_array(generator.graph.initializer[0])[TINY_Z_DIM:]
    side = TINY_SIZE_PX
    nodes = [
        helper.make_node("Flatten", ["img"], ["flat"], axis=1),
        helper.make_node("MatMul", ["flat", "weights"], ["logits"]),
        helper.make_node("Sigmoid", ["logits"], ["probabilities"]),
        helper.make_node("Identity", ["flat"], ["features"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny-tagger",
        [helper.make_tensor_value_info("img", TensorProto.FLOAT, ["N", 3, side, side])],
        [
            helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["N", len(LABELS)]),
            helper.make_tensor_value_info("features", TensorProto.FLOAT, ["N", 3 * side * side]),
        ],
        [numpy_helper.from_array(np.ascontiguousarray(weights.T), "weights")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


@pytest.fixture
def tiny_tagger(tmp_path, monkeypatch):
    """Installs a tagger for the tiny model."""
    from girlsmoe_desktop.core.tagger import TaggerManifest

    folder = tmp_path / "taggers" / "tiny-tagger"
    folder.mkdir(parents=True)
    data = tiny_tagger_onnx()
    (folder / "tagger.onnx").write_bytes(data)
    manifest = TaggerManifest(
        "tiny-tagger",
        "1.0",
        "Tiny",
        TINY_SIZE_PX,
        LABELS,
        {"hair_color": (0, 13), "eye_color": (24, 34)},
        3 * TINY_SIZE_PX * TINY_SIZE_PX,
        "Free.",
        hashlib.sha256(data).hexdigest(),
    )
    (folder / "model.json").write_text(manifest.to_json(), encoding="utf-8")
    monkeypatch.setenv("GIRLSMOE_MODELS", str(folder.parent))
    return folder


TINY_UPSCALER_CONTEXT = 2


def tiny_upscaler_onnx(seed: int, kind=np.float32, width: int = 6) -> bytes:
    """A network that doubles pixels and adds what two convolutions make of them."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    rng = np.random.default_rng(seed)
    shapes = {"w1": (width, 3, 3, 3), "b1": (width,), "w2": (12, width, 3, 3), "b2": (12,)}
    weights = {name: rng.normal(0, 0.06, shape).astype(kind) for name, shape in shapes.items()}
    half = kind == np.float16
    first, last = ("half", "shuffled") if half else ("img", "upscaled")
    nodes = [
        helper.make_node("Conv", [first, "w1", "b1"], ["a"], pads=[1, 1, 1, 1]),
        helper.make_node("LeakyRelu", ["a"], ["b"], alpha=0.2),
        helper.make_node("Conv", ["b", "w2", "b2"], ["c"], pads=[1, 1, 1, 1]),
        helper.make_node("Gather", [first, "copies"], ["doubled"], axis=1),
        helper.make_node("Add", ["c", "doubled"], ["d"]),
        helper.make_node("DepthToSpace", ["d"], [last], blocksize=2, mode="CRD"),
    ]
    if half:
        nodes.insert(0, helper.make_node("Cast", ["img"], ["half"], to=TensorProto.FLOAT16))
        nodes.append(helper.make_node("Cast", ["shuffled"], ["upscaled"], to=TensorProto.FLOAT))
    sides = (("img", ["H", "W"]), ("upscaled", ["2*H", "2*W"]))
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 3, *free])
        for name, free in sides
    ]
    graph = helper.make_graph(
        nodes,
        "tiny-upscaler",
        ends[:1],
        ends[1:],
        [
            *(numpy_helper.from_array(value, name) for name, value in weights.items()),
            numpy_helper.from_array(np.repeat(np.arange(3), 4), "copies"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def write_upscaler(folder, soft: bytes, sharp: bytes, **changes):
    """Writes an upscaler's folder, and returns it."""
    from girlsmoe_desktop.core.upscaler import UpscalerManifest

    folder.mkdir(parents=True)
    (folder / "soft.onnx").write_bytes(soft)
    (folder / "sharp.onnx").write_bytes(sharp)
    said = {
        "id": folder.name,
        "version": "1.0",
        "name": "Tiny upscaler",
        "scale": 2,
        "context": TINY_UPSCALER_CONTEXT,
        "default_sharpness": 0.5,
        "license": "Free.",
        "soft_sha256": hashlib.sha256(soft).hexdigest(),
        "sharp_sha256": hashlib.sha256(sharp).hexdigest(),
    }
    manifest = UpscalerManifest(**{**said, **changes})
    (folder / "model.json").write_text(manifest.to_json(), encoding="utf-8")
    return folder


@pytest.fixture
def tiny_upscaler(tmp_path):
    """The folder of an upscaler that runs at once; it lies in no place that is searched."""
    return write_upscaler(
        tmp_path / "upscalers" / "tiny-x2", tiny_upscaler_onnx(1), tiny_upscaler_onnx(2)
    )

"""Files that a hostile or careless hand could have made; none of them may reach onnxruntime."""

import io
import pickle
import random
import zipfile

import numpy as np
import onnx
import pytest
from google.protobuf.message import DecodeError
from onnx import TensorProto, helper, numpy_helper

from girlsmoe_desktop import resources
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime import onnx_check
from girlsmoe_desktop.runtime.onnx_check import OPERATORS, check_onnx


@pytest.fixture
def tiny(tiny_models):
    return (tiny_models / "tiny" / "generator.onnx").read_bytes()


def changed(data, change):
    network = onnx.load_from_string(data)
    change(network)
    return network.SerializeToString()


def refusal(data):
    with pytest.raises(UserError) as refused:
        check_onnx(data, "The weights of x")
    words = str(refused.value)
    assert words.startswith("The weights of x can't be used as an ONNX model: ")
    assert words.endswith("choose another.")
    return words


def test_what_the_project_exports_passes(tiny):
    check_onnx(tiny, "tiny")
    for path in (resources.assets() / "models").glob("*/generator.onnx"):
        check_onnx(path.read_bytes(), path.parent.name)


def zipped():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("archive/data.pkl", pickle.dumps([1]))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no network"),
        (b"nonsense", "is not allowed there"),
        (pickle.dumps({"weights": [1.0]}), "pickle"),
        (zipped(), "zip archive"),
        (b"\x08\x00\x00\x00ORTM" + bytes(64), "onnxruntime's own"),
        (b"\x89PNG\r\n\x1a\n", "not allowed|cut off"),
        (b"\x3a\xff\xff\xff\xff\x0f", "cut off"),
        (b"\x08" + b"\xff" * 11, "too long"),
        (b"\x08\x0a\x08\x0a", "twice"),
    ],
)
def test_what_is_no_network_is_refused_whatever_it_is_called(data, reason):
    with pytest.raises(UserError, match=reason):
        check_onnx(data, "moe.onnx")


def weights_of(network):
    return next(tensor for tensor in network.graph.initializer if tensor.name == "weights")


def external(tensor):
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../../secret")


def test_weights_elsewhere_are_refused_by_either_sign(tiny):
    assert "another file" in refusal(changed(tiny, lambda n: external(weights_of(n))))

    def only_said(network):
        weights_of(network).data_location = TensorProto.EXTERNAL

    assert "another file" in refusal(changed(tiny, only_said))

    def only_named(network):
        weights_of(network).external_data.add(key="location", value="x")

    assert "another file" in refusal(changed(tiny, only_named))


def test_weights_elsewhere_are_refused_in_attributes_too(tiny):
    def add_constant(network):
        value = numpy_helper.from_array(np.zeros(2, np.float32))
        external(value)
        network.graph.node.append(helper.make_node("Constant", [], ["c"], value=value))

    assert "another file" in refusal(changed(tiny, add_constant))


def test_networks_within_operators_are_refused(tiny):
    inner = helper.make_graph([helper.make_node("Identity", ["a"], ["b"])], "inner", [], [])

    def add_branch(network):
        node = helper.make_node("If", ["c"], ["d"], then_branch=inner, else_branch=inner)
        network.graph.node.append(node)

    def hide_in_a_harmless_one(network):
        network.graph.node[0].attribute.append(helper.make_attribute("more", inner))

    def hide_in_a_list(network):
        network.graph.node[0].attribute.append(helper.make_attribute("more", [inner]))

    for change in (add_branch, hide_in_a_harmless_one, hide_in_a_list):
        assert "network within" in refusal(changed(tiny, change))


def test_operators_of_other_domains_and_functions_are_refused(tiny):
    def foreign(network):
        network.graph.node[2].domain = "com.microsoft"

    def library(network):
        network.opset_import.append(helper.make_opsetid("my.ops", 1))

    def function(network):
        node = helper.make_node("Identity", ["a"], ["b"])
        opset = [helper.make_opsetid("", 17)]
        network.functions.append(helper.make_function("", "Tanh", ["a"], ["b"], [node], opset))

    assert "com.microsoft" in refusal(changed(tiny, foreign))
    assert "my.ops" in refusal(changed(tiny, library))
    assert "functions" in refusal(changed(tiny, function))


@pytest.mark.parametrize("operator", ["Loop", "RandomNormal", "Expand", "StringConcat", "", "tanh"])
def test_operators_that_no_generator_needs_are_refused(tiny, operator):
    def rename(network):
        network.graph.node[2].op_type = operator

    assert repr(operator) in refusal(changed(tiny, rename))


def test_every_operator_on_the_list_is_one():
    known = {schema.name for schema in onnx.defs.get_all_schemas() if not schema.domain}
    assert known >= OPERATORS


@pytest.mark.parametrize(
    "dims", [[1 << 40], [1 << 20, 1 << 20], [-1], [2] * 9, [43, 769], [0], [], [2] * 100_000]
)
def test_shapes_that_promise_what_is_not_there_are_refused(tiny, dims):
    def reshape(network):
        tensor = weights_of(network)
        tensor.ClearField("dims")
        tensor.dims.extend(dims)

    assert "tensor" in refusal(changed(tiny, reshape))


def test_values_by_type_must_suffice_as_well(tiny):
    def move(network):
        tensor = weights_of(network)
        values = numpy_helper.to_array(tensor).ravel()
        tensor.ClearField("raw_data")
        tensor.float_data.extend(values.tolist())

    check_onnx(changed(tiny, move), "tiny")

    def starve(network):
        weights_of(network).ClearField("raw_data")

    assert "promises" in refusal(changed(tiny, starve))


def test_tensors_of_words_and_sparse_ones_are_refused(tiny):
    def words(network):
        network.graph.initializer.append(helper.make_tensor("w", TensorProto.STRING, [1], [b"x"]))

    def sparse(network):
        network.graph.sparse_initializer.add()

    for change in (words, sparse):
        refusal(changed(tiny, change))


def test_absurd_numbers_of_parts_are_refused(tiny, monkeypatch):
    monkeypatch.setattr(onnx_check, "MAX_NODES", 3)
    assert "more than 3 operators" in refusal(tiny)
    monkeypatch.setattr(onnx_check, "MAX_NODES", 4)
    monkeypatch.setattr(onnx_check, "MAX_TENSORS", 1)
    assert "more than 1 tensors" in refusal(tiny)
    monkeypatch.setattr(onnx_check, "MAX_FIELDS", 5)
    assert "too many parts" in refusal(tiny)
    monkeypatch.setattr(onnx_check, "MAX_BYTES", len(tiny) - 1)
    assert "larger than" in refusal(tiny)


def test_deep_nesting_ends_in_a_sentence_not_in_a_recursion():
    message = b""
    for _ in range(300):
        size = len(message)
        length = bytes([size & 0x7F | 0x80, size >> 7 & 0x7F | 0x80, size >> 14])
        message = b"\x3a" + length + message
    refusal(message)


def test_a_second_network_in_the_file_is_refused(tiny):
    network = onnx.load_from_string(tiny)
    again = onnx.ModelProto(graph=network.graph).SerializeToString()
    assert "twice" in refusal(tiny + again)


def test_damaged_files_are_refused_or_harmless_but_never_a_crash(tiny):
    """What passes is to the onnx library what it is to the check, or nothing at all."""
    rng = random.Random(0)
    head = tiny[: len(tiny) - 200]
    refused = 0
    for _ in range(400):
        data = bytearray(head if rng.random() < 0.3 else tiny)
        for _ in range(rng.randint(1, 4)):
            place = rng.choice((rng.randrange(300), len(data) - 1 - rng.randrange(600)))
            data[place] = rng.randrange(256)
        try:
            check_onnx(bytes(data), "x")
        except UserError:
            refused += 1
        else:
            try:
                network = onnx.load_from_string(bytes(data))
            except DecodeError:
                continue  # nor does onnxruntime, which reads it in the same way
            assert {node.op_type for node in network.graph.node} <= OPERATORS
    assert refused > 100

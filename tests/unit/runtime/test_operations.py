"""Operations counted against those that are known by hand."""

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper

from girlsmoe_desktop.runtime.operations import count_operations


def model(nodes, shape, **weights):
    held = [
        numpy_helper.from_array(np.ones(dims, np.float32), name) for name, dims in weights.items()
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
        held,
    )
    opset = [helper.make_opsetid("", 17)]
    return helper.make_model(graph, opset_imports=opset, ir_version=9).SerializeToString()


@pytest.mark.parametrize(("inner", "outer", "kernel", "side"), [(16, 32, 3, 10), (4, 6, 5, 8)])
def test_a_convolution(inner, outer, kernel, side):
    pads = [kernel // 2] * 4
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["c"], pads=pads),
        helper.make_node("Relu", ["c"], ["y"]),
    ]
    data = model(nodes, [1, inner, side, side], w=(outer, inner, kernel, kernel))
    found = count_operations(data, ["y"], {"x": np.ones((1, inner, side, side), np.float32)})
    assert found == 2 * side * side * outer * inner * kernel * kernel


def test_a_product():
    data = model([helper.make_node("MatMul", ["x", "w"], ["y"])], [3, 40], w=(40, 7))
    assert count_operations(data, ["y"], {"x": np.ones((3, 40), np.float32)}) == 2 * 3 * 40 * 7

"""Networks run within limits."""

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper

from girlsmoe_desktop.runtime.devices import CPU_PROVIDER
from girlsmoe_desktop.runtime.onnx_check import check_onnx
from girlsmoe_desktop.runtime.weights import open_session


def greedy(side):
    """A small file that multiplies a column by a row: side x side numbers."""
    column = numpy_helper.from_array(np.ones((side, 1), np.float32), "column")
    row = numpy_helper.from_array(np.ones((1, side), np.float32), "row")
    nodes = [
        helper.make_node("Mul", ["column", "x"], ["scaled"]),
        helper.make_node("MatMul", ["scaled", "row"], ["product"]),
        helper.make_node("ReduceMax", ["product"], ["y"], keepdims=0),
    ]
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])
    y = helper.make_tensor_value_info("y", TensorProto.FLOAT, [])
    graph = helper.make_graph(nodes, "greedy", [x], [y], [column, row])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return model.SerializeToString()


def run(side):
    data = greedy(side)
    check_onnx(data, "The weights of greedy")  # arithmetic only: nothing to refuse
    session = open_session(data, 1, "greedy", [CPU_PROVIDER])
    return session.run(None, {"x": np.full(1, 2, np.float32)})


def test_a_network_that_would_fill_the_memory_is_stopped():
    assert run(100)[0] == 2.0
    with pytest.raises(Exception, match="smaller than requested"):
        run(60_000)  # 14 GB
    assert run(100)[0] == 2.0  # the next one finds memory again

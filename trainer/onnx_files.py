"""Turns torch networks into ONNX files that say nothing about the machine they were made on."""

from __future__ import annotations

import contextlib
import logging
import math
import warnings
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from torch import Tensor, nn

OPSET = 18
_LARGE = 512
"""Numbers from which weights are worth to be kept in half the bits."""
HALF_SUFFIX = "_16"
"""What such weights are called after their own name in the file."""


def to_onnx(
    network: nn.Module,
    example: Sequence[Tensor],
    inputs: Sequence[str],
    outputs: Sequence[str],
    free: Mapping[int, str] | None = None,
) -> bytes:
    """Returns a network as one ONNX file, checked.

    The exporter is torch's current one, which traces through torch.export; the elder, based on
    TorchScript, is deprecated.

    Args:
        network: In evaluation mode.
        example: One tensor an input; the free axes must be longer than 1.
        inputs: The inputs' names.
        outputs: The outputs' names.
        free: Axes of any length and their names; the first axis, the batch, where it is left out.
    """
    axes = {axis: torch.export.Dim(name, min=1) for axis, name in (free or {0: "N"}).items()}
    with _quiet_exporter():
        program = torch.onnx.export(
            network,
            tuple(example),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_shapes=tuple(axes for _ in example),
            opset_version=OPSET,
            dynamo=True,
            external_data=False,
            verbose=False,
        )
    assert program is not None
    model = program.model_proto
    _strip(model)
    onnx.checker.check_model(model, full_check=True)
    data: bytes = model.SerializeToString()
    return data


def halved(data: bytes) -> bytes:
    """Returns an ONNX file whose large weights are kept in 16 bits.

    What runs it makes them 32 bits when it loads them, so that only the file is smaller.
    """
    model = onnx.load_model_from_string(data)
    graph = model.graph
    large = [
        weights
        for weights in graph.initializer
        if weights.data_type == onnx.TensorProto.FLOAT and math.prod(weights.dims) >= _LARGE
    ]
    nodes = list(graph.node)
    del graph.node[:]
    for weights in large:
        values = onnx.numpy_helper.to_array(weights).astype(np.float16)
        name = weights.name
        weights.CopyFrom(onnx.numpy_helper.from_array(values, name + HALF_SUFFIX))
        whole = onnx.helper.make_node(
            "Cast", [name + HALF_SUFFIX], [name], to=onnx.TensorProto.FLOAT
        )
        graph.node.append(whole)
    graph.node.extend(nodes)
    onnx.checker.check_model(model, full_check=True)
    smaller: bytes = model.SerializeToString()
    return smaller


@contextlib.contextmanager
def _quiet_exporter() -> Iterator[None]:
    """Keeps the exporter's remarks on its own inner workings from the user."""
    logger = logging.getLogger("torch.onnx")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


def _strip(model: onnx.ModelProto) -> None:
    """Removes what the exporter notes about the machine: stack traces with its paths."""
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.value_info, *graph.initializer):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    for value in (*graph.input, *graph.output):
        value.ClearField("metadata_props")

"""Turns torch networks into ONNX files that say nothing about the machine they were made on."""

from __future__ import annotations

import contextlib
import logging
import warnings
from typing import TYPE_CHECKING

import onnx
import torch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torch import Tensor, nn

OPSET = 18


def to_onnx(
    network: nn.Module, example: Sequence[Tensor], inputs: Sequence[str], outputs: Sequence[str]
) -> bytes:
    """Returns a network as one ONNX file, checked, with a free batch size.

    The exporter is torch's current one, which traces through torch.export; the elder, based on
    TorchScript, is deprecated.

    Args:
        network: In evaluation mode.
        example: One tensor an input, each a batch of two.
        inputs: The inputs' names.
        outputs: The outputs' names.
    """
    batch = torch.export.Dim("N", min=1)
    with _quiet_exporter():
        program = torch.onnx.export(
            network,
            tuple(example),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_shapes=tuple({0: batch} for _ in example),
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

"""Counts what a network computes, from onnxruntime's own record of a run."""

from __future__ import annotations

import json
import math
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import onnxruntime as ort

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

_CONVOLUTIONS, _PRODUCTS = ("Conv",), ("Gemm", "MatMul")
_AS_IT_IS = "session.disable_prepacking"


def count_operations(
    data: bytes, outputs: list[str], feeds: Mapping[str, NDArray[np.float32]]
) -> int:
    """Returns the multiplications and additions of a run's convolutions and matrix products.

    They are counted as the file has them; what is left out (activations, sums, shuffles) is a few
    per cent of a generator.

    Args:
        data: Of an ONNX file that was checked.
        outputs: Names of what is computed.
        feeds: Name of an input -> its values.
    """
    with tempfile.TemporaryDirectory() as folder:
        options = ort.SessionOptions()
        options.enable_profiling = True
        options.profile_file_prefix = str(Path(folder) / "run")
        # Rewritten nodes and packed weights would not tell their shapes.
        options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
        options.add_session_config_entry(_AS_IT_IS, "1")
        options.log_severity_level = 3
        session = ort.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        session.run(outputs, dict(feeds))
        events = json.loads(Path(session.end_profiling()).read_text(encoding="utf-8"))
    return sum(_operations(event.get("args", {})) for event in events)


def _operations(args: Mapping[str, Any]) -> int:
    """Returns the operations of one node that was run; 0 for all but the two kinds."""
    kind = args.get("op_name")
    if kind not in _CONVOLUTIONS + _PRODUCTS or "output_type_shape" not in args:
        return 0
    shapes = [next(iter(one.values())) for one in args["input_type_shape"]]
    made = math.prod(map(int, next(iter(args["output_type_shape"][0].values()))))
    terms = shapes[1][1:] if kind in _CONVOLUTIONS else shapes[0][-1:]
    return 2 * made * math.prod(map(int, terms))

"""Looks through an ONNX file before anything runs it, and refuses what a generator doesn't need.

onnxruntime reads more than networks: weights in other files, operators from libraries, functions,
another format of its own. None of these passes.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime.protobuf import (
    Field,
    Kind,
    MalformedError,
    Reader,
    Schema,
    numbers,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 512 << 20
MAX_FIELDS = 2_000_000
MAX_NODES = 20_000
MAX_TENSORS = 20_000
MAX_RANK = 8
MAX_ELEMENTS = 1 << 28

STANDARD_DOMAINS = ("", "ai.onnx")
# Arithmetic and layout only. What holds graphs (If, Loop, Scan), draws random numbers, or makes
# large tensors out of small ones (Expand, Tile, ConstantOfShape) is not among them.
_OPERATORS = (
    "Abs Add ArgMax AveragePool BatchNormalization Cast Ceil Clip Concat Constant Conv",
    "ConvTranspose DepthToSpace Div Dropout Elu Equal Erf Exp Flatten Floor Gather Gelu Gemm",
    "GlobalAveragePool GlobalMaxPool Greater GroupNormalization HardSigmoid HardSwish",
    "Identity InstanceNormalization LayerNormalization LeakyRelu Less Log LogSoftmax",
    "LpNormalization MatMul Max MaxPool Mean Min Mish Mul Neg Not PRelu Pad Pow Reciprocal",
    "ReduceMax ReduceMean ReduceMin ReduceSum ReduceSumSquare ReduceL2 Relu Reshape Resize",
    "Round Selu Shape Sigmoid Sign Sin Slice Softmax Softplus SpaceToDepth Split Sqrt Squeeze",
    "Sub Sum Tan Tanh Transpose Unsqueeze Upsample Where",
)
OPERATORS = frozenset(name for line in _OPERATORS for name in line.split())

# Field numbers as in the ONNX specification; what is missing is refused.
MODEL: Schema = {
    1: Kind.NUMBER,  # ir_version
    **dict.fromkeys((2, 3, 4, 6), Kind.BYTES),  # producer, its version, domain, doc_string
    5: Kind.NUMBER,  # model_version
    7: Kind.BYTES,  # graph
    8: Kind.MANY,  # opset_import
    14: Kind.MANY,  # metadata_props
    25: Kind.MANY,  # functions: known, so that they are refused by name
}
_OPSET: Schema = {1: Kind.BYTES, 2: Kind.NUMBER}
GRAPH: Schema = {
    1: Kind.MANY,  # node
    2: Kind.BYTES,  # name
    5: Kind.MANY,  # initializer
    10: Kind.BYTES,  # doc_string
    **dict.fromkeys((11, 12, 13, 16), Kind.MANY),  # input, output, value_info, metadata_props
}
_NODE: Schema = {
    **dict.fromkeys((1, 2, 5, 9), Kind.MANY),  # input, output, attribute, metadata_props
    **dict.fromkeys((3, 4, 6, 7, 8), Kind.BYTES),  # name, op_type, doc_string, domain, overload
}
_ATTRIBUTE: Schema = {
    **dict.fromkeys((1, 4, 5, 13), Kind.BYTES),  # name, s, t, doc_string
    2: Kind.FLOAT,  # f
    **dict.fromkeys((3, 20), Kind.NUMBER),  # i, type
    **dict.fromkeys((7, 8), Kind.NUMBERS),  # floats, ints
    9: Kind.MANY,  # strings
    **dict.fromkeys((6, 11), Kind.MANY),  # g, graphs: known, so that they are refused by name
}
TENSOR: Schema = {
    **dict.fromkeys((1, 4, 5, 7, 10, 11), Kind.NUMBERS),  # dims, then data by type
    2: Kind.NUMBER,  # data_type
    **dict.fromkeys((8, 9, 12), Kind.BYTES),  # name, raw_data, doc_string
    13: Kind.MANY,  # external_data: known, so that it is refused by name
    14: Kind.NUMBER,  # data_location
    16: Kind.MANY,  # metadata_props
}
_BYTES_OF_TYPE = {1: 4, 2: 1, 3: 1, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8}
_INLINE = 0


def check_onnx(data: bytes, what: object) -> None:
    """Checks that bytes are a network which can do nothing but compute.

    Args:
        data: The whole file.
        what: How to call it, such as "The weights of moe-128".

    Raises:
        UserError: They are not; the message says why.
    """
    try:
        if len(data) > MAX_BYTES:
            raise MalformedError(f"it is larger than {MAX_BYTES >> 20} MiB")
        _refuse_other_formats(data)
        _Check(memoryview(data)).run()
    except MalformedError as error:
        raise UserError(
            "{0} can't be used as an ONNX model: {1}. Get the model again from where it "
            "came from, or choose another.",
            what,
            error,
        ) from error


def _refuse_other_formats(data: bytes) -> None:
    if data[:2] == b"PK":
        raise MalformedError("it is a zip archive, such as PyTorch writes")
    if data[:1] == b"\x80":
        raise MalformedError("it is a pickle, which could run any program")
    if data[4:8] == b"ORTM":
        # onnxruntime tells this one by its bytes, whatever else they may mean.
        raise MalformedError("it is a model in a format of onnxruntime's own")


class _Check:
    """One walk through one file."""

    def __init__(self, data: memoryview) -> None:
        self._data = data
        self._reader = Reader(MAX_FIELDS)
        self._nodes = self._tensors = 0

    def run(self) -> None:
        """Raises MalformedError where anything is not as it should be."""
        graphs, opsets = 0, 0
        for field in self._reader.fields(self._data, MODEL, "the file"):
            if field.number == 7:
                graphs += 1
                self._graph(field.data)
            elif field.number == 8:
                opsets += 1
                self._opset(field.data)
            elif field.number == 25:
                raise MalformedError("it brings functions of its own")
        if not graphs or not opsets or not self._nodes:
            raise MalformedError("there is no network in it")

    def _opset(self, message: memoryview) -> None:
        for field in self._reader.fields(message, _OPSET, "an operator set"):
            if field.number == 1:
                _check_domain(field)

    def _graph(self, message: memoryview) -> None:
        for field in self._reader.fields(message, GRAPH, "the network"):
            if field.number == 1:
                self._nodes += 1
                self._node(field.data)
            elif field.number == 5:
                self._tensor(field.data)
            if self._nodes > MAX_NODES:
                raise MalformedError(f"it has more than {MAX_NODES} operators")

    def _node(self, message: memoryview) -> None:
        operator = ""
        for field in self._reader.fields(message, _NODE, "an operator"):
            if field.number == 4:
                operator = text(field)
            elif field.number == 5:
                self._attribute(field.data)
            elif field.number == 7:
                _check_domain(field)
        if operator not in OPERATORS:
            raise MalformedError(
                f"it uses the operator {operator[:40]!r}, which no generator needs"
            )

    def _attribute(self, message: memoryview) -> None:
        for field in self._reader.fields(message, _ATTRIBUTE, "an attribute"):
            if field.number == 5:
                self._tensor(field.data)
            elif field.number in (6, 11):
                raise MalformedError("there is a network within its network")

    def _tensor(self, message: memoryview) -> None:
        self._tensors += 1
        if self._tensors > MAX_TENSORS:
            raise MalformedError(f"it has more than {MAX_TENSORS} tensors")
        dims: list[int] = []
        held = raw = 0
        size: int | None = None
        for field in self._reader.fields(message, TENSOR, "a tensor"):
            if field.number == 1:
                dims += _few(numbers(field))
            elif field.number == 2:
                size = _BYTES_OF_TYPE.get(field.value)
            elif field.number in (13, 14) and (field.number == 13 or field.value != _INLINE):
                raise MalformedError("it takes weights from another file")
            elif field.number == 9:
                raw += len(field.data)
            elif field.number in (4, 5, 7, 10, 11):
                held += max(len(field.data), 1)
        _check_size(dims, size, held, raw)


def _check_size(dims: list[int], size: int | None, held: int, raw: int) -> None:
    """Checks that a tensor holds what its shape promises.

    Args:
        dims: Its shape.
        size: Bytes of an element, None for a type that is not allowed.
        held: Bytes in fields by type, in which an element takes at least one.
        raw: Bytes in the field for all types.
    """
    if size is None:
        raise MalformedError("a tensor in it is not made of numbers")
    if len(dims) > MAX_RANK or any(dim > MAX_ELEMENTS for dim in dims):
        raise MalformedError("a tensor in it has an absurd shape")
    elements = math.prod(dims)
    fits = raw == elements * size if raw else elements <= held
    if elements > MAX_ELEMENTS or not fits or (raw and held):
        raise MalformedError("a tensor in it does not hold what its shape promises")


def _few(values: Iterator[int]) -> list[int]:
    """Returns the first few numbers: one more than a shape may have, to be counted."""
    return [value for value, _ in zip(values, range(MAX_RANK + 1), strict=False)]


def _check_domain(field: Field) -> None:
    domain = text(field)
    if domain not in STANDARD_DOMAINS:
        raise MalformedError(f"it uses operators of the domain {domain[:40]!r}, not of ONNX itself")

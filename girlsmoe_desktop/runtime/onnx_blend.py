"""Blends the weights of two ONNX files that hold one graph into a third."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime.onnx_check import (
    GRAPH,
    MAX_FIELDS,
    MODEL,
    TENSOR,
    check_onnx,
)
from girlsmoe_desktop.runtime.protobuf import MalformedError, Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

MAX_BYTES = 64 << 20
"""Of a file: both are held in memory, and the blend with them."""
_FLOATS: dict[int, np.dtype[np.floating]] = {1: np.dtype("<f4"), 10: np.dtype("<f2")}


def blend_onnx(soft: bytes, sharp: bytes, sharpness: float, what: object) -> bytes:
    """Returns a file whose every weight is (1 - sharpness) * soft + sharpness * sharp.

    Both files must be equal to the byte wherever they hold no weights: operators, names, shapes,
    types and whole numbers are then the same.

    Args:
        soft: A whole file.
        sharp: Another.
        sharpness: 0..1.
        what: How to call both together, such as "The upscaler moe-x2", as words or a Sentence.

    Raises:
        UserError: A file is no network, is too large, or they are not of one graph.
    """
    for data in (soft, sharp):
        check_onnx(data, what)
        if len(data) > MAX_BYTES:
            raise UserError(
                "{0} can't be used: a file of it is larger than {1} MiB. Choose another.",
                what,
                MAX_BYTES >> 20,
            )
    blended, other = bytearray(soft), bytearray(sharp)
    ours, theirs = _weights(blended, what), _weights(other, what)
    values = [_mixed(*pair, sharpness) for pair in zip(ours, theirs, strict=False)]
    for weights in (*ours, *theirs):
        weights.fill(0)
    # What is left with every weight at zero is the graph itself.
    if blended != other or not ours:
        raise UserError(
            "{0} can't be used: its two files are not the same network with different weights. "
            "Install it again.",
            what,
        )
    for weights, value in zip(ours, values, strict=True):
        weights[:] = value
    return bytes(blended)


def _mixed(
    soft: NDArray[np.floating], sharp: NDArray[np.floating], sharpness: float
) -> NDArray[np.floating] | None:
    if soft.size != sharp.size:
        return None  # the graphs differ, which is seen and said after this
    # Half precision is mixed in single, and rounded once.
    near, far = soft.astype(np.float32), sharp.astype(np.float32)
    share = np.float32(sharpness)
    mixed: NDArray[np.floating] = (np.float32(1) - share) * near + share * far
    return mixed


def _weights(data: bytearray, what: object) -> list[NDArray[np.floating]]:
    """Returns the weights of a file, each a view into it that can be written."""
    try:
        return list(_found(memoryview(data)))
    except MalformedError as error:
        raise UserError(
            "{0} can't be used as an ONNX model: {1}. Get the model again from where it "
            "came from, or choose another.",
            what,
            error,
        ) from error


def _found(data: memoryview) -> Iterator[NDArray[np.floating]]:
    reader = Reader(MAX_FIELDS)
    for part in reader.fields(data, MODEL, "the file"):
        if part.number != 7:
            continue
        for field in reader.fields(part.data, GRAPH, "the network"):
            if field.number == 5:
                yield from _raw(reader, field.data)


def _raw(reader: Reader, tensor: memoryview) -> Iterator[NDArray[np.floating]]:
    kind, raw = 0, tensor[:0]
    for field in reader.fields(tensor, TENSOR, "a tensor"):
        if field.number == 2:
            kind = field.value
        elif field.number == 9:
            raw = field.data
    if kind in _FLOATS and len(raw):
        yield np.frombuffer(raw, _FLOATS[kind])

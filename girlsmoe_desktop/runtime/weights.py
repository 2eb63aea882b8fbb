"""Weights of networks: read with care, and opened without a way to anything else."""

from __future__ import annotations

import hashlib
import os
import threading
from functools import cache
from typing import TYPE_CHECKING

import onnxruntime as ort

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime.onnx_check import MAX_BYTES, check_onnx

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_EXTERNAL_DATA_FOLDER = "session.model_external_initializers_file_folder_path"
_FORMAT = "session.load_model_format"
_OWN_ARENA = "session.use_env_allocators"
_SPIN_FOR = "session.intra_op.spin_duration_us"
MAX_MEMORY_BYTES = 3 << 30
"""What all networks together may take of main memory; ours take a tenth of it. A network that asks
for more, such as one that was made to fill the memory, is refused instead."""
_DEFAULT = ort.OrtMemType.DEFAULT
_LIMITING = threading.Lock()
_AS_REQUESTED = 1  # the arena grows by what is asked for, and not by powers of two


def read_weights(path: Path, sha256: str) -> bytes:
    """Returns the bytes of an ONNX file.

    Raises:
        UserError: It can't be read, its sha256 is another, or it holds what no network needs.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(
            "The weights {0} can't be read ({1}): install the model again, or choose "
            "another with --model.",
            path,
            error.strerror,
        ) from error
    if len(data) <= MAX_BYTES and hashlib.sha256(data).hexdigest() != sha256:
        raise UserError(
            "The weights {0} are damaged (their sha256 is not the one in model.json): "
            "install the model again, or choose another with --model.",
            path,
        )
    check_onnx(data, str(path))
    return data


def open_session(
    data: bytes, threads: int, model_id: str, providers: Sequence[str]
) -> ort.InferenceSession:
    """Returns a session that runs an ONNX model.

    Args:
        data: Of the file.
        threads: CPU threads; 0 leaves the number to onnxruntime.
        model_id: For messages.
        providers: Of onnxruntime, the first that can is taken.

    Raises:
        UserError: onnxruntime can't load it.
    """
    with _LIMITING:
        _limit_memory()
    options = ort.SessionOptions()
    options.add_session_config_entry(_OWN_ARENA, "1")
    options.intra_op_num_threads = threads
    # Threads that wait for work by turning round take the cores from the window, and from every
    # other program; threads that sleep have to be woken for each of a network's nodes. They turn
    # round for as long as the next node takes to come, and sleep once the picture is done.
    options.add_session_config_entry(_SPIN_FOR, "50")
    # From bytes there is no folder, and onnxruntime would take the current one for weights that a
    # model says are beside it; a model must not reach for files.
    options.add_session_config_entry(_EXTERNAL_DATA_FOLDER, os.devnull)
    options.add_session_config_entry(_FORMAT, "ONNX")
    options.log_severity_level = 3  # errors only: warnings about providers are told in our words
    try:
        return ort.InferenceSession(data, options, providers=list(providers))
    except Exception as error:  # onnxruntime has a class of its own for each cause
        raise UserError(
            "onnxruntime can't load the model {0} ({1}): install it again, or choose "
            "another with --model.",
            model_id,
            first_line(error),
        ) from error


@cache
def _limit_memory() -> None:
    """Gives all sessions of this process one arena that ends somewhere."""
    memory = ort.OrtMemoryInfo("Cpu", ort.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, _DEFAULT)
    limits = {"max_mem": MAX_MEMORY_BYTES, "arena_extend_strategy": _AS_REQUESTED}
    ort.create_and_register_allocator(memory, ort.OrtArenaCfg(limits))


def first_line(error: Exception) -> str:
    """Returns the beginning of an error's message, for a sentence."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]

"""Arrays that are kept in a file while long work is done, so that it can be gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.runs import write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any, BinaryIO

    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[Any]]

_VERSION = "version"


class Keep:
    """Arrays by name, in one file of NumPy's kind, whose parts carry checksums.

    A file that is missing, damaged or of another version holds nothing: what it was a copy of is
    still there.

    Args:
        path: The file.
        version: Of what the arrays mean.

    Attributes:
        arrays: What is kept.
    """

    def __init__(self, path: Path, version: int) -> None:
        self._path, self._version = path, version
        self.arrays: Arrays = _read(path, version)

    def put(self, arrays: Arrays) -> None:
        """Keeps arrays, in place of those of the same names; the file changes whole or not."""
        self.arrays = {**self.arrays, **arrays}
        write_atomically(self._path, self._write)

    def _write(self, file: BinaryIO) -> None:
        named: dict[str, Any] = {**self.arrays, _VERSION: np.array(self._version)}
        np.savez(file, **named)


def _read(path: Path, version: int) -> Arrays:
    if not path.is_file():
        return {}
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        return arrays if int(arrays.pop(_VERSION)) == version else {}
    except Exception:  # a damaged file fails in as many ways as it has bytes
        return {}

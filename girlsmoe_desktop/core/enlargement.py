"""How a picture became larger than it was painted: kept in its file, so that it can be verified."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

from girlsmoe_desktop.core.errors import UserError

MAX_BYTES = 2_000
SCALES = (2, 4)


@dataclass(frozen=True)
class Enlargement:
    """What an upscaler did to a picture.

    Attributes:
        scale: How many times wider and higher it became, of `SCALES`.
        upscaler_id: Id of the upscaler.
        version: Of its weights.
        sha256s: Of its soft and its sharp network, hexadecimal.
        sharpness: 0 (soft) to 1 (sharp).
    """

    scale: int
    upscaler_id: str
    version: str
    sha256s: tuple[str, str]
    sharpness: float

    def to_json(self) -> str:
        """Returns it as one line of JSON; the inverse of `enlargement_from_json`."""
        data = {
            "scale": self.scale,
            "upscaler": {
                "id": self.upscaler_id,
                "version": self.version,
                "soft_sha256": self.sha256s[0],
                "sharp_sha256": self.sha256s[1],
            },
            "sharpness": self.sharpness,
        }
        return json.dumps(data, ensure_ascii=True)


def enlargement_from_json(text: str) -> Enlargement:
    """Returns what the text tells.

    Raises:
        UserError: It tells of nothing that this version knows.
    """
    try:
        if len(text.encode("utf-8")) > MAX_BYTES:
            raise ValueError(f"it is longer than {MAX_BYTES} bytes")
        return _checked(_parse(json.loads(text)))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise UserError(
            "The picture's note of how it was enlarged is damaged or of a newer version ({0}): "
            "choose another picture.",
            error,
        ) from error


def _parse(data: dict[str, object]) -> Enlargement:
    upscaler = data["upscaler"]
    scale, sharpness = data["scale"], data["sharpness"]
    if not isinstance(upscaler, dict) or isinstance(scale, bool) or not isinstance(scale, int):
        raise TypeError("a field is of the wrong kind")
    if not isinstance(sharpness, (int, float)) or isinstance(sharpness, bool):
        raise TypeError("the sharpness is no number")
    sha256s = (str(upscaler["soft_sha256"]), str(upscaler["sharp_sha256"]))
    return Enlargement(
        scale, str(upscaler["id"]), str(upscaler["version"]), sha256s, float(sharpness)
    )


def _checked(enlargement: Enlargement) -> Enlargement:
    sharpness = enlargement.sharpness
    if enlargement.scale not in SCALES:
        raise ValueError(f"its scale is {enlargement.scale}")
    if not (math.isfinite(sharpness) and 0 <= sharpness <= 1):
        raise ValueError(f"its sharpness is {sharpness}")
    return enlargement

"""Points of three coordinates."""

from __future__ import annotations

Point3 = tuple[float, float, float]

"""Draws portraits, trains the networks and exports them. Torch lives here; no Qt, ever."""

import girlsmoe_desktop  # noqa: F401  before any onnxruntime: it keeps that from reporting

"""Draws portraits, trains the networks and exports them. Torch lives here; no Qt, ever."""

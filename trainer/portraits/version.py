"""The version of what is drawn."""

DRAWING_VERSION = 17
"""Grows whenever the same seed gives other pixels or labels."""

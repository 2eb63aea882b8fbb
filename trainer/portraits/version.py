"""The version of what is drawn."""

DRAWING_VERSION = 18
"""Grows whenever the same seed gives other pixels or labels."""

"""What can go wrong while packages are built or tried."""

from __future__ import annotations


class BuildError(Exception):
    """A package can't be made; the message says why and what to do."""

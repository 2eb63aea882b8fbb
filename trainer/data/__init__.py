"""Turns labelled pictures into training arrays. May import numpy, pillow, torch and core."""

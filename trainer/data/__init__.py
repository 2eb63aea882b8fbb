"""Turns labelled pictures on disk into training arrays. May import numpy, pillow and girlsmoe_desktop.core."""

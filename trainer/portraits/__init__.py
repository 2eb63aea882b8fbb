"""Draws labelled anime portraits on a 2D canvas.

May import numpy, skia, pillow and girlsmoe_desktop.core.
"""

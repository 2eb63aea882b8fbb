"""Real and drawn pictures on disk: read, searched for faces, turned into training arrays.

May import numpy, pillow, OpenCV, platformdirs, torch, core and the portraits.
"""

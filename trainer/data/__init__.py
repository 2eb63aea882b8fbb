"""Pictures from anywhere and drawn ones: collected, searched for faces, made training arrays.

May import numpy, pillow, OpenCV, onnxruntime, platformdirs, torch, core and the portraits.
"""

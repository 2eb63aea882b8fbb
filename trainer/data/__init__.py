"""Turns labelled pictures into training arrays, and faces into labelled pictures.

May import numpy, pillow, onnxruntime, torch and core.
"""

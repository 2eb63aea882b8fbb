"""Collects pictures, and turns labelled ones into training arrays.

May import numpy, pillow, torch and core.
"""

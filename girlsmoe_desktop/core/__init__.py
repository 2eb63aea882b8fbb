"""Attributes, laws, noise, recipes, manifests, errors. May import numpy and pillow, no more."""

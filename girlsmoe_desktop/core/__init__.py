"""Attributes, laws, noise, recipes, manifests and errors. May import the standard library, numpy and pillow."""

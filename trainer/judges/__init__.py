"""Measures of pictures: networks that read labels off them, and figures of whole folders.

A judge learns from or looks at finished pictures; it knows nothing of the networks it may judge.
"""

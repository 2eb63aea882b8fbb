"""Compares what enlarges pictures twofold: ours, resampling, and networks of others.

Of others' networks nothing is shipped: they are found where somebody installed them.
"""

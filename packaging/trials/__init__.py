"""Trials of what was built, as it comes to somebody who has no Python.

`smoke.py` runs them in an order; each fails with the reason. They know the packaging's own modules,
and of the program only what is written in its folder.
"""

"""Gathers pictures to train on, from folders, archives and the web, and where each came from.

May import the standard library, pillow, core and what the trainer has in common; no torch. The
modules that look at one thing (`pictures`, `folders`, `archives`, `addresses`, `lists`, `rules`,
`links`, `manners`, `exchange`) know nothing of those that work with them (`downloader`,
`collection`, `gathering`).
"""

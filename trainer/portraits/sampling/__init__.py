"""Draws every number of a portrait from named random streams."""

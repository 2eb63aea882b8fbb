"""Widgets, and only widgets. May import state, jobs and core."""

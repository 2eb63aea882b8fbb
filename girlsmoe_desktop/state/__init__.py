"""What the window is about: a session and its gallery. May import core, runtime, QtCore."""

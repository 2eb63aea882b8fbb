"""What the window is about: the session, its gallery. May import core, runtime's types and QtCore; no widgets."""

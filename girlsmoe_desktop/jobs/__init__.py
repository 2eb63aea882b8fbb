"""Work that leaves the GUI thread. May import QtCore; no widgets."""

"""The places of the rail, by number."""

DESIGN, BLEND, FAMILY, ENLARGE, TRAIN, MODELS = range(6)

"""The places of the rail, by number."""

DESIGN, BLEND, FAMILY, TRAIN, MODELS = range(5)

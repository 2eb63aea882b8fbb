"""Things worn on the head: hats, bows, bands, clips."""

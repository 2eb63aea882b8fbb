"""The body below the chin: neck, shoulders and garments."""

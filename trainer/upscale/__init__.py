"""Super-resolution: pairs of small and large pictures, the networks, their training and export."""

"""GirlsMoe Desktop: design anime characters on your own machine. Imports no torch, ever."""

__version__ = "0.1.0"

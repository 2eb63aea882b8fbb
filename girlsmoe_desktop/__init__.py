"""GirlsMoe Desktop: design anime characters on your own machine. Imports no torch, ever."""

import os

__version__ = "0.1.0"

# From 1.29 on, onnxruntime's packages tell their makers what is run where, and keep a number for
# the device in the home, unless this is set before it is first imported. Nothing leaves here.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

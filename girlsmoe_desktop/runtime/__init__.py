"""Runs installed models with onnxruntime. May import core; no Qt."""

"""Lies and true sentences, and whether the proof tells them apart: `python -m bench.lies`."""

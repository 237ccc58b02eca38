"""Ours beside what others start with, in one run; `python -m bench.peers` explains itself."""

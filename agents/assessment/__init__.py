"""Assessment: what graded answers say of the advisor as a whole.

`parity` holds the two languages against each other, `calibration` how sure the advisor was against
how right it was, `figures` counts behaviours, times, lengths and proofs, `comparison` holds two
runs of the same cases against each other. All of it is computed from cases and results, so a run
can be assessed again long after it was made.
"""

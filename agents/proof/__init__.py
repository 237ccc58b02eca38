"""Proof: is what a sentence says carried by its evidence? Asked before anybody reads it.

A sentence is split into claims (`claims`), and each claim is looked at by one question after the
other, each in a file of its own: what nobody may phrase anew (`never_phrased`), words that the
evidence has not (`vocabulary`), figures with their units (`figures`), yes and no (`polarity`), may
and must (`modality`), whose figure or side it is (`bindings`), conditions that were dropped
(`conditions`), comparisons (`comparisons`), commitments without a clause (`commitments`).
`prover.prove` asks them all. `conflicts` looks at two passages that say different things.
"""
